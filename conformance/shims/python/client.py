"""A small client of two providers, as its author has it. Python 3, standard library."""
import http.client
import json
import re
import urllib.parse

CALLS = {  # operation: method, path below the base URL, what its success means
    "twelvelabs/getTask": ("GET", "/tasks/{task_id}", None),
    "twelvelabs/deleteTask": ("DELETE", "/tasks/{task_id}", "deleted"),
    "twelvelabs/deleteVideo": ("DELETE", "/indexes/{index-id}/videos/{video-id}", "deleted"),
    "twelvelabs/deleteIndexedAsset": ("DELETE", "/indexes/{index-id}/indexed-assets/{indexed-asset-id}", "deleted"),
    "huawei-mpc/deleteTranscodingTask": ("DELETE", "/v1/{project_id}/transcodings/task?task_id={task_id}", "deleted"),
    "huawei-mpc/cancelTranscodingTask": ("DELETE", "/v1/{project_id}/transcodings?task_id={task_id}", None),
}
CODES = {
    "task_cannot_be_deleted": "refused",
    "MPC.10213": "refused",
    "resource_not_exists": "absent",
    "resource_not_exist": "absent",
    "MPC.10211": "absent",
}


def call(operation, parameters, base_url, headers):
    """Makes one call, and says what came of it, the status, the code, and the members of the answer's JSON."""
    method, path, _ = CALLS[operation]
    for name, value in parameters.items():
        path = path.replace("{%s}" % name, urllib.parse.quote(str(value), safe=""))
    path = re.sub(r"\?.*\{.*", "", path)  # what is not given is not sent
    try:
        status, body = send(method, base_url + path, headers)
    except (OSError, http.client.HTTPException):
        return "unknown", None, None, {}  # half an answer is none
    members = members_of(body)
    code = next((one for one in (members.get("code"), members.get("error_code")) if isinstance(one, str)), None)
    return meaning(operation, status, body, code), status, code, members


def send(method, url, headers):
    server = urllib.parse.urlsplit(url).netloc
    connection = http.client.HTTPConnection(server)
    connection.request(method, url.partition(server)[2], headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode("utf-8", "replace")


def members_of(body):
    try:
        value = json.loads(body)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def meaning(operation, status, body, code):
    """The word for an answer as the provider documents it, `unknown` where it does not; None for a plain success."""
    method, _, success = CALLS[operation]
    if status < 400:
        is_done = status == 204 if method == "DELETE" else status == 200 and members_of(body)
        return success if is_done else "unknown"
    if status == 429:
        return "throttled"
    if status >= 500:
        return "failed"
    if code in CODES:
        return CODES[code]
    if status in (401, 403):
        return "denied"
    # A cancel that comes too late fails with the general code. And of one call a 400 without a body is documented.
    too_late = operation == "huawei-mpc/cancelTranscodingTask" and code == "MPC.10212" or status == 409 and code
    return "refused" if too_late or (operation, status, body) == ("twelvelabs/deleteTask", 400, "") else "unknown"
