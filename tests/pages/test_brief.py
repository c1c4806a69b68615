"""What is in a brief: only what is known, and so much that it fits one page."""

from __future__ import annotations

import pytest

from tests.support.promises import report_text
from tests.support.samples import SMALL, huiji, report_of
from tui.library.briefing import brief_sources
from tui.pages.brief import Brief, Sources
from tui.pages.brief_html import brief_html
from tui.pages.brief_markdown import brief_markdown
from tui.pages.cells import change_text, counts_text, indicator_cells, term_text, titled
from tui.pages.choosing import make_brief
from tui.pages.indicator_rows import indicator_rows
from tui.pages.room import PAGE_LINES, group_lines, lines
from tui.promises.linking import link_promises
from tui.report.errors import UsageError
from tui.report.model import Report

_REPORT = """\
政府工作报告
——2022年2月8日在某某县第三届人民代表大会第二次会议上
一、2021年工作回顾
{done}
二、2022年工作安排
{planned}
"""


def report(done: str, planned: str) -> Report:
    return report_of(_REPORT.format(done=done, planned=planned))


def brief(done: str, planned: str) -> Brief:
    return make_brief(Sources(report(done, planned)))


def of_two_years() -> Brief:
    return make_brief(
        brief_sources(report_of(report_text("青川县", 2023)), None, report_of(report_text("青川县", 2022)))
    )


def told(made: Brief) -> list[tuple[str, ...]]:
    return [indicator_cells(row) for row in made.indicators]


def test_main_indicators_have_target_actual_and_last_years_target() -> None:
    assert told(of_two_years())[:3] == [
        ("地区生产总值", "增6%", "增7.5%", "增7%", "▲ 超过"),
        ("社会消费品零售总额", "增8%", "增8%", "增8%", "= 达到"),
        ("一般公共预算收入", "增5%", "增3.2%", "增5%", "▼ 未达"),
    ]


def test_promises_are_counted_and_those_that_are_only_likely_apart() -> None:
    made = of_two_years()
    assert made.counts is not None
    promises = made.sources.promises or ()
    assert sum(made.counts.values()) == sum(promise.counts for promise in promises)
    assert counts_text(made).startswith(f"上年目标共 {len(promises)} 项：超过 ")
    likely = promises[0]._replace(certainty="likely")
    shown = make_brief(made.sources._replace(promises=(likely,)))
    assert told(shown)[0][4] == "≈ ▲ 超过"
    assert '<td class="likely">≈ ▲ 超过</td>' in brief_html(shown)
    assert '<td class="exceeded">▲ 超过</td>' in brief_html(made)
    assert counts_text(shown) == "上年目标共 1 项：≈ 可能对应 1（不计入）"
    assert shown.counts is not None
    assert sum(shown.counts.values()) == 0


def test_without_the_report_before_nothing_is_said_of_it() -> None:
    made = make_brief(Sources(report_of(SMALL)))
    for page in (brief_html(made), brief_markdown(made)):
        assert "没有上一年的报告" in page
        assert "2021年目标" not in page
        assert "上一年报告" not in page


def test_what_is_not_stated_is_told_to_be_unknown() -> None:
    made = brief("地区生产总值增长7%。", "固定资产投资增长8%。")
    assert ("固定资产投资", "增8%", "—", "—", "—") in told(made)
    assert "报告人：未写明" in brief_markdown(made)


def test_a_target_in_words_is_shown_as_such() -> None:
    made = brief("地区生产总值增长7%。", "地区生产总值增长8%,居民人均可支配收入与经济增长同步。")
    (row,) = [row for row in made.indicators if row.target_text]
    assert indicator_cells(row)[1] == "与经济增长同步"
    text = made.sources.report.text
    assert row.target_offset == text.index("居民人均可支配收入与")


def test_only_rates_are_growth_and_only_the_year_is_told_of() -> None:
    made = brief("地区生产总值比2016年增加110亿元。五年来,固定资产投资年均增长9%。", "建设道路3条。")
    assert [cells for cells in told(made) if "110亿元" in cells[2] or "9%" in cells[2]] == []


@pytest.mark.parametrize(
    ("done", "names"),
    [
        ("临港新区建设加快，固定资产投资增长12%。", ["地区生产总值"]),
        ("临港新区建设加快，全市固定资产投资增长12%。", ["地区生产总值", "固定资产投资"]),
        ("全市开发区建设加快，固定资产投资增长12%。", ["地区生产总值"]),
    ],
)
def test_what_was_done_in_a_part_of_the_place_is_not_told_of_the_place(done: str, names: list[str]) -> None:
    made = brief(f"{done}地区生产总值增长6%。", "建设道路3条。")
    assert [cells[0] for cells in told(made)] == names


