set -eu
delete() { wget -nv -O - --tries=1 --method=DELETE "$@"; }
delete --header='x-api-key: any' https://api.twelvelabs.io/v1.3/tasks/6298d673f1090f1100476d4c
delete --header='X-Auth-Token: any' \
  'https://mpc.cn-north-4.myhuaweicloud.com/v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings/task?task_id=100211'
delete --header='X-NCP-APIGW-TIMESTAMP: 1' --header='X-NCP-IAM-ACCESS-KEY: any' --header='X-NCP-APIGW-SIGNATURE-V2: any' \
  https://nclue.apigw.ntruss.com/api/v1/tasks/9e6fecc9-0079-4c5e-a0c6-f387e6221afa
if wget -nv --tries=1 https://example.com/; then exit 1; fi
