"""Two small reports beside each other, made without a library."""

from __future__ import annotations

from functools import cache

from tests.support.samples import report_of
from tests.support.views import side
from tui.report.model import Report
from tui.view_session import ViewSession
from tui.views.model import TwoReports
from tui.visits import Source, View

EARLIER = """\
政府工作报告
——2023年1月12日在青禾县第九届人民代表大会第三次会议上
青禾县人民政府县长 李 明
各位代表:
一、2022年工作回顾
一年来,全县上下攻坚克难,经济运行总体平稳。
地区生产总值增长6.1%,一般公共预算收入增长5%。
二、2023年重点工作
(一)狠抓项目建设
提高基本医保和大病保险保障水平,居民医保人均财政补助标准增加40元。
建设城乡供水一体化工程,改造老旧管网35公里。
加强文物保护利用和文化遗产保护传承。
深入推进“大众创业、万众创新”,办好县级创业孵化园。
(二)增进民生福祉
始终把安全生产放在心上,坚决遏制重特大事故。
推进农村厕所改造,完善长效管护机制。
各位代表!让我们携手奋进!
"""
LATER = """\
政府工作报告
——2024年1月16日在青禾县第九届人民代表大会第四次会议上
青禾县人民政府县长 李 明
各位代表:
一、2023年工作回顾
一年来,全县上下攻坚克难,经济运行总体平稳。
地区生产总值增长7.2%,一般公共预算收入增长8%。
二、2024年重点工作
(一)增进民生福祉
始终把安全生产放在心上,坚决遏制重特大事故。
继续提高城乡居民基本医保和大病保险保障水平,居民医保人均财政补助标准增加30元。
加强文物保护利用和非物质文化遗产传承。
(二)培育“新质生产力”
发展“低空经济”,建设通用机场,打造“新质生产力”高地。
推行“河长制”,每条河流都有人管。
各位代表!让我们携手奋进!
"""


@cache
def earlier() -> Report:
    """Return the earlier report."""
    return report_of(EARLIER)


@cache
def later() -> Report:
    """Return the later report."""
    return report_of(LATER)


def two_reports(first: Report | None = None, second: Report | None = None, **changes: object) -> TwoReports:
    """Return two reports to be read beside each other, and other fields."""
    sides = (
        side(first or earlier(), Source("earlier.txt")),
        side(second or later(), Source("later.txt")),
    )
    return TwoReports(*sides)._replace(**changes)  # type: ignore[arg-type]


def alignment_session(two: TwoReports | None = None, state: tuple[str, ...] = ()) -> ViewSession:
    """Return two reports as a screen has them."""
    two = two or two_reports()
    sources = (two.earlier.source, two.later.source) if two.earlier is not None else (two.later.source,)
    return ViewSession(View("alignment", sources, (), state), two)
