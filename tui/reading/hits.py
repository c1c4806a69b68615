"""The sentences that were found last, and the way from one to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.messages import reading as messages
from tui.messages import search as search_messages
from tui.reading.listing import Choice
from tui.reading.pages import FoundSentence, hit_choices, sentences_with
from tui.report.outline import Outline
from tui.search.engine import Searcher
from tui.search.results import Hit

#: Seconds a pattern may take: nobody waits at a screen.
_PATTERN_TIMEOUT_S = 5.0
#: Letters that nobody means as initials: sentences have many characters that begin alike.
_ONE_LETTER = re.compile(r"([a-z])\1+", re.IGNORECASE)


def is_one_letter(words: str) -> bool:
    """Tell whether words are one letter, written several times, which is searched as text only."""
    return _ONE_LETTER.fullmatch(words) is not None


class Hits:
    """Searches a report, and keeps what was found last.

    Args:
        outline: The report.

    Attributes:
        heading: What is said before the sentences.
        are_current: Whether a hit was read last, with what follows it, so that the way back leads to the list.
    """

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._searcher = Searcher(outline, _PATTERN_TIMEOUT_S)
        self._found: Sequence[FoundSentence] = ()
        self.heading = ""
        self.are_current = False

    def __len__(self) -> int:
        return len(self._found)

    def search(self, query: str) -> tuple[str, bool]:
        """Search, and return what is said of it, and whether anything was found; if not, the hits before are kept.

        Raises:
            UsageError: As :meth:`tui.search.engine.Searcher.search`.
        """
        hits: Sequence[Hit] = self._searcher.search(query).hits
        if is_one_letter(query):
            hits = [hit for hit in hits if self._outline.report.text[hit.start].isascii()]
        found = sentences_with(self._outline, hits)
        is_spelled = bool(hits) and all(hit.why == search_messages.why_pinyin(query.lower()) for hit in hits)
        heading = messages.hits(query, len(hits), len(found), is_spelled)
        if found:
            self._found, self.heading, self.are_current = found, heading, False
        return heading, bool(found)

    def choices(self) -> list[Choice]:
        """Return the sentences as items of a list."""
        return hit_choices(self._outline, self._found)

    def step(self, here: int, direction: int) -> tuple[str, int | None]:
        """Return what is said of the next or the previous sentence, and where it begins; None if there is none."""
        if not self._found:
            return messages.NO_HITS_YET, None
        starts = [found.span[0] for found in self._found]
        beyond = [at for at, start in enumerate(starts) if (start - here) * direction > 0]
        if not beyond:
            return (messages.LAST_HIT if direction > 0 else messages.FIRST_HIT), None
        at = beyond[0] if direction > 0 else beyond[-1]
        return messages.hit_of(at + 1, len(starts)), starts[at]
