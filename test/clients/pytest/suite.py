"""Runs the example for pytest, and prints its results the way `npm run test:clients` counts them."""

import os
import sys

import pytest

# Nothing is left behind in a folder that the documentation shows.
sys.dont_write_bytecode = True
EXAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "examples", "pytest")


class Tap:
    def __init__(self):
        self.count = 0

    def result(self, report):
        self.count += 1
        print(f"{'ok' if report.passed else 'not ok'} - {report.nodeid.split('::')[-1]}")
        if report.longrepr:
            print("\n".join(f"  {line}" for line in str(report.longrepr).splitlines()))

    def pytest_collectreport(self, report):
        if report.failed:
            self.result(report)

    def pytest_runtest_logreport(self, report):
        # Setup and teardown say something only where they fail.
        if report.when == "call" or report.failed:
            self.result(report)


tap = Tap()
status = pytest.main(["-p", "no:terminal", "-p", "no:cacheprovider", EXAMPLE], plugins=[tap])
print(f"1..{tap.count}", flush=True)
sys.exit(status)
