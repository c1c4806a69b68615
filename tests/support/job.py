"""Run a command as a shell job: ``python job.py COMMAND …`` gives it its own process group and the terminal.

The system does not stop a process group whose parent is in another session, such as a program started directly on a
new terminal. The exit status is the command's, or 128 plus the number of the signal that ended it.
"""

import os
import signal
import sys


def main(command: list[str]) -> int:
    """Run a command until it ends, continuing to wait while it is stopped."""
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        before = signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        os.tcsetpgrp(0, os.getpid())
        signal.signal(signal.SIGTTOU, before)
        os.execvp(command[0], command)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status if status >= 0 else 128 - status


if __name__ == "__main__":
    os._exit(main(sys.argv[1:]))
