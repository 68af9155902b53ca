"""Huawei Cloud's own Python SDK, unmodified: every operation on transcoding tasks, signed with AK and SK."""

import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "shared"))

import control
import tap
from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException
from huaweicloudsdkmpc.v1 import (
    CreateTranscodingReq,
    CreateTranscodingTaskRequest,
    DeleteTranscodingTaskByConsoleRequest,
    DeleteTranscodingTaskRequest,
    ListTranscodingTaskRequest,
    MpcClient,
    ObsObjInfo,
)

PROJECT = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"


def connect(secret="TOMBSTONESK"):
    credentials = BasicCredentials("TOMBSTONEAK", secret, PROJECT)
    return MpcClient.new_builder().with_credentials(credentials).with_endpoint(control.url).build()


def clip(name):
    return ObsObjInfo(bucket="example-bucket", location="cn-north-4", object=name)


class TranscodingTasks(unittest.TestCase):
    def setUp(self):
        control.reset()
        self.client = connect()

    def create(self):
        body = CreateTranscodingReq(input=clip("in.mp4"), output=clip("out"), trans_template_id=[7000523])
        return self.client.create_transcoding_task(CreateTranscodingTaskRequest(body=body)).task_id

    def query(self, *ids):
        return self.client.list_transcoding_task(ListTranscodingTaskRequest(task_id=list(ids))).task_array

    def status(self, task):
        return [found.status for found in self.query(task)]

    def delete(self, task, client=None):
        request = DeleteTranscodingTaskByConsoleRequest(task_id=task)
        return (client or self.client).delete_transcoding_task_by_console(request)

    def assert_refused(self, code, call, *args):
        with self.assertRaises(ClientRequestException) as refused:
            call(*args)
        self.assertEqual((refused.exception.status_code, refused.exception.error_code), code)
        self.assertTrue(refused.exception.request_id)

    def test_life(self):
        """a created task is refused deletion while it waits and while it runs; done, its record is deleted"""
        task = self.create()
        self.assertIsInstance(task, int)
        for state, then in (("WAITING", "2s"), ("TRANSCODING", "5s")):
            self.assertEqual(self.status(task), [state])
            self.assert_refused((400, "MPC.10213"), self.delete, task)
            self.assertEqual(self.status(task), [state])
            control.advance(then)
        self.assertEqual(self.status(task), ["SUCCEEDED"])
        self.assertEqual(self.delete(task).status_code, 204)
        self.assertEqual(self.status(task), [])
        self.assert_refused((400, "MPC.10212"), self.delete, task)

    def test_cancel(self):
        """a waiting task is canceled, not twice, and then its record is deleted"""
        task = self.create()
        cancel = lambda: self.client.delete_transcoding_task(DeleteTranscodingTaskRequest(task_id=task))
        self.assertEqual(cancel().status_code, 204)
        self.assertEqual(self.status(task), ["CANCELED"])
        self.assert_refused((400, "MPC.10212"), cancel)
        self.assertEqual(self.delete(task).status_code, 204)
        self.assertEqual(self.status(task), [])

    def test_repeated_key(self):
        """ids 9, 10 and 100 are asked for at once: the SDK signs them as numbers, in an order that is not the texts'"""
        ids = [10, 9, 100]
        for task in ids:
            control.put("huawei-mpc/transcodingTask", task, {"status": "SUCCEEDED"})
        self.assertEqual(sorted(int(found.task_id) for found in self.query(*ids)), [9, 10, 100])
        target = control.exchanges()[-1]["request"]["target"]
        self.assertIn("task_id=9&task_id=10&task_id=100", target)

    def test_wrong_secret(self):
        """a wrong secret is denied by the gateway with 401, and the task stays"""
        self.assert_refused((401, "APIGW.0301"), self.delete, 100211, connect("WRONGSK"))
        self.assertEqual(self.status(100211), ["SUCCEEDED"])
        self.assertEqual(self.delete(100211).status_code, 204)

    def test_other_project(self):
        """another project's task is as good as none"""
        self.assertEqual(self.status(100299), [])
        self.assert_refused((400, "MPC.10212"), self.delete, 100299)

    def test_missing_id(self):
        """a delete without an id, which this SDK sends, is an invalid request"""
        self.assert_refused((400, "MPC.10202"), self.delete, None)


tap.main()
