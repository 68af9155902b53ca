"""Huawei Cloud's own Python SDK, with the endpoint of the real service, signing with AK and SK."""

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkmpc.v1 import DeleteTranscodingTaskByConsoleRequest, MpcClient

credentials = BasicCredentials("TOMBSTONEAK", "TOMBSTONESK", "0a1b2c3d4e5f60718293a4b5c6d7e8f9")
endpoint = "https://mpc.cn-north-4.myhuaweicloud.com"
client = MpcClient.new_builder().with_credentials(credentials).with_endpoint(endpoint).build()
client.delete_transcoding_task_by_console(DeleteTranscodingTaskByConsoleRequest(task_id=100211))
