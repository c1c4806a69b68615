"""Run a command as a shell does: ``python job.py COMMAND …`` gives it a process group of its own and the terminal.

The system stops no process group whose parent is in another session, as that of a program a terminal was opened for.
The exit status is the command's, or 128 and the signal that ended it.
"""

import os
import signal
import sys


def main(command: list[str]) -> int:
    """Run a command until it ends, however often it is stopped meanwhile."""
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
