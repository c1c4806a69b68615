"""Which styles each part of a line has, and the cells of the ruler."""

from __future__ import annotations

import pytest

from tests.support.samples import SMALL, report_of
from tui.library.prepared import prepare_report
from tui.search.engine import Searcher
from tui.search.results import Results
from tui.typeset.layout import Layout
from tui.widgets.highlights import Highlights, Span

PREPARED = prepare_report(report_of(SMALL))
LAYOUT = Layout(SMALL, PREPARED.blocks, 200)
METRIC = PREPARED.report.metrics[1]


def highlights() -> Highlights:
    return Highlights(len(SMALL), PREPARED.report.metrics)


def hits(query: str) -> Results:
    return Searcher(PREPARED.outline).search(query)


def pieces(shown: Highlights, beginning: str) -> list[tuple[str, list[str]]]:
    return shown.pieces(LAYOUT.line_of(SMALL.index(beginning)), LAYOUT)


def test_headings_topics_and_metrics_have_styles() -> None:
    assert pieces(highlights(), "一、2021年工作回顾") == [("一、2021年工作回顾", ["strong"])]
    assert pieces(highlights(), "做强主导产业。")[0] == ("做强主导产业。", ["topic"])
    assert ("8.5亿元", ["achieved"]) in pieces(highlights(), "过去一年")


def test_pieces_join_to_the_line() -> None:
    shown = highlights()
    shown.show_hits(hits("产业"), 0)
    shown.selection = (SMALL.index("产业发展"), SMALL.index("新建标准厂房") + 3)
    for line in LAYOUT.walk(LAYOUT.first):
        assert "".join(text for text, _ in shown.pieces(line, LAYOUT)) == LAYOUT.shown(line)


def test_a_hit_has_the_style_of_its_term_unless_it_is_the_current_one() -> None:
    shown = highlights()
    shown.show_hits(hits("项目 产业"), 0)
    styles = [names[-1] for text, names in pieces(shown, "做强主导产业") if text in ("项目", "产业")]
    assert styles == ["hit-2", "hit", "hit", "hit-2"]
    first = [names[-1] for text, names in pieces(shown, "(一)抓项目") if text == "项目"]
    assert first == ["current-hit"]


@pytest.mark.parametrize(
    ("metric", "selection", "names"),
    [
        (None, None, ["achieved"]),
        ((METRIC.start, METRIC.end), None, ["achieved", "current-metric"]),
        (None, (METRIC.start - 3, METRIC.end + 3), ["achieved", "selected"]),
        ((METRIC.start, METRIC.end), (0, len(SMALL)), ["achieved", "current-metric", "selected"]),
    ],
    ids=["plain", "current", "selected", "both"],
)
def test_later_styles_are_drawn_over_earlier_ones(
    metric: Span | None, selection: Span | None, names: list[str]
) -> None:
    shown = highlights()
    shown.metric, shown.selection = metric, selection
    assert dict(pieces(shown, "过去一年"))["8.5亿元"] == names


def test_the_ruler_shows_hits_before_what_is_visible() -> None:
    shown, height = highlights(), 10
    visible = (0, len(SMALL) // 2)

    def ruler() -> list[str]:
        return [shown.ruler(y, height, visible) for y in range(height)]

    assert ruler() == ["thumb"] * 5 + ["track"] * 5
    rows = {hit.start * height // len(SMALL) for hit in hits("产业").hits}
    shown.show_hits(hits("产业"), 0)
    assert {y for y, style in enumerate(ruler()) if style.endswith("tick")} == rows
    assert ruler().count("current-tick") == 1
    assert shown.ruler(0, 1, (0, len(SMALL))) == "current-tick"
    assert [highlights().ruler(y, 2, (0, len(SMALL))) for y in range(2)] == ["track", "track"]


def test_figures_tell_what_was_done_from_what_is_promised() -> None:
    by_status = {metric.status: metric for metric in PREPARED.report.metrics}
    line = pieces(highlights(), SMALL[SMALL.rindex("\n", 0, by_status["target"].start) + 1 :][:8])
    assert (by_status["target"].quote, ["target"]) in line
