"""The rules by which clauses and sentences of a plan are read: each fits its example, and none is slow."""

from __future__ import annotations

import time

import pytest

from tests.support.samples import report_of
from tests.tasks.test_splitting import report_with
from tui.report.model import FrontMatter, NodeDraft, Report, Source, place_nodes
from tui.report.outline import Outline
from tui.tasks.deadlines import deadlines_in
from tui.tasks.leads import LEAD_RULES, LeadRule, describes_situation, promises_nothing
from tui.tasks.plan import plan_passages
from tui.tasks.roles import ROLE_RULES, Role, RoleRule, role_of
from tui.tasks.splitting import split_tasks

#: Characters; 60 KB in UTF-8.
SIZE = 20_000
MAX_S = 2.0


@pytest.mark.parametrize("rule", ROLE_RULES, ids=lambda rule: rule.example)
def test_a_rule_of_clauses_fits_its_example(rule: RoleRule) -> None:
    assert rule.pattern.match(rule.example)
    assert next(each for each in ROLE_RULES if each.pattern.match(rule.example)).role == rule.role


@pytest.mark.parametrize("rule", LEAD_RULES, ids=lambda rule: rule.example)
def test_a_rule_of_sentences_fits_its_example(rule: LeadRule) -> None:
    assert rule.pattern.search(rule.example) and promises_nothing(rule.example)


@pytest.mark.parametrize(
    ("clause", "role"),
    [
        ("新建学校5所", "task"),
        ("加快推进北环路建设", "task"),
        ("居民收入稳步增长", "task"),
        ("力争新增就业3000人", "task"),
        ("推动公交线网优化", "task"),
        ("实现燃气管网全覆盖", "task"),
        ("经过五年努力", "means"),
        ("展望二〇三五年", "means"),
        ("力争到2026年底", "means"),
        ("以园区为载体", "means"),
        ("在保护耕地的同时", "means"),
        ("把就业摆在优先位置", "means"),
        ("不断提升服务水平", "effect"),
        ("确保年底前通车", "effect"),
        ("让群众办事更方便", "effect"),
        ("以及三条支线", "effect"),
        ("是全市的重中之重", "remark"),
        ("我市仍处于爬坡过坎的阶段", "remark"),
        ("公路里程已经翻番", "remark"),
        ("符合中央精神和省委要求", "remark"),
        ("符合本市发展实际", "remark"),
        ("政风关系政府形象", "remark"),
        ("关系人心向背", "remark"),
        ("解决关系群众利益的问题", "task"),
        ("也有利于稳定预期", "remark"),
        ("体现了积极进取的导向", "remark"),
        ("符合条件的困难家庭全部纳入低保", "task"),
        ("有利于创新的体制机制基本确立", "task"),
        ("实际工作中", "means"),
        ("我们要围绕主导产业", "means"),
        ("今年将通过以奖代补", "means"),
        ("材料产业围绕打造加工基地", "means"),
        ("企业围绕产业链开展协同创新", "task"),
        ("支持院所围绕主业办厂", "task"),
        ("我们将牢记安全发展的要求", "means"),
        ("要通过3种方式增加投入", "task"),
    ],
)
def test_a_clause_is_a_promise_or_belongs_to_one(clause: str, role: Role) -> None:
    assert role_of(clause) == role


@pytest.mark.parametrize(
    ("words", "deadlines"),
    [
        ("确保9月底前开学", ["9月底前"]),
        ("二季度开工,年底建成", ["二季度", "年底"]),
        ("到本世纪末", ["到本世纪末"]),
        ("用三年时间改造", ["三年时间"]),
        ("到一九八五年翻一番", ["到一九八五年"]),
        ("展望2035年,收入翻番", ["2035年"]),
        ("今年中央投资9亿元", []),
        ("按2019年底人数计算", []),
        ("比2023年底多3所", []),
        ("恢复到2019年水平", []),
        ("2021年底前完成", []),
        ("“十四五”时期建成", ["“十四五”时期"]),
        ("经过“十三五”时期的洗礼", []),
    ],
)
def test_deadlines_are_times_ahead(words: str, deadlines: list[str]) -> None:
    assert deadlines_in(words, 2024) == deadlines


