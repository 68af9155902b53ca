"""An interactive shell at a terminal of its own, and what is left of the commands that were typed into it."""

import os
import pty
import re
import select
import time

PATIENCE = 30  # seconds; nothing takes that long unless it hangs


class Shell:
    def __init__(self):
        self.printed = b""
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(PS1="READY> ", TERM="xterm")
            os.execvp("bash", ["bash", "--norc", "--noprofile", "--noediting", "-i"])
        self.until(r"READY> ")

    def type(self, text):
        """Types a command line, and waits until the terminal has shown it."""
        self.press(text + "\n")
        self.until(r"\n")

    def press(self, keys):
        os.write(self.terminal, keys.encode())

    def until(self, pattern):
        """What is printed until it has the pattern, from where the last one ended."""
        started = time.monotonic()
        while not (found := re.search(pattern.encode(), self.printed)):
            if time.monotonic() - started > PATIENCE:
                raise AssertionError(f"never came to {pattern}: {self.printed.decode(errors='replace')}")
            if select.select([self.terminal], [], [], 0.05)[0]:
                self.printed += os.read(self.terminal, 65536)
        before, self.printed = self.printed[: found.end()], self.printed[found.end() :]
        return before.decode(errors="replace")

    def ended(self):
        """What is printed until the command has ended, and its status."""
        printed = self.until(r"READY> ")
        self.type("echo status $?")
        return printed, int(re.search(r"status (\d+)", self.until(r"READY> ")).group(1))

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


def processes(mark):
    """The command lines of the processes that have it in their environment."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/environ", "rb") as environment:
                marked = mark.encode() in environment.read().split(b"\0")
            if marked:
                with open(f"/proc/{pid}/cmdline", "rb") as command:
                    found.append(command.read().replace(b"\0", b" ").decode())
        except OSError:
            continue  # it has ended, or is somebody else's
    return found