def test_a_place_is_no_part_of_itself() -> None:
    done = report("新区建设加快，固定资产投资增长12%。", "建设道路3条。")
    own = done._replace(front=done.front._replace(organisation="滨河新区人民政府"))
    names = [[cells[0] for cells in told(make_brief(Sources(one)))] for one in (done, own)]
    assert names == [[], ["固定资产投资"]]


def test_what_a_part_of_the_people_gets_is_no_indicator_beside_that_of_all() -> None:
    made = brief("地区生产总值增长6%。", "城镇新增就业20万人以上。\n实施残疾人就业行动，新增就业8000人。")
    assert [cells[0] for cells in told(made) if "就业" in cells[0]] == ["城镇新增就业"]


def test_what_a_task_is_about_was_not_done() -> None:
    said = report("地区生产总值增长7%,粮食产量达到27亿斤。", "建设道路3条。")
    (grain,) = [metric for metric in said.metrics if metric.quote == "27亿斤"]
    names = [row.name for row in indicator_rows(said, [], ())]
    assert grain.indicator in names
    assert grain.indicator not in [row.name for row in indicator_rows(said, [], (), {grain.start})]


def test_a_promise_linked_to_another_figure_is_not_shown() -> None:
    before = report_of(report_text("青川县", 2022))
    now = report_of(report_text("青川县", 2023))
    promise, *_ = link_promises(before, now)
    assert promise.actual is not None
    other = promise._replace(actual=promise.actual._replace(start=0, value=(promise.actual.value[0] + 1,)))
    made = make_brief(Sources(now, before, (other,)))
    assert told(made)[0] == ("地区生产总值", "增6%", "增7.5%", "—", "—")


def test_a_promise_for_other_people_is_not_shown() -> None:
    head = "政府工作报告\n——{}年1月12日在某县第十届人民代表大会第三次会议上\n各位代表:\n一、{}年工作回顾\n{}\n二、{}年工作安排\n{}\n"
    promised = "地区生产总值增长6%,城镇居民人均可支配收入增长8%。"
    done = "地区生产总值增长7%。城镇居民人均可支配收入增长7.7%。"
    planned = "地区生产总值增长7%,居民人均可支配收入增长7%左右。"
    before = report_of(head.format(2023, 2022, "各项工作稳步推进。", 2023, promised))
    now = report_of(head.format(2024, 2023, done, 2024, planned))
    made = make_brief(Sources(now, before, link_promises(before, now)))
    (row,) = [row for row in made.indicators if row.name == "居民人均可支配收入"]
    assert row.promise is None
    assert made.indicators[0].promise is not None


def test_targets_above_and_below_come_with_both_values() -> None:
    made = brief(
        "地区生产总值增长5%。新增城镇就业4000人。改造老旧小区18个。新签约项目40个。",
        "地区生产总值增长7%。新增城镇就业3000人。改造老旧小区9个。新签约项目50个。",
    )
    assert [change_text(row)[:2] for row in made.rises] == [
        ("地区生产总值", "增5% → 增7%"),
        ("新签约项目", "40个 → 50个"),
    ]
    assert [change_text(row)[:2] for row in made.falls] == [
        ("改造老旧小区", "18个 → 9个"),
        ("新增城镇就业", "4000人 → 3000人"),
    ]


def test_changes_in_points_come_before_those_in_percent_each_the_largest_first() -> None:
    made = brief(
        "地区生产总值增长5%。固定资产投资增长6%。改造老旧小区18个。新签约项目40个。新建公园2个。",
        "地区生产总值增长6%。固定资产投资增长9%。改造老旧小区20个。新签约项目60个。新建公园9个。",
    )
    names = [row.indicator for row in made.rises]
    assert names == ["固定资产投资", "地区生产总值", "新建公园", "新签约项目", "改造老旧小区"]


@pytest.mark.parametrize(
    ("place", "year", "title"),
    [
        ("某某县", 2022, "某某县2022年政府工作报告"),
        ("某某县", None, "某某县政府工作报告"),
        ("", 2022, "2022年政府工作报告"),
    ],
)
def test_titles_have_the_year_that_is_planned(place: str, year: int | None, title: str) -> None:
    said = report("地区生产总值增长5%。", "地区生产总值增长6%。")
    front = said.front._replace(plan_year=year, organisation=place, title="政府工作报告")
    source = said.source._replace(file="")
    assert titled(said._replace(front=front, source=source)) == title
    dated = front._replace(title=f"{place}2022年政府工作报告")
    assert titled(said._replace(front=dated, source=source)) == dated.title


