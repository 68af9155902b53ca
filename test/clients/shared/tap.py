"""Runs the test cases of a module and prints their results the way `npm run test:clients` counts them."""

import sys
import unittest


class TapResult(unittest.TestResult):
    def _title(self, test):
        return test.shortDescription() or test.id()

    def _failed(self, test, error):
        print(f"not ok - {self._title(test)}")
        for line in self._exc_info_to_string(error, test).splitlines():
            print(f"  {line}")

    def addSuccess(self, test):
        print(f"ok - {self._title(test)}", flush=True)

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self._failed(test, error)

    def addError(self, test, error):
        super().addError(test, error)
        self._failed(test, error)


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    count = suite.countTestCases()
    result = suite.run(TapResult())
    print(f"1..{count}")
    sys.exit(0 if result.wasSuccessful() else 1)
