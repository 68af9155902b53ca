require 'json'
require 'net/http'
require 'uri'

task_id = ARGV.fetch(0, '6298d673f1090f1100476d4c')
url = URI("https://api.twelvelabs.io/v1.3/tasks/#{task_id}")

http = Net::HTTP.new(url.host, url.port)
http.use_ssl = true
request = Net::HTTP::Delete.new(url)
request['x-api-key'] = '<apiKey>'

puts JSON.parse(http.request(request).body)
