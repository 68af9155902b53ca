"""The life of a transcoding task, with Huawei Cloud's own SDK: at the address of the real service, signed with AK and SK."""

import time

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException
from huaweicloudsdkmpc.v1 import (
    CreateTranscodingReq,
    CreateTranscodingTaskRequest,
    DeleteTranscodingTaskByConsoleRequest,
    ListTranscodingTaskRequest,
    MpcClient,
    ObsObjInfo,
)


def connect(secret):
    credentials = BasicCredentials("TOMBSTONEAK", secret, "0a1b2c3d4e5f60718293a4b5c6d7e8f9")
    endpoint = "https://mpc.cn-north-4.myhuaweicloud.com"
    return MpcClient.new_builder().with_credentials(credentials).with_endpoint(endpoint).build()


def clip(name):
    return ObsObjInfo(bucket="example-bucket", location="cn-north-4", object=name)


def status():
    return [found.status for found in mpc.list_transcoding_task(ListTranscodingTaskRequest(task_id=[task])).task_array]


def delete(client):
    return client.delete_transcoding_task_by_console(DeleteTranscodingTaskByConsoleRequest(task_id=task)).status_code


def refused(client, code):
    try:
        delete(client)
    except ClientRequestException as refusal:
        assert (refusal.status_code, refusal.error_code) == code, refusal
        return
    raise SystemExit(f"nothing refused it; expected {code}")


mpc = connect("TOMBSTONESK")
body = CreateTranscodingReq(input=clip("in.mp4"), output=clip("out"), trans_template_id=[7000523])
task = mpc.create_transcoding_task(CreateTranscodingTaskRequest(body=body)).task_id

refused(mpc, (400, "MPC.10213"))
while status() != ["SUCCEEDED"]:
    time.sleep(0.1)
refused(connect("WRONGSK"), (401, "APIGW.0301"))
assert delete(mpc) == 204
assert status() == []
refused(mpc, (400, "MPC.10212"))
