"""Notes on a real report are on the right passages when it is converted again: from another format, or from a corrected outline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

import pytest

from tests.support.docx import docx, paragraph, run
from tests.support.samples import huiji_outline
from tui.convert.pipeline import convert
from tui.outline_file.reading import read_outline
from tui.outline_file.writing import write_outline
from tui.report.anchors import Quote, QuoteFinder
from tui.report.model import Report
from tui.report.sentences import sentence_at

#: What a person corrects in an outline: words as they are, and as they should be; some are in passages with notes.
CORRECTIONS = (
    ("黄河马拉松赛", "黄河马拉松大赛"),
    ("技术合同交易额3.1亿元", "技术合同成交额3.2亿元"),
    ("深入挖掘“吃、住、行、游、购、娱”资源,", ""),
    ("各位代表:", "各位代表："),
)


def lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def from_docx(text: str) -> Report:
    return convert(docx("".join(paragraph(run(escape(line))) for line in lines(text))), "报告.docx")


def from_page(text: str) -> Report:
    body = "".join(f"<p>\u3000\u3000{escape(line)}</p>" for line in lines(text))
    return convert(f"<html><body>{body}</body></html>".encode(), "报告.html")


def from_short_lines(text: str) -> Report:
    wrapped = [line[at : at + 38] for line in lines(text) for at in range(0, len(line), 38)]
    return convert("\r\n".join(wrapped).encode("gb18030"), "报告.txt")


def from_outline(text: str) -> Report:
    """Correct the outline of a report by hand, without the figures, which are found again."""
    outline = write_outline(convert(text.encode(), "报告.txt")).decode()
    outline = outline[: outline.index("\nmetrics:") + 1]
    for old, new in CORRECTIONS:
        outline = outline.replace(old, new)
    length = len(text) + sum((len(new) - len(old)) * text.count(old) for old, new in CORRECTIONS)
    return read_outline(re.sub(r"characters: \d+", f"characters: {length}", outline).encode(), "报告.yaml")


def passages(text: str) -> Iterator[tuple[int, int]]:
    """Yield passages of all kinds: sentences, words, over ends of paragraphs, the first and the last."""
    for at in range(0, len(text) - 80, 250):
        start, end = sentence_at(text, at)
        if start < end:
            yield start, end
        yield from ((at, at + 2), (at + 30, at + 42))
    ends = [at for at, character in enumerate(text) if character == "\n" and 30 < at < len(text) - 30]
    yield from ((at - 20, at + 20) for at in ends[::12])
    yield from ((at, at + 5) for at in (match.start() for match in re.finditer("各位代表:", text)))
    yield from ((0, 6), (len(text) - 6, len(text)))


@pytest.mark.parametrize("again", [from_docx, from_page, from_short_lines, from_outline])
def test_every_note_is_where_it_was_or_near_it_and_none_elsewhere(again: Callable[[str], Report]) -> None:
    text = huiji_outline().report.text
    new = again(text).text
    finder = QuoteFinder(new)
    gone = likely = count = 0
    for start, end in passages(text):
        exact = text[start:end]
        if not any(map(str.isalnum, exact)):
            continue
        count += 1
        found = finder.find(Quote.of(text, start, end))
        gone += found is None
        if found is None:
            continue
        likely += found.is_likely
        before = letters(corrected(text[:start]) if again is from_outline else text[:start])
        assert abs(len(letters(new[: found.span[0]])) - len(before)) <= len(exact), exact
        assert found.is_likely or letters(new[slice(*found.span)]) == letters(exact)
    assert count > 150
    assert gone <= 2
    assert 0 < likely <= 8 if again is from_outline else likely == 0


def corrected(text: str) -> str:
    for old, new in CORRECTIONS:
        text = text.replace(old, new)
    return text


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
