"""What the bottom row says of the keys that work now."""

from __future__ import annotations

from tui.keys.table import Keymap


def hints_for(
    pane: str, keymap: Keymap, has_hits: bool, sides_slide: bool, selecting: bool
) -> list[tuple[str, str]]:
    """The keys that work now, the most useful first: pairs of keys and what they do."""
    key = keymap.first
    if pane == "query":
        return [
            (key("stay"), "停在此处"),
            (key("query_next_hit", "query_previous_hit"), "下/上一处"),
            (key("leave_search"), "回到原处"),
        ]
    leave = [(key("escape"), "回正文"), (key("help"), "帮助")]
    if pane == "tree":
        return [(key("choose"), "去读"), (key("right", "left"), "展开/折叠"), *leave]
    if pane == "metrics":
        return [
            (key("choose"), "看原句"),
            (key("right", "left"), "换页签"),
            (key("filter"), "筛选"),
            (key("sort"), "排序"),
            (key("details"), "详情"),
            *leave,
        ]
    if selecting:
        return [
            (key("down", "up"), "增减一句"),
            (key("right", "left"), "增减一字"),
            (key("copy"), "复制"),
            (key("cite"), "复制并注明出处"),
            (key("escape"), "取消"),
        ]
    hits = [(key("next_hit", "previous_hit"), "下/上一处"), (key("escape"), "清除")] if has_hits else []
    sides = [(key("tree"), "目录"), (key("metrics"), "指标")] if sides_slide else []
    prepared = [
        (key("search"), "搜索"),
        (key("next_section", "previous_section"), "下/上一节"),
        (key("go_to"), "跳转"),
        (key("next_figure", "previous_figure"), "指标"),
    ]
    return [*hits, *sides, *prepared, (key("help"), "帮助"), (key("quit"), "退出")]
