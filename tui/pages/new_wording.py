"""Choose the new terms on the page of a brief, and tell which of them other places have not used before either."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui.messages import pages as messages
from tui.pages.brief import Sources, TermGroup
from tui.pages.cells import term_text
from tui.pages.room import LINE, lines
from tui.wording.model import NewTerm, Precedents

#: Lines that new terms take at most.
TERM_LINES = 3
#: Characters between two of them, and of one at most.
_BETWEEN, _LONGEST_TERM = 2, 40
#: Earlier reports of other places from which on a term is common, at least, and as a share of them.
_MIN_COMMON, _COMMON = 4, 0.02
#: What is no wording: parts of counts (二主六辅), and names of offices.
_NO_WORDING = re.compile(r"[一二三四五六七八九十]\S|\S*(?:厅|局|委员会|办公室)")
#: Words that are cut in the middle, where no quotation marks tell where they begin and end.
_CUT = re.compile(r"(?:走|坚持|做到|成为|进入|我们)\S*|\S*[型性]")
_DECIMALS = re.compile(r"[.．]\d")


def names_of(terms: Iterable[NewTerm]) -> list[str]:
    """Return the terms and those that are told with them, each once."""
    return list(dict.fromkeys(name for term in terms for name in (term.text, *term.members)))


def term_groups(sources: Sources) -> list[TermGroup]:
    """Return the new terms of a report, as many as have room.

    A term is new that no earlier report of the place has. What many earlier reports of other places have is common, and left out.
    """
    terms = [term for term in sources.terms or () if _is_wording(sources.report.text, term)]
    known = sources.precedents
    if known is None or not known.own_reports:
        return _fitted([TermGroup("", terms)])
    new = [term for term in terms if not any(known.own.get(name, 0) for name in names_of([term]))]
    if not known.other_reports:
        return _fitted([TermGroup("", new)])
    counts = {term.text: max(known.others.get(name, 0) for name in names_of([term])) for term in new}
    unseen = [term for term in new if not counts[term.text]]
    seen = [term for term in new if 0 < counts[term.text] < _common(known)]
    return _fitted([TermGroup(messages.NEW_EVERYWHERE, unseen), TermGroup(messages.NEW_HERE, seen)])


def _is_wording(text: str, term: NewTerm) -> bool:
    is_cut = not term.is_quoted and _CUT.fullmatch(term.text) is not None
    is_number = _DECIMALS.match(text, term.end) is not None
    return not (is_cut or is_number or _NO_WORDING.fullmatch(term.text))


def _common(known: Precedents) -> float:
    return max(_MIN_COMMON, known.other_reports * _COMMON)


def group_text(group: TermGroup) -> str:
    """Return the terms of a group in one line."""
    return group.label + ("　" * _BETWEEN).join(["", *map(term_text, group.terms)])


def _fitted(groups: Sequence[TermGroup]) -> list[TermGroup]:
    """Return groups with as many terms as have room; each but the last leaves a line to the next."""
    groups = [group for group in groups if group.terms]
    left = TERM_LINES
    found = []
    for number, group in enumerate(groups):
        most = left - (len(groups) - 1 - number)
        chosen = TermGroup(group.label, ())
        for term in group.terms:
            more = TermGroup(group.label, (*chosen.terms, term))
            if len(term_text(term)) <= _LONGEST_TERM and lines(group_text(more), LINE) <= most:
                chosen = more
        if chosen.terms:
            found.append(chosen)
            left -= lines(group_text(chosen), LINE)
    return found
