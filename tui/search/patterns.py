"""Compile the patterns people type, if that is sure to be quick.

Compiling a pattern copies what is repeated a number of times: ``((a{1000}){1000}){1000}`` would take all memory, and
no time limit stops it. So the size of a pattern with its repeats written out is limited first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tui.messages import search as messages
from tui.report.errors import UsageError

if TYPE_CHECKING:
    import regex

#: Preparing a pattern of 1,000 letters takes a second, which no time limit interrupts.
MAX_PATTERN_CHARACTERS = 300
#: The same with all counted repeats written out.
MAX_WRITTEN_OUT_CHARACTERS = 20_000
_PART = (  # as text: it is compiled for the first pattern
    r"(?s)\\.|\[\^?\]?(?:[^\]\\]|\\.)*+\]?|(?P<open>\()|(?P<close>\))|\{(?P<low>\d*),?(?P<high>\d*)[^}]*\}|."
)


def compile_pattern(pattern: str) -> regex.Pattern[str]:
    """Compile a regular expression that ignores case.

    Raises:
        UsageError: Where it is not a regular expression, or too long or too deep.
    """
    import regex  # only those who write patterns need it

    if len(pattern) > MAX_PATTERN_CHARACTERS:
        raise UsageError(messages.pattern_too_long(MAX_PATTERN_CHARACTERS))
    if written_out(pattern) > MAX_WRITTEN_OUT_CHARACTERS:
        raise UsageError(messages.PATTERN_REPEATS_TOO_OFTEN)
    try:
        return regex.compile(pattern, regex.IGNORECASE)
    except regex.error as error:
        fault: Any = error  # the package does not declare its attributes
        raise UsageError(messages.pattern_fault(fault.msg, fault.pos, len(pattern))) from None
    except RecursionError:
        raise UsageError(messages.PATTERN_TOO_DEEP) from None
    except (ValueError, OverflowError, MemoryError):
        raise UsageError(messages.PATTERN_WRONG) from None


def written_out(pattern: str) -> int:
    """Count the characters of a pattern with all its counted repeats written out."""
    sizes = [0]  # of the open groups, the innermost last
    last = 0  # size of what a repeat would repeat
    for match in re.finditer(_PART, pattern):
        if match["open"]:
            sizes.append(0)
            last = 0
        elif match["close"]:
            last = sizes.pop() + 1 if len(sizes) > 1 else 1
            sizes[-1] += last
        elif match["low"] or match["high"]:
            times = max(int(count[:9] or 0) for count in (match["low"], match["high"]))
            sizes[-1] += last * max(0, times - 1)
            last *= max(1, times)
        else:
            last = 1
            sizes[-1] += 1
    return sum(sizes)
