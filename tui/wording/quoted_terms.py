"""Find the terms that a text has in quotation marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.report.grammar import SENTENCE_ENDS

_QUOTED = re.compile('[“"]([^“”"\n]{2,24})[”"]|《([^《》\n]{2,40})》')
#: Characters of which some are in a term: a number alone is none.
_LETTER = re.compile("[\u4e00-\u9fffA-Za-z]")


class QuotedTerm(NamedTuple):
    """A term in quotation marks.

    Attributes:
        text: Without the marks.
        start: Of the half-open span of its first occurrence in marks, without these.
        end: Of that span.
        is_title: Whether it is in 《》.
    """

    text: str
    start: int
    end: int
    is_title: bool


def quoted_terms(text: str) -> tuple[QuotedTerm, ...]:
    """Return the terms in quotation marks, each where it is first."""
    found: dict[str, QuotedTerm] = {}
    for match in _QUOTED.finditer(text):
        group = 1 if match[1] is not None else 2
        term = match[group]
        if _LETTER.search(term) and not any(mark in term for mark in SENTENCE_ENDS):
            found.setdefault(term, QuotedTerm(term, *match.span(group), group == 2))
    return tuple(found.values())
