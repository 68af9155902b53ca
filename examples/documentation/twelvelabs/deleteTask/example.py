import json
import sys
import urllib.request

task_id = sys.argv[1] if len(sys.argv) > 1 else '6298d673f1090f1100476d4c'
url = f'https://api.twelvelabs.io/v1.3/tasks/{task_id}'

request = urllib.request.Request(url, method='DELETE', headers={'x-api-key': '<apiKey>'})
with urllib.request.urlopen(request) as response:
    print(json.load(response))