def test_chapters_are_named_with_their_mark() -> None:
    (group,) = brief("地区生产总值增长5%。", "新建改造农村道路120公里。").tasks
    assert group.label == "二、2022年工作安排"


@pytest.mark.parametrize("planned", ["固定资产投资增长8%以上", "固定资产投资下降3%"])
def test_a_floor_that_was_exceeded_and_a_fall_are_no_change(planned: str) -> None:
    made = brief("固定资产投资增长16%。", f"{planned}。")
    assert (made.rises, made.falls) == ([], [])


def test_new_terms_link_to_where_they_are_first() -> None:
    before = report("扎实工作。", "建设道路3条。")
    now = report("扎实工作。", "实施“强基工程”,推进“强基工程”建设。")
    made = make_brief(brief_sources(now._replace(front=now.front._replace(plan_year=2023)), None, before))
    assert [term_text(term) for group in made.terms for term in group.terms] == ["强基工程（2 次）"]
    assert made.terms[0].terms[0].start == now.text.index("强基工程")


def test_tasks_that_can_be_checked_come_first_and_all_are_in_the_reports_words() -> None:
    made = make_brief(Sources(huiji()))
    chosen = [task for group in made.tasks for task in group.tasks]
    for group in made.tasks:  # one that cannot be checked is listed only where its section has no other
        is_checked = [bool(task.metrics or task.deadline) for task in group.tasks]
        assert all(is_checked) or len(is_checked) == 1
    assert sum(bool(task.metrics or task.deadline) for task in chosen) / len(chosen) >= 0.7
    for task in chosen:
        assert huiji().text[task.start : task.end] == task.text
    assert [group.node.start for group in made.tasks] == sorted(group.node.start for group in made.tasks)
    assert len({group.node.id for group in made.tasks}) >= 7


def test_targets_of_the_table_are_no_tasks() -> None:
    made = make_brief(Sources(huiji()))
    shown = {row.target.id for row in made.indicators if row.target}
    assert not shown & {id for group in made.tasks for task in group.tasks for id in task.metrics}


def test_a_brief_fits_the_page_by_what_it_is_reckoned_to_take() -> None:
    for sources in (Sources(huiji()), of_two_years().sources):
        made = make_brief(sources)
        assert sum(map(group_lines, made.tasks)) < PAGE_LINES


@pytest.mark.parametrize(
    ("text", "column", "count"),
    [("", 10, 1), ("一二三四五六七八九", 10, 1), ("一二三四五六七八九十", 10, 2), ("123456789012345", 10, 1)],
)
def test_lines_are_counted_by_the_width_of_characters(text: str, column: float, count: int) -> None:
    assert lines(text, column) == count


def test_the_report_before_must_be_another_and_earlier_one() -> None:
    now, before = report_of(report_text("青川县", 2023)), report_of(report_text("青川县", 2022))
    with pytest.raises(UsageError, match="就是这份报告"):
        brief_sources(now, None, now)
    with pytest.raises(UsageError, match="不早于"):
        brief_sources(before, None, now)


@pytest.mark.parametrize("text", ["一", "政府工作报告", "没有标题也没有数字的一段话。"])
def test_any_text_has_a_brief(text: str) -> None:
    made = make_brief(Sources(report_of(text)))
    assert brief_html(made).startswith("<!DOCTYPE html>")
    assert brief_markdown(made).startswith("# ")


def test_with_too_many_sections_those_of_the_largest_chapter_have_their_tasks() -> None:
    numerals = "一二三四五六七八九十"

    def sections(words: str, count: int) -> str:
        return "".join(
            f"（{numerals[at]}）{words}第{numerals[at]}方面。推进城区和乡镇公办{words}标准化改造{at + 2}所。\n"
            for at in range(count)
        )

    text = (
        "政府工作报告\n——2024年1月22日在某区会议上\n各位代表:\n一、2023年工作回顾\n过去一年,新建学校3所。\n"
        f"二、2024年重点工作\n{sections('学校', 10)}三、2024年加强政府自身建设\n{sections('窗口', 6)}"
    )
    groups = make_brief(Sources(report_of(text))).tasks
    labels = [group.label for group in groups]
    assert len(labels) == 11 and labels[-1].startswith("三、")
    assert all(label.startswith("二(") for label in labels[:-1])
