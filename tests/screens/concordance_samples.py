"""What the tests of hits in their context share."""

from __future__ import annotations

from tests.support.pilot import Driven, until
from tui.screens.concordance import ConcordanceScreen

#: Of each line, what stands around 产业.
TEXT = """\
政府工作报告
——2024年1月16日在青禾县第九届人民代表大会第四次会议上
青禾县人民政府县长 李 明
各位代表:
一、2023年工作回顾
大力发展新兴产业,培育新兴产业集群。传统产业转型升级。
二、2024年重点工作
壮大新兴产业集群,推动产业转型。
"""


def screen(app: Driven) -> ConcordanceScreen:
    """Return the screen of hits, which is shown."""
    shown = app.app.screen_stack[0]
    assert isinstance(shown, ConcordanceScreen)
    return shown


async def to_hits(app: Driven, query: str) -> None:
    """Search the library, and show the hits in their context."""
    await app.press("slash", query)
    await until(app, lambda: app.library.search.is_complete)
    await app.press("enter", "9")
    await until(app, lambda: isinstance(app.app.screen, ConcordanceScreen))
