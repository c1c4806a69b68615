"""Views of wording with fixed content: made without a library."""

from __future__ import annotations

from functools import cache

from tests.support.samples import report_of
from tests.support.views import side
from tui.citation import Reference
from tui.report.model import Report
from tui.report.reference import ReportRef
from tui.view_session import ViewSession
from tui.views.model import CounterpartSet, RelatedRow, RelatedSet
from tui.visits import Source, View
from tui.wording.likeness import Weights, masked_grams
from tui.wording.model import Counterpart
from tui.wording.sentences import sentences_of

REPORT = """\
政府工作报告
——2024年1月16日在青禾县第九届人民代表大会第四次会议上
青禾县人民政府县长 李 明
各位代表:
一、2023年工作回顾
一年来,各项工作稳步推进。
(一)项目建设扎实有力。开工亿元以上项目52个,完成投资131.4亿元。园区建成标准厂房12万平方米,入驻企业40家。
(二)民生福祉持续改善。15个老旧小区改造全面完成,惠及居民3200户。新增城镇就业5600人。口袋公园建设任务全部完成。
(三)档案工作再上台阶。馆藏档案数字化率达到90%。
二、2024年重点工作
(一)抓好项目建设。新开工亿元以上项目60个,完成投资150亿元。建设标准厂房20万平方米。
(二)增进民生福祉。改造老旧小区10个,加装电梯30部。新增城镇就业5800人,发放创业贷款4000万元。
(三)深化改革开放。深化国企改革,新设外资企业5家。
"""
#: The sections and what is planned or was done on their subjects, the best surely, the second likely; that on files and that on reforms have
#: nothing.
_PAIRS = {
    "1.1": ("2.1", "2.2"),
    "1.2": ("2.2",),
    "1.3": (),
    "2.1": ("1.1",),
    "2.2": ("1.2", "1.1"),
    "2.3": (),
}


@cache
def report() -> Report:
    """Return the report."""
    return report_of(REPORT)


def weights() -> Weights:
    """Return how telling pairs of characters are in it."""
    text = report().text
    return Weights.of_sentences([masked_grams(text[start:end]) for start, end in sentences_of(report())])


def counterpart_session(at: str = "", state: tuple[str, ...] = ()) -> ViewSession:
    """Return the sections beside each other, beginning with that at some words."""
    found = {
        node: tuple(Counterpart(other, 0.95 - number * 0.3) for number, other in enumerate(others))
        for node, others in _PAIRS.items()
    }
    source = Source("青禾县.txt")
    content = CounterpartSet(
        side(report(), source), found, frozenset(node for node in found if node[0] == "2"), weights()
    )
    view = View("counterparts", (source,)).at(report().text.index(at))
    return ViewSession(view._replace(state=state or view.state), content)


#: Sentences like one of the report: place, level, year, score, text.
_RELATED = (
    ("青禾县", "county", 2023, 0.91, "18个老旧小区改造全面完成，惠及居民4100户。"),
    ("白水县", "county", 2024, 0.78, "20个老旧小区改造全面完成，惠及群众5000余户。"),
    ("江州市", "city", 2024, 0.66, "老旧小区改造完成220个，惠及居民6.1万户。"),
    ("白水县", "county", 2022, 0.41, "城镇老旧小区改造扎实推进，群众居住条件明显改善。"),
)
OWN = "15个老旧小区改造全面完成,惠及居民3200户。"


def related_session(rows: int = len(_RELATED)) -> ViewSession:
    """Return the sentences that are like one of the report."""
    source = Source("青禾县.txt", None, 1)
    own = side(report(), source)
    own = own._replace(ref=own.ref._replace(level="county"))
    content = RelatedSet(own, report().text.index(OWN), OWN, tuple(map(_row, range(rows))))
    return ViewSession(View("related", (source,)).at(content.start), content)


def _row(index: int) -> RelatedRow:
    place, level, year, score, text = _RELATED[index]
    ref = ReportRef(place, year, "政府工作报告", "", f"{place}{year}.txt", "", index + 2, level, str(index))
    source = Source(library_report=index + 2)
    return RelatedRow(source, ref, place, text, 100 + index, "一(二)", Reference.of_ref(ref, "一(二)"), score)
