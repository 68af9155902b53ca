set -eu
curl -sSf -X DELETE -H 'x-api-key: any' https://api.twelvelabs.io/v1.3/tasks/6298d673f1090f1100476d4c
# The signature is over the path and the host, so that the line for the mock only has to be sent to the real address.
signed=$("$NODE" "$TOMBSTONE_BIN" request huawei-mpc/deleteTranscodingTask task_id=100211 --print-curl --target http://localhost 2>/dev/null)
eval "$(printf '%s' "$signed" | sed 's|http://localhost|https://mpc.cn-north-4.myhuaweicloud.com|') -sSf -o /dev/null"
curl -sSf -X DELETE -H 'X-NCP-APIGW-TIMESTAMP: 1' -H 'X-NCP-IAM-ACCESS-KEY: any' -H 'X-NCP-APIGW-SIGNATURE-V2: any' \
  https://nclue.apigw.ntruss.com/api/v1/tasks/9e6fecc9-0079-4c5e-a0c6-f387e6221afa
if curl -sS https://example.com/; then exit 1; fi
