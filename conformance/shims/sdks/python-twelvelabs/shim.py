"""The PyPI package `twelvelabs`, unmodified, as an adapter of the session rung: `python3 shim.py`."""

import os
import re
import sys
from functools import lru_cache
from importlib.metadata import version

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

from operations import deletes, invoke, operations
from session import Unsupported, poll, serve
from twelvelabs import TwelveLabs
from twelvelabs.core.api_error import ApiError

# The one would win over the base URL of a case, the other be taken where a case gives no key.
for name in ("TWELVELABS_BASE_URL", "TWELVE_LABS_API_KEY"):
    os.environ.pop(name, None)

CLIENT = {
    "name": "python-twelvelabs",
    "version": version("twelvelabs"),
    "language": "Python",
    "issues": "https://github.com/twelvelabs-io/twelvelabs-python/issues",
}


def call(step, message):
    operation, parameters, body = step["operation"], step["parameters"], step.get("body", {})
    if not isinstance(body, dict):
        raise Unsupported("Its methods take the fields of a body as named arguments: it sends no other body.")
    key = message["credentials"].get("ApiKeyAuth", {}).get("value")
    try:
        client = connect(message["seq"], message["baseUrl"], key)
        if "until" in step and operation == "getTask":
            client.tasks.wait_for_done(task_id=parameters["task_id"], sleep_interval=0.01)
        elif "until" in step:
            poll(lambda: invoke(client, operation, parameters, body), step["until"])
        else:
            invoke(client, operation, parameters, body)
        return {"outcome": "deleted"} if operation in deletes else {}
    except Exception as error:
        return told(error)


@lru_cache(maxsize=16)
def connect(_case, base_url, key):
    """One client for all the steps of a case, as an application has one."""
    return TwelveLabs(api_key=key, base_url=base_url)


def told(error):
    """What an application makes of the exception it catches, by the documentation of the SDK and of the API."""
    message = f"{type(error).__name__}: {error}"
    if not isinstance(error, ApiError):
        return {"outcome": "unknown", "message": message}
    status = error.status_code
    code = error.body.get("code") if isinstance(error.body, dict) else None
    shown = {name: value for name, value in {"status": status, "code": code}.items() if value is not None}
    return {"outcome": word(status, code or ""), "message": message, **shown}


def word(status, code):
    if status is None or code == "endpoint_not_exists":
        return "unknown"
    if status in (401, 403):
        return "denied"
    if status == 429:
        return "throttled"
    if status >= 500:
        return "failed"
    if status == 404 or re.search("_not_exists?$", code):
        return "absent"
    return "refused" if status == 409 or re.search("_cannot_be_deleted$|_already_exists$", code) else "unknown"


serve(CLIENT, [f"twelvelabs/{operation}" for operation in operations], call, concurrency=4)
