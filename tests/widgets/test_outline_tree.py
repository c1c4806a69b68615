"""The outline tree: rows, counts, folding, following."""

from __future__ import annotations

import pytest

from tests.support.samples import SMALL, report_of
from tests.support.widgets import Shown, show
from tui.library.prepared import prepare_report
from tui.widgets.outline_tree import OutlineTree

FOLDED = [
    " 1 目录                           指标",
    "  题头",
    "  开场",
    "▾ 一、2021年工作回顾                11",
    "    概述                             2",
    "  ▸ （一）抓项目，经济运行稳中有进   7",
    "    （二）惠民生，社会事业全面进步   2",
    "    结尾",
    "▾ 二、2022年工作安排                 4",
    "  ▸ （一）加快产业升级               4",
    "  结语",
]


def tree() -> OutlineTree:
    return OutlineTree(prepare_report(report_of(SMALL)), id="widget")


def rows(shown: Shown) -> list[str]:
    return [row for row in shown.rows if row]


def test_rows_show_labels_and_the_number_of_metrics() -> None:
    async def steps(widget: OutlineTree, shown: Shown) -> None:
        assert rows(shown) == FOLDED

    show(tree, steps, size=(39, 20))


@pytest.mark.parametrize(
    ("keys", "unfolded", "cursor"),
    [
        (("right",), True, "（一）抓项目"),
        (("right", "right"), True, "产业发展"),
        (("right", "right", "left"), True, "（一）抓项目"),
        (("right", "left"), False, "（一）抓项目"),
        (("left",), False, "一、2021"),
    ],
)
def test_keys_fold_and_unfold(keys: tuple[str, ...], unfolded: bool, cursor: str) -> None:
    async def steps(widget: OutlineTree, shown: Shown) -> None:
        await shown.press(*["down"] * 4, *keys)
        assert ("▾ （一）抓项目" in shown.text) == unfolded
        assert cursor in shown.rows[widget.cursor - widget.top + 1]

    show(tree, steps, size=(39, 20))


def test_enter_asks_for_the_node_at_the_cursor() -> None:
    async def steps(widget: OutlineTree, shown: Shown) -> None:
        await shown.press("down", "down", "enter", "down", "enter")
        asked = [(message.node.id, message.overview) for message in shown.posted(OutlineTree.OpenNode)]
        assert asked == [("1", False), ("1", True)]

    show(tree, steps, size=(39, 20))


def test_counts_of_hits_take_the_place_of_counts_of_metrics() -> None:
    async def steps(widget: OutlineTree, shown: Shown) -> None:
        widget.show_counts({"1": 3, "1.1": 3})
        await shown.settle()
        assert shown.rows[0].endswith("命中")
        assert [row.split()[-1] for row in rows(shown)[3:7]] == [
            "3",
            "概述",
            "3",
            "（二）惠民生，社会事业全面进步",
        ]
        assert shown.style_of(3, "3") == shown.named("base", "count")
        assert shown.style_of(6, "（二）惠民生，社会事业全面进步") == shown.named("base", "muted")
        widget.show_counts(None)
        await shown.settle()
        assert rows(shown) == FOLDED

    show(tree, steps, size=(39, 20))


def test_nodes_around_the_reading_position_unfold_unless_the_user_folded_them() -> None:
    async def steps(widget: OutlineTree, shown: Shown) -> None:
        outline = widget._outline
        await shown.press(*["down"] * 2, "left")
        assert "（一）抓项目" not in shown.text
        widget.follow(outline.by_id["2.1"].children[0].start)
        await shown.settle()
        assert "▾ （一）加快产业升级" in shown.text
        widget.follow(outline.by_id["1.1"].children[0].start)
        await shown.settle()
        assert "（一）抓项目" not in shown.text

    show(tree, steps, size=(39, 20))


def test_marks_are_those_of_the_text_also_as_published() -> None:
    async def steps(widget: OutlineTree, shown: Shown) -> None:
        assert "（一）抓项目，经济" in shown.text
        widget.show_full_width(False)
        await shown.settle()
        assert "(一)抓项目,经济" in shown.text

    show(tree, steps, size=(39, 20))
