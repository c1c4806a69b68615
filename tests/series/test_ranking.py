"""Rankings: places in the order of what they state, whatever unit that is in."""

from __future__ import annotations

from collections.abc import Mapping

from tests.series.samples import report, said
from tui.messages import series as messages
from tui.messages.sheets import NO_REPORT_NOTE
from tui.metrics.indicators import default_indicators
from tui.series.asked import asked_for
from tui.series.building import Source
from tui.series.model import Ranking
from tui.series.ranking import build_ranking, ranks_in
from tui.sheets.series import ranking_sheet


def ranking(indicator: str, stated: Mapping[str, str]) -> Ranking:
    """Return the ranking of places that each state an amount of an indicator."""
    asked = asked_for(indicator, default_indicators())
    sources = []
    for code, (place, figure) in enumerate(stated.items()):
        ref = report(place, 2023)._replace(code=f"51{code:04}")
        said_of = said(f"{asked.name}{figure}。", figure, 2022, "level", canonical=indicator, ref=ref)
        sources.append(Source(asked, place, {2023: ref}, {2023: [said_of]}))
    return build_ranking(sources, asked, 2022, "county", {})


def test_amounts_in_other_units_of_one_kind_are_ranked_by_what_they_are() -> None:
    rows = ranking("grain_output", {"甲县": "29亿斤", "乙县": "180万吨", "丙县": "160万吨"}).rows
    assert [row.place.place for row in rows] == ["乙县", "丙县", "甲县"]
    assert not any(row.notes for row in rows)


def test_amounts_of_another_kind_stand_behind_with_a_note() -> None:
    rows = ranking("trade_total", {"甲县": "20亿美元", "乙县": "3亿元", "丙县": "90亿元"}).rows
    assert [(row.place.place, row.notes) for row in rows] == [
        ("丙县", ()),
        ("乙县", ()),
        ("甲县", (messages.ranked_apart("美元"),)),
    ]


def test_places_that_state_the_same_share_a_rank_and_others_of_another_unit_have_none() -> None:
    found = ranking("trade_total", {"甲县": "90亿元", "乙县": "20亿美元", "丙县": "90亿元", "丁县": "3亿元"})
    assert [row.place.place for row in found.rows] == ["甲县", "丙县", "丁县", "乙县"]
    assert list(ranks_in(found)) == ["1", "1", "3", ""]
    assert list(ranks_in(found._replace(rows=found.rows[:1]))) == [""]


def test_a_place_without_a_report_of_the_year_is_told_apart_from_one_that_says_nothing() -> None:
    found = ranking("grain_output", {"甲县": "29亿斤"})
    (row,) = found.rows
    assert (row.has_plan, row.has_results) == (False, True)
    sheet = ranking_sheet(found, str)
    cells = dict(zip((column.heading for column in sheet.columns), sheet.rows[0], strict=True))
    assert (cells["目标"], cells["结果"]) == ("无报告", "29亿斤")
    assert "书库所收" in sheet.title
    assert NO_REPORT_NOTE in sheet.notes
