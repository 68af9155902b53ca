"""The PyPI package `huaweicloudsdkmpc`, unmodified, as an adapter of the session rung: `python3 shim.py`."""

import os
import sys
from importlib.metadata import version
from urllib.parse import urlsplit

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import SdkException, ServiceResponseException
from huaweicloudsdkmpc.v1 import MpcClient
from operations import invoke, operations
from session import Unsupported, poll, serve

CLIENT = {
    "name": "python-huaweicloudsdkmpc",
    "version": version("huaweicloudsdkmpc"),
    "language": "Python",
    "issues": "https://github.com/huaweicloud/huaweicloud-sdk-python-v3/issues",
}


def call(step, message):
    operation, parameters, body = step["operation"], step["parameters"], step.get("body", {})
    if not isinstance(body, dict):
        raise Unsupported("Its request takes an object of its own as the body: it sends no other.")
    try:
        client = connect(message, parameters.get("project_id"))
        if "until" in step:
            poll(lambda: invoke(client, operation, parameters, body), step["until"])
        else:
            invoke(client, operation, parameters, body)
        return {"outcome": "deleted"} if operation == "deleteTranscodingTask" else {}
    except Unsupported:
        raise
    except Exception as error:
        return told(error, operation)


def connect(message, project):
    given = message["credentials"]
    if "Token" in given and "AkSk" not in given:
        raise Unsupported("It signs with access key and secret; it takes no token.")
    if "AkSk" not in given:
        raise Unsupported("Without a key it calls the metadata service of the machine it runs on, not the API.")
    credentials = BasicCredentials(given["AkSk"]["accessKey"], given["AkSk"]["secret"], project)
    url = urlsplit(message["baseUrl"])
    return MpcClient.new_builder().with_credentials(credentials).with_endpoint(f"{url.scheme}://{url.netloc}").build()


def told(error, operation):
    """What an application makes of the exception it catches, by the documentation of the SDK and of the API."""
    message = str(error) if isinstance(error, SdkException) else f"{type(error).__name__}: {error}"
    if not isinstance(error, ServiceResponseException):
        return {"outcome": "unknown", "message": message}
    status, code = error.status_code, error.error_code
    # Where the SDK makes it up itself, it is a number.
    shown = {"code": str(code)} if code else {}
    return {"outcome": word(status, code, operation), "status": status, **shown, "message": message}


def word(status, code, operation):
    if status == 429:
        return "throttled"
    if status >= 500:
        return "failed"
    if code == "MPC.10213":
        return "refused"
    # A task that cannot be submitted is a 403 as well.
    if status in (401, 403) and code != "MPC.10202":
        return "denied"
    # The document of cancel names this code for a task that is queued no more.
    return "refused" if code == "MPC.10212" and operation == "cancelTranscodingTask" else "unknown"


serve(CLIENT, [f"huawei-mpc/{operation}" for operation in operations], call)
