"""Tables across reports with fixed rows, made without a library and without linking."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from tests.support.samples import report_of
from tui.promises.model import Candidate, Certainty, Gap, Promise, Verdict
from tui.report.model import Metric, Report
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.report.sentences import sentence_at
from tui.tasks.model import Task
from tui.view_session import ViewSession
from tui.views.model import PromiseView, Side, TaskList
from tui.visits import Source, View

PLAN = """\
政府工作报告
——2023年1月12日在青禾县第九届人民代表大会第三次会议上
青禾县人民政府县长 李 明
各位代表:
一、2022年工作回顾
一年来,各项工作稳步推进。
二、2023年主要目标
地区生产总值增长7%左右,一般公共预算收入增长5%,居民消费价格涨幅控制在3%以内。
三、2023年重点工作
(一)狠抓项目建设。新开工亿元以上项目45个,完成投资120亿元。培育规模以上工业企业30家,培育规模以上服务业企业12家。
(二)增进民生福祉。改造老旧小区18个,新增城镇就业5200人,新增公交车辆60台,建成口袋公园8个。\
发放创业担保贷款4000万元,新建养老服务中心6个。
"""
RESULTS = """\
政府工作报告
——2024年1月16日在青禾县第九届人民代表大会第四次会议上
青禾县人民政府县长 李 明
各位代表:
一、2023年工作回顾
地区生产总值增长6.1%,没有达到预期目标;一般公共预算收入增长5%;居民消费价格上涨0.4%。
(一)项目建设扎实有力。开工亿元以上项目52个,完成投资131.4亿元。新增规模以上工业企业33家。
(二)民生福祉持续改善。15个老旧小区改造全面完成,新增城镇就业5600人,优化公交线路7条。\
口袋公园建设任务全部完成。发放创业贷款累计1.2亿元。
二、2024年重点工作
地区生产总值增长6%以上,改造老旧小区10个。
"""


@cache
def plan() -> Report:
    """Return the report that promises."""
    return report_of(PLAN)


@cache
def results() -> Report:
    """Return the report that tells what was done."""
    return report_of(RESULTS)


def metric(report: Report, words: str) -> Metric:
    """Return the metric whose quote ends where some words of the text do."""
    assert report.text.count(words) == 1, words
    end = report.text.index(words) + len(words)
    return next(one for one in report.metrics if one.end == end)


def _promise(
    target: str,
    actual: str,
    verdict: Verdict,
    certainty: Certainty = "sure",
    gap: tuple[str, str] | None = None,
    note: str = "",
    said: str = "",
    candidates: tuple[str, ...] = (),
) -> Promise:
    text = results().text
    linked = metric(results(), actual) if actual else None
    told = text.index(actual or said) if actual or said else None
    sentences = [sentence_at(text, text.index(words)) for words in candidates]
    return Promise(
        metric(plan(), target),
        certainty,
        linked,
        sentence_at(text, told) if told is not None else None,
        tuple(Candidate(*span, 0.4) for span in sentences),
        verdict,
        Gap(Decimal(gap[0]), gap[1]) if gap else None,
        note,
    )


@cache
def promises() -> tuple[Promise, ...]:
    """Return one promise of nearly each kind."""
    return (
        _promise("地区生产总值增长7%", "地区生产总值增长6.1%", "admitted", gap=("-0.9", "个百分点"), note="报告自认未达"),
        _promise("一般公共预算收入增长5%", "一般公共预算收入增长5%", "met"),
        _promise("涨幅控制在3%", "居民消费价格上涨0.4%", "met"),
        _promise("亿元以上项目45个", "亿元以上项目52个", "exceeded", gap=("15.6", "%")),
        _promise("完成投资120亿元", "完成投资131.4亿元", "exceeded", gap=("9.5", "%")),
        _promise("规模以上工业企业30家", "规模以上工业企业33家", "exceeded", gap=("10.0", "%")),
        _promise("规模以上服务业企业12家", "", "undecided", "none", candidates=("新增规模以上", "优化公交")),
        _promise("改造老旧小区18个", "15个", "missed", gap=("-16.67", "%")),
        _promise("新增城镇就业5200人", "新增城镇就业5600人", "exceeded", gap=("7.7", "%")),
        _promise("新增公交车辆60台", "", "not_mentioned", "none"),
        _promise("口袋公园8个", "", "met_in_words", said="口袋公园建设任务"),
        _promise(
            "创业担保贷款4000万元", "累计1.2亿元", "not_comparable", "likely", note="目标为新增，结果为总数",
            candidates=("发放创业贷款",),
        ),
        _promise("养老服务中心6个", "", "not_mentioned", "none"),
    )  # fmt: skip


def side(report: Report, source: Source) -> Side:
    """Return a report as a table has it."""
    front = report.front
    ref = ReportRef("青禾县", front.plan_year, front.title, front.date, report.source.file, "")
    return Side(source, ref, Outline(report))


def promise_view(**changes: object) -> PromiseView:
    """Return the pair with fixed promises, and other fields."""
    sources = Source("plan.txt", None, 1), Source("results.txt", None, 2)
    view = PromiseView(side(plan(), sources[0]), side(results(), sources[1]), promises(), can_decide=True)
    return view._replace(**changes)  # type: ignore[arg-type]


def promise_session(**changes: object) -> ViewSession:
    """Return the pair as a screen has it."""
    content = promise_view(**changes)
    return ViewSession(View("promises", (content.plan.source, content.results.source)), content)


#: Words of tasks in the plan, and their deadlines.
_TASKS = (
    ("新开工亿元以上项目45个,完成投资120亿元", ""),
    ("培育规模以上工业企业30家", "年内"),
    ("培育规模以上服务业企业12家", ""),
    ("改造老旧小区18个", "6月底前"),
    ("新增城镇就业5200人", ""),
    ("新增公交车辆60台", ""),
)


def task_session() -> ViewSession:
    """Return the tasks of the plan as a screen has them."""
    report, tasks = plan(), []
    outline = Outline(report)
    for number, (words, deadline) in enumerate(_TASKS, 1):
        start = report.text.index(words)
        end = start + len(words)
        node = outline.at(start)
        inside = tuple(one.id for one in report.metrics if start <= one.start < end)
        path = tuple(outline.label(one) for one in outline.lineage(node))
        tasks.append(Task(number, words, start, end, node.id, path, inside, deadline))
    source = Source("plan.txt")
    return ViewSession(View("tasks", (source,)), TaskList(side(report, source), tuple(tasks)))
