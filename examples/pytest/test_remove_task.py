import pytest
import requests

from remove_task import remove_task

KEY = "tlk_tombstone"
TASK = "7a5c000000000000000000ff"


def put(world, status):
    world.put(f"twelvelabs/task/{TASK}", status=status, index_id="6298d673f1090f1100476d4c")


def test_a_failed_task_is_deleted(world):
    put(world, "failed")
    assert remove_task(f"{world.url}/v1.3", KEY, TASK) == "deleted"
    assert not world.has(f"twelvelabs/task/{TASK}")
    assert remove_task(f"{world.url}/v1.3", KEY, TASK) == "absent"


@pytest.mark.parametrize("status", ["validating", "pending", "queued", "indexing"])
def test_a_task_that_is_not_done_is_refused_and_stays(world, status):
    put(world, status)
    assert remove_task(f"{world.url}/v1.3", KEY, TASK) == "refused"
    assert world.has(f"twelvelabs/task/{TASK}")
    assert world.last_rule().startswith("twelvelabs/deleteTask/not-final")


def test_after_a_lost_answer_nobody_says_deleted(world):
    put(world, "failed")
    world.fault("twelvelabs/deleteTask", loseResponse=True)
    with pytest.raises(requests.ConnectionError):
        remove_task(f"{world.url}/v1.3", KEY, TASK)
    assert not world.has(f"twelvelabs/task/{TASK}")


def test_a_wrong_key_is_not_an_absent_task(world):
    put(world, "failed")
    with pytest.raises(requests.HTTPError, match="401"):
        remove_task(f"{world.url}/v1.3", "tlk_wrong", TASK)
    assert world.has(f"twelvelabs/task/{TASK}")
