"""E12 and E13: numbers of any length and thousands of brackets are handled, or refused with a one-line error."""

from __future__ import annotations

import resource
import subprocess
from pathlib import Path

import pytest

from tests.faults.test_documents import SOUND
from tests.support.samples import huiji, huiji_outline, report_of
from tests.support.terminal import PROGRAM
from tui.cli.main import run
from tui.metrics.amounts import conversions
from tui.metrics.comparison import comparison_rows
from tui.metrics.export import MAX_SENTENCE_CHARACTERS, comparison_table, metric_table, metrics_as_json
from tui.metrics.quantity import find_quantities
from tui.outline_file.reading import read_outline
from tui.report.errors import DataError, UsageError
from tui.report.numerals import MAX_DIGITS, chinese_number
from tui.search.engine import Searcher
from tui.search.metric_filter import filter_metrics
from tui.search.patterns import MAX_PATTERN_CHARACTERS, compile_pattern
from tui.search.places import find_span
from tui.search.query import MAX_TERMS, parse_query

LONG = {"E12-35-digits": "9" * 35, "E12-a-million-digits": "9" * 1_000_000}
BRACKETS = 5_000


@pytest.mark.parametrize("digits", LONG.values(), ids=LONG)
@pytest.mark.parametrize("number", ["{0}", "0.{0}", "1-{0}", "{0}.5"])
def test_a_number_that_is_too_long_is_not_a_metric(digits: str, number: str) -> None:
    text = f"完成投资{number.format(digits)}亿元，新增企业7家。"
    assert [text[found.start : found.end] for found in find_quantities(text)] == ["7家"]


@pytest.mark.parametrize("digits", LONG.values(), ids=LONG)
def test_a_text_with_a_number_that_is_too_long_is_read(digits: str) -> None:
    report = report_of(f"一、2023年工作回顾\n完成投资{digits}亿元，新增企业7家。")
    assert [metric.quote for metric in report.metrics] == ["7家"]


@pytest.mark.parametrize("groups", [6, 300_000], ids=["E12-18-digits", "E12-a-million-digits"])
def test_a_number_with_too_many_commas_is_not_a_metric(groups: int) -> None:
    assert list(find_quantities("完成1" + ",000" * groups + "元")) == []


@pytest.mark.parametrize("numeral", ["一", "亿", "百分之九", "九亿"], ids="E12-{}".format)
def test_a_numeral_that_is_too_long_is_not_a_metric(numeral: str) -> None:
    assert chinese_number(numeral * 100_000) is None
    assert [metric.quote for metric in report_of(f"一、回顾\n{numeral * 2_000}个，7家。").metrics][-1:] == [
        "7家"
    ]


def test_e12_the_longest_number_can_be_compared_and_exported() -> None:
    report = report_of(
        f"一、2023年工作回顾\n地区生产总值完成{'9' * MAX_DIGITS}万亿元，增长{'9' * MAX_DIGITS}%。\n"
        f"二、2024年工作安排\n地区生产总值完成{'9' * MAX_DIGITS}万亿元，增长0.{'0' * 14}1%。\n"
    )
    assert len(report.metrics) == 4
    assert len(metric_table(report, report.metrics)) == 5
    assert len([row for row in comparison_rows(report) if row.actual and row.target]) == 2
    assert len(comparison_table(comparison_rows(report))) == 3
    assert all(list(conversions(metric)) is not None for metric in report.metrics)
    assert metrics_as_json(report, report.metrics)[0]["base_value"] == "9" * MAX_DIGITS + "0" * 12


@pytest.mark.parametrize("digits", LONG.values(), ids=LONG)
def test_an_outline_with_a_number_that_is_too_long_is_refused_with_its_place(digits: str) -> None:
    metric = (
        f'metrics:\n- id: m001\n  node: body\n  span: [0, 1]\n  quote: 正\n  value: "{digits}"\n  unit: 个\n'
        "  qualifier: exact\n  measure: level\n  status: achieved\n"
    )
    with pytest.raises(DataError) as caught:
        read_outline((SOUND + metric).encode(), "a.yaml")
    assert str(caught.value) == f"a.yaml:14:10: value 的数太长，小数点前后各不超过 {MAX_DIGITS} 位"


