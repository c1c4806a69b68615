"""X17: web pages and Markdown that make a reader look to the end from every mark; time grows with their length.

Each sample is repeated to ``SHORT`` and to four times as many characters. Reading the longer one may take at most
eight times as long (n to the power of 1.5) as the shorter, of which the best of several attempts counts; what takes
less than ``FLOOR_S`` is quick enough to be measured badly.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

import pytest

from tui.convert.formats.html import html_text
from tui.convert.formats.markdown import markdown_text

SHORT, LONG = 15_000, 60_000
MAX_RATIO = (LONG / SHORT) ** 1.5
#: Seconds of processor time: below the first, growth is noise; above the second, a page is too slow.
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
STARTS = ("", "---\n", "**", "# ", "\u3000")


def best(read: Callable[[str], object], text: str) -> float:
    """Processor seconds of the quickest attempt."""
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
    """Every sample behind every start; the quick tests have each sample once."""
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
