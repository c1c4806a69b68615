"""The plan of a report as tasks: what is one, what it holds, and by when it is to be done."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import SMALL, report_of
from tui.report.model import Report
from tui.tasks.model import Task
from tui.tasks.splitting import split_tasks


def report_with(plan: str) -> Report:
    """Return a report of 2023 that plans 2024."""
    return report_of(
        "政府工作报告\n——2024年1月10日在某市第九届人民代表大会第一次会议上\n某市人民政府市长 王 明\n各位代表:\n"
        "一、2023年工作回顾\n过去一年,新建学校3所,改造管网20公里。存在的主要问题是财力不足,我们要认真解决。\n"
        f"二、2024年工作安排\n{plan}\n各位代表!让我们携手奋进,谱写新篇章!\n"
    )


def tasks_of(plan: str) -> list[Task]:
    return list(split_tasks(report_with(plan)))


def texts_of(plan: str) -> list[str]:
    return [task.text for task in tasks_of(plan)]


@pytest.mark.parametrize(
    ("plan", "texts"),
    [
        ("新建学校5所，改造管网30公里，完成投资8亿元。", ["新建学校5所", "改造管网30公里", "完成投资8亿元"]),
        ("地区生产总值增长6%；财政收入增长5%。", ["地区生产总值增长6%", "财政收入增长5%"]),
        ("加快图书馆、体育馆、文化馆建设。", ["加快图书馆、体育馆、文化馆建设"]),
        ("围绕主导产业，引进企业10家。", ["围绕主导产业，引进企业10家"]),
        ("建设污水处理厂2座，不断改善水环境。", ["建设污水处理厂2座，不断改善水环境"]),
        ("完善招商机制，提高服务水平，引进企业9家。", ["完善招商机制，提高服务水平", "引进企业9家"]),
        ("推进北环路改造，确保年底前通车。", ["推进北环路改造，确保年底前通车"]),
        ("建成“一中心，两平台”，培训干部300人。", ["建成“一中心，两平台”", "培训干部300人"]),
        ("新建公园2处，这是充分考虑各方意见，科学确定的，既务实可行，又积极进取。", ["新建公园2处"]),
        ("一是改造老旧小区6个；二是新建公园2处。", ["改造老旧小区6个", "新建公园2处"]),
        ("①新建公园2处。②改造老旧小区6个。", ["新建公园2处", "改造老旧小区6个"]),
        ("新建学校5所、改造管网30公里。", ["新建学校5所", "改造管网30公里"]),
        (
            "综合立体交通网，积极推进机场扩建，建成高速公路2条。",
            ["综合立体交通网，积极推进机场扩建", "建成高速公路2条"],
        ),
        (
            "新开工甲厂等23个50亿元以上，乙厂等300个亿元以上工业项目，新建公园2处。",
            ["新开工甲厂等23个50亿元以上，乙厂等300个亿元以上工业项目", "新建公园2处"],
        ),
        (
            "对处于起步阶段的5G、装备2个产业，深入拓展应用场景。",
            ["对处于起步阶段的5G、装备2个产业，深入拓展应用场景"],
        ),
        ("能源保障网，建成储能电站1座。", ["能源保障网，建成储能电站1座"]),
        ("今天的投资，就是明天的供给，带动的是未来的消费。我们要扩大投资10亿元。", ["我们要扩大投资10亿元"]),
        ("城市是有机生命体，人民城市为人民。新建公园2处。", ["新建公园2处"]),
        ("疫情影响下，很多企业面临困难，我们要支持企业30家。", ["我们要支持企业30家"]),
        ("踏上新征程，开创新局面，扎实建设服务型政府。", ["踏上新征程，开创新局面，扎实建设服务型政府"]),
        ("心系万家灯火，情牵百姓冷暖，大力弘扬优良传统。", ["心系万家灯火，情牵百姓冷暖，大力弘扬优良传统"]),
        ("新开工9个、续建16个项目。", ["新开工9个、续建16个项目"]),
        ("一是做好养老工作。提高补助标准，新建养老院2所。", ["提高补助标准", "新建养老院2所"]),
        (
            "今年要围绕主导产业，引进企业10家，完成投资8亿元。",
            ["今年要围绕主导产业，引进企业10家", "完成投资8亿元"],
        ),
        ("农业是基础，要按照规划改造管网。", ["要按照规划改造管网"]),
        ("我市资源丰富，是重要的粮仓，要新建粮库3座。", ["要新建粮库3座"]),
        ("主要预期目标是：粮食产量3000吨以上，新增就业900人。", ["粮食产量3000吨以上", "新增就业900人"]),
        ("确定粮食产量增长7%左右的目标，符合上级要求，符合发展实际。", ["确定粮食产量增长7%左右的目标"]),
        ("对困难家庭进行补助，对先进企业给予奖励。", ["对困难家庭进行补助", "对先进企业给予奖励"]),
    ],
)
def test_a_sentence_is_split_into_its_promises(plan: str, texts: list[str]) -> None:
    assert texts_of(plan) == texts


@pytest.mark.parametrize(
    "sentence",
    [
        "今年政府工作的总体要求是：坚持稳中求进，推进高质量发展。",
        "重点抓好以下五个方面的工作：",
        "今年是实施“十四五”规划的关键之年。",
        "这是提高收入的根本途径。",
        "让我们团结起来，为建设美好家园而努力奋斗！",
        "以上目标体现了中央的要求，符合我市实际。",
        "实际工作中，我们将笃定信心，迎难而上，争取更好结果。",
        "只有扎实工作，改进作风，才能得到群众拥护。",
        "秉公用权才能赢得人心。",
        "征程万里风正劲，重任千钧再出发。",
        "今年以来，全市工业生产加快，投资回升。",
        "今后五年是在全面小康基础上，开启新征程的关键时期。",
        "《规划纲要》提出了发展目标，明确了主要任务。",
        "2024年，是我市发展的重要一年，做好今年工作意义重大。",
        "2024年将召开党的全国代表大会。",
        "我省地跨四大流域，坐拥两大屏障，在全国生态格局中占据重要地位。",
        "目前，生态环境改善的拐点尚未到来，区域性污染问题依然突出。",
    ],
)
def test_what_only_describes_or_leads_is_no_task(sentence: str) -> None:
    assert texts_of(f"{sentence}\n新建桥梁4座。") == ["新建桥梁4座"]


def test_paragraphs_about_the_situation_are_no_tasks() -> None:
    situation = (
        "从国际看，世界经济形势复杂，挑战增多。从国内看，我们仍处于重要机遇期，长期向好的趋势没有改变。"
    )
    assert texts_of(f"{situation}\n新建桥梁4座。") == ["新建桥梁4座"]


@pytest.mark.parametrize(
    ("plan", "deadlines"),
    [
        ("6月底前建成大桥，年内完成绿化，再建公园2处。", ["6月底前", "年内", ""]),
        ("到2025年，新建水库3座，新增耕地500亩。", ["到2025年", "到2025年"]),
        ("力争到 2026 年，建成电站2座。", ["到2026年"]),
        ("上半年开工水厂1座，三年内建成管网90公里。", ["上半年", "三年内"]),
        ("到2025年发展目标是：人口达到50万人；绿化率达到40%。", ["到2025年", "到2025年"]),
        ("投资比2019年增加3亿元。", [""]),
        ("实施基层医疗提升三年行动。", [""]),
        ("平均受教育年限达到11年左右。", [""]),
        ("用3年左右时间建成水库1座。", ["3年左右时间"]),
        ("“十四五”期间，新建铁路80公里。", ["“十四五”期间"]),
    ],
)
def test_deadlines_are_said_by_the_task_or_the_opening_of_its_sentence(
    plan: str, deadlines: list[str]
) -> None:
    assert [task.deadline for task in tasks_of(plan)] == deadlines


def test_a_part_names_the_task_it_is_a_part_of() -> None:
    tasks = tasks_of("新增就业5000人，其中困难人员300人。")
    assert [(task.text, task.part_of) for task in tasks] == [
        ("新增就业5000人", None),
        ("其中困难人员300人", 1),
    ]


def test_headings_are_tasks_only_where_nothing_is_below_them() -> None:
    tasks = tasks_of(
        "（一）扩大有效投资\n新建厂房3万平方米。\n（二）提振消费。\n（三）稳定外贸\n新增企业20家。"
    )
    assert [task.text for task in tasks] == ["新建厂房3万平方米", "提振消费", "新增企业20家"]
    assert tasks[0].path == ("二、2024年工作安排", "（一）扩大有效投资")


def test_tasks_name_their_metrics() -> None:
    report = report_with("新建学校5所，培训教师300人。")
    quotes = {metric.id: metric.quote for metric in report.metrics}
    assert [[quotes[each] for each in task.metrics] for task in split_tasks(report)] == [["5所"], ["300人"]]


def test_a_review_has_no_tasks() -> None:
    assert all(task.node.startswith("2") for task in split_tasks(report_of(SMALL)))


_WORDS = st.lists(
    st.sampled_from(
        [
            "新建学校5所",
            "到2025年",
            "围绕产业",
            "提高水平",
            "，",
            "；",
            "。",
            "：",
            "、",
            "\n",
            "“",
            "”",
            "（",
            "）",
            "一是",
            "其中",
            " ",
        ]
    ),
    max_size=30,
).map("".join)


@given(_WORDS)
def test_spans_are_in_order_disjoint_and_hold_the_text(plan: str) -> None:
    report = report_with(plan)
    end = 0
    for number, task in enumerate(split_tasks(report), 1):
        assert task.number == number
        assert end <= task.start < task.end
        assert report.text[task.start : task.end] == task.text == task.text.strip()
        assert task.part_of is None or task.part_of < number
        end = task.end


@given(
    st.lists(
        st.sampled_from(["新建学校5所", "改造管网30公里", "提高服务水平", "围绕主业", "到2025年"]),
        min_size=1,
        max_size=9,
    )
)
def test_no_word_of_a_promise_is_left_out(clauses: list[str]) -> None:
    sentence = "，".join([*clauses, "完成投资8亿元"])
    joined = "".join(texts_of(f"{sentence}。"))
    assert re.sub("[，、]", "", joined) == re.sub("[，、]", "", sentence)


def test_what_a_chapter_of_years_plans_is_due_in_these_years() -> None:
    report = report_of(
        "政府工作报告\n——2024年1月10日在某市第九届人民代表大会第一次会议上\n各位代表:\n"
        "一、2023年工作回顾\n过去一年,新建学校3所。\n"
        "二、今后五年的目标任务\n（一）建设产业强市。建设园区5个。到2026年建成高铁1条。\n"
        "三、2024年工作安排\n（一）建设产业强市。新建公园2处。\n"
    )
    due = {task.text: (task.deadline, task.due) for task in split_tasks(report)}
    assert due["建设园区5个"] == ("", "今后五年")
    assert due["到2026年建成高铁1条"] == ("到2026年", "到2026年")
    assert due["新建公园2处"] == ("", "2024年底")


def test_items_that_are_said_to_hold_the_main_tasks_plan_as_sections_do() -> None:
    text = (
        "“十五五”时期的指导思想是:坚持稳中求进。\n《规划纲要》提出了十五项重点任务,突出体现在以下三个方面:\n"
        "一是增强经济动力。建设创新高地。\n二是增强发展平衡。推进乡村振兴。\n三是增进民生福祉。健全保障体系。\n"
    )
    told = planned_years("“十五五”时期的主要目标任务", text, "2024年重点工作")
    assert told[-3:] == [("“十五五”", "plan")] * 3


def planned_years(heading: str, text: str, last: str = "2024年工作安排") -> list[tuple[str, str]]:
    """Return the years and the horizon of what a chapter plans, before another."""
    report = report_of(
        "政府工作报告\n——2024年1月10日在某市第九届人民代表大会第一次会议上\n各位代表:\n"
        f"一、过去五年工作回顾\n五年来,新建学校3所。\n二、{heading}\n{text}\n三、{last}\n新建公园2处。\n"
    )
    return [(task.years, task.horizon) for task in split_tasks(report) if task.text != "新建公园2处"]


@pytest.mark.parametrize(
    ("heading", "text", "years"),
    [
        ("第九届政府任务目标", "建设工业园区。", "第九届政府"),
        ("第九届政府任务目标", "今后五年政府工作要抓好落实。\n建设工业园区。", "今后五年"),
        ("新一届政府努力方向", "建设工业园区。", "新一届政府"),
        ("奋力谱写滨海新篇章", "今后五年的主要任务是:\n建设工业园区。", "今后五年"),
        ("奋力谱写滨海新篇章", "“十五五”时期的主要任务是:\n建设工业园区。", "“十五五”"),
        ("第十五个五年规划的主要任务", "建设工业园区。", "第十五个五年规划"),
    ],
)
def test_a_chapter_before_that_of_the_year_plans_the_years_it_names_or_opens_with(
    heading: str, text: str, years: str
) -> None:
    assert planned_years(heading, text)[-1] == (years, "plan")


def test_a_chapter_that_opens_with_the_year_plans_the_year() -> None:
    text = "2024年是实现目标的关键一年。今后五年任务艰巨。\n建设工业园区。"
    assert planned_years("奋力谱写滨海新篇章", text)[-1] == ("", "year")


def test_no_years_are_planned_where_no_later_chapter_is_of_the_year() -> None:
    text = "今后五年的主要任务是:\n建设工业园区。"
    assert planned_years("第九届政府任务目标", text, "全面加强自身建设")[-1] == ("", "year")


def test_a_plan_that_has_ended_is_none_of_the_years_planned() -> None:
    text = "“十三五”时期打下了基础。\n今年要抓好落实,确保建设工业园区。"
    assert planned_years("奋力谱写滨海新篇章", text)[-1] == ("", "year")


def test_a_topic_without_a_verb_belongs_to_what_follows() -> None:
    assert texts_of("生物医药产业，滨海研发基地竣工交付，推动疫苗上市。") == [
        "生物医药产业，滨海研发基地竣工交付", "推动疫苗上市",
    ]  # fmt: skip
    assert texts_of("突破集成电路产业，以芯片为主攻方向，引进企业。") == [
        "突破集成电路产业", "以芯片为主攻方向，引进企业",
    ]  # fmt: skip


def test_years_from_two_to_three_are_a_deadline() -> None:
    assert texts_of("未来2-3年，机场二期和滨海高铁建成投用。") == ["未来2-3年，机场二期和滨海高铁建成投用"]


def test_targets_of_later_years_tell_by_when_a_task_is_due() -> None:
    tasks = tasks_of("新建公园2处。\n三、全面推进强市建设\n三年推动各类品牌首店落户100个以上。")
    assert [(task.due, task.due_from, task.horizon) for task in tasks[-1:]] == [
        ("2024—2026年", "figures", "plan")
    ]


def test_a_chapter_of_both_plans_several_years_until_it_turns_to_the_year() -> None:
    report = report_of(
        "政府工作报告\n——2021年2月5日在某市第九届人民代表大会第一次会议上\n各位代表:\n一、2020年工作回顾\n过去一年,新建学校3所。\n"
        "二、“十四五”时期主要目标和2021年工作\n“十四五”时期主要目标是:建设经济强市。地区生产总值年均增长6%以上。\n"
        "2021年主要预期目标是:保持平稳增长。固定资产投资增长10%。到2023年建成高铁1条。年内新建公园2处。\n"
    )
    told = {task.text: (task.due, task.due_from, task.horizon) for task in split_tasks(report)}
    assert told["地区生产总值年均增长6%以上"] == ("“十四五”", "chapter", "plan")
    assert told["固定资产投资增长10%"] == ("2021年底", "chapter", "year")
    assert told["到2023年建成高铁1条"] == ("到2023年", "task", "year")
    assert told["年内新建公园2处"] == ("年内", "task", "year")
