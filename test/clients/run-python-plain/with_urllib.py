import os
import sys
import urllib.error
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "run-python"))

from deletes import DELETES, ELSEWHERE

for url, headers in DELETES:
    urllib.request.urlopen(urllib.request.Request(url, headers=headers, method="DELETE")).close()
try:
    urllib.request.urlopen(ELSEWHERE)
    raise SystemExit("nothing refused it")
except urllib.error.URLError as error:
    assert "no contract names it" in str(error), error
