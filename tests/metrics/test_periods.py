"""The period of a metric: years of its sentence, its paragraph and the headings above it; averages and sums."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import report_of
from tui.metrics.extract import read_metric, read_metrics
from tui.metrics.flows import is_done_over_time
from tui.metrics.times import Clock, clock_of, times_in
from tui.metrics.years import is_span, years_of
from tui.report.model import FrontMatter, Metric
from tui.report.outline import Outline

CLOCK = Clock(review=2022, plan=2023, today=2023)


def report_text(back: str, ahead: str, *, year: str = "", five: str = "", date: str = "2023年1月10日") -> str:
    """Return a report with a review of five years, goals of five years and a year's plan."""
    return (
        f"政府工作报告\n——{date}在某市人民代表大会上\n各位代表:\n一、过去五年工作回顾\n{back}\n"
        f"二、今后五年的奋斗目标\n{five or '我们要接续奋斗。'}\n三、2023年工作安排\n{ahead}\n{year}"
    )


def metrics_of(text: str) -> list[tuple[str, str, str]]:
    """Return quote, status and period of each metric."""
    return [(metric.quote, metric.status, metric.period) for metric in report_of(text).metrics]


def of_five_years(sentence: str) -> list[Metric]:
    return list(report_of(report_text(sentence, "要抓好落实。")).metrics)


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("建筑业总产值239亿元，是“十二五”以来最好水平。", ["2022"]),
        ("2022年,两年平均增速高于全省,工业增加值增长8%。", ["2022"]),
        ("PM2.5年平均浓度35微克/立方米。", ["2022"]),
        ("养老金在2021年平均水平基础上增加10%。", ["2022"]),
        ("累计投入民生资金3万亿元,占财政支出的75%。", ["2018-2022", "2018-2022"]),
        ("累计建成高标准农田25万亩,占耕地面积的60%。", ["2018-2022", "2022"]),
        ("新建公路300公里。", ["2018-2022"]),
        ("累计完成投资500亿元。", ["2018-2022"]),
        ("城镇化率达到60%。", ["2022"]),
        ("高新技术企业达到300家,总里程突破9000公里。", ["2022", "2022"]),
        ("地区生产总值由100亿元增加到200亿元,年均增长9%。", ["2017", "2022", "2018-2022"]),
        ("比重由2015年的30%提高到2021年的40%。", ["2015", "2021"]),
        ("收入从2017年的3亿元增加到2022年的5亿元;储备从1亿元增加到2亿元。", ["2017", "2022", "2017", "2022"]),
        ("入选2020年示范城市;新建学校3所。", ["2018-2022"]),
        ("储蓄存款余额五年增长1倍多。", ["2018-2022"]),
        ("排放量五年分别下降13%和19%。", ["2018-2022"] * 2),
        ("九年义务教育巩固率提高5个百分点。", ["2018-2022"]),
        ("450万人摘掉贫困帽子。", ["2018-2022"]),
        ("累计投资9亿元,为“十二五”时期的3倍。", ["2018-2022", "2018-2022"]),
        ("空气质量指数改善25%。", ["2018-2022"]),
        ("3年投资10亿元。", ["2020-2022"]),
        (
            "我们攻坚克难、奋勇争先，经济社会发展取得新成绩，人民生活水平有了新提高，城乡面貌发生了新变化。近三年新建学校3所。新建医院5家。",
            ["2020-2022", "2018-2022"],
        ),
        ("建成美丽村庄765个,营造林215万亩,浓度2022年比2017年下降35%。", ["2018-2022", "2018-2022", "2022"]),
        ("省级企业新增181家,累计247家。", ["2018-2022", "2022"]),
        ("累计完成投资736亿元,其中公路投资达142亿元。", ["2018-2022", "2018-2022"]),
        ("收入恢复到2019年水平,增长42%。", ["2018-2022"]),
        ("初步核算,地区生产总值增长7%。", ["2022"]),
        ("行政许可事项从320项精简到90项。", ["2017", "2022"]),
        ("第三产业比重提高4.8个百分点。", ["2018-2022"]),
        ("2022年新建学校3所。五年新建医院5家。", ["2022", "2018-2022"]),
        ("2022年,旅游收入达到90亿元,是2017年的2倍,年均增长15%。", ["2022", "2022", "2018-2022"]),
        ("进出口总额50亿元,比上年增长8%。", ["2022", "2022"]),
        ("财政收入年均增长9%,高于全省2个百分点。", ["2018-2022", "2018-2022"]),
        ("近三年新增就业4万人。", ["2020-2022"]),
        ("2020年以来引进人才300名。", ["2020-2022"]),
        ("“十三五”期间新建水库3座。", ["2016-2020"]),
        ("新增发电能力366万千瓦,公路4375公里,铁路433公里。", ["2018-2022"] * 3),
        ("16所学校、3家医院建成投用。", ["2018-2022", "2018-2022"]),
        ("上半年新建公园5个。", ["2018-2022"]),
        ("增速创2010年以来最高,达到12%。", ["2022"]),
        ("十年来首次超过全国增速,社会消费品零售总额达到90亿元。", ["2022"]),
        ("存款、贷款余额分别由12亿元和8亿元增加到30亿元和20亿元。", ["2017", "2017", "2022", "2022"]),
        ("出口比2015年的12亿元增长1.5倍。", ["2015", "2022"]),
        ("国内生产总值90亿元,增长9.1%。", ["2022", "2022"]),
        ("城乡居民收入分别增长81.9%、93.6%。", ["2018-2022"] * 2),
        ("单位生产总值能耗降低9%。", ["2018-2022"]),
        ("累计精简审批项目300项,精简幅度达58%。", ["2018-2022"] * 2),
        ("7家企业晋升国家级示范企业。", ["2018-2022"]),
        ("境内外上市企业达87家。", ["2022"]),
        ("游客恢复到2019年同期的90%。", ["2022"]),
        ("财政收入增长28%,比全省平均增幅高3个百分点。", ["2018-2022", "2022"]),
    ],
)  # fmt: skip
def test_review_of_five_years(sentence: str, periods: list[str]) -> None:
    assert [metric.period for metric in of_five_years(sentence)] == periods


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("到2025年,地区生产总值达到500亿元,城镇化率达到65%;研发投入占比达到3%。", ["2025", "2025", "2025"]),
        ("地区生产总值年均增长7%。", ["2023-2027"]),
        ("新建公路300公里。", ["2023-2027"]),
        ("“十四五”末,森林覆盖率达到40%。", ["2025"]),
        ("到二〇三五年,人均收入比二〇二〇年翻一番。", ["2035"]),
        ("用三年时间改造小区90个。", ["2023-2025"]),
        ("今年新建学校3所。", ["2023"]),
        ("年内新建学校3所。", ["2023"]),
        ("产业规模达500亿元,培育龙头企业9家。", ["2027", "2023-2027"]),
        ("空气优良天数比率超过80%。", ["2027"]),
        ("到2025年,累计投资900亿元。", ["2023-2025"]),
        ("到2025年,财政收入比2015年翻一番,年均增长7%。", ["2025", "2023-2025"]),
        ("森林蓄积量每年增长1%。", ["2023-2027"]),
    ],
)  # fmt: skip
def test_goals_of_five_years(sentence: str, periods: list[str]) -> None:
    found = report_of(report_text("我们攻坚克难。", "要抓好落实。", five=sentence)).metrics
    assert [(metric.status, metric.period) for metric in found] == [("target", each) for each in periods]


