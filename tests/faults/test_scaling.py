"""X17: the time to read a text grows little faster than its length, whatever the text repeats.

Times are CPU times, which do not depend on the load of the machine; a text that takes far too long is aborted.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

import pytest

from tests.support.growing import GENERATORS
from tests.support.samples import report_of
from tui.convert.pipeline import convert
from tui.links import scoring
from tui.links.contexts import MetricContext
from tui.links.guards import rules_out
from tui.links.pairing import PairFinder
from tui.metrics.comparison import comparison_rows
from tui.metrics.export import metric_table
from tui.metrics.other_numbers import other_numbers
from tui.report.errors import DataError, HuijiError, UsageError
from tui.report.model import MAX_CHARACTERS
from tui.report.outline import Outline
from tui.search import matcher
from tui.search.engine import Searcher
from tui.search.metric_filter import filter_metrics
from tui.search.places import find_span, places_for

#: Characters; 60 KB in UTF-8.
SIZE = 20_000
#: Time limit for a text of this size, and the time after which it is aborted.
MAX_S, GIVEN_UP_S = 2.0, 20.0
#: Largest growth of the time for four times the length (n to the power of 1.5); shorter times are not compared.
GROWTH, FLOOR_S = 8, 0.25
#: One generator of each kind of fault; all are read in the slow lane.
FEW = (
    "达到",
    "1,000,",
    "一",
    "1/2 ",
    "\\xa0",
    "甲\\n",
    "分别增长1%、2%，",
    "halves",
    "different-names",
    "in-step",
)


class TooLongError(Exception):
    """A text took far longer than allowed."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Abort work that takes more CPU time, even inside a regular expression."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def seconds_of(work: Callable[[], object]) -> float:
    """Return the CPU time of some work, which may end in an error of the program."""
    begun = time.process_time()
    with limited(GIVEN_UP_S), suppress(HuijiError):
        work()
    return time.process_time() - begun


def read(text: str) -> None:
    """Do all that is done to a text before it is shown."""
    comparison_rows(convert(text.encode(), "a.txt"))


