import os

import pytest
import requests

# Of a running mock: npx --no tombstone serve --pace manual
TOMBSTONE = os.environ.get("TOMBSTONE_URL", "http://127.0.0.1:4010")


class World:
    """A sandbox on a port of its own: what a test does in it, no other test sees."""

    def __init__(self, url, control):
        self.url = url
        self.control = control

    def put(self, record, **fields):
        """Makes or replaces a record: put("twelvelabs/task/ID", status="ready")."""
        answer = requests.put(f"{self.control}/state/{record}", json=fields, timeout=10)
        answer.raise_for_status()
        return answer.json()

    def has(self, record):
        return requests.get(f"{self.control}/state/{record}", timeout=10).status_code == 200

    def fault(self, operation, **fault):
        """Strikes the next call of an operation: fault("twelvelabs/deleteTask", loseResponse=True)."""
        setting = {"operation": operation, "times": 1, "fault": fault}
        requests.post(f"{self.control}/faults", json=setting, timeout=10).raise_for_status()

    def last_rule(self):
        return requests.get(f"{self.control}/journal", timeout=10).json()["exchanges"][-1]["rule"]


@pytest.fixture
def world():
    made = requests.post(f"{TOMBSTONE}/_tombstone/sandboxes", json={}, timeout=10).json()
    yield World(made["baseUrl"], made["control"])
    requests.delete(f"{TOMBSTONE}/_tombstone/sandboxes/{made['id']}", timeout=10)
