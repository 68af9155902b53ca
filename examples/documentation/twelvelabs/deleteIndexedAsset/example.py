import json
import sys
import urllib.request

index_id = sys.argv[1] if len(sys.argv) > 1 else '6298d673f1090f1100476d4c'
indexed_asset_id = sys.argv[2] if len(sys.argv) > 2 else '6298d673f1090f1100476d4c'
url = f'https://api.twelvelabs.io/v1.3/indexes/{index_id}/indexed-assets/{indexed_asset_id}'

request = urllib.request.Request(url, method='DELETE', headers={'x-api-key': '<apiKey>'})
with urllib.request.urlopen(request) as response:
    print(json.load(response))
