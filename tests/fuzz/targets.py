"""Fuzz targets: mutated files and queries. Each target may raise only the program's own errors, and within seconds."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from functools import cache

from tests.fuzz.documents import damaged_docx
from tests.support.epub import epub
from tests.support.odt import odt, p
from tests.support.ofd import line, ofd
from tests.support.pdf import pdf
from tests.support.rtf import rtf, unicode_words
from tests.support.samples import SMALL, huiji
from tui.convert.formats.docx import docx_text
from tui.convert.pipeline import convert
from tui.outline_file.reading import read_outline
from tui.outline_file.writing import write_outline
from tui.report.errors import HuijiError
from tui.report.outline import Outline
from tui.search.engine import Searcher
from tui.search.metric_filter import filter_metrics
from tui.search.places import find_span, places_for

Target = Callable[[random.Random], object]
PIECES = [
    *"一二三十、（）()。，；：“”《》—-—0123456789年月日%亿万元", "各位代表：", "一、", "（一）", "一是", "第一，", "名词解释", "工作报告",
    "2024年", "在", "会议上", "市长", "增长", "以上", "同比", "分别", "\n", "\n\n", "　　", " ", "\t", "|", "— 1 —", "??", "\\r\\n", "&nbsp;",
    "<p>", "</div>", "<a>", "**", "# ", "---\n", "\x00", "\x1b[2J", "\ufeff", "\u202e", "\ud7ff", "𠀀", "é" * 9,
]  # fmt: skip
QUERY_PIECES = [*"黄河高质量发展七7%1.,，-\"“”/()[]{}*+?\\^$|: \u3000", "in:", "in:3.1", "huanghe", "zh", "GDP", "status:", ">100亿", "unit:", "一百", "/(a+)+$/"]  # fmt: skip


@cache
def _seeds() -> dict[str, bytes]:
    return {
        "a.yaml": write_outline(convert(SMALL.encode(), "a.txt")),
        "a.txt": SMALL.encode(),
        "b.txt": SMALL.encode("gb18030"),
        "a.html": b"<html><body>"
        + b"".join(f"<p>{words}</p>".encode() for words in SMALL.split("\n"))
        + b"</body></html>",
        "a.md": SMALL.replace("一、", "## 一、").encode(),
        "a.rtf": rtf(unicode_words(SMALL).replace("\n", "\\par ").encode()),
        "a.odt": odt("".join(map(p, SMALL.split("\n")))),
        "a.epub": epub({"a.xhtml": "".join(f"<p>{words}</p>" for words in SMALL.split("\n"))}),
        "a.mht": b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>" + SMALL.replace("\n", "<p>").encode(),
        "a.ofd": ofd("".join(line(20, 20 + 6 * row, words) for row, words in enumerate(SMALL.split("\n")))),
        "a.pdf": pdf([[(60, 800 - 20 * row, words) for row, words in enumerate(SMALL.split("\n")[:20])]]),
    }


def mutated(chance: random.Random, data: bytes) -> bytes:
    """Return the bytes with a few of them changed, deleted, doubled, or inserted."""
    found = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 30])):
        at, length = chance.randrange(len(found) + 1), chance.choice([1, 1, 3, 20, 200])
        match chance.randrange(5):
            case 0:
                found[at : at + length] = bytes(chance.randrange(256) for _ in range(length))
            case 1:
                del found[at : at + length]
            case 2:
                found[at:at] = found[at : at + length] * chance.choice([1, 2, 50])
            case 3:
                found[at:at] = "".join(chance.choices(PIECES, k=chance.choice([1, 3, 40]))).encode(
                    "utf-8", "ignore"
                )
            case _:
                other = chance.randrange(len(found) + 1)
                found[at:at] = found[other : other + length]
    return bytes(found)


def outline_file(chance: random.Random) -> object:
    """Read a slightly damaged outline."""
    return read_outline(mutated(chance, _seeds()["a.yaml"]), "a.yaml")


def damaged_file(chance: random.Random) -> object:
    """Convert a slightly damaged report of any format."""
    name = chance.choice(sorted(_seeds()))
    return convert(mutated(chance, _seeds()[name]), name)


def docx_file(chance: random.Random) -> object:
    """Convert a damaged .docx file."""
    return docx_text(damaged_docx(chance), "a.docx")


def made_up_text(chance: random.Random) -> object:
    """Convert typical pieces of reports in random order; check that nodes cover the text and metrics lie in it."""
    text = "".join(chance.choices(PIECES, k=chance.choice([5, 60, 600, 3000])))
    report = convert(text.encode("utf-8", "ignore") + b"\n.", chance.choice(["a.txt", "a.md", "a.html"]))
    assert "".join(report.text[node.own_start : node.own_end] for node in report.walk()) == report.text
    assert all(report.text[metric.start : metric.end] == metric.quote for metric in report.metrics)
    return report


@cache
def _searcher() -> Searcher:
    return Searcher(Outline(huiji()), 0.5)


def query(chance: random.Random) -> object:
    """Use random text in the search box, the go-to box and the metric filter."""
    words = "".join(chance.choices(QUERY_PIECES, k=chance.choice([1, 2, 4, 12, 300])))
    outline = Outline(huiji())
    with suppress(HuijiError):
        for hit in _searcher().search(words).hits:
            assert 0 <= hit.start < hit.end <= len(outline.report.text)
    with suppress(HuijiError):
        filter_metrics(huiji().metrics, words)
    with suppress(HuijiError):
        start, end = find_span(outline, words)
        assert 0 <= start <= end <= len(outline.report.text)
    return places_for(outline, words)


TARGETS: dict[str, Target] = {
    "outline": outline_file,
    "damaged": damaged_file,
    "docx": docx_file,
    "text": made_up_text,
    "query": query,
}
