"""Queries: terms split on spaces, ``"…"`` a phrase, ``-词`` an exclusion."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.search.fold import fold_query

_TOKEN = re.compile(r'(?P<minus>[-－])?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Term:
    """A folded term; ``with_marks`` says that its quotation marks count."""

    text: str
    with_marks: bool


@dataclass(frozen=True, slots=True)
class Query:
    """What a paragraph must hold, and what it must not."""

    words: str
    terms: tuple[Term, ...]
    excluded: tuple[Term, ...]


def parse_query(words: str) -> Query:
    """The query a person typed; one that holds nothing to look for has no terms."""
    terms: list[Term] = []
    excluded: list[Term] = []
    for token in _TOKEN.finditer(words):
        phrase = token["phrase"] if token["phrase"] is not None else token["word"]
        text, with_marks = fold_query(phrase)
        term = Term(text, with_marks)
        if text and term not in terms:
            (excluded if token["minus"] else terms).append(term)
    return Query(words, tuple(terms), tuple(excluded))
