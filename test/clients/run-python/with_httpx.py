import httpx
from deletes import DELETES, ELSEWHERE

for url, headers in DELETES:
    httpx.delete(url, headers=headers).raise_for_status()
try:
    httpx.get(ELSEWHERE)
    raise SystemExit("nothing refused it")
except httpx.ProxyError as error:
    assert "no contract names it" in str(error), error
