"""X17: web pages, web archives, Markdown and Rich Text that tempt a parser to scan to the end from every mark; the time grows little faster than the length.

Each sample is repeated to ``SHORT`` and to four times as many characters. Reading the longer one may take at most
eight times as long (n to the power of 1.5) as the shorter one; the best of several attempts counts. Times below
``FLOOR_S`` are not compared, since they are too short to measure well.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

import pytest

from tui.convert.formats.html import html_text
from tui.convert.formats.markdown import markdown_text
from tui.convert.formats.mht import is_mht, mht_text
from tui.convert.formats.rtf import rtf_text
from tui.report.errors import DataError

SHORT, LONG = 15_000, 60_000
MAX_RATIO = (LONG / SHORT) ** 1.5
#: CPU seconds: growth is noise below the first; a page is too slow above the second.
FLOOR_S, CEILING_S = 0.2, 2.0
ATTEMPTS = 3

PAGES = (
    "<a ", "<!--", "<!-->", "</", "</a ", "</x>", "<![CDATA[", "<![CDATA[>", "<![if x]", "<![if x]>", "<p ", "<p>", "<div>", "<", ">", "<?", "<!", "<? ",
    "<script>", "<script>x</", "<style", "<svg>", "<nav>", "<select>", "<a b='", "<a b=\"<a b='", '<a x=">" ', "<a/x=", "<a/", "<a b='>", "a=b ", "=", " ",
    "&", "&#", "&abcdefghij", "&#1", "&amp", "&#x", "--", "-- ", "]", "] ", "<b>甲</b>", "<a>甲</a>", "<br>", "<p class='nav '>", "<p style='display '>",
    "\n", "\u3000", "<td>", "<li>甲",
)  # fmt: skip
OPENINGS = ("", "<p ", '<a b="', "<!-->", "&#")
MARKDOWN = (
    "**", "__", "*", "_", " **a", " __a", " **a __b", "**a", "**a** ", "***", "#", "# ", "# a\n", "#\t", "---\n", "---", "\\", "\\*", "\\\n", "title: a\n",
    "title:", " ", "\t", "\u3000", "\n", "**a\n", "** a **\n", "**a** b\n", "a_b_",
)  # fmt: skip
MESSAGES = (
    "--x\n",
    "\n--x\n\n",
    "\n--x\nContent-Type: text/html\n\n<p>a",
    "\n--x\nContent-Type: multipart/related; boundary=x\n\n",
    "--",
    "\n",
    "\r\n",
    ";",
    " ; a=",
    '"',
    "\n ",
    "\n\t;",
    "a:",
    "a: b\n",
    "boundary",
    "boundary=",
    "=",
    "=4",
    "=\n",
    " ",
    "\n--x\nContent-Type: text/html" + ";" * 900 + "\n\n",
)
RICH_TEXT = (
    "{",
    "}",
    "{}",
    "{\\*",
    "\\*",
    "\\par ",
    "\\u-1 ",
    "\\u1?",
    "\\'d6",
    "\\'d6 ",
    "\\'",
    "\\",
    "\\\\",
    "\\bin1 ",
    "\\bin",
    "a",
    "\xff",
    "\n",
    "\\cell ",
    "\\row ",
    "{\\footnote a}",
    "{\\footnote ",
    "{\\listtext 1}",
    "{\\*\\shpinst{\\shptxt a}}",
    "{\\fonttbl{\\f1\\fcharset134 ",
    "{\\s1\\outlinelevel1}",
    "\\b a\\b0 b",
    "\\ansicpg936 ",
    "\\f1\\f2 a",
    "\\intbl a\\par ",
    "{\\pict ",
    "{\\field{\\*\\fldinst HYPERLINK ",
)
STARTS = ("", "---\n", "**", "# ", "\u3000")


def best(read: Callable[[str], object], text: str) -> float:
    """Return the CPU seconds of the quickest attempt."""
    times = []
    for _ in range(ATTEMPTS):
        begun = time.process_time()
        read(text)
        times.append(time.process_time() - begun)
        if times[-1] < FLOOR_S:
            break
    return min(times)


def check(read: Callable[[str], object], start: str, sample: str) -> None:
    long = best(read, start + (sample * LONG)[:LONG])
    assert long < CEILING_S
    if long > FLOOR_S:
        assert long <= MAX_RATIO * best(read, start + (sample * SHORT)[:SHORT])


def cases(samples: Iterable[str], starts: Iterable[str]) -> Iterator[object]:
    """Yield every sample after every start; the quick tests contain each sample once."""
    for index, start in enumerate(starts):
        for sample in samples:
            marks = pytest.mark.slow if index else ()
            yield pytest.param(start, sample, id=f"X17-{start!a}-{sample!a}", marks=marks)


@pytest.mark.parametrize(("opening", "sample"), [*cases(PAGES, OPENINGS)])
def test_a_page_takes_time_in_proportion_to_its_length(opening: str, sample: str) -> None:
    check(html_text, f"<html>{opening}", sample)


@pytest.mark.parametrize(("start", "sample"), [*cases(MARKDOWN, STARTS)])
def test_markdown_takes_time_in_proportion_to_its_length(start: str, sample: str) -> None:
    check(markdown_text, start, sample)


def read_rich_text(body: str) -> None:
    with suppress(DataError):
        rtf_text(body.encode("latin-1"), "a.rtf")


@pytest.mark.parametrize(("start", "sample"), [*cases(RICH_TEXT, ("{\\rtf1\\ansi\\ansicpg936 ",))])
def test_rich_text_takes_time_in_proportion_to_its_length(start: str, sample: str) -> None:
    check(read_rich_text, start, sample)


def read_message(body: str) -> None:
    is_mht(body.encode())
    with suppress(DataError):
        mht_text(body.encode(), "a.mht")


HEADS = ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x", "MIME-Version: 1.0\n\n")


@pytest.mark.parametrize(("start", "sample"), [*cases(MESSAGES, HEADS)])
def test_a_web_archive_takes_time_in_proportion_to_its_length(start: str, sample: str) -> None:
    check(read_message, start, sample)
