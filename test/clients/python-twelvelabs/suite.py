"""TwelveLabs' own Python SDK, unmodified: create, wait, be refused, delete the video, delete the task."""

import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "shared"))

import control
import tap
from twelvelabs import TwelveLabs
from twelvelabs.core.api_error import ApiError
from twelvelabs.errors import BadRequestError
from twelvelabs.indexes import IndexesCreateRequestModelsItem

# It would win over what the client is given.
os.environ.pop("TWELVELABS_BASE_URL", None)

VIDEO = "https://media.tombstone.invalid/harbour.mp4"


def connect(key="tlk_tombstone"):
    return TwelveLabs(api_key=key, base_url=f"{control.url}/v1.3")


class Tasks(unittest.TestCase):
    def setUp(self):
        control.reset()
        self.client = connect()
        model = IndexesCreateRequestModelsItem(model_name="marengo3.0", model_options=["visual"])
        self.index = self.client.indexes.create(index_name="harbour", models=[model]).id
        self.task = self.client.tasks.create(index_id=self.index, video_url=VIDEO).id

    def wait(self):
        seen = []

        def later(task):
            seen.append(task.status)
            control.advance("1s")

        return self.client.tasks.wait_for_done(task_id=self.task, sleep_interval=0.01, callback=later), seen

    def test_wait(self):
        """wait_for_done sees every state and ends with ready"""
        done, seen = self.wait()
        self.assertEqual(done.status, "ready")
        self.assertEqual(list(dict.fromkeys(seen)), ["validating", "pending", "queued", "indexing", "ready"])

    def test_delete(self):
        """a ready task is refused with BadRequestError until its video is deleted, then it is gone"""
        done, _ = self.wait()
        with self.assertRaises(BadRequestError) as refused:
            self.client.tasks.delete(self.task)
        self.assertEqual(refused.exception.status_code, 400)
        self.assertEqual(refused.exception.body["code"], "task_cannot_be_deleted")
        self.assertEqual(self.client.tasks.retrieve(self.task).status, "ready")

        self.client.indexes.videos.delete(self.index, done.video_id)
        self.assertIsNone(self.client.tasks.delete(self.task))
        for call in (self.client.tasks.retrieve, self.client.tasks.delete):
            with self.assertRaises(ApiError) as gone:
                call(self.task)
            self.assertEqual(gone.exception.status_code, 404)
            self.assertEqual(gone.exception.body["code"], "resource_not_exists")

    def test_refused_while_indexing(self):
        """a task that is being indexed is refused with BadRequestError, and stays"""
        control.advance("4s")
        self.assertEqual(self.client.tasks.retrieve(self.task).status, "indexing")
        with self.assertRaises(BadRequestError) as refused:
            self.client.tasks.delete(self.task)
        self.assertEqual(refused.exception.body["code"], "task_cannot_be_deleted")
        self.assertEqual(self.client.tasks.retrieve(self.task).status, "indexing")

    def test_wrong_key(self):
        """a wrong key is denied with 401, and the task stays"""
        with self.assertRaises(ApiError) as denied:
            connect("tlk_of_somebody_else").tasks.delete(self.task)
        self.assertEqual(denied.exception.status_code, 401)
        self.assertEqual(denied.exception.body["code"], "api_key_invalid")
        self.assertEqual(self.client.tasks.retrieve(self.task).id, self.task)

    def test_list(self):
        """the pager goes through the list until an empty page"""
        more = [self.client.tasks.create(index_id=self.index, video_url=VIDEO).id for _ in range(2)]
        listed = [task.id for task in self.client.tasks.list(index_id=self.index, page_limit=2)]
        self.assertEqual(sorted(listed), sorted([self.task, *more]))


class IndexedAssets(unittest.TestCase):
    def test_delete(self):
        """an indexed asset is made of an asset, deleted, and gone; its asset stays"""
        control.reset()
        client = connect()
        indexes, index, asset = client.indexes, "6298d673f1090f1100476d4c", "a55e70000000000000000004"
        indexed = indexes.indexed_assets.create(index, asset_id=asset).id
        control.advance("10s")
        self.assertEqual(indexes.indexed_assets.retrieve(index, indexed).status, "ready")
        with self.assertRaises(ApiError) as in_use:
            client.assets.delete(asset)
        self.assertEqual(in_use.exception.status_code, 409)

        self.assertIsNone(indexes.indexed_assets.delete(index, indexed))
        with self.assertRaises(ApiError) as gone:
            indexes.indexed_assets.retrieve(index, indexed)
        self.assertEqual(gone.exception.status_code, 404)
        self.assertEqual(client.assets.retrieve(asset).id, asset)


tap.main()