def test_a_paragraph_with_demands_is_a_plan_whatever_it_says_of_the_situation() -> None:
    situation = "当前形势复杂,机遇与挑战并存。"
    assert describes_situation(situation)
    assert not describes_situation(situation + "我们必须加快转型,要抓好项目,力争开工20个。")


def test_before_the_sections_only_goals_are_tasks() -> None:
    plan = "".join(f"（{number}）抓项目\n新建厂房{index}座。\n" for index, number in enumerate("一二三", 2))
    general = "加快理念创新，推进方法创新。\n主要预期目标是：粮食产量3000吨，居民收入稳步增长。\n"
    tasks = split_tasks(report_with(general + plan))
    assert [task.text for task in tasks] == [
        "粮食产量3000吨", "居民收入稳步增长", "新建厂房2座", "新建厂房3座", "新建厂房4座",
    ]  # fmt: skip


def with_years(years: str, heading: str = "今后五年的奋斗目标") -> list[str]:
    """Return the tasks of a report with a chapter about five years and one about the year."""
    report = report_of(
        "政府工作报告\n——2024年1月10日在某市第九届人民代表大会第一次会议上\n某市人民政府市长 王 明\n各位代表:\n"
        "一、过去五年工作回顾\n五年来,新建学校3所,改造管网20公里。\n"
        f"二、{heading}\n{years}\n三、2024年重点工作\n新建桥梁4座,改造泵站6座。\n"
    )
    return [task.text for task in split_tasks(report)]


_OF_THE_YEAR = ["新建桥梁4座", "改造泵站6座"]


def test_of_the_chapter_about_years_only_goals_are_tasks() -> None:
    goals = "今后五年的奋斗目标是：粮食产量达到9000吨，居民收入稳步增长。\n"
    resolve = "我们要牢记嘱托，聚焦主业，全力打造绿色家园。深刻领悟时代要求，发展特色经济。\n"
    assert with_years(goals + resolve) == ["粮食产量达到9000吨", "居民收入稳步增长", *_OF_THE_YEAR]


def test_a_list_of_goals_goes_on_whatever_its_items_say() -> None:
    goals = "奋斗目标是：\n——适应发展要求的机制基本形成。\n——坚持绿色发展，环境持续改善。\n"
    assert with_years(goals) == ["适应发展要求的机制基本形成", "坚持绿色发展，环境持续改善", *_OF_THE_YEAR]


def test_what_is_reached_after_years_is_a_goal() -> None:
    assert with_years("经过五年努力，产业体系初步建立，园区加快发展。\n我们要发展产业，提升能级。\n") == [
        "经过五年努力，产业体系初步建立", "园区加快发展", *_OF_THE_YEAR,
    ]  # fmt: skip


def test_the_work_of_years_is_a_plan_where_its_chapter_says_so() -> None:
    tasks = with_years("（一）抓产业\n发展特色经济，建设县级粮库。\n", "今后五年的主要任务")
    assert tasks == ["发展特色经济", "建设县级粮库", *_OF_THE_YEAR]


def test_a_chapter_about_new_demands_is_no_chapter_of_principles() -> None:
    plan = "新建桥梁4座。\n三、适应新形势新要求，加强政府自身建设\n精简各类文件，公开政务信息。\n"
    assert [task.text for task in split_tasks(report_with(plan))] == [
        "新建桥梁4座",
        "精简各类文件",
        "公开政务信息",
    ]


