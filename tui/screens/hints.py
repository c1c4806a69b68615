"""What the bottom row says of the keys that work now."""

from __future__ import annotations


def hints_for(pane: str, has_hits: bool, sides_slide: bool, selecting: bool) -> list[tuple[str, str]]:
    """The keys that work now, the most useful first: pairs of keys and what they do."""
    if pane == "query":
        return [("Enter", "停在此处"), ("↓ ↑", "下/上一处"), ("Esc", "回到原处")]
    sides = [("1", "目录"), ("3", "指标")] if sides_slide else []
    hits = [("n N", "下/上一处"), ("Esc", "清除")] if has_hits else []
    if pane == "tree":
        return [("Enter", "去读"), ("→ ←", "展开/折叠"), ("Esc", "回正文"), ("?", "帮助")]
    if pane == "metrics":
        return [("Enter", "看原句"), ("↓ ↑", "选择"), ("Esc", "回正文"), ("?", "帮助")]
    if selecting:
        return [
            ("↓ ↑", "增减一句"),
            ("→ ←", "增减一字"),
            ("y", "复制"),
            ("Y", "复制并注明出处"),
            ("Esc", "取消"),
        ]
    reading = [("/", "搜索"), ("] [", "下/上一节"), (":", "跳转"), (". ,", "指标")]
    return [*hits, *sides, *reading, ("?", "帮助"), ("q", "退出")]