def test_report_read_in_summer_looks_back_on_spring() -> None:
    spring = "从今年上半年的情况看,经济平稳。财政收入增长8%。\n今年要新建学校3所。"
    text = report_text("我们攻坚克难。", spring, date="2023年6月20日")
    assert metrics_of(text) == [("8%", "achieved", "2023"), ("3所", "target", "2023")]


def test_line_that_turns_to_the_first_year_ends_what_is_said_of_five() -> None:
    lines = "“十四五”时期的主要任务是:\n新建学校9所。\n2023年是新一届政府的开局之年。\n新建学校3所。"
    found = metrics_of(report_text("我们攻坚克难。", lines))
    assert found == [("9所", "target", "2021-2025"), ("3所", "target", "2023")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("新建学校3所。", [("3所", "target", "2023")]),
        ("到2025年,建成区面积达到90平方公里。", [("90平方公里", "target", "2025")]),
        ("去年新建学校5所。再建3所。", [("5所", "achieved", "2022"), ("3所", "target", "2023")]),
        ("过去一年,我们新建学校5所,增长8%。", [("5所", "achieved", "2022"), ("8%", "achieved", "2022")]),
        ("地方财政收入与2020年相比翻一番。", [("翻一番", "target", "")]),
        ("财政收入比2020年翻一番。", [("翻一番", "target", "")]),
        ("在2020年基础上再增长30%。", [("30%", "target", "")]),
        ("在去年基础上新建学校3所。", [("3所", "target", "2023")]),
    ],
)  # fmt: skip
def test_plan_of_a_year(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert metrics_of(report_text("我们攻坚克难。", sentence)) == expected


@pytest.mark.parametrize(
    ("paragraphs", "periods"),
    [
        ("五年来,我们新建学校3所。\n新建医院5家。", ["2018-2022", "2018-2022"]),
        ("五年来,我们主要做了以下工作:\n新建学校3所。\n过去一年,我们新建医院5家。", ["2018-2022", "2022"]),
        ("2022年,我们新建学校3所。", ["2022"]),
        ("2022年是本届政府任期届满之年。五年来,我们砥砺奋进。\n新建学校3所。", ["2018-2022"]),
        ("这是牢记嘱托、感恩奋进的五年。新建学校3所。", ["2018-2022"]),
        ("新建学校3所。", ["2022"]),
    ],
)
def test_openings_of_paragraphs_govern_where_the_heading_names_both(
    paragraphs: str, periods: list[str]
) -> None:
    text = report_text(paragraphs, "要抓好落实。").replace("过去五年工作回顾", "2022年和过去五年工作回顾")
    assert [metric.period for metric in report_of(text).metrics] == periods


def test_a_paragraph_that_presents_a_plan_of_years_governs_its_chapter() -> None:
    text = (
        "政府工作报告\n——2021年1月10日在某市人民代表大会上\n各位代表:\n一、2020年工作回顾\n新建学校3所。\n二、全面开启新征程\n"
        "根据市委的建议,我们编制了《某市第十四个五年规划和远景目标纲要(草案)》,提请审议。\n确保新增就业7万人。\n"
        "三、2021年重点工作\n新建医院5家。\n"
    )
    assert [period for _, _, period in metrics_of(text)] == ["2020", "2021-2025", "2021"]


@pytest.mark.parametrize(
    ("paragraphs", "periods"),
    [
        ("我们新建学校3所。\n各位代表,刚刚过去的2022年,我们攻坚克难。\n新建医院5家。", ["2018-2022", "2022"]),
        ("我们新建学校3所。\n各位代表,2022年,我们攻坚克难。\n新建医院5家。", ["2018-2022", "2018-2022"]),
        ("刚刚过去的2022年,我们攻坚克难。\n新建医院5家。", ["2018-2022"]),
        (
            "我们新建学校3所。\n各位代表,2022年,我们攻坚克难。\n一是抓项目。新建医院5家。\n二是抓民生。修路2公里。",
            ["2018-2022", "2022", "2022"],
        ),
        ("2022年,学校达到9所。\n(一)新建医院5家。", ["2022", "2018-2022"]),
    ],
)
def test_the_year_just_past_governs_what_follows_unless_it_comes_first(
    paragraphs: str, periods: list[str]
) -> None:
    text = report_text(paragraphs, "要抓好落实。")
    assert [metric.period for metric in report_of(text).metrics] == periods


def test_heading_of_a_government_counts_its_years_in_the_text() -> None:
    text = report_text("这四年,我们攻坚克难。\n城乡面貌焕然一新。新建学校3所。", "要抓好落实。")
    text = text.replace("过去五年工作回顾", "本届政府工作回顾")
    assert [metric.period for metric in report_of(text).metrics] == ["2019-2022"]


@pytest.mark.parametrize(
    "heading", ["第九届政府任务目标", "对第九届市人民政府工作的建议", "新一届政府努力方向"]
)
def test_heading_of_the_next_government_plans_its_years_before_a_chapter_of_the_year(heading: str) -> None:
    text = report_text("新建学校3所。", "新建公园2处。", five="高新技术企业达到300家,新增就业5万人。")
    assert metrics_of(text.replace("今后五年的奋斗目标", heading)) == [
        ("3所", "achieved", "2018-2022"),
        ("300家", "target", "2027"),
        ("5万人", "target", "2023-2027"),
        ("2处", "target", "2023"),
    ]


def test_heading_of_the_next_government_tells_no_years_where_no_chapter_is_of_the_year() -> None:
    text = report_text("新建学校3所。", "要抓好落实。", five="确保新增就业5万人。")
    text = text.replace("今后五年的奋斗目标", "对下届政府工作的建议").replace(
        "2023年工作安排", "建设法治政府"
    )
    assert metrics_of(text)[1] == ("5万人", "target", "2023")


def test_heading_of_the_next_government_and_the_year_leaves_years_to_the_text() -> None:
    five = "未来五年,要抓好以下工作。\n确保新增就业5万人。\n2023年,新建公园2处。"
    text = report_text("新建学校3所。", "要抓好落实。", five=five)
    text = text.replace("今后五年的奋斗目标", "新一届政府工作目标任务和2023年工作建议").replace(
        "2023年工作安排", "建设法治政府"
    )
    assert metrics_of(text)[1:] == [("5万人", "target", "2023-2027"), ("2处", "target", "2023")]


def test_heading_of_the_government_before_reviews() -> None:
    text = report_text("新建学校3所。", "新建公园2处。", five="要抓好落实。")
    text = text.replace("过去五年工作回顾", "关于第八届政府的工作")
    assert metrics_of(text)[0] == ("3所", "achieved", "2018-2022")


def test_lead_of_a_list_governs_its_sentence() -> None:
    text = report_text("我们攻坚克难。", "到2025年,主要目标是:一是新建学校3所;二是森林覆盖率达到40%。")
    assert [metric.period for metric in report_of(text).metrics] == ["2025", "2025"]


@pytest.mark.parametrize(
    ("sentence", "attributes"),
    [
        ("财政收入年均增长9%。", ("average",)),
        ("财政收入、税收年均分别增长9%、8%。", ("average",)),
        ("城镇居民收入平均每年增长7%。", ("average",)),
        ("累计完成投资500亿元。", ("cumulative",)),
        ("五年共新建学校30所。", ("cumulative",)),
        ("一般公共预算收入完成50亿元。", ()),
        ("PM2.5年均浓度下降20%。", ()),
        ("企业最低工资比去年平均增长16%。", ()),
    ],
)
def test_averages_and_sums(sentence: str, attributes: tuple[str, ...]) -> None:
    assert of_five_years(sentence)[0].attributes == attributes


def test_average_without_years_has_no_period() -> None:
    text = report_text("我们攻坚克难。", "要抓好落实。").replace("过去五年工作回顾", "2022年工作回顾")
    text = text.replace("我们攻坚克难。", "财政收入年均增长9%。")
    assert [(metric.attributes, metric.period) for metric in report_of(text).metrics] == [(("average",), "")]


@pytest.mark.parametrize(
    ("back", "status"),
    [
        ("争取上级资金46亿元。", "achieved"),
        ("争取到指标3个。", "achieved"),
        ("在确保增长率不低于10%的同时,保持了稳定。", "achieved"),
        ("争取到2025年建成公园5个。", "target"),
        ("实现了增长8%的预期目标。", "background"),
        ("全省平均为8%。", "background"),
        ("财政收入增速高于全省平均水平5个百分点。", "achieved"),
        ("项目建成后可新增产值5亿元。", "expected"),
        ("项目达产后年产值5亿元。", "expected"),
        ("预计可带动就业300人。", "expected"),
        ("转移农村劳动力15万人。", "achieved"),
        ("58个重点项目均超额完成年度计划投资。", "achieved"),
        ("仍有3万户居民没有脱贫。", "achieved"),
    ],
)
def test_status_in_a_review(back: str, status: str) -> None:
    assert of_five_years(back)[0].status == status


def test_plan_keeps_its_tense_whatever_it_says() -> None:
    goals = "——综合实力显著增强。比重达到40%,同比提高。\n——新增高速公路2000公里,累计取得显著成效,荣获先进。"
    found = report_of(report_text("我们攻坚克难。", "要抓好落实。", five=goals)).metrics
    assert [(metric.status, metric.period) for metric in found] == [
        ("target", "2027"),
        ("target", "2023-2027"),
    ]


def test_explanations_of_terms_promise_nothing() -> None:
    text = report_text("我们攻坚克难。", "要抓好落实。", year="名词解释\n1.五个一百:指新签约100个项目。\n")
    (metric,) = report_of(text).metrics
    assert (metric.status, metric.period) == ("background", "")


def test_report_read_in_december_reviews_the_running_year() -> None:
    text = (
        "政府工作报告\n——2022年12月20日在某市人民代表大会上\n各位代表:\n一、2022年工作回顾\n"
        "今年新建学校3所。\n二、2023年工作安排\n明年,新建学校5所。明年要抓好落实。\n"
    )
    assert metrics_of(text) == [("3所", "achieved", "2022"), ("5所", "target", "2023")]


@pytest.mark.parametrize(
    ("date", "text", "today"),
    [
        ("2022-12-20", "明年", 2022),
        ("2022-12-20", "去年", 2023),
        ("2023-01-10", "明年", 2023),
        ("", "", 2023),
    ],
)
def test_this_year_is_the_planned_one_but_before_it_begins(date: str, text: str, today: int) -> None:
    assert clock_of(FrontMatter("", date, "", "", None, 2022, 2023), text).today == today


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("一九八五年", [(1985, 1985)]),
        ("到二〇三五年", [(2035, 2035)]),
        ("“一五”期间", [(1953, 1957)]),
        ("“九五”时期", [(1996, 2000)]),
        ("“十五”期间", [(2001, 2005)]),
        ("“十五五”时期", [(2026, 2030)]),
        ("十五年来", []),
        ("五五个", []),
        ("比去年增长,较2019年增长", [None, (2019, 2019)]),
    ],
)
def test_years_in_words(text: str, years: list[tuple[int, int] | None]) -> None:
    assert [time.years for time in times_in(text, CLOCK)] == years


