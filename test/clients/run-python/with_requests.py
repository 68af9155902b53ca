import requests
from deletes import DELETES, ELSEWHERE

for url, headers in DELETES:
    requests.delete(url, headers=headers).raise_for_status()
try:
    requests.get(ELSEWHERE)
    raise SystemExit("nothing refused it")
except requests.ConnectionError as error:
    assert "no contract names it" in str(error), error
