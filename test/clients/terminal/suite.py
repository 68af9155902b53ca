"""Commands are typed into a shell at a terminal, keys are pressed, and it is looked at what is left of them."""

import os
import re
import shlex
import signal
import socket
import sys
import tempfile
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "shared"))

import control
import tap
from shell import Shell, processes

TOMBSTONE = f"{shlex.quote(os.environ['NODE'])} {shlex.quote(os.environ['TOMBSTONE_BIN'])}"
CTRL_C, CTRL_BACKSLASH = "\x03", "\x1c"


def python(program):
    return f"{shlex.quote(sys.executable)} -c {shlex.quote(program)}"


def answers(port):
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


class CtrlC(unittest.TestCase):
    def setUp(self):
        control.reset()
        # What is kept for the time of a command is kept here, so that it is seen what is left.
        self.folder = tempfile.TemporaryDirectory()
        self.mark = f"TMPDIR={self.folder.name}"
        self.shell = Shell()

    def tearDown(self):
        self.shell.close()
        self.folder.cleanup()

    def type(self, command, until):
        self.shell.type(f"{self.mark} {TOMBSTONE} {command}")
        return self.shell.until(until)

    def press(self, keys):
        self.shell.press(keys)
        return self.shell.ended()

    def assert_nothing_left(self):
        # One that is being killed is there for a moment more.
        for _ in range(50):
            if not processes(self.mark):
                break
            time.sleep(0.1)
        self.assertEqual(processes(self.mark), [])
        self.assertEqual(os.listdir(self.folder.name), [])

    def test_run(self):
        """run: the command is ended, the status is 130, and no process, file or port is left"""
        printed = self.type(
            "run twelvelabs -- sh -c 'echo proxy $HTTPS_PROXY mocks $TOMBSTONE_URL; exec sleep 60'", r"mocks http\S+\d\r"
        )
        ports = [int(port) for port in re.findall(r"127\.0\.0\.1:(\d+)", printed)]
        self.assertEqual(len(ports), 2)
        self.assertTrue(all(map(answers, ports)))
        printed, status = self.press(CTRL_C)
        self.assertEqual(status, 130)
        self.assertIn("The command ended by SIGINT (130)", printed)
        self.assertFalse(any(map(answers, ports)))
        self.assert_nothing_left()

    def test_background(self):
        """run: what the command started in the background, where Ctrl-C does not reach it, is ended with it"""
        self.type("run twelvelabs -- sh -c '(echo up; exec sleep 60) & exec sleep 60'", "up\r")
        self.assertEqual(self.press(CTRL_C)[1], 130)
        self.assert_nothing_left()

    def test_pipe(self):
        """run: what its output is piped into is left alone"""
        self.type(r"run twelvelabs -- sh -c 'sleep 60 & echo up' | sh -c 'cat; echo it goes on'", "up\r")
        self.assertIn("it goes on", self.shell.ended()[0])
        self.assert_nothing_left()

    def test_prompt(self):
        """run: a program that makes something else of Ctrl-C goes on, however often it is pressed"""
        program = (
            "process.on('SIGINT', () => console.log('forgotten'));"
            "process.stdin.once('data', (line) => process.exit(line.length));"
            "console.log('up')"
        )
        self.type(f"run twelvelabs -- {shlex.quote(os.environ['NODE'])} -e {shlex.quote(program)}", "up\r")
        for _ in range(3):
            self.shell.press(CTRL_C)
            self.shell.until("forgotten")
        self.assertEqual(self.press("four\n")[1], 5)
        self.assert_nothing_left()

    def test_taken_for_the_end(self):
        """run: a program that ends at Ctrl-C and says 0 was no success"""
        program = "import signal, sys; signal.signal(signal.SIGINT, lambda *_: sys.exit(0)); print('up', flush=True); signal.pause()"
        self.type(f"run twelvelabs -- {python(program)}", "up\r")
        self.assertEqual(self.press(CTRL_C)[1], 130)

    def test_quit(self):
        r"""run: Ctrl-\ ends it, with 131, and nothing is left"""
        self.type("run twelvelabs -- sh -c 'ulimit -c 0; trap \"\" INT; echo up; sleep 60'", "up\r")
        self.shell.press(CTRL_C)
        self.assertEqual(self.press(CTRL_BACKSLASH)[1], 131)
        self.assert_nothing_left()

    def test_terminate(self):
        """run: SIGTERM from elsewhere ends all of it, though the command is in the group of its terminal"""
        printed = self.type("run twelvelabs -- sh -c 'sleep 60 & echo from $PPID; wait; exit 0'", r"from \d+\r")
        os.kill(int(re.search(r"from (\d+)", printed).group(1)), signal.SIGTERM)
        self.assertEqual(self.shell.ended()[1], 143)
        self.assert_nothing_left()

    def conform(self, rung):
        with tempfile.TemporaryDirectory() as elsewhere:
            # It has no terminal to say so at.
            up = os.path.join(elsewhere, "up")
            os.mkfifo(up)
            case = "--select twelvelabs/deleteTask/deleted/ready"
            self.type(f"conform twelvelabs --rung {rung} {case} -- sh -c 'echo up > {up}; sleep 60 & sleep 60'", "")
            with open(up) as said:
                self.assertEqual(said.read(), "up\n")
            self.assertEqual(self.press(CTRL_C)[1], 130)
            self.assert_nothing_left()

    def test_session(self):
        """conform: the status is 130, and no adapter is left"""
        self.conform("session")

    def test_exec(self):
        """conform --rung exec: the status is 130, and no client and no folder is left"""
        self.conform("exec")

    def test_observe(self):
        """conform --rung observe: the status is 130, and no program and no certificate is left"""
        self.conform("observe")

    def test_verify_as_client(self):
        """verify: it stops while it waits, names what it could not delete, and its status is 130"""
        # The clock of the server stands still: no task ever gets anywhere.
        self.type(f"verify twelvelabs --as-client --wait 1h --target {control.url}", r"\d+/\d+")
        self.wait_for_task()
        printed, status = self.press(CTRL_C)
        self.assertEqual(status, 130)
        self.assertRegex(printed, r"The task was still \w+ when the run was stopped")
        self.assertRegex(printed, r"The task \w+ is left behind: deleteTask answered 400")
        self.assertIn("It was stopped.", printed)
        self.assert_nothing_left()

    def test_verify(self):
        """verify of a mock of ours: its sandbox is closed, and the status is 130"""
        self.type(f"verify twelvelabs --target {control.url}", r"\d+/\d+")
        self.assertEqual(self.press(CTRL_C)[1], 130)
        self.assertEqual(control.call("GET", "/sandboxes")["sandboxes"], [])
        self.assert_nothing_left()

    def test_serve(self):
        """serve: it stops as it was told to, with 0, and its port is free"""
        port = int(re.search(r"127\.0\.0\.1:(\d+)", self.type("serve twelvelabs --port 0", r"127\.0\.0\.1:\d+")).group(1))
        self.assertTrue(answers(port))
        self.assertEqual(self.press(CTRL_C)[1], 0)
        self.assertFalse(answers(port))
        self.assert_nothing_left()

    def wait_for_task(self):
        """Until the same few tasks are looked at again and again: they are waited for."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            last = [exchange["request"] for exchange in control.exchanges()[-40:]]
            looks = [request["target"] for request in last if request["method"] == "GET" and "/tasks/" in request["target"]]
            if len(looks) == 40 and len(set(looks)) <= 8:
                return
            time.sleep(0.05)
        self.fail("no task is waited for")


tap.main()
