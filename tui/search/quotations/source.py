"""A text prepared for finding quotations in it, and a quotation prepared for being found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import islice
from math import log

from tui.report.grammar import PAUSES
from tui.report.sentences import sentences_in
from tui.search.quotations.squeezed import SqueezedText
from tui.search.quotations.tokens import NUMBER, Tokens

#: How telling a pair of neighbouring characters is.
Weigh = Callable[[str], float]
#: Sentences among which pairs are counted, at least.
_MIN_SENTENCES = 100
#: What stands for something left out of a quotation.
_ELISION = re.compile(r"[\[［〔（(]?(?:…+|\.{3,}|。{3,})[\]］〕）)]?")
#: Characters that a part of a quotation has at least.
_MIN_PART = 4


def grams_of(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of masked text, without numbers."""
    return frozenset(gram for gram in map(str.__add__, text, islice(text, 1, None)) if NUMBER not in gram)


class Quotation:
    """A quotation.

    Args:
        text: As it was written, without the marks around it.
    """

    def __init__(self, text: str) -> None:
        self.text = text.strip()
        self.squeezed_text = squeezed = SqueezedText(self.text)
        self.squeezed = squeezed.text
        #: Half-open span of the text without the marks it begins and ends with.
        self.core = squeezed.span(0, len(self.squeezed)) if self.squeezed else (0, 0)
        self.tokens = Tokens(self.squeezed)
        self.grams = grams_of(self.tokens.text)
        parts = [SqueezedText(part).text for part in _ELISION.split(self.text)]
        #: The parts, if something was left out between them.
        self.parts = [part for part in parts if part]
        if len(self.parts) < 2 or min(map(len, self.parts)) < _MIN_PART:
            self.parts = []


class QuotedText:
    """A text in which quotations are looked for.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def squeezed(self) -> SqueezedText:
        """The squeezed text."""
        return SqueezedText(self.text)

    @cached_property
    def tokens(self) -> Tokens:
        """The numbers and other characters of the squeezed text."""
        return Tokens(self.squeezed.text)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The half-open spans of tokens of the sentences that have any."""
        spans = []
        for start, end in sentences_in(self.text):
            first, last = self._index(start), self._index(end)
            if first < last:
                spans.append((first, last))
        return spans

    def _index(self, offset: int) -> int:
        at = self.squeezed.squeezed_offset(offset)
        return len(self.tokens.text) if at >= len(self.squeezed.text) else self.tokens.index(at)

    @cached_property
    def grams(self) -> list[frozenset[str]]:
        """The pairs of neighbouring characters of each sentence."""
        return [grams_of(self.tokens.text[start:end]) for start, end in self.sentences]

    @cached_property
    def _sentences_with(self) -> dict[str, list[int]]:
        with_gram: dict[str, list[int]] = defaultdict(list)
        for index, grams in enumerate(self.grams):
            for gram in grams:
                with_gram[gram].append(index)
        return dict(with_gram)

    def with_gram(self, gram: str) -> Sequence[int]:
        """Return the sentences that have a pair."""
        return self._sentences_with.get(gram, ())

    def weight(self, gram: str) -> float:
        """Return how telling a pair is among the sentences of the text."""
        total = max(_MIN_SENTENCES, len(self.sentences))
        return log((1 + total) / (1 + len(self.with_gram(gram))) + 0.1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span of the text of some tokens, of which there must be one at least."""
        return self.squeezed.span(*self.tokens.span(start, end))

    def clause_start(self, index: int) -> int:
        """Return the first token of the clause with a token."""
        offset = self.span(index, index + 1)[0]
        while offset > 0 and self.text[offset - 1] not in PAUSES + "\n":
            offset -= 1
        return self._index(offset)

    def clause_end(self, index: int) -> int:
        """Return the token behind the clause with a token."""
        offset = self.span(index, index + 1)[1]
        while offset < len(self.text) and self.text[offset] not in PAUSES + "\n":
            offset += 1
        return self._index(offset)
