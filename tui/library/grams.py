"""Fold the paragraphs of a report for searching, and index them by pairs of characters.

A term may run over a line break (政府工作\\n报告), and whether a number is a whole one depends on what stands around it. So a
paragraph is kept with some folded characters of those before and behind it: every occurrence that begins in it, up to
:data:`MAX_TERM_CHARACTERS`, is found in what is kept, exactly as in the whole text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.search.fold import fold

#: Folded characters kept of the text before a paragraph, and of that behind it.
AROUND_CHARACTERS = 16
#: The longest term, folded, that is sure to be found: two characters behind it tell whether a number is whole.
MAX_TERM_CHARACTERS = AROUND_CHARACTERS - 2
#: What stands behind the last character of a text, so that it has a pair, too.
_END = "\x7f"
#: ASCII characters become full-width ones, which SQLite's ``ascii`` tokenizer takes for letters.
_LETTERS = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x7F: 0xFFE0}


class FoldedParagraph(NamedTuple):
    """A paragraph as it is searched.

    Attributes:
        start: Half-open span of the report's text, without the line break.
        end: One past its last character.
        lead: How many folded characters of those before it are kept.
        length: How many folded characters it has itself.
        folded: The characters before it, its own, and those behind it.
    """

    start: int
    end: int
    lead: int
    length: int
    folded: str


def folded_paragraphs(text: str) -> Iterator[FoldedParagraph]:
    """Yield the paragraphs of a text that have more than white space."""
    spans: list[tuple[int, int, str]] = []
    start = 0
    for line in text.split("\n"):
        folded = fold(line, False).text
        if folded:
            spans.append((start, start + len(line), folded))
        start += len(line) + 1
    whole = "".join(folded for _, _, folded in spans)
    at = 0
    for start, end, folded in spans:
        first, last = max(0, at - AROUND_CHARACTERS), at + len(folded) + AROUND_CHARACTERS
        yield FoldedParagraph(start, end, at - first, len(folded), whole[first:last])
        at += len(folded)


def grams_of(paragraph: FoldedParagraph) -> str:
    """Return the pairs of characters that begin in a paragraph or behind it, as words for the index."""
    text = paragraph.folded[paragraph.lead :] + _END
    return _words({text[index : index + 2] for index in range(len(text) - 1)})


def pairs_query(term: str) -> str:
    """Return the query of the index for the paragraphs that may hold a folded term: its pairs, or what begins with it."""
    if len(term) == 1:
        return f'"{term.translate(_LETTERS)}"*'
    pairs = {term[index : index + 2] for index in range(len(term[:AROUND_CHARACTERS]) - 1)}
    return " AND ".join(f'"{pair}"' for pair in _words(pairs).split(" "))


def words_of(pairs: Iterable[str]) -> list[str]:
    """Return the words of the index for pairs of folded characters."""
    return [pair.translate(_LETTERS) for pair in pairs]


def _words(pairs: set[str]) -> str:
    return " ".join(words_of(sorted(pairs)))
