"""Read a hostile file in a process with little memory and time."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

MIB = 1024 * 1024
#: Limits on the processor time and the address space of the reader.
TIMEOUT_S, MEMORY_BYTES = 30, 400 * MIB
#: Reads each file in a copy of itself, which it limits: the reader is imported once and not once a file.
_SERVE = f"""
import os, resource, signal, sys
from tui.convert.read_file import read_file
from tui.report.errors import HuijiError

def read(path):
    resource.setrlimit(resource.RLIMIT_AS, ({MEMORY_BYTES}, {MEMORY_BYTES}))
    resource.setrlimit(resource.RLIMIT_CPU, ({TIMEOUT_S}, {TIMEOUT_S}))
    signal.alarm({10 * TIMEOUT_S})
    try:
        print(len(read_file(open(path, "rb").read(), path, None).text))
    except HuijiError as error:
        print(error.message)
    sys.stdout.flush()

for line in sys.stdin:
    if not (child := os.fork()):
        try:
            read(line[:-1])
            os._exit(0)
        finally:
            os._exit(1)
    print("status", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@cache
def _server() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _SERVE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )


def read_in_limited_memory(path: Path) -> str:
    """Return what is said of a file: the number of characters read from it, or the error; one line, and nothing else."""
    server = _server()
    assert server.stdin is not None and server.stdout is not None
    server.stdin.write(f"{path}\n")
    said = [server.stdout.readline()]
    while not said[-1].startswith("status "):
        assert said[-1], "the server has ended"
        said.append(server.stdout.readline())
    assert said[1:] == ["status 0\n"], said
    return said[0].strip()
