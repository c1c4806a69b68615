"""Dates, years and what a file is named after."""

from __future__ import annotations

import pytest

from tui.convert.front.file_name import FileName, read_file_name
from tui.convert.front.lines import read_front
from tui.convert.front.years import read_years, years_in
from tui.convert.front_matter import read_front_matter


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("——二0二0年一月五日在青川市第三届人民代表大会第二次会议上", "2020-01-05"),
        ("——二Ο一八年十二月二十日在青川市第三届人民代表大会第二次会议上", "2018-12-20"),
        ("——２０２４年１月２２日在青川市第三届人民代表大会第二次会议上", "2024-01-22"),
        ("——19年2月24日在青川市第三届人民代表大会第二次会议上", "2019-02-24"),
        ("2024年1月22日青川市第三届人民代表大会第二次会议通过", "2024-01-22"),
        ("发布时间：2024年1月30日", ""),
        ("（1月22日在青川市第三届人民代表大会第二次会议上）", ""),
    ],
)
def test_a_date_is_written_in_many_ways(line: str, date: str) -> None:
    assert read_front_matter([line], []).date == date


def test_the_title_has_the_year_of_a_date_without_one() -> None:
    lines = ["2001年政府工作报告", "（2月22日在青川市第三届人民代表大会第二次会议上）"]
    assert read_front_matter(lines, []).date == "2001-02-22"
    lines[1] = lines[1].replace("2月", "12月")
    assert read_front_matter(lines, []).date == ""


@pytest.mark.parametrize(
    "line",
    [
        "2024年1月22日在青川市第三届人民代表大会第二次会议上",
        "2024年1月22日青川市第三届人民代表大会第二次会议通过",
    ],
)
def test_a_date_is_no_part_of_the_name_of_the_meeting(line: str) -> None:
    assert read_front_matter([line], []).meeting == "青川市第三届人民代表大会第二次会议"


@pytest.mark.parametrize(
    ("headings", "date", "plan"),
    [
        (["2020年工作回顾", "“十四五”规划和2035年远景目标", "2021年工作安排"], "2021-01-20", 2021),
        (["“九五”计划和2010年远景目标"], "1996-02-10", 1996),
        (["狠抓落实，全面完成2003年各项目标任务", "加快2004年经济社会发展"], "2004-02-12", 2004),
        (["2008年以来的工作回顾", "今后五年的目标任务"], "2012-02-27", 2012),
        (["2022年工作回顾", "2023年工作安排"], "2022-12-30", 2023),
        (["过去五年工作回顾", "2022年工作安排"], "2021-09-28", 2022),
        (["过去五年工作回顾", "今后五年工作安排"], "2021-09-28", 2021),
        (["2020年工作回顾", "“十四五”规划和2035年远景目标", "2021年工作安排"], "", 2021),
        (["一九九八年工作的回顾"], "", 1999),
        (["2019年和今年以来工作回顾"], "", 2020),
        (["2008年以来的工作回顾"], "", None),
        (["“十四五”规划和2035年远景目标"], "", None),
        (["五年工作回顾", "今后五年的总体要求和2008年的主要目标"], "", 2008),
        (["“十五”时期的回顾", "“十一五”时期的主要目标"], "", 2006),
        (["去年及“九五”工作回顾", "今年及“十五”工作的总体要求"], "", 2001),
        (["“十二五”规划的主要目标"], "", None),
        (["工作回顾", "工作安排"], "", None),
    ],
)
def test_the_plan_year_is_that_of_the_meeting_or_the_next_one(
    headings: list[str], date: str, plan: int | None
) -> None:
    assert read_years(headings, date, "", "政府工作报告", None) == (plan and plan - 1, plan)


@pytest.mark.parametrize(
    ("text", "title", "file_year", "plan"),
    [
        ("2024年经济社会发展的主要预期目标是：地区生产总值增长6%。", "政府工作报告", None, 2024),
        ("刚刚过去的2023年，我们攻坚克难。", "政府工作报告", None, 2024),
        ("向大会报告工作。", "2024年青川市政府工作报告", None, 2024),
        ("向大会报告工作。", "政府工作报告", 2024, 2024),
        ("2024年的主要预期目标是：增长6%。刚刚过去的2023年极不平凡。", "政府工作报告", 2023, 2024),
        ("向大会报告工作。", "政府工作报告", None, None),
    ],
)
def test_without_a_date_text_title_and_file_name_the_plan_year(
    text: str, title: str, file_year: int | None, plan: int | None
) -> None:
    assert read_years([], "", text, title, file_year)[1] == plan


def test_years_are_read_in_digits_of_any_kind() -> None:
    assert years_in("２０２３年和一九九八年的工作，2016—2020年的目标") == [2023, 1998, 2016, 2020]


