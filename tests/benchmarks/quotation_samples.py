"""Quotations made from reports by a seeded script: as they are, in part, with other marks, and with one number changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from tui.convert.pipeline import convert
from tui.report.sentences import sentences_in

#: Letters of a sentence at least and at most.
_MIN_LETTERS, _MAX_LETTERS = 14, 110
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_CLAUSE_ENDS = "，,；;、：:"
#: Marks that may stand for one another.
_MARKS = {
    "，": ",；、",
    ",": "，；",
    "、": "，",
    "；": "，。",
    ";": "；",
    "。": "",
    "“": '"',
    "”": '"',
    "：": ":，",
    "（": "(",
    "）": ")",
}


#: Makes a quotation of a sentence: the half-open span that is quoted, and the quotation; None if it cannot.
Way = Callable[[str, Random], tuple[int, int, str] | None]


class Sample(NamedTuple):
    """A quotation, and what is to be found of it.

    Attributes:
        file: The report it is made from.
        start: Half-open span of the passage in its text.
        end: One past its last character.
        text: The quotation.
        kind: What it is.
        way: How it was made.
    """

    file: str
    start: int
    end: int
    text: str
    kind: str
    way: str


class Source(NamedTuple):
    """A report that is quoted."""

    file: str
    text: str


def sources(folder: Path, files: Sequence[str]) -> list[Source]:
    """Return reports as they are converted."""
    return [Source(file, convert((folder / file).read_bytes(), file, figures=False).text) for file in files]


def sentences(source: Source) -> list[tuple[int, int]]:
    """Return the sentences that may be quoted."""
    return [
        span for span in sentences_in(source.text)
        if _MIN_LETTERS <= len(letters(source.text[slice(*span)])) <= _MAX_LETTERS and "\n" not in source.text[slice(*span)]
    ]  # fmt: skip


def letters(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(filter(str.isalnum, text))


def samples(
    chosen: Sequence[Source], seed: int, exact: int, changed: int, everything: Sequence[str]
) -> Iterator[Sample]:
    """Yield quotations: some as they are, a third each whole, in part and with other marks; and some with one number changed.

    Args:
        chosen: The reports they are made from, in turn.
        seed: Of what is random.
        exact: How many are as they are.
        changed: How many have another number.
        everything: The letters of all reports, none of which may have a changed quotation.
    """
    random = Random(seed)
    ways = (_whole, _part, _other_marks)
    for index in range(exact):
        yield _made(chosen[index % len(chosen)], random, ways[index % 3], "exact")
    made = 0
    while made < changed:
        sample = _made(chosen[made % len(chosen)], random, _other_number, "changed_number")
        if any(letters(sample.text) in text for text in everything):
            continue
        made += 1
        yield sample


def _made(source: Source, random: Random, way: Way, kind: str) -> Sample:
    spans = sentences(source)
    while True:
        start, end = random.choice(spans)
        made = way(source.text[start:end], random)
        if made is not None:
            first, last, text = made
            return Sample(
                source.file, start + first, start + last, text, kind, getattr(way, "__name__", "").strip("_")
            )


def _whole(text: str, random: Random) -> tuple[int, int, str]:
    return 0, len(text), text


def _part(text: str, random: Random) -> tuple[int, int, str] | None:
    """Cut a passage out of a sentence: half of them at clauses, the others anywhere but within a number or a word of letters."""
    if random.random() < 0.5:
        borders = [0, *(index + 1 for index, mark in enumerate(text) if mark in _CLAUSE_ENDS), len(text)]
    else:
        borders = [
            index for index in range(len(text) + 1)
            if not re.search(r"[0-9A-Za-z.%〇零一二三四五六七八九十百千万亿点]", text[max(0, index - 1) : index + 1])
        ]  # fmt: skip
    pairs = [
        (a, b) for a in borders for b in borders if len(letters(text[a:b])) >= 10 and b - a < len(text) - 2
    ]
    if not pairs:
        return None
    first, last = random.choice(pairs)
    return first, last, text[first:last]


def _other_marks(text: str, random: Random) -> tuple[int, int, str] | None:
    """Change marks, and add or drop spaces: at least one, but none between digits."""
    parts = []
    for index, mark in enumerate(text):
        between = text[max(0, index - 1) : index].isdigit() and text[index + 1 : index + 2].isdigit()
        other = (
            random.choice([*_MARKS[mark], ""])
            if mark in _MARKS and not between and random.random() < 0.7
            else mark
        )
        parts.append(
            other + (" " if random.random() < 0.04 and not text[index + 1 : index + 2].isdigit() else "")
        )
    made = "".join(parts)
    return (0, len(text), made) if made.strip("。") != text.strip("。") else None


def _other_number(text: str, random: Random) -> tuple[int, int, str] | None:
    """Change one number: a digit, the decimals, the year, or 万 and 亿 behind it."""
    found = list(_NUMBER.finditer(text))
    if not found:
        return None
    match = random.choice(found)
    number, unit = match[0], text[match.end() : match.end() + 1]
    ways = [_another_digit(number, random)]
    if "." in number:
        ways.append(number.partition(".")[0])
    behind = text[match.end() :]
    if unit in "万亿" and unit:
        behind = {"万": "亿", "亿": "万"}[unit] + behind[1:] if random.random() < 0.3 else behind
    new = random.choice(ways) if behind == text[match.end() :] else number
    made = text[: match.start()] + new + behind
    return 0, len(text), made


def _another_digit(number: str, random: Random) -> str:
    places = [index for index, digit in enumerate(number) if digit.isdigit()]
    at = random.choice(places)
    others = [digit for digit in ("123456789" if at == 0 else "0123456789") if digit != number[at]]
    return number[:at] + random.choice(others) + number[at + 1 :]
