"""One report in many forms: other encodings and file formats, wrapped, pasted twice."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from tests.convert.test_repair import REPORT, wrapped
from tests.support.docx import docx, paragraph, run
from tests.support.epub import epub
from tests.support.odt import odt, p
from tests.support.ofd import line, ofd
from tests.support.pdf import pdf
from tests.support.rtf import rtf, unicode_words
from tests.support.samples import OTHER_REPORTS, SMALL
from tui.convert.pipeline import convert, extract_text
from tui.report.model import Report, Speaker

Results = tuple[list[tuple[str, str | None]], str, Speaker | None]


def find_in(report: Report) -> Results:
    nodes = [(node.id, node.heading) for node in report.walk() if node.level in ("chapter", "section")]
    return nodes, report.front.date, report.front.speaker


def forms(text: str) -> dict[str, tuple[bytes, str]]:
    """Return the same paragraphs as files of several formats: bytes and file name, by the name of the format."""
    lines = text.split("\n")
    page = "".join(f"<p>{escape(line)}</p>\n" for line in lines)
    return {
        "docx": (docx("".join(paragraph(run(escape(line))) for line in lines)), "a.docx"),
        "html": (f"<html><body><div class='nav'><a>首页</a></div>{page}</body></html>".encode(), "a.html"),
        "rtf": (rtf(unicode_words(text).replace("\n", "\\par ").encode()), "a.rtf"),
        "odt": (odt("".join(p(escape(line)) for line in lines)), "a.odt"),
        "epub": (epub({"a.xhtml": page}), "a.epub"),
        "mht": (b"MIME-Version: 1.0\nContent-Type: text/html\n\n<html>" + page.encode(), "a.mht"),
        "utf-16": (text.encode("utf-16-le"), "a.txt"),
        "gb18030": (text.replace("\n", "\r\n\r\n").encode("gb18030"), "a.txt"),
        "spelt out": (text.replace("\n", "\\r\\n").encode(), "a.txt"),
        "twice": (f"{text}\n{text}".encode(), "a.txt"),
    }


def test_a_small_report_is_the_same_in_every_form() -> None:
    text = "\n".join([*SMALL.split("\n")[:5], REPORT, "各位代表！", "让我们携手奋进！"])
    wanted = find_in(convert(text.encode(), "a.txt", figures=False))
    assert len(wanted[0]) == 14 and wanted[1] == "2022-02-08" and wanted[2] is not None
    lines = wrapped(text).split("\n")
    pages = [lines[start : start + 13] for start in range(0, len(lines), 13)]
    fixed = ofd(*["".join(line(20, 15 + 6 * row, words) for row, words in enumerate(page)) for page in pages])
    printed = pdf([[(60, 800 - 20 * row, words) for row, words in enumerate(page)] for page in pages])
    for name, (data, path) in {
        **forms(text),
        "wrapped": (wrapped(text).encode(), "a.txt"),
        "printed": (printed, "a.pdf"),
        "fixed": (fixed, "a.ofd"),
    }.items():
        assert find_in(convert(data, path, figures=False)) == wanted, name


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=path.stem, marks=pytest.mark.slow if number % 12 else ())
        for number, path in enumerate(OTHER_REPORTS)
    ],
)
def test_other_reports_are_the_same_in_every_form(path: Path) -> None:
    text = extract_text(path.read_bytes(), path.name).text
    text = "\n".join(line.strip() for line in text.split("\n") if line.strip())
    wanted = find_in(convert(text.encode(), "a.txt", figures=False))
    for name, (data, called) in forms(text).items():
        assert find_in(convert(data, called, figures=False)) == wanted, name
