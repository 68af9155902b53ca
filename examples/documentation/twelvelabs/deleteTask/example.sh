curl --request DELETE "https://api.twelvelabs.io/v1.3/tasks/${1:-6298d673f1090f1100476d4c}" \
  --header 'x-api-key: <apiKey>'
