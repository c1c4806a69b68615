"""Read a hostile file in a process with little memory and time."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

MIB = 1024 * 1024
#: Limits on the reader's run time and address space.
TIMEOUT_S, MEMORY_BYTES = 30, 400 * MIB
_READ = """
import sys
from tui.convert.read_file import read_file
from tui.report.errors import HuijiError
try:
    print(len(read_file(open(sys.argv[1], "rb").read(), sys.argv[1], None).text))
except HuijiError as error:
    print(error.message)
"""


def read_in_limited_memory(path: Path) -> str:
    """Return what is said of a file: the number of characters read from it, or the error; one line, and nothing else."""
    done = subprocess.run(
        [sys.executable, "-c", _READ, str(path)],
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES)),
    )
    assert done.stderr == "" and done.stdout.count("\n") == 1
    return done.stdout.strip()
