"""The built-in report, and small reports made for tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tui.convert.pipeline import convert
from tui.library.loading import load_report
from tui.report.model import Report
from tui.report.outline import Outline

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
#: Other reports to test with where they are present; they are not part of the repository.
OTHER_REPORTS = sorted((ROOT.parent / "shared" / "reports").glob("*.txt")) + sorted(
    (ROOT.parent / "shared" / "reports").glob("*.md")
)

SMALL = """\
政 府 工 作 报 告
——2022年2月8日在某某县第三届人民代表大会第二次会议上
某某县人民政府县长 王 明
各位代表:
现在,我代表县人民政府向大会报告工作,请予审议。
一、2021年工作回顾
过去一年,全县上下攻坚克难,地区生产总值预计增长7.2%,一般公共预算收入完成8.5亿元。
(一)抓项目,经济运行稳中有进。坚持项目为王。产业发展提质增效。新建标准厂房12万平方米,签约项目35个,\
总投资额达到66.8亿元,其中亿元以上项目9个。园区建设全面提速。完成道路建设15公里,入驻企业40余家,带动就业3000人,\
园区承载能力明显增强。
(二)惠民生,社会事业全面进步。新增城镇就业4200人,改造老旧小区18个。
各位代表!成绩来之不易,谨向全县人民致以崇高的敬意!
二、2022年工作安排
(一)加快产业升级
做强主导产业。全年新签约项目40个以上,完成投资70亿元,建成投产重点项目20个,推动产业集群发展壮大。
做优营商环境。深化“放管服”改革,推进“一网通办”,新增市场主体5000户,打造审批最少的县域。
各位代表!
让我们携手奋进,谱写新篇章!
"""


@cache
def huiji() -> Report:
    """Return the built-in report as the program loads it."""
    return load_report(None)


@cache
def huiji_outline() -> Outline:
    """Return the outline of the built-in report."""
    return Outline(huiji())


@cache
def source_text() -> str:
    """Return the built-in report's source text, read without the program."""
    return (CONTENT / "huiji-2024.txt").read_bytes().decode("utf-8")


def report_of(text: str) -> Report:
    """Return a report converted from a text."""
    return convert(text.encode("utf-8"), "sample.txt")