@pytest.mark.parametrize(
    ("path", "place", "stem", "year"),
    [
        ("青川市/2014.md", "青川市", "青川", 2014),
        ("2014年青川市政府工作报告.docx", "青川市", "青川", 2014),
        ("city_qingchuan_2014.txt", "", "", 2014),
        ("青川省南山市北河区2024.txt", "北河区", "北河", 2024),
        ("南山壮族自治区/20240115.md", "南山壮族自治区", "南山", 2024),
        ("广州市/2021-10.md", "广州市", "广州", 2021),
        ("各省市/报告.md", "", "", None),
        ("历年报告/2020.md", "", "", 2020),
        ("国务院/1955.md", "国务院", "国务院", 1955),
        ("", "", "", None),
    ],
)
def test_a_file_is_named_after_place_and_year(path: str, place: str, stem: str, year: int | None) -> None:
    named = read_file_name(path)
    assert (named.place, named.place_stem, named.year) == (place, stem, year)


@pytest.mark.parametrize(
    ("lines", "text", "stem", "title"),
    [
        (["青川市2024年国民经济和社会发展统计公报", "青川市统计局"], "2024年，全市上下。", "公报", "青川市2024年国民经济和社会发展统计公报"),
        (["关于青川市2023年预算执行情况", "和2024年预算草案的报告", MEETING := "——2024年1月22日在青川市第三届人民代表大会第二次会议上"],
         "各位代表：", "x", "关于青川市2023年预算执行情况和2024年预算草案的报告"),
        (["春天的河"], "那一年的春天来得很晚。", "小说", "春天的河"),
        (["第一章 河边"], "那一年的春天来得很晚。", "小说", "小说"),
        ([], "那一年的春天来得很晚。", "小说", "小说"),
        (["2024年青川市国民经济和社会发展统计公报[1]"], "2024年，全市上下。", "x", "2024年青川市国民经济和社会发展统计公报"),
        (["青川市国民经济和社会发展第十四个五年规划和", "二〇三五年远景目标纲要", "目录"], "坚持稳中求进。", "x",
         "青川市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要"),
        (["关于青川市2023年国民经济和社会发展计划", "执行情况与2024年国民经济和社会发展计划草案的报告", MEETING], "各位代表：", "x",
         "关于青川市2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告"),
        (["关于召开会议的通知", "关于公布名单的公告"], "现通知如下。", "x", "关于召开会议的通知"),
        (["青川市教育局2023年工作总结和2024年工作打算"], "教育质量稳步提升。", "x", "青川市教育局2023年工作总结和2024年工作打算"),
        (["在中国共产党青川市第九届委员会第六次全体会议上的报告", "（2023年12月28日）"], "同志们：", "x",
         "在中国共产党青川市第九届委员会第六次全体会议上的报告"),
        (["青川市第三届人民代表大会第二次会议隆重开幕", "来源：青川日报"], "市长作政府工作报告。", "x",
         "青川市第三届人民代表大会第二次会议隆重开幕"),
        (["Annual  Report of the City Council", "2024"], "The city grew.", "x", "Annual Report of the City Council"),
        ([MEETING], "各位代表：", "2024", "政府工作报告"),
        ([], "各位代表：现在，我代表市人民政府报告工作。", "2024", "政府工作报告"),
        (["原标题：政府工作报告"], "各位代表：", "2024", "政府工作报告"),
        (["《政府工作报告》"], "各位代表：", "2024", "政府工作报告"),
        (["周明在青川市第三届人民代表大会第二次会议上所作的政府工作报告"], "各位代表：", "2024", "政府工作报告"),
        (["某市长作政府工作报告", "***政府工作报告"], "各位代表：", "2024", "政府工作报告"),
    ],
)  # fmt: skip
def test_a_document_has_its_own_title(lines: list[str], text: str, stem: str, title: str) -> None:
    assert read_front_matter(lines, [], text, file_name=FileName(stem)).title == title


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("青川市2024年国民经济和社会发展统计公报", (2024, None)),
        ("关于青川市2023年预算执行情况和2024年预算草案的报告", (2023, 2024)),
        ("青川市国民经济和社会发展第十四个五年规划和2035年远景目标纲要", (None, None)),
        ("青川市国民经济和社会发展第七个五年计划", (None, None)),
        ("青川市城市绿化条例", (None, None)),
    ],
)
def test_other_documents_have_the_years_of_their_titles(
    title: str, years: tuple[int | None, int | None]
) -> None:
    meeting = "（1986年4月12日青川市第六届人民代表大会第四次会议批准）"
    front = read_front_matter([title, meeting], [], "全市上下攻坚克难。")
    assert (front.review_year, front.plan_year) == years


@pytest.mark.parametrize(
    "title",
    [
        "青川省国民经济和社会发展第七个五年计划",
        "青川市教育局2023年工作总结和2024年工作打算",
        "关于青川市2023年国民经济和社会发展计划",
    ],
)
def test_a_title_that_ends_as_chapters_do_is_a_front_line(title: str) -> None:
    assert read_front(f"{title}\n第一章　任务\n坚持稳中求进。\n").lines == [f"{title}\n"]


def test_where_a_page_is_in_its_site_is_no_front_line() -> None:
    assert read_front("首页 > 新闻 > 时政\n会议开幕\n会议于今日开幕。\n").lines == ["会议开幕\n"]
