"""Brute-force search: slow, and simple enough to be obviously right."""

from __future__ import annotations

import re
import unicodedata

from tui.search.fold import MARKS
from tui.search.readings import default_readings

VARIANTS = {"黃": "黄", "經": "经", "濟": "济"}


def fold(character: str) -> str:
    folded = unicodedata.normalize("NFKC", character).casefold()
    return VARIANTS.get(folded, folded) if len(folded) == 1 else character


def kept(text: str, with_marks: bool) -> list[tuple[int, str]]:
    """Return the characters that count, folded, with their offsets."""
    return [
        (at, fold(character))
        for at, character in enumerate(text)
        if not character.isspace() and (with_marks or character not in MARKS)
    ]


def spans_of(text: str, term: str) -> list[tuple[int, int]]:
    """Return the spans of a term, from the left, none overlapping."""
    with_marks = any(mark in term for mark in MARKS)
    wanted = [character for _, character in kept(term, with_marks)]
    characters = kept(text, with_marks)
    spans, at = [], 0
    while at + len(wanted) <= len(characters):
        window = characters[at : at + len(wanted)]
        before = "".join(character for _, character in characters[max(0, at - 2) : at])
        after = "".join(character for _, character in characters[at + len(wanted) : at + len(wanted) + 2])
        inside_number = bool(
            wanted
            and (
                (wanted[0].isdigit() and re.search(r"(\d|\d\.)$", before))
                or (wanted[-1].isdigit() and re.match(r"\d|\.\d", after))
            )
        )
        if wanted and [character for _, character in window] == wanted and not inside_number:
            spans.append((window[0][0], window[-1][0] + 1))
            at += len(wanted)
        else:
            at += 1
    return spans


def search(text: str, terms: list[str], excluded: list[str]) -> list[tuple[int, int, int]]:
    """Return start, end and term of all hits: a paragraph must hold all terms and none of the excluded ones."""
    line_of = [text.count("\n", 0, at) for at in range(len(text) + 1)]
    spans = {term: spans_of(text, term) for term in (*terms, *excluded)}
    hits = []
    for number, term in enumerate(terms):
        for start, end in spans[term]:
            here = line_of[start]
            holds = all(any(line_of[low] == here for low, _ in spans[other]) for other in terms)
            bars = any(line_of[low] == here for other in excluded for low, _ in spans[other])
            if holds and not bars:
                hits.append((start, end, number))
    return sorted(hits, key=lambda hit: (hit[0], -hit[1], hit[2]))


def spelt(text: str, letters: str, in_other_words: bool = False) -> list[tuple[int, int]]:
    """Return the spans whose readings spell letters, none overlapping.

    Each character is read as in its word, or on request in any way it is read in some word.
    """
    readings = default_readings()
    names = {code: name for name, code in readings.codes.items()}
    codes: list[str] = list(readings.of(text))
    if in_other_words:
        codes = [readings.all_of(character) for character in text]

    def spells(part: list[str], rest: str) -> bool:
        if not part or not rest:
            return not part and not rest
        read = [names[code] for code in part[0] if code in names]
        ways = {
            way
            for name in read
            for way in (
                name,
                name[0],
                *([name[:2]] if name[1:2] == "h" else []),
                *(["lue"] if name == "lve" else []),
            )
        }
        return any(rest.startswith(way) and spells(part[1:], rest[len(way) :]) for way in ways)

    spans, start = [], 0
    while start < len(text):
        ends = (end for end in range(start + 1, len(text) + 1) if spells(codes[start:end], letters))
        end = next(ends, 0)
        if end:
            spans.append((start, end))
        start = max(end, start + 1)
    return spans