@pytest.mark.parametrize(
    ("sentence", "is_remark"),
    [
        ("滨海依山傍海、风景秀丽,拥有世界级海湾,具有都市潜质。", True),
        ("滨海市具有自强不息的文化基因。", True),
        ("创作更多具有地域特色的优秀作品。", False),
        ("推出一批拥有自主品牌的产品。", False),
        ("未来五年,我们充满信心。", True),
        ("当前外部环境错综复杂,我们要抓好项目。", False),
        ("五年后的滨海,要建成山海相映的公园。", False),
    ],
)
def test_what_a_place_has_promises_nothing(sentence: str, *, is_remark: bool) -> None:
    assert promises_nothing(sentence) == is_remark


@pytest.mark.parametrize(
    ("clause", "role"),
    [("素有拥军优属的优良传统", "remark"), ("发扬艰苦奋斗的优良传统", "task"), ("未来2-3年", "means")],
)
def test_role_of_traditions_and_ranges_of_years(clause: str, role: Role) -> None:
    assert role_of(clause) == role


def test_what_a_report_says_after_its_plan_is_outside_it() -> None:
    text = "新建桥梁4座。\n各位代表！让我们努力建设4座桥梁！\n附件：名词解释\n1.桥梁：建设跨河通道。"
    report = report_with(text)
    assert {passage.node.id.partition(".")[0] for passage in plan_passages(Outline(report))} == {"2"}


def plan_of(text: str) -> Report:
    """Return a report that is a plan alone, without converting it."""
    text = f"二、2024年工作安排\n{text}\n"
    front = FrontMatter("政府工作报告", "2024-01-10", "", "某市人民政府", None, 2023, 2024)
    nodes = place_nodes([NodeDraft("1", "chapter", text, "二", "2024年工作安排")])
    return Report(front, Source("报告.txt", "utf-8", "", len(text)), text, nodes, ())


@pytest.mark.parametrize(
    "piece",
    [
        "力争",
        "到2025年",
        "一二三四五",
        "1",
        "1万",
        "确保",
        "虽",
        "“",
        "《",
        "（",
        "，",
        "、",
        "新建学校5所、",
        "要",
        "为了",
        "至2024年",
    ],
)
def test_hostile_plans_are_read_in_linear_time(piece: str) -> None:
    report = plan_of((piece * SIZE)[:SIZE])
    begun = time.process_time()
    split_tasks(report)
    assert time.process_time() - begun < MAX_S


def test_a_plan_whose_heading_is_missing_is_found_by_its_wording() -> None:
    past = "（一）产业提质增效。去年新建厂房3座，荣获全省先进，产值同比增长9%，已建成园区2个。\n"
    ahead = "（二）加快产业升级。要确保新建厂房5座，力争产值增长8%，必须抓好园区建设，年内完成投资9亿元。\n"
    report = report_of(f"政府工作报告\n——2024年1月10日\n各位代表:\n一、2023年工作回顾\n{past * 3}{ahead * 3}")
    texts = [task.text for task in split_tasks(report)]
    assert "年内完成投资9亿元" in texts and not any("去年" in text or "已建成" in text for text in texts)


@pytest.mark.parametrize(
    ("heading", "is_told"),
    [
        ("综合分析形势，发展既有机遇也有挑战", False),
        ("面临的困难和问题", False),
        ("应对风险挑战，适应形势变化", True),
        ("把握机遇应对挑战", True),
    ],
)
def test_a_part_about_the_situation_has_no_tasks(heading: str, *, is_told: bool) -> None:
    plan = f"（一）{heading}\n产业链条延伸，园区平台提升。\n（二）抓项目\n新建厂房2座。\n"
    texts = [task.text for task in split_tasks(report_with(plan))]
    assert "新建厂房2座" in texts and ("园区平台提升" in "".join(texts)) == is_told


def test_principles_before_the_sections_are_no_tasks() -> None:
    plan = (
        "工作中要把握以下两点：\n坚持统筹推进。加快理念创新，推进方法创新。\n坚持问题导向。完善机制，补齐短板。\n"
        "（一）抓项目\n新建厂房2座。\n"
    )
    assert [task.text for task in split_tasks(report_with(plan))] == ["新建厂房2座"]
