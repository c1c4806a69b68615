"""Small reports, for tests of wording."""

from __future__ import annotations

from tui.report.model import FrontMatter, Report, Source
from tui.wording.model import Alignment


def text_report(text: str) -> Report:
    """Return a report of a text, without an outline."""
    front = FrontMatter("", "", "", "", None, None, None)
    return Report(front, Source("", "utf-8", "", len(text)), text, (), ())


def rows(alignment: Alignment) -> list[tuple[str, str, str]]:
    """Return the kind and both sentences of each pair."""
    earlier, later = alignment.earlier.text, alignment.later.text
    return [
        (
            pair.kind,
            earlier[slice(*pair.earlier)] if pair.earlier else "",
            later[slice(*pair.later)] if pair.later else "",
        )
        for pair in alignment.pairs
    ]


def marked(alignment: Alignment, index: int) -> tuple[str, str]:
    """Return both sentences of a pair with brackets around what differs."""
    pair = alignment.pairs[index]
    assert pair.earlier is not None and pair.later is not None
    return (
        _marked(alignment.earlier.text, pair.earlier, [change.earlier for change in pair.changes]),
        _marked(alignment.later.text, pair.later, [change.later for change in pair.changes]),
    )


def _marked(text: str, sentence: tuple[int, int], spans: list[tuple[int, int]]) -> str:
    at, end = sentence
    said = ""
    for start, stop in spans:
        said += f"{text[at:start]}[{text[start:stop]}]"
        at = stop
    return said + text[at:end]
