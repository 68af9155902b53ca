curl --request DELETE \
  "https://mpc.cn-north-4.myhuaweicloud.com/v1/${2:-0a1b2c3d4e5f60718293a4b5c6d7e8f9}/transcodings/task?task_id=${1:-2528}" \
  --header 'X-Auth-Token: <token>'
