"""Run tests against mutants in a copy of the project; started by :mod:`tests.mutants.runner` as a script.

Pytest and the libraries are imported once; each mutant is tried in a forked child, which imports the changed program
afresh. Therefore neither the program itself nor :mod:`tests` is imported here.

Jobs are read from standard input and results written to standard output, one JSON object a line.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import os
import re
import resource
import signal
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

#: Modules imported before the fork because they load slowly and never change.
_LIBRARIES = (
    "pytest", "hypothesis", "hypothesis.strategies", "hypothesis.extra.pytestplugin", "_pytest.assertion.rewrite",
    "asyncio", "unittest.mock", "yaml", "regex", "platformdirs", "pexpect", "pyte", "rich.console", "textual.app",
    "textual.pilot", "textual.widgets", "textual.drivers.linux_driver", "wcwidth", "zipfile", "pypdfium2",
)  # fmt: skip
MAX_MEMORY_BYTES, MAX_FILE_BYTES = 4 << 30, 1 << 30
_PR_SET_CHILD_SUBREAPER = 36
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)


def main() -> None:
    """Process jobs until standard input ends."""
    _prepare()
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), flush=True)


def _prepare() -> None:
    sys.path[0] = str(Path.cwd())
    os.environ["PYTHONPATH"] = sys.path[0]
    os.environ |= {"TEXTUAL_DISABLE_KITTY_KEY": "1", "TEXTUAL_ANIMATIONS": "none"}  # as the program sets them
    # Programs started by tests survive the kill of their parent: as subreaper, this process adopts them.
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    for name in _LIBRARIES:
        with suppress(ImportError):
            importlib.import_module(name)


def run(job: dict[str, Any]) -> dict[str, Any]:
    """Change a file, run the tests, restore the file; return the outcome, the failed test, and the seconds taken."""
    path = Path(job["path"])
    original = path.read_bytes()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryFile() as log:
        try:
            _write(path, job["source"].encode())
            child = os.fork()
            if child == 0:
                _test(job["tests"], home, log.fileno())
            status = _wait(child, job["timeout"])
        finally:
            _kill_descendants()
            _write(path, original)
        log.seek(0)
        output = log.read().decode(errors="replace")
    killer = _FAILED.search(output)
    return {
        "outcome": "timeout" if status is None else "survived" if status == 0 else "killed",
        "killer": killer[1] if killer else "",
        "seconds": time.monotonic() - begun,
        "output": output[-4000:],
    }


def _write(path: Path, data: bytes) -> None:
    """Write a source file and delete its byte code, which may look up to date as its time stamp counts whole seconds."""
    path.write_bytes(data)
    for stale in path.parent.glob(f"__pycache__/{path.stem}.*.pyc"):
        stale.unlink()


def _test(tests: list[str], home: str, log: int) -> None:
    """Run pytest in the child; never return."""
    status = 70
    try:
        os.setsid()
        for descriptor in (1, 2):
            os.dup2(log, descriptor)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY_BYTES, MAX_MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_FSIZE, (MAX_FILE_BYTES, MAX_FILE_BYTES))
        os.environ |= {"HOME": home, "TMPDIR": home, "XDG_STATE_HOME": home, "XDG_CACHE_HOME": home}
        tempfile.tempdir = None
        status = _pytest(tests[:1]) or (_pytest(tests[1:]) if tests[1:] else 0)
    finally:
        sys.stdout.flush()
        os._exit(status)


def _pytest(tests: list[str]) -> int:
    """Run test files up to the first failure, the likeliest to fail first and before the others are imported."""
    import pytest

    options = (
        "-x", "-q", "--tb=short", "-p", "no:cacheprovider", "-p", "no:xdist", "-o", "addopts=", "-m", "not slow",
    )  # fmt: skip
    status = int(pytest.main([*options, *tests]))
    return 0 if status == pytest.ExitCode.NO_TESTS_COLLECTED else status  # all tests may be slow


def _wait(child: int, timeout: float) -> int | None:
    """Return the exit status of the child, or None on timeout."""
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    return None


def _kill_descendants() -> None:
    """End all descendants of this process at any depth; orphans among them have become its children."""
    while children := _children():
        for pid in children:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(-1, 0)


def _children() -> list[int]:
    """Return the processes whose parent is this one."""
    me = str(os.getpid())
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                if entry.joinpath("stat").read_text().rpartition(")")[2].split()[1] == me:
                    found.append(int(entry.name))
    return found


if __name__ == "__main__":
    main()
