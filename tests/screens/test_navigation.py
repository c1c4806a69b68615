"""Navigation in a report, and back to where it was left."""

from __future__ import annotations

from tests.support.pilot import Driven, drive
from tests.support.samples import huiji_outline, report_of
from tui.report.model import FrontMatter, NodeDraft, Report, Source, joined_text, place_nodes
from tui.report.outline import Outline
from tui.search.places import places_for


def test_a_jump_from_a_dialog_can_be_gone_back_from() -> None:
    async def steps(app: Driven) -> None:
        await app.press("colon", "3", "full_stop", "4", "enter")
        assert app.main.navigation.offset == huiji_outline().by_id["3.4"].start
        await app.press("H")
        assert app.main.navigation.offset == huiji_outline().by_id["1.2"].start

    drive(steps, at="1.2")


def test_back_shows_exactly_what_was_visible() -> None:
    """Also where the first line is empty, and where a hit in the middle of the pane is read."""

    async def steps(app: Driven) -> None:
        text = app.panes.text_pane
        while text.first_line.row >= 0:
            await app.press("down")
        for prepare in ((), ("slash", "黄河", "enter", "n", "n")):
            await app.press(*prepare)
            left = text.first_line, text.position, app.rows[3:-1]
            await app.press("]", "]", "H", "H")
            assert (text.first_line, text.position, app.rows[3:-1]) == left
            await app.press("L", "}", "H", "H")
            assert (text.first_line, text.position, app.rows[3:-1]) == left

    drive(steps, at="1.2")


def test_the_quotation_mark_twice_leads_to_where_the_last_jump_began_and_back() -> None:
    async def steps(app: Driven) -> None:
        text = app.panes.text_pane
        await app.press("’", "’")
        assert "还没有跳转过" in app.rows[-1]
        await app.press("down", "down")
        left = text.first_line
        await app.press("}", "'")
        assert "再按 ' 回到上次跳转之前" in app.rows[-1]
        there = text.first_line
        await app.press("'")
        assert text.first_line == left
        await app.press("’", "’")
        assert text.first_line == there
        await app.press("H", "'", "'")
        assert text.first_line == there, "going back is a jump, too"
        await app.press("m", "a", "G", "'", "a", "G", "'", "'")
        assert "这里就是上次跳转之前的位置" in app.rows[-1]

    drive(steps, at="1.2")


def test_the_outline_opens_at_the_current_section() -> None:
    async def steps(app: Driven) -> None:
        await app.press("1")
        assert any("（五）在绿色低碳上" in row for row in app.rows), app.text

    drive(steps, size=(60, 20), at="3.5")


def test_where_there_is_no_title_the_name_of_the_pane_says_which_report_is_open() -> None:
    async def steps(app: Driven) -> None:
        assert app.rows[0].startswith(" 2 惠济区2024 搜索 ")
        await app.press("slash", "区", "enter")
        assert app.rows[0].startswith(" 惠济区2024 19/")
        await app.resize(120, 35)
        assert "惠济区2024 " not in app.text
        assert "2 搜索" in app.text

    drive(steps, size=(60, 20), at="1.2")


def test_a_long_name_leaves_room_for_the_search_box() -> None:
    async def steps(app: Driven) -> None:
        assert app.rows[0].startswith(" 2 很长的报告名称… 搜索 ")
        assert "按 / " in app.rows[0]

    outline = report_of("政府工作报告\n\n一、经济运行情况\n\n全年平稳。\n\n二、明年安排\n\n继续努力。\n")
    source = outline.source._replace(file="很长的报告名称一二三四.txt")
    drive(steps, size=(60, 20), report=outline._replace(source=source))


def test_a_part_without_a_number_is_offered_without_its_id() -> None:
    text = "各位代表：\n一、回顾\n工作有成效。\n（一）农业。我们努力种粮，粮食丰收。\n二、安排\n工作要抓紧。\n各位代表！一起努力。\n谢谢大家！\n"

    async def steps(app: Driven) -> None:
        await app.press("colon", "开场")
        assert "opening" not in app.text
        await app.press("enter")
        assert app.main.navigation.offset == app.main._session.prepared.outline.by_id["opening"].start

    drive(steps, report=report_of(text), size=(60, 20))


def test_what_is_below_such_a_part_is_offered_with_the_number_of_its_chapter() -> None:
    chapter = NodeDraft("2", "chapter", "二、部署\n", "二", "部署")
    part = NodeDraft("2.continuation", "part", "要把握好以下原则。\n")
    part.children.append(NodeDraft("2.continuation.1", "item", "第一，要动力。\n", "一"))
    chapter.children.append(part)
    front = FrontMatter("报告", "", "", "", None, None, None)
    report = Report(front, Source("", "", "", 0), joined_text([chapter]), place_nodes([chapter]), ())
    assert [name for name, _, _ in places_for(Outline(report), "要")] == ["2", "2"]


def test_headings_to_go_to_have_the_marks_of_the_text() -> None:
    async def steps(app: Driven) -> None:
        await app.press("colon", *"聚力攻坚")
        assert "（一）在经济增长上" in app.text.replace(" ", "")
        await app.press("escape", "w", "colon", *"聚力攻坚")
        assert "(一)在经济增长上" in app.text.replace(" ", "")

    drive(steps, size=(80, 24), at="2")