@pytest.mark.parametrize(
    ("before", "after", "is_done"),
    [
        ("新建学校", "所。", True),
        ("实际到位省外资金", "万亿元。", True),
        ("资金到位率", "%。", False),
        ("公路总里程达到", "公里。", False),
        ("新增就业达到", "万人。", True),
        ("高速公路", "公里建成通车。", True),
        ("固定资产投资突破", "亿元。", False),
        ("引进项目", "个,比2021年增长8%。", False),
        ("常住人口", "万人。", False),
    ],
)
def test_what_was_done_is_told_from_what_was_reached(before: str, after: str, is_done: bool) -> None:
    assert is_done_over_time(before, before, "", after) == is_done


@pytest.mark.parametrize(
    ("period", "years", "spans"),
    [("", None, False), ("2023", (2023, 2023), False), ("2019-2023", (2019, 2023), True), ("2023Q1", (2023, 2023), False)],
)  # fmt: skip
def test_years_of_a_period(period: str, years: tuple[int, int] | None, spans: bool) -> None:
    assert (years_of(period), is_span(period)) == (years, spans)


PIECES = [
    "五年来,", "过去一年,", "2021年,", "到2025年,", "今后五年,", "“十四五”期间", "今年", "去年", "年均增长8%", "由30%提高到40%",
    "新建学校3所", "累计投资5亿元", "达到60%", "。", ";", ",", "\n", "——", "各位代表!", "主要做了以下工作:", "建成后可实现产值5亿元", "平" * 90,
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=50).map("".join), st.booleans())
def test_single_metric_has_the_period_it_has_among_all(body: str, is_plan: bool) -> None:
    report = report_of(report_text("" if is_plan else body, body if is_plan else ""))
    outline = Outline(report)
    for read in read_metrics(report):
        alone = read_metric(outline, read.metric.start)
        assert alone is not None
        assert alone.metric._replace(id=read.metric.id) == read.metric
        assert alone.reasons == read.reasons


@given(st.text("年来五十一二〇从到至-末底“”期间以比由去今上过的12 0。,;\n", max_size=60))
def test_times_never_overlap_or_leave_the_text(text: str) -> None:
    end = 0
    for time in times_in(text, CLOCK):
        assert end <= time.start < time.end <= len(text)
        assert text[time.start : time.end] == time.words
        assert time.years is None or time.years[0] <= time.years[1]
        end = time.end
