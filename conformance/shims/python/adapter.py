"""The adapter of the small client in client.py for the session rung. Python 3, standard library: `python3 adapter.py`."""
import json
import sys

import client

HELLO = {
    "type": "hello",
    "protocol": 1,
    "client": {"name": "shim-python", "language": "Python"},
    "capabilities": list(client.CALLS),
}


def run(message):
    """The answer to a case: an outcome for each step, in order, or why the client cannot be asked for it."""
    headers = [{one["header"]: one["value"]} for one in message["credentials"].values() if "header" in one]
    if message["credentials"] and not headers:
        return {"type": "unsupported", "reason": "it cannot sign requests"}
    outcomes = []
    for step in message["do"]:
        operation = message["provider"] + "/" + step["operation"]
        if operation not in client.CALLS:
            return {"type": "unsupported", "reason": "it has no call " + operation}
        outcomes.append(take(operation, step, message["baseUrl"], headers[0] if headers else {}))
    return {"type": "result", "outcomes": outcomes}


def take(operation, step, base_url, headers):
    """What the client tells of one step; of the last call where the step is `until` the answer has a value."""
    until = step.get("until", {"pointer": "", "in": [], "atMost": 1})
    for _ in range(until["atMost"]):
        outcome, status, code, members = client.call(operation, step["parameters"], base_url, headers)
        if status != 200 or at(until["pointer"], members) in until["in"]:
            break
    told = {"outcome": outcome, "status": status, "code": code}
    return {name: value for name, value in told.items() if value}


def at(pointer, value):
    for name in pointer.split("/")[1:]:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def say(message):
    print(json.dumps(message), flush=True)


for line in sys.stdin:
    asked = json.loads(line)
    if asked["type"] == "hello":
        say(HELLO)
    elif asked["type"] == "run":
        say({"seq": asked["seq"], **run(asked)})
    elif asked["type"] == "bye":
        break
