require 'json'
require 'net/http'
require 'uri'

index_id = ARGV.fetch(0, '6298d673f1090f1100476d4c')
indexed_asset_id = ARGV.fetch(1, '6298d673f1090f1100476d4c')
url = URI("https://api.twelvelabs.io/v1.3/indexes/#{index_id}/indexed-assets/#{indexed_asset_id}")

http = Net::HTTP.new(url.host, url.port)
http.use_ssl = true
request = Net::HTTP::Delete.new(url)
request['x-api-key'] = '<apiKey>'

puts JSON.parse(http.request(request).body)