@pytest.mark.parametrize("digits", LONG.values(), ids=LONG)
def test_a_long_number_can_be_searched_for(digits: str) -> None:
    searcher = Searcher(huiji_outline())
    assert searcher.search(digits).hits == ()
    assert searcher.search(f"{digits}% 第{digits}").hits == ()
    assert find_span(huiji_outline(), f"@{digits}") == (len(huiji().text),) * 2
    for place in (f"m{digits}", f"{digits}%", digits):
        with pytest.raises(UsageError):
            find_span(huiji_outline(), place)
    with pytest.raises(UsageError, match="数太长"):
        filter_metrics(huiji().metrics, f">{digits}")


def test_e12_long_numerals_can_be_searched_for() -> None:
    for numeral in "一万亿十":
        assert Searcher(huiji_outline()).search(numeral * 100_000).hits == ()


def test_e12_a_record_contains_an_excerpt_of_an_overlong_sentence() -> None:
    report = report_of("一、2023年工作回顾\n" + "新增甲企业1家，" * 1000)
    sentences = [str(fields["sentence"]) for fields in metrics_as_json(report, report.metrics)]
    assert len(sentences) == 1000
    assert all(len(sentence) <= MAX_SENTENCE_CHARACTERS and "1家" in sentence for sentence in sentences)


# -- brackets ------------------------------------------------------------------------------------

BRACKET_QUERIES = {
    "E13-open": "/" + "(" * BRACKETS + "/",
    "E13-closed": "/" + "(" * BRACKETS + ")" * BRACKETS + "/",
    "E13-square": "/" + "[" * BRACKETS + "/",
    "E13-below-the-limit": "/"
    + "(" * (MAX_PATTERN_CHARACTERS // 2)
    + ")" * (MAX_PATTERN_CHARACTERS // 2)
    + "x(/",
    "E13-repeats": "/((((a{1000}){1000}){1000}){1000})/",
    "E13-place": "in:" + "(" * BRACKETS + " 黄河",
}


@pytest.mark.parametrize("query", BRACKET_QUERIES.values(), ids=BRACKET_QUERIES)
def test_brackets_in_a_query_are_refused_in_one_line(
    query: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("一、回顾\n讲好黄河故事。\n", encoding="utf-8")
    assert run(["search", query, str(path)], lambda *_: 0) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert error.startswith("huiji-tui: ") and error.count("\n") == 1 and len(error) < 300


def test_e13_brackets_alone_are_plain_text() -> None:
    assert Searcher(huiji_outline()).search("(" * BRACKETS).hits == ()


@pytest.mark.parametrize(
    "pattern",
    [
        "黄河",
        "[^。]{0,200}黄河[^。]{0,200}",
        r"\d{4}年(?:\d{1,2}月)?",
        "(甲|乙){3}",
        "[]a{9999999}]",
        r"a\{99999999\}",
        "x{,3}",
    ],
)
def test_e13_ordinary_patterns_are_compiled(pattern: str) -> None:
    assert compile_pattern(pattern)


def test_e13_a_pattern_takes_little_memory(tmp_path: Path) -> None:
    little = 1 << 30
    done = subprocess.run(
        [*PROGRAM, "search", "/(?:(?:a{90}){90}){90}/"],
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (little, little)),
    )
    assert (done.returncode, done.stderr) == (2, "huiji-tui: 正则重复次数太多\n")


def test_the_number_of_terms_in_a_query_is_limited() -> None:
    assert len(parse_query(" ".join(f"甲{number}" for number in range(MAX_TERMS))).terms) == MAX_TERMS
    assert len(parse_query("甲 " * 5000).terms) == 1
    with pytest.raises(UsageError, match=f"超过 {MAX_TERMS} 个词"):
        parse_query(" ".join(f"甲{number}" for number in range(MAX_TERMS + 1)))
    with pytest.raises(UsageError, match=f"超过 {MAX_TERMS} 个词"):
        filter_metrics(huiji().metrics, " ".join(f"甲{number}" for number in range(MAX_TERMS + 1)))
