curl --location --request DELETE "https://nclue.apigw.ntruss.com/api/v1/tasks/${1:-9e6fecc9-0079-4c5e-a0c6-f387e6221afa}" \
  --header 'X-NCP-APIGW-TIMESTAMP: <timestamp>' \
  --header 'X-NCP-IAM-ACCESS-KEY: <accessKey>' \
  --header 'X-NCP-APIGW-SIGNATURE-V2: <signature>'
