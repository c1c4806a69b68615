"""New terms of a brief: those that no earlier report of the place has, told apart by what other places have."""

from __future__ import annotations

import pytest

from tests.support.promises import report_text
from tests.support.samples import report_of
from tui.messages import pages as messages
from tui.pages.brief import Sources
from tui.pages.brief_html import brief_html
from tui.pages.brief_markdown import brief_markdown
from tui.pages.choosing import make_brief
from tui.pages.new_wording import TERM_LINES, group_text, term_groups
from tui.pages.room import LINE, lines
from tui.wording.model import NewTerm, Precedents

_NAMES = (
    "强基工程",
    "解放思想",
    "低空经济",
    "智能体",
    "民政厅",
    "二主",
    "走强市",
    "九大创新型",
    "百日攻坚、千日会战",
)


def sources(known: Precedents | None, names: tuple[str, ...] = _NAMES) -> Sources:
    now, before = (report_of(report_text("青川县", year)) for year in (2023, 2022))
    terms = [NewTerm(name, 40, 40 + len(name), False, 0, 1) for name in names]
    return Sources(now, before, (), terms, known)


def told(known: Precedents | None) -> list[tuple[str, list[str]]]:
    return [(group.label, [term.text for term in group.terms]) for group in term_groups(sources(known))]


@pytest.mark.parametrize(
    ("known", "groups"),
    [
        (None, [("", ["强基工程", "解放思想", "低空经济", "智能体", "百日攻坚、千日会战"])]),
        (
            Precedents(3, 0, {"解放思想": 2}),
            [("", ["强基工程", "低空经济", "智能体", "百日攻坚、千日会战"])],
        ),
        (
            Precedents(3, 100, {"解放思想": 2}, {"解放思想": 80, "低空经济": 4, "智能体": 1}),
            [
                (messages.NEW_EVERYWHERE, ["强基工程", "百日攻坚、千日会战"]),
                (messages.NEW_HERE, ["智能体"]),
            ],
        ),
        (
            Precedents(3, 500, {"解放思想": 2}, {"低空经济": 4, "强基工程": 1, "智能体": 60}),
            [
                (messages.NEW_EVERYWHERE, ["百日攻坚、千日会战"]),
                (messages.NEW_HERE, ["强基工程", "低空经济"]),
            ],
        ),
    ],
    ids=["no library", "own reports only", "small library", "large library"],
)
def test_terms_are_new_by_the_earlier_reports_that_are_known(
    known: Precedents | None, groups: list[tuple[str, list[str]]]
) -> None:
    assert told(known) == groups


def test_groups_of_terms_have_room_together() -> None:
    names = tuple(f"第{number}号强链补链延链工程" for number in range(60))
    known = Precedents(3, 500, {}, {name: number % 2 for number, name in enumerate(names)})
    groups = term_groups(sources(known, names))
    assert [group.label for group in groups] == [messages.NEW_EVERYWHERE, messages.NEW_HERE]
    assert sum(lines(group_text(group), LINE) for group in groups) == TERM_LINES


@pytest.mark.parametrize(
    ("known", "note"),
    [
        (None, messages.COMPARED_WITH_BEFORE),
        (Precedents(3, 0), "与书库中本地此前 3 份报告对照"),
        (Precedents(3, 50), "与书库中本地此前 3 份、其他地方此前 50 份报告对照；他处常见的不列"),
    ],
)
def test_a_brief_tells_what_its_terms_were_compared_with(known: Precedents | None, note: str) -> None:
    made = make_brief(sources(known))
    assert note in brief_html(made) and note in brief_markdown(made)
