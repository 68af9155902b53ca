"""The session rung in Python: JSON lines on standard input and output, some cases at a time."""

import json
import sys
from concurrent.futures import ThreadPoolExecutor


class Unsupported(Exception):
    """The client cannot do this."""


def poll(call, until):
    """What has no helper for it in an SDK, an application asks for again and again."""
    for _ in range(until["atMost"]):
        found = call()
        for name in until["pointer"].split("/")[1:]:
            if isinstance(found, list):
                found = found[int(name)] if int(name) < len(found) else None
            else:
                found = getattr(found, name, None)
        if found in until["in"]:
            return


def serve(client, capabilities, call, concurrency=1):
    """Takes `call(step, message)` through the steps of every case; it returns an outcome."""
    # A client's own prints would be taken for messages.
    output, sys.stdout = sys.stdout, sys.stderr

    def send(message):
        output.write(json.dumps(message) + "\n")
        output.flush()

    def answer(message):
        seq = message["seq"]
        try:
            outcomes = [call(step, message) for step in message["do"]]
            send({"type": "result", "seq": seq, "outcomes": outcomes})
        except Unsupported as reason:
            send({"type": "unsupported", "seq": seq, "reason": str(reason)})
        except Exception as error:
            send({"type": "fault", "seq": seq, "message": f"{type(error).__name__}: {error}"})

    with ThreadPoolExecutor(concurrency) as pool:
        for line in sys.stdin:
            message = json.loads(line)
            if message["type"] == "hello":
                hello = {"client": client, "capabilities": capabilities, "concurrency": concurrency}
                send({"type": "hello", "protocol": 1, **hello})
            elif message["type"] == "run":
                pool.submit(answer, message)
            else:
                break
