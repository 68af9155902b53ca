"""The control interface of the server under test."""

import json
import os
import urllib.request

url = os.environ["TOMBSTONE_URL"]
# Never through a proxy: the server is on this machine.
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def call(method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{url}/_tombstone{path}", data, method=method)
    if data is not None:
        request.add_header("Content-Type", "application/json")
    with opener.open(request, timeout=10) as response:
        text = response.read()
        return json.loads(text) if text else None


def reset():
    call("POST", "/reset")


def advance(by):
    call("POST", "/clock", {"advance": by})


def put(resource, key, fields):
    return call("PUT", f"/state/{resource}/{key}", fields)


def exchanges():
    return call("GET", "/journal")["exchanges"]
