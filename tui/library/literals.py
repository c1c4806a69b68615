"""Tell what every match of a regular expression holds, so that the index can give candidates for it."""

from __future__ import annotations

import re

#: What makes parts of a pattern alternatives, or other than what they look like.
_UNCLEAR = re.compile(r"[|()\[\]\\#]")
_RUN = re.compile(r"(?P<run>[\u4e00-\u9fff]+)(?P<repeat>[*?{]?)")


def literals_of(pattern: str) -> list[str]:
    """Return Chinese texts that every match of a regular expression holds; none if that is not plain to see."""
    if _UNCLEAR.search(pattern):
        return []
    runs = (match["run"][:-1] if match["repeat"] else match["run"] for match in _RUN.finditer(pattern))
    return [run for run in runs if run]
