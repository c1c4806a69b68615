"""Forms of front matter."""

from __future__ import annotations

import pytest

from tui.convert.front_matter import read_front_matter
from tui.report.model import Speaker


def test_a_date_wrapped_over_lines_with_the_meeting() -> None:
    front = read_front_matter(
        [
            "政府工作报告",
            "——二〇二四年二月",
            "三日在某市第十六届人民代表",
            "大会第二次会议上",
            "某市市长　何 雄",
        ],
        ["2024年工作安排"],
    )
    assert front.date == "2024-02-03"
    assert front.meeting == "某市第十六届人民代表大会第二次会议"
    assert front.speaker == Speaker("市长", "何雄")


def test_full_width_digits_and_everything_on_one_line() -> None:
    line = "政府工作报告（２０１０年３月５日在第十一届全国人民代表大会第三次会议上）国务院总理温家宝"
    front = read_front_matter([line], [])
    assert (front.title, front.date) == ("政府工作报告", "2010-03-05")
    assert front.organisation == "国务院"
    assert front.speaker == Speaker("总理", "温家宝")


@pytest.mark.parametrize(
    ("role", "name"),
    [("代区长", "杨国宏"), ("常务副市长", "钱志福"), ("主席", "牙合甫·排都拉"), ("县长", "王明")],
)
def test_roles_and_long_names(role: str, name: str) -> None:
    front = read_front_matter(
        ["——2020年1月5日在某地第一届人民代表大会第一次会议上", f"某地人民政府{role} {name}"], []
    )
    assert front.speaker == Speaker(role, name)
    assert front.organisation == "某地人民政府"


@pytest.mark.parametrize(
    ("lines", "date", "speaker", "organisation"),
    [
        (["政府工作报告", "——在某县第十七届人民代表大会第一次会议上", "（2017年2月26日）", "某县人民政府县长", "刘 靖"],
         "2017-02-26", Speaker("县长", "刘靖"), "某县人民政府"),
        (["——2009年1月10日在某某自治区第十一届人民代表大会第二次会议上 自治区主席　马 飚"],
         "2009-01-10", Speaker("主席", "马飚"), "某某自治区人民政府"),
        (["2025年某市政府工作报告", "2025年1月14日在某市第十六届人民代表大会第三次会议上", "某市市长殷勇同志作政府工作报告"],
         "2025-01-14", Speaker("市长", "殷勇"), "某市人民政府"),
        (["某县2021年政府工作报告", "时间：2023年7月29日", "来源：政府网", "政府工作报告",
          "——2021年3月11日在某县第十七届人民代表大会第五次会议上", "某县代县长 杨曙光"],
         "2021-03-11", Speaker("代县长", "杨曙光"), "某县人民政府"),
        (["政府工作报告——2024年3月5日在第十四届全国人民代表大会第二次会议上国务院总理 李强"],
         "2024-03-05", Speaker("总理", "李强"), "国务院"),
        (["政府工作报告", "（２０２３年１月６日）", "某市人民政府", "市委副书记、市长　阿不都热合曼·艾山"],
         "2023-01-06", Speaker("市长", "阿不都热合曼·艾山"), "某市人民政府"),
        (["政府工作报告", "——2022年1月27日在某区第三届人民代表大会第二次会议上"], "2022-01-27", None, "某区人民政府"),
    ],
)  # fmt: skip
def test_common_forms_of_front_matter(
    lines: list[str], date: str, speaker: Speaker | None, organisation: str
) -> None:
    front = read_front_matter(lines, [])
    assert (front.date, front.speaker, front.organisation) == (date, speaker, organisation)


def test_the_meeting_may_fall_in_the_december_before_the_plan_year() -> None:
    front = read_front_matter(["政府工作报告", "（2024年12月25日在某市人民代表大会第四次会议上）"], [])
    assert (front.review_year, front.plan_year) == (2024, 2025)


@pytest.mark.parametrize(
    ("caption", "date"),
    [
        ("1月18日上午，省长王强在某省第十三届人民代表大会第四次会议上作政府工作报告。", "2021-01-18"),
        ("1月18日，某省第十三届人民代表大会第四次会议开幕。", ""),
        ("12月28日上午，省长王强在某省第十三届人民代表大会第四次会议上作政府工作报告。", ""),
    ],
)
def test_the_year_planned_is_that_of_a_date_without_one(caption: str, date: str) -> None:
    headings = ["一、2020年工作回顾", "二、2021年工作安排"]
    front = read_front_matter([], headings, "各位代表：", [caption])
    assert (front.date, front.plan_year) == (date, 2021)


def test_missing_front_matter_stays_empty() -> None:
    front = read_front_matter([], [])
    assert (front.title, front.date, front.meeting, front.organisation) == ("政府工作报告", "", "", "")
    assert front.speaker is None
    assert (front.review_year, front.plan_year) == (None, None)


def test_an_impossible_date_is_no_date() -> None:
    assert read_front_matter(["2024年13月40日"], []).date == ""
