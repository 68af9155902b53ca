curl --request DELETE \
  "https://modelarts.cn-north-4.myhuaweicloud.com/v2/${2:-0a1b2c3d4e5f60718293a4b5c6d7e8f9}/processor-tasks/${1:-tZAC2Y6gsNjJkNHKcPX}" \
  --header 'X-Auth-Token: <token>'
