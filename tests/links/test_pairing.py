"""Comparisons: which actuals and targets make a pair."""

from __future__ import annotations

import pytest

from tests.support.samples import report_of
from tui.metrics.comparison import comparison_rows
from tui.report.model import Report


def report(done: str, planned: str) -> Report:
    return report_of(
        f"政府工作报告\n——2024年1月22日在某区会议上\n各位代表:\n一、2023年工作回顾\n{done}\n二、2024年工作安排\n{planned}\n"
    )


def pairs(done: str, planned: str) -> list[tuple[str, str, str, str]]:
    """Return the actual, target, comparable and sign of each pair."""
    return [
        (row.actual.quote, row.target.quote, row.comparable or "", row.change.sign)
        for row in comparison_rows(report(done, planned))
        if row.actual and row.target
    ]


@pytest.mark.parametrize(
    ("done", "planned", "expected"),
    [
        ("地区生产总值增长6%。", "地区生产总值增长7%。", [("6%", "7%", "strict", "▲")]),
        ("三大综保区进出口总额增长12.5%。", "外贸进出口总额增长8%。", []),
        ("新增市场主体1.84万户。", "新增市场主体1.8万家以上。", [("1.84万户", "1.8万家", "strict", "✓")]),
        ("发放汽车消费券1000万元。", "发放汽车消费券1000万元。", [("1000万元", "1000万元", "strict", "=")]),
        # An amount beside growth, only of what stands among the main indicators.
        (
            "地区生产总值增长6%，固定资产投资增长5%，社会消费品零售总额增长4%，一般公共预算收入完成26.12亿元。",
            "一般公共预算收入增长3%以上。",
            [("26.12亿元", "3%", "loose", "≈")],
        ),
        ("一般公共预算收入完成26.12亿元。", "一般公共预算收入增长3%以上。", []),
        ("常住人口城镇化率达到60%。", "常住人口城镇化率提高1个百分点。", []),
        ("省创新型中小企业30家。", "创新型中小企业10家。", [("30家", "10家", "loose", "≈")]),
        ("提质改造农村公路4166公里。", "新改建农村公路3000公里。", [("4166公里", "3000公里", "loose", "≈")]),
        # One name, two things: a credit line for projects is not the building of them.
        ("25个城中村改造项目获国开行授信。", "加快推进25个城中村改造。", []),
        ("申报高新技术企业30家。", "新增高新技术企业10家。", [("30家", "10家", "loose", "≈")]),
        ("新获批市级小微企业园5家。", "全力推进7个小微企业园建设。", []),
        ("改造提升社区级健身中心30个。", "完成街道级健身中心8个。", []),
        ("入库高新技术后备企业32家。", "新增高新技术企业10家。", []),
        ("安置房建设提速,全年完成投资87亿元。", "推进重点项目,年度完成投资155亿元。", []),
        ("新增绿地20万平方米。", "新增绿地20公顷。", []),
        ("五年新增就业3万人。", "新增城镇就业2000人。", []),
        # Growth in real terms is no growth in the prices of the year.
        (
            "城镇居民人均可支配收入实际增长8%。",
            "城镇居民人均可支配收入增长12%。",
            [("8%", "12%", "loose", "≈")],
        ),
        (
            "城镇居民人均可支配收入实际增长8%。",
            "城镇居民人均可支配收入实际增长9%。",
            [("8%", "9%", "strict", "▲")],
        ),
        ("地区生产总值实际增长8%。", "地区生产总值增长9%。", [("8%", "9%", "strict", "▲")]),
        # What a part of the place is to come to is no target of the place, whose own stands in the list.
        (
            "GDP增长5%。",
            "地区生产总值增长6%，固定资产投资增长7%，社会消费品零售总额增长8%，进出口总额增长9%。\n力争科学城企业研发机构覆盖率达80%，GDP增长10%。",
            [("5%", "6%", "strict", "▲")],
        ),
        # Quarters and months are not the year, but what most of it came to says something where no more is known.
        (
            "单季生产总值增速分别为2.2%、2.9%，全年增长2.6%。",
            "地区生产总值增长5%。",
            [("2.6%", "5%", "strict", "▲")],
        ),
        ("一季度地区生产总值增长5%。", "地区生产总值增长5%。", []),
        ("1—11月，固定资产投资增长5%。", "固定资产投资增长6%。", [("5%", "6%", "loose", "≈")]),
        (
            "1—11月，固定资产投资增长5%。全年固定资产投资增长4%。",
            "固定资产投资增长6%。",
            [("4%", "6%", "strict", "▲")],
        ),
        # One indicator under two names; of several figures, the one among the other main indicators.
        ("城镇新增就业5万人。", "新增城镇就业4万人。", [("5万人", "4万人", "strict", "▼")]),
        (
            "地区生产总值增长6%，固定资产投资增长5%，社会消费品零售总额增长4%，城镇新增就业5万人。\n园区固定资产投资快，固定资产投资增长50%。",
            "固定资产投资增长7%。",
            [("5%", "7%", "strict", "▲")],
        ),
        ("固定资产投资增长5%。", "全社会固定资产投资增长5%。", [("5%", "5%", "strict", "=")]),
        ("固定资产投资50亿元。", "全社会固定资产投资60亿元。", [("50亿元", "60亿元", "loose", "≈")]),
        ("高新技术企业达到1200家。", "新增高新技术企业20家。", []),
        ("规上工业企业1200家。", "新增规上工业企业20家。", []),
        ("引进超100亿元产业项目5个。", "引进超50亿元产业项目15个。", []),
        ("竣工安置房3000套。", "新开工安置房2000套。", []),
        (
            "开展推广生猪养殖，生猪出栏324万头。",
            "生猪年出栏350万头。",
            [("324万头", "350万头", "loose", "≈")],
        ),
        ("编制新城规划11个。", "建设新城11个。", []),
        # One figure of two indicators is compared with each of them.
        (
            "外贸进出口总额增长31%，外贸出口增长35%。",
            "外贸进出口总额和外贸出口均增长17%。",
            [("31%", "17%", "strict", "▼"), ("35%", "17%", "strict", "▼")],
        ),
        (
            "二氧化硫排放量下降3.5%，化学需氧量排放量下降2.9%。",
            "二氧化硫、化学需氧量排放量都要减少2%。",
            [("2.9%", "2%", "strict", "▼"), ("3.5%", "2%", "strict", "▼")],
        ),
        (
            "新增上市企业7家。",
            "新增持牌金融机构、上市企业各10家左右。",
            [("7家", "10家", "strict", "▲")],
        ),
        # The same things again.
        ("4个国家区域医疗中心一期全面开诊。", "抓好4个国家级区域医疗中心建设。", []),
        # Nearly one indicator, or nearly the same done.
        ("新增就业2.5万人。", "城镇新增就业1.4万人。", [("2.5万人", "1.4万人", "loose", "≈")]),
        ("净增高新技术企业72家。", "新认定高新技术企业140家。", [("72家", "140家", "loose", "≈")]),
        ("自治区重大项目竣工437个。", "推进自治区重大项目800个以上。", [("437个", "800个", "loose", "≈")]),
        # A fall by so many is what was done.
        (
            "农村贫困人口减少1650万人。",
            "再减少农村贫困人口1000万人以上。",
            [("1650万人", "1000万人", "strict", "✓")],
        ),
        # What follows the halves of a pair belongs together.
        (
            "新建幼儿园60所、新增学位1.94万个，新建中小学34所、新增学位4.86万个。",
            "新建幼儿园40所，新增学位8000个；新建中小学30所，新增学位3万个。",
            [
                ("60所", "40所", "strict", "▼"),
                ("1.94万个", "8000个", "strict", "▼"),
                ("34所", "30所", "strict", "▼"),
                ("4.86万个", "3万个", "strict", "▼"),
            ],
        ),
        # The number only passed is not the one to compare by.
        (
            "接待游客突破2亿人次、达到2.09亿人次。",
            "接待游客3亿人次。",
            [("2.09亿人次", "3亿人次", "strict", "▲")],
        ),
        # An aim far below last year's amount is that of a part of the place.
        ("固定资产投资5280亿元。", "支持产业集聚区，完成固定资产投资2400亿元。", []),
        ("进出口总额突破4万亿元。", "进出口总额增长7.5%。", []),
        ("文化产业增加值占地区生产总值比重5%。", "数字经济占地区生产总值比重34%。", []),
        ("财政收入超10亿元的县12个。", "财政收入超10亿元的县14个。", [("12个", "14个", "strict", "▲")]),
        # One target of several indicators.
        (
            "发明专利申请量20603件、授权量7444件，分别增长13%、14%。",
            "发明专利申请量、授权量均增长15%。",
            [("13%", "15%", "strict", "▲"), ("14%", "15%", "strict", "▲")],
        ),
        (
            "公众安全感达98.5%，群众满意度达98.2%。",
            "公众安全感和群众满意度均保持98%以上。",
            [("98.2%", "98%", "strict", "✓"), ("98.5%", "98%", "strict", "✓")],
        ),
        (
            "城镇污水处理率95%，城镇燃气普及率96%。",
            "城镇污水处理率、城镇燃气普及率达到98%。",
            [("96%", "98%", "strict", "▲"), ("95%", "98%", "strict", "▲")],
        ),
        # Members of lists measure what the last one names.
        (
            "装备制造业、现代制药、特色食品业总产值均突破100亿元。",
            "装备制造业投资超过110亿元。",
            [("100亿元", "110亿元", "loose", "≈")],
        ),
        # Of two aims for one indicator, that among the main ones.
        (
            "生产总值增长8%，一般公共预算收入增长9%，固定资产投资增长11.3%。",
            "生产总值增长9%左右，一般公共预算收入增长9%左右，固定资产投资增长12%左右。\n服务业增加值增长10.5%，固定资产投资增长16%。",
            [("8%", "9%", "strict", "▲"), ("11.3%", "12%", "strict", "▲"), ("9%", "9%", "strict", "✓")],
        ),
        # Growth by so many is what was added; what was done in the year may be summed up.
        ("新增高新技术企业280家。", "高新技术企业净增200家。", [("280家", "200家", "strict", "▼")]),
        (
            "累计消化批而未供土地3.7万亩。",
            "消化批而未供土地2.7万亩。",
            [("3.7万亩", "2.7万亩", "loose", "≈")],
        ),
        ("累计消化批而未供土地37万亩。", "消化批而未供土地2.7万亩。", []),
        # A target that is repeated is one.
        (
            "城镇新增就业5万人，新增就业3万人。",
            "城镇新增就业4万人。\n城镇新增就业4万人。",
            [("5万人", "4万人", "strict", "▼")],
        ),
        # One is said in other words, by its topic, or in a sentence before.
        (
            "城市绿化覆盖率、绿地率分别达到31.9%和25%。",
            "建成区绿化覆盖率、绿地率分别达到33%和26%。",
            [("31.9%", "33%", "loose", "≈"), ("25%", "26%", "strict", "▲")],
        ),
        (
            "全力抓好重大项目建设。全年完成投资439亿元。",
            "抓好重大项目，完成重大项目投资430亿元。",
            [("439亿元", "430亿元", "loose", "≈")],
        ),
        (
            "粮食生产克服干旱再获丰收、总产达93.87亿斤。",
            "粮食产量保持在95亿斤左右。",
            [("93.87亿斤", "95亿斤", "strict", "✓")],
        ),
        # The income of all beside that in town and in the country.
        (
            "城镇居民人均可支配收入增长10.3%，农民人均纯收入增长13%。",
            "城乡居民收入增长10%。",
            [("10.3%", "10%", "loose", "≈"), ("13%", "10%", "loose", "≈")],
        ),
        ("城乡居民收入增长9%。", "城乡居民收入增长10%。", [("9%", "10%", "strict", "▲")]),
        # Of two aims for one thing, the first.
        (
            "工业增加值增长17.7%。",
            "确保工业增加值增长15%，力争达到20%。",
            [("17.7%", "15%", "strict", "▼")],
        ),
        # Numbers as plans give them may be the same in two years; others are those of the same things.
        (
            "解决革命老区300个村饮水难问题。",
            "继续实施革命老区300个自然村饮水工程。",
            [("300个", "300个", "loose", "≈")],
        ),
        ("解决革命老区307个村饮水难问题。", "继续实施革命老区307个自然村饮水工程。", []),
        # What was begun is to be finished, unless as many were begun again.
        (
            "51个乡镇污水处理厂全部开工建设。",
            "51个乡镇污水处理厂全部建成。",
            [("51个", "51个", "loose", "≈")],
        ),
        ("51个乡镇污水处理厂全部开工建设。", "70个乡镇污水处理厂全部建成。", []),
        ("开工建设停车楼10座。", "建成停车楼10座，新开工停车楼8座。", [("10座", "8座", "loose", "≈")]),
        ("新引进亿元以上项目1461个。", "竣工亿元以上项目320个。", []),
        # People, and their homes.
        ("12万居民住房条件得到改善。", "改善3万户居民住房条件。", [("12万", "3万户", "loose", "≈")]),
        # What there is by then is no sum of several years.
        (
            "高速公路通车里程新增100公里、累计1207公里。",
            "高速公路通车里程累计达到1400公里。",
            [("1207公里", "1400公里", "strict", "▲")],
        ),
        # The same done to the same things, though far fewer of them.
        ("改造老旧小区243个。", "改造老旧小区13个。", [("243个", "13个", "strict", "▼")]),
        # An indicator beside a name that says less of it.
        ("改造农村危房1.8万户。", "改造危房1.2万户。", [("1.8万户", "1.2万户", "loose", "≈")]),
        # Of what a sector's figure is, its sentence says in other words.
        (
            "电子商务交易额1244亿元。",
            "大力发展电商产业，力争交易额突破1500亿元。",
            [("1244亿元", "1500亿元", "strict", "○")],
        ),
        # All there are counts the same things as those that entered, where there are as many.
        (
            "科技型中小企业数量达到1.59万家。",
            "科技型中小企业评价入库超过1.6万家。",
            [("1.59万家", "1.6万家", "loose", "≈")],
        ),
        ("新建供水管道20公里。", "新建供水管网25公里。", [("20公里", "25公里", "strict", "▲")]),
        ("10件惠民实事全部办结。", "继续办好10件惠民实事。", [("10件", "10件", "strict", "=")]),
        ("粮食稳产丰收，产量达到555亿斤。", "粮食产量500亿斤以上。", [("555亿斤", "500亿斤", "strict", "✓")]),
        (
            "又有220万农村居民喝上安全水。",
            "解决200万农村居民饮水安全问题。",
            [("220万", "200万", "loose", "≈")],
        ),
        ("解决了32万农民饮水安全问题。", "完成30万农民安全饮水改造任务。", [("32万", "30万", "loose", "≈")]),
        (
            "地区生产总值一季度下降5.4%，二季度恢复正增长，全年增长4%以上。",
            "地区生产总值增长8.5%。",
            [("4%", "8.5%", "strict", "▲")],
        ),
        (
            "大灾之年粮食总产达到63.3万吨。",
            "粮食产量稳定在65万吨左右。",
            [("63.3万吨", "65万吨", "strict", "✓")],
        ),
        (
            "新签约、开工亿元以上项目334个、215个。",
            "新签约、开工、投产亿元以上项目180个、120个、60个。",
            [("334个", "180个", "strict", "▼"), ("215个", "120个", "strict", "▼")],
        ),
        ("新增城镇就业9.4万人。", "重点是新增城镇就业7.27万人。", [("9.4万人", "7.27万人", "strict", "▼")]),
        ("全省实际到位内资增长13%。", "招商引资到位资金增长8%。", [("13%", "8%", "loose", "≈")]),
        # What is under way, and an amount of a part, are no more than likely.
        ("75项全域治水工程顺利推进。", "推进66项全域治水工程。", [("75项", "66项", "loose", "≈")]),
        ("新增5G基站980个。", "新建5G“扫盲补点”基站900个。", [("980个", "900个", "loose", "≈")]),
        ("新增高新技术企业10家。", "新增高新技术后备企业10家。", []),
        # What it was half a year before is another figure.
        (
            "城镇调查失业率从上半年5.5%降到5.3%。",
            "城镇调查失业率控制在5.5%左右。",
            [("5.3%", "5.5%", "strict", "✓")],
        ),
        # A name that says too little, in a sentence that tells of what.
        (
            "有色金属、机械装备产业产值分别达1000亿元、590亿元。",
            "机械装备产业重点拓展专用车、工程机械等高端装备制造，力争实现产值630亿元。",
            [("590亿元", "630亿元", "loose", "≈")],
        ),
        # A sentence with both figures compares them itself.
        ("新建公园5个。", "去年土地出让金实现15亿元，今年土地出让金达到20亿元。", []),
    ],
)
def test_pairs_of_a_review_and_a_plan(
    done: str, planned: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert pairs(done, planned) == expected


def test_what_is_under_way_is_said() -> None:
    (row,) = comparison_rows(report("75项全域治水工程顺利推进。", "推进66项全域治水工程。"))
    assert row.note == "上年还在进行中"


def test_target_without_an_actual_has_a_row() -> None:
    rows = comparison_rows(report("新增绿地20万平方米。", "建成充电桩1200个。"))
    assert [(row.indicator, row.actual, row.comparable) for row in rows] == [("建成充电桩", None, None)]


def test_target_in_words_has_a_row() -> None:
    rows = comparison_rows(
        report(
            "居民人均可支配收入增长6.5%。地区生产总值增长6%。",
            "地区生产总值增长7%,居民人均可支配收入和经济增长基本同步。",
        )
    )
    row = next(row for row in rows if row.target_text)
    assert (row.indicator, row.target, row.target_text) == ("居民人均可支配收入", None, "和经济增长基本同步")
    assert row.actual is not None and row.actual.quote == "6.5%"
