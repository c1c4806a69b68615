"""Each rule of the tables decides its example."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import pytest

from tests.support.samples import report_of
from tui.messages import metrics as messages
from tui.metrics.extract import read_metrics
from tui.metrics.limits import BACKGROUND_RULES, BackgroundRule, Statement, background_rule
from tui.metrics.measures import MEASURE_RULES
from tui.metrics.name_behind import DESCRIPTION, SKIP_RULES
from tui.metrics.name_core import ACTION_RULES, core_of
from tui.metrics.name_ends import RIGHT_END
from tui.metrics.name_predicate import PREDICATE_RULES
from tui.metrics.name_statement import STATEMENT_RULES
from tui.metrics.naming import NAME_RULES
from tui.metrics.parts_of_year import PART_RULES
from tui.metrics.quantity import FORMS, Quantity, find_quantities
from tui.metrics.status import STATUS_RULES
from tui.metrics.tense import CLAUSE_RULES, WORDING_RULES, Tense, tense_of_clause
from tui.metrics.times import TIME_RULES, Clock, TimeRule, times_in
from tui.report.model import Measure, Metric, Report, Status

#: Makes a report as long as others are, so that characters that occur twice are rare ones.
FILLER = "。".join(chr(code) for code in range(0x8000, 0x8F00))


def report(done: str, planned: str = "要抓好落实。") -> Report:
    return report_of(
        "政府工作报告\n——2024年1月22日在某区会议上\n各位代表:\n"
        f"一、2023年工作回顾\n{done}\n{FILLER}。\n二、2024年工作安排\n{planned}\n"
    )


def first_metric(done: str) -> Metric:
    return report(done).metrics[0]


def decides(rules: Iterable[Callable[..., object]], *arguments: object) -> Callable[..., object] | None:
    """Return the first of some rules that decides."""
    return next((rule for rule in rules if rule(*arguments) is not None), None)


@pytest.mark.parametrize(("find", "text", "quote"), FORMS)
def test_forms_of_quantities(find: Callable[[str], Iterator[Quantity]], text: str, quote: str) -> None:
    (quantity,) = find_quantities(text)
    assert quantity in list(find(text))
    assert text[quantity.start : quantity.end] == quote


def test_first_characters_rule_out_no_end_of_a_name() -> None:
    everything = re.compile(re.sub(r"\A\(\?=\[.*?\]\)", "", RIGHT_END.pattern, flags=re.DOTALL))
    words = re.findall("[\u4e00-\u9fff]+", everything.pattern)
    texts = [f"某某企业{word}{following}，" for word, following in zip(words, [*words[1:], ""], strict=True)]
    texts += [f"某某企业{word}，" for word in words]
    assert len(everything.pattern) < len(RIGHT_END.pattern)
    for text in texts:
        assert [*map(str, RIGHT_END.finditer(text))] == [*map(str, everything.finditer(text))], text


@pytest.mark.parametrize(("measure", "_", "text"), MEASURE_RULES)
def test_measures(measure: Measure, _: object, text: str) -> None:
    assert first_metric(text).measure == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("人口自然增长率6.2‰。", "share"),
        ("人口自然增长率控制在7‰以内。", "share"),
        ("人口自然增长率下降0.5个百分点。", "growth"),
        ("出口增长1.45倍。", "growth"),
        ("整修提升乡村公路500公里。", "level"),
        ("整修提升500公里乡村公路。", "level"),
        ("出口总额翻一番。", "multiple"),
        ("出口总额增长到上年的1.4倍。", "multiple"),
    ],
)
def test_what_a_measure_is_not_called(text: str, measure: Measure) -> None:
    assert first_metric(text).measure == measure


@pytest.mark.parametrize(("status", "_", "text"), STATUS_RULES)
def test_statuses(status: Status, _: object, text: str) -> None:
    assert first_metric(text).status == status


def test_a_task_that_was_set_is_no_result() -> None:
    goals = report("能耗降低3.5%、排放量下降1.6%的节能减排目标可以完成。").metrics
    assert [metric.status for metric in goals] == ["background"] * 2
    assert first_metric("超额完成了全年100亿元的引资任务。").status == "background"


@pytest.mark.parametrize(
    ("planned", "statuses"),
    [
        ("实施100个过亿元重点技改项目。", ["target", "background"]),
        ("扶持20户产值超5亿元龙头企业。", ["target", "background"]),
        ("争取2000个以上村集体经济收入超过10万元。", ["target", "background"]),
        ("村集体经济收入超过10万元。", ["target"]),
        ("把13亿人的饭碗端牢。", ["background"]),
        ("力争“十四五”以来单位能耗累计降低10%左右。", ["target"]),
        ("确保2022年以来供地项目竣工率达到80%。", ["target"]),
        ("2022年以来供地项目竣工率达到80%。", ["achieved"]),
        ("确保已建成的厂房利用率达到80%。", ["target"]),
        ("全球最大18兆瓦直驱海上风电机组下线。", ["background"]),
        ("投资4000万元完成了古塔保护工程。", ["target"]),
        ("28家省属企业重组整合为10家。", ["background", "target"]),
        ("500平方米以上公园达到1324处。", ["background", "target"]),
        ("形成30个过50亿元、60个过10亿元大企业。", ["target", "background", "target", "background"]),
        ("力争10万吨负极材料项目投产。", ["background"]),
        ("生产10万吨负极材料。", ["target"]),
        ("解决饮水不便自然村（20户以上）问题80个。", ["background", "target"]),
        ("建成300公里公路“安全提升工程”。", ["target"]),
        ("充分发挥6个省级化工园区聚集作用,引进项目8个。", ["background", "target"]),
        ("充分发挥作用,建设6个省级化工园区。", ["target"]),
        ("做强2个国家级产业集群,培育3个省级产业集群。", ["target", "target"]),
        ("再推进5万家企业上云。", ["target"]),
        ("在医学、环保等8个领域实施10项专项。", ["background", "target"]),
        ("对5G、装备2个产业,拓展应用场景。", ["background"]),
        ("培育8个重点产业。", ["target"]),
        ("建成投产280万吨催化裂化装置。", ["background"]),
        ("淘汰280万吨炼钢装置。", ["target"]),
        ("推进10亿元企业上云。", ["background"]),
        ("实现80%以上的乡镇和行政村达到文明村镇标准。", ["target"]),
        ("支持毛利率80%以上的中心村发展。", ["background"]),
        ("我省作为总量超过5万亿元的经济大省,必须抢占先机,建设园区3个。", ["background", "target"]),
        ("做强16条重点产业链。", ["target"]),
        ("今年我市列入省级重点项目164个,总投资5852.9亿元,居全省第一,要抓开工、保进度。", ["background"] * 3),
        ("力争列入省级重点项目100个,完成投资50亿元。", ["target"] * 2),
        ("今年全市列入省级重点项目100个以上。", ["target"]),
        ("推广144小时过境免签政策。", []),
        ("税收过亿元楼宇达到25栋。", ["background", "target"]),
        ("财政补助标准提高到每人每年490元。", ["target"]),
        ("给予2.05亿元补助。", ["target"]),
        ("一次性提供5万元以内的救助。", ["background"]),
        ("给每名新市民一张100元的消费券。", ["background"]),
        ("实现经济总量由一万亿向两万亿跨越。", ["background", "target"]),
    ],
)
def test_what_is_there_already_is_no_target(planned: str, statuses: list[Status]) -> None:
    text = report("要抓好落实。", f"要抓好落实。{planned}")
    assert [metric.status for metric in text.metrics] == statuses


@pytest.mark.parametrize(
    "planned",
    ["充分发挥6个省级化工园区聚集作用。", "今年我市列入省级重点项目164个。"],
)
def test_the_reason_says_what_is_there_already(planned: str) -> None:
    read = read_metrics(report("要抓好落实。", f"要抓好落实。{planned}"))
    assert [each.reasons[1] for each in read] == [messages.IS_THERE_ALREADY]


@pytest.mark.parametrize("rule", BACKGROUND_RULES, ids=lambda rule: rule.example)
def test_sizes_and_limits_that_only_identify_a_thing(rule: BackgroundRule) -> None:
    quantity = next(find_quantities(rule.example))
    statement = Statement(quantity, rule.example[: quantity.start], rule.example[quantity.end :])
    assert background_rule(statement) is rule
    assert first_metric(rule.example).status == "background"


@pytest.mark.parametrize(("find", "_", "text", "name"), NAME_RULES)
def test_names(find: Callable[..., str | None], _: str, text: str, name: str) -> None:
    quantity = next(find_quantities(text))
    before = text[: quantity.start]
    assert decides((rule[0] for rule in NAME_RULES), text, quantity, before) is find
    assert find(text, quantity, before) == name


@pytest.mark.parametrize(("_", "__", "text", "name"), PREDICATE_RULES)
def test_what_became_of_things_names_them(_: str, __: str, text: str, name: str) -> None:
    assert first_metric(text).indicator == name


@pytest.mark.parametrize(("_", "__", "text", "name"), STATEMENT_RULES)
def test_what_is_said_of_things_names_them(_: str, __: str, text: str, name: str) -> None:
    assert first_metric(text).indicator == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("对28条（段）河涌进行了全面整治。", "整治河涌"),
        ("为3000名残疾儿童实施免费康复。", "康复残疾儿童"),
        ("为3000名残疾人提供托养服务。", "提供托养服务残疾人"),
        ("推动12所县医院达到三级水平。", "达到三级水平县医院"),
        ("2人获评全国劳动模范。", "获评全国劳动模范"),
        ("督察反馈的37个问题完成整改。", "督察反馈的问题"),
        ("在22所学校实施托管改革。", "托管改革学校"),
        ("84万农村贫困人口全部脱贫。", "脱贫农村贫困人口"),
        ("对市区35条主次干道实施改造。", "改造主次干道"),
        ("帮助45万下岗职工实现再就业。", "再就业下岗职工"),
        ("872个村实现“三无”目标。", "实现“三无”目标村"),
        ("新建学校5所，3人当选院士。", "当选院士"),
        ("30项工作获国家、省级表彰。", "工作"),
        ("40项研制取得重大进展。", "研制"),
        ("2家实验室纳入重点实验室。", "纳入重点实验室"),
        ("新建12所学校达到标准。", "新建学校"),
    ],
)
def test_what_is_done_to_things_names_them(text: str, name: str) -> None:
    assert report(text).metrics[-1].indicator == name


@pytest.mark.parametrize(
    ("pattern", "text", "name"),
    [*SKIP_RULES, (DESCRIPTION, "培育3个可推广、可复制的亮点项目。", "培育亮点项目")],
)
def test_text_between_a_number_and_its_name_is_skipped(
    pattern: re.Pattern[str], text: str, name: str
) -> None:
    assert pattern.search(text)
    assert first_metric(text).indicator == name


@pytest.mark.parametrize(("pattern", "_", "clause", "period"), PART_RULES)
def test_periods(pattern: re.Pattern[str], _: object, clause: str, period: str) -> None:
    assert pattern.search(clause)
    assert first_metric(f"{clause}。").period == period


def test_a_slogan_states_no_time() -> None:
    (metric,) = report("围绕“五年增绿，十年建成森林城市”目标，造林260亩。").metrics
    assert metric.period == "2023"


@pytest.mark.parametrize("rule", TIME_RULES, ids=lambda rule: rule.example)
def test_times(rule: TimeRule) -> None:
    found = next(times_in(rule.example, Clock(review=2023, plan=2024, today=2024)))
    assert (found.kind, found.years) == (rule.kind, rule.means)
    assert re.fullmatch(rule.pattern, found.words) or re.search(rule.pattern, rule.example)


@pytest.mark.parametrize(("points", "pattern", "text"), WORDING_RULES)
def test_wording_of_paragraphs(points: int, pattern: re.Pattern[str], text: str) -> None:
    found = [len(other.findall(text)) for _, other, _ in WORDING_RULES]
    assert found == [int(other is pattern) for _, other, _ in WORDING_RULES]


@pytest.mark.parametrize(("around", "_", "tense", "clause"), CLAUSE_RULES)
def test_words_of_a_clause_that_say_when(around: Tense, _: object, tense: Tense, clause: str) -> None:
    assert tense_of_clause(clause, around)[0] == tense
    assert tense_of_clause(clause, around)[1]
    assert tense_of_clause(clause, tense) == (tense, "")


@pytest.mark.parametrize(("kind", "_", "name", "core"), ACTION_RULES)
def test_actions_are_no_part_of_the_core_of_a_name(kind: str, _: object, name: str, core: str) -> None:
    assert core_of(name) == (core, frozenset({kind} - {""}))