def assert_grows_with_its_length(name: str) -> None:
    large = seconds_of(lambda: read(GENERATORS[name](SIZE)))
    assert large <= MAX_S
    if large > FLOOR_S:
        small = seconds_of(lambda: read(GENERATORS[name](SIZE // 4)))
        large = min(large, seconds_of(lambda: read(GENERATORS[name](SIZE))))
        assert large <= GROWTH * max(small, FLOOR_S / GROWTH)


def few() -> list[str]:
    """Return the names of the generators for the quick tests."""
    by_piece = {name.split("-", 2)[-1].strip("'"): name for name in GENERATORS if not name.startswith("bare")}
    return [by_piece.get(name, name) for name in FEW]


@pytest.mark.parametrize("name", [pytest.param(name, id=f"X17-{name}") for name in few()])
def test_a_text_is_read_in_a_time_that_grows_with_its_length(name: str) -> None:
    assert_grows_with_its_length(name)


@pytest.mark.slow
@pytest.mark.parametrize("name", [pytest.param(name, id=f"X17-{name}") for name in GENERATORS])
def test_every_text_is_read_in_a_time_that_grows_with_its_length(name: str) -> None:
    assert_grows_with_its_length(name)


@pytest.mark.parametrize(
    "word", ["达到", "增长", "已有", "由2023年的", "达每年均", "控制在", "完成年度计划", "投资约"]
)
def test_x17_a_row_of_words_before_a_number_does_not_double_the_time(word: str) -> None:
    for times in (22, 40, 400):
        assert seconds_of(lambda: read(f"一、回顾\n新增{word * times}甲7家。")) < MAX_S  # noqa: B023


# -- pairs ------------------------------------------------------------------------------------


def count_linked_pairs(monkeypatch: pytest.MonkeyPatch, name: str, size: int) -> tuple[int, int]:
    """Return the number of possible pairs in a text, and how many of them are judged."""
    count = 0

    def counted(target: MetricContext, actual: MetricContext) -> bool:
        nonlocal count
        count += 1
        return rules_out(target, actual)

    report = convert(GENERATORS[name](size).encode(), "a.txt")
    finder = PairFinder(report)
    with monkeypatch.context() as patch:
        patch.setattr(scoring, "rules_out", counted)
        finder.find()
    return len(finder.actuals) * len(finder.targets), count


def test_x17_names_that_share_no_characters_are_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    possible, done = count_linked_pairs(monkeypatch, "growth-of-names", SIZE)
    assert possible > 200_000
    assert done <= possible / 20


def test_x17_the_number_of_judged_pairs_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    possible, done = count_linked_pairs(monkeypatch, "names-of-two-characters", SIZE)
    assert possible > 100_000
    assert done <= 10_000


# -- searches and other uses of a text ------------------------------------------------------------

QUERIES = ["甲 乙", "一百", "jiayib", "y" * 40 + "b", "/(a+)+$/", "/(甲|乙)+$/", "-甲 1"]
SEARCHED = ["一", "甲\n", "1个", "在", "1/2 ", "七成"]


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param(
            piece, id=f"X17-{piece.strip()}", marks=pytest.mark.slow if piece not in ("甲\n", "1/2 ") else ()
        )
        for piece in SEARCHED
    ],
)
def test_searches_and_labels_of_such_a_text_take_limited_time(piece: str) -> None:
    report = report_of("一、2023年工作回顾\n" + piece * (SIZE // len(piece)))
    outline = Outline(report)
    searcher = Searcher(outline)
    assert seconds_of(lambda: list(searcher.prepare())) < MAX_S
    for query in QUERIES:
        assert seconds_of(lambda: searcher.search(query)) < 2 * MAX_S, query  # noqa: B023
    for work in (
        lambda: find_span(outline, "乙丙丁戊"),
        lambda: places_for(outline, "jyb"),
        lambda: filter_metrics(report.metrics, ">1 甲 jiayib"),
        lambda: metric_table(report, report.metrics),
        lambda: list(other_numbers(report.text, report.metrics)),
        lambda: [outline.label(node) for node in outline.nodes],
    ):
        assert seconds_of(work) < MAX_S


def test_x17_a_slow_pattern_is_aborted() -> None:
    searcher = Searcher(
        Outline(report_of("一、回顾\n" + "".join(f"{'a' * 40}{number}b。\n" for number in range(2_000))))
    )
    with limited(GIVEN_UP_S), pytest.raises(UsageError, match="太费时"):
        searcher.search("/(a|aa)+$/")


def test_x17_a_pattern_has_a_time_limit_for_all_paragraphs_together(monkeypatch: pytest.MonkeyPatch) -> None:
    report = report_of("一、回顾\n" + "".join(f"甲{number}乙。\n" for number in range(2_000)))
    searcher = Searcher(Outline(report), pattern_timeout_s=0.001)
    assert searcher.search("/(?:甲|乙)丙/").hits == ()
    monkeypatch.setattr(matcher, "_PATTERN_TOTAL_S", 0.0)
    with pytest.raises(UsageError, match="太费时"):
        searcher.search("/(?:甲|乙)丙/")


# -- the longest text ----------------------------------------------------------------------------


def test_x17_a_text_that_is_too_long_is_refused_in_one_line() -> None:
    with pytest.raises(DataError) as caught:
        convert(b"a" * (MAX_CHARACTERS + 1), "a.txt")
    assert str(caught.value) == "a.txt: 有 2,000,001 字，超过 200 万字的上限，请拆成几个文件"


@pytest.mark.slow
@pytest.mark.parametrize("line", ["。\n", "。", "，"], ids=["X17-lines", "X17-one-line", "X17-no-full-stop"])
def test_the_longest_text_is_read_in_half_a_minute(line: str) -> None:
    clauses = (
        f"甲{number}产业园区持续发展壮大，" * 2 + f"新增乙{number % 997}企业{number}家{line}"
        for number in range(40_000)
    )
    text = ("一、2023年工作回顾\n" + "".join(clauses)).ljust(MAX_CHARACTERS, "丙")[:MAX_CHARACTERS]
    begun = time.process_time()
    report = convert(text.encode(), "a.txt")
    assert len(report.metrics) > 32_000
    assert time.process_time() - begun < 30
