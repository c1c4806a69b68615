"""Name medals: 运动员在亚运会上夺得7金6银2铜."""

from __future__ import annotations

import re

from tui.metrics.name_context import Context

_MEDALS = {"金": "金牌", "银": "银牌", "铜": "铜牌"}
_MEDAL = re.compile(r"[金银铜]牌\Z")
_MARKS = "、和，, "
#: What winners do, behind where they did.
_WON = re.compile(
    r"上?(?:共|分别|一举|勇|荣|喜|又|再)*(?:创造|夺得|摘得|斩获|获得|收获|取得|夺取|赢得|夺|获|得)?\Z"
)


def medals_won(name: str, context: Context) -> str | None:
    """运动员在亚运会上夺得7金6银: of what sort the medals are, and by whom or where they were won."""
    medal = _MEDALS.get(context.quantity.unit)
    if medal is None or _MEDAL.search(name):
        return None
    last = context.last
    is_next = last is not None and last.quantity.unit in _MEDALS
    if last and is_next and (not name or not context.gap.strip(_MARKS)):
        return _MEDAL.sub("", last.name) + medal
    return _WON.sub("", name) + medal
