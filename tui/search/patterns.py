"""Patterns a person types: compiled only if that is sure to be quick, each fault a line.

Compiling a pattern copies what is repeated a number of times: ``((a{1000}){1000}){1000}`` would take all memory, and
no time limit stops it. So the size of a pattern, written out, is bounded before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.report.errors import UsageError

if TYPE_CHECKING:
    import regex

#: Characters of a pattern at most: what prepares one of 1,000 letters takes a second, in which no limit is kept.
MAX_PATTERN = 300
#: The same with all its counted repeats written out.
MAX_WRITTEN_OUT = 20_000
_PART = (  # as text: it is compiled for the first pattern
    r"(?s)\\.|\[\^?\]?(?:[^\]\\]|\\.)*+\]?|(?P<open>\()|(?P<close>\))|\{(?P<low>\d*),?(?P<high>\d*)[^}]*\}|."
)


def compile_pattern(words: str) -> regex.Pattern[str]:
    """Compile a regular expression that ignores case.

    Raises:
        UsageError: Where it is none, or too long or too deep to be one for a report.
    """
    import regex  # only those who write patterns need it

    if len(words) > MAX_PATTERN:
        raise UsageError(f"正则太长：超过 {MAX_PATTERN} 字")
    if written_out(words) > MAX_WRITTEN_OUT:
        raise UsageError("正则重复次数太多")
    try:
        return regex.compile(words, regex.IGNORECASE)
    except regex.error as error:
        raise UsageError(f"正则有误：{str(error).replace(' at position ', '，位置 ')}") from None
    except RecursionError:
        raise UsageError("正则嵌套太深") from None
    except (ValueError, OverflowError, MemoryError):
        raise UsageError("正则有误") from None


def written_out(words: str) -> int:
    """Count the characters of a pattern with all its counted repeats written out; at least so many."""
    sizes = [0]  # of the groups that are open, the innermost last
    last = 0  # size of what a repeat would repeat
    for match in re.finditer(_PART, words):
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
