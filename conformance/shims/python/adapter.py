"""A small client and its adapter for the session rung. Python 3, standard library: `python3 adapter.py`."""
import http.client, json, re, sys, urllib.parse

CALLS = {  # operation: method, path below the base URL, what its success means
    "twelvelabs/getTask": ("GET", "/tasks/{task_id}", None),
    "twelvelabs/deleteTask": ("DELETE", "/tasks/{task_id}", "deleted"),
    "twelvelabs/deleteVideo": ("DELETE", "/indexes/{index-id}/videos/{video-id}", "deleted"),
    "twelvelabs/deleteIndexedAsset": ("DELETE", "/indexes/{index-id}/indexed-assets/{indexed-asset-id}", "deleted"),
    "huawei-mpc/deleteTranscodingTask": ("DELETE", "/v1/{project_id}/transcodings/task?task_id={task_id}", "deleted"),
    "huawei-mpc/cancelTranscodingTask": ("DELETE", "/v1/{project_id}/transcodings?task_id={task_id}", None),
}
CODES = {"task_cannot_be_deleted": "refused", "MPC.10213": "refused", "MPC.10211": "absent",
         "resource_not_exists": "absent", "resource_not_exist": "absent"}

def send(method, url, headers):
    """The status, the body, and the members of its JSON; status 0 where no whole answer came."""
    server = urllib.parse.urlsplit(url).netloc
    connection = http.client.HTTPConnection(server)
    try:
        connection.request(method, url.partition(server)[2], headers=headers)
        answer = connection.getresponse()
        status, body = answer.status, answer.read().decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return 0, "", {}
    try:
        members = json.loads(body)
    except ValueError:
        members = None
    return status, body, members if isinstance(members, dict) else {}

def meaning(operation, status, body, members, code):
    """The word for an answer as the provider documents it, `unknown` where it does not; None for a plain success."""
    method, _, success = CALLS[operation]
    if status < 400:
        is_done = status == 204 if method == "DELETE" else status == 200 and members
        return success if is_done else "unknown"
    if status == 429 or status >= 500:
        return "throttled" if status == 429 else "failed"
    if code in CODES:
        return CODES[code]
    if status in (401, 403):
        return "denied"
    # A cancel that comes too late fails with the general code. And of one call a 400 without a body is documented.
    too_late = operation == "huawei-mpc/cancelTranscodingTask" and code == "MPC.10212" or status == 409 and code
    return "refused" if too_late or (operation, status, body) == ("twelvelabs/deleteTask", 400, "") else "unknown"

def call(operation, step, base_url, headers):
    method, path, _ = CALLS[operation]
    for name, value in step["parameters"].items():
        path = path.replace("{%s}" % name, urllib.parse.quote(str(value), safe=""))
    until = step.get("until", {"pointer": "", "in": [], "atMost": 1})
    for _ in range(until["atMost"]):
        status, body, value = send(method, base_url + re.sub(r"\?.*\{.*", "", path), headers)
        members = value
        for name in until["pointer"].split("/")[1:]:
            value = value.get(name) if isinstance(value, dict) else None
        if status != 200 or value in until["in"]:
            break
    code = next((one for one in (members.get("code"), members.get("error_code")) if isinstance(one, str)), None)
    outcome = {"outcome": meaning(operation, status, body, members, code), "status": status, "code": code}
    return {key: value for key, value in outcome.items() if value}

def run(message):
    headers = [{one["header"]: one["value"]} for one in message["credentials"].values() if "header" in one]
    steps = [(message["provider"] + "/" + step["operation"], step) for step in message["do"]]
    if not all(operation in CALLS for operation, _ in steps) or message["credentials"] and not headers:
        return {"type": "unsupported", "reason": "it has no such call, or it cannot sign requests"}
    outcomes = [call(operation, step, message["baseUrl"], headers[0] if headers else {}) for operation, step in steps]
    return {"type": "result", "outcomes": outcomes}

for line in sys.stdin:
    message = json.loads(line)
    if message["type"] == "hello":
        client = {"name": "shim-python", "language": "Python"}
        print(json.dumps({"type": "hello", "protocol": 1, "client": client, "capabilities": list(CALLS)}), flush=True)
    elif message["type"] == "run":
        print(json.dumps({"seq": message["seq"], **run(message)}), flush=True)
    elif message["type"] == "bye":
        break
