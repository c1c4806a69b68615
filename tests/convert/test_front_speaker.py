"""Who delivered a report: named with or without an office, in brackets, in captions; and of which organisation."""

from __future__ import annotations

import pytest

from tui.convert.front.organisation import read_organisation
from tui.convert.front.speaker import read_speaker
from tui.convert.front_matter import read_front_matter
from tui.report.model import Speaker

MEETING = "——2024年1月22日在青川市第三届人民代表大会第二次会议上"


@pytest.mark.parametrize(
    ("lines", "speaker"),
    [
        ([MEETING, "周明"], Speaker("", "周明")),
        ([MEETING, "周 小 明"], Speaker("", "周小明")),
        (["（2024年1月22日 周明）"], Speaker("", "周明")),
        (["（2024年1月22日 阿依古丽·买买提）"], Speaker("", "阿依古丽·买买提")),
        ([MEETING, "阿依古丽·买买提"], Speaker("", "阿依古丽·买买提")),
        ([MEETING, "市长？周明"], Speaker("市长", "周明")),
        ([MEETING, "市长——周明"], Speaker("市长", "周明")),
        ([MEETING, "青川市人民政府市长 周爱作"], Speaker("市长", "周爱作")),
        ([MEETING, "青川市市长周明作政府工作报告"], Speaker("市长", "周明")),
        ([MEETING, "青川市市长周爱作作了政府工作报告"], Speaker("市长", "周爱作")),
        ([MEETING, "青川區區長 李明"], Speaker("區長", "李明")),
        ([MEETING, "青川市财政局局长 周明"], Speaker("局长", "周明")),
        ([MEETING, "青川市发展和改革委员会主任", "周明"], Speaker("主任", "周明")),
        (["青川市市长 周明", "政府工作报告"], Speaker("市长", "周明")),
        (["政府工作报告", "周明", "2024年1月22日"], Speaker("", "周明")),
        (["政府工作报告", "青川市人民政府 周明", "（2024年1月22日）"], Speaker("", "周明")),
        ([MEETING, "周明同志"], Speaker("", "周明")),
        (["青川市长周明在青川市第三届人民代表大会第二次会议上所作的政府工作报告"], Speaker("市长", "周明")),
        ([MEETING, "> 青川市市长 周明"], Speaker("市长", "周明")),
        ([MEETING, "公报"], None),
        ([MEETING, "长 周明"], Speaker("", "周明")),
        ([MEETING, "市长"], None),
        ([MEETING, "长江日报"], None),
        ([MEETING, "目录"], None),
        ([MEETING, "全文"], None),
        (["时间：2024-01-30", "阅读：", "评论："], None),
        (["周明"], None),
    ],
)  # fmt: skip
def test_speakers_are_named_in_many_ways(lines: list[str], speaker: Speaker | None) -> None:
    assert read_front_matter(lines, [], "各位代表：").speaker == speaker


@pytest.mark.parametrize(
    ("lines", "caption", "speaker"),
    [
        ([], "图为市长周明在作《政府工作报告》。", Speaker("市长", "周明")),
        ([], "周明作政府工作报告", Speaker("", "周明")),
        ([], "1月22日上午，代省长周明在某省第三届人民代表大会第二次会议上作政府工作报告。记者 李丽 摄", Speaker("代省长", "周明")),
        ([MEETING, "周明"], "1月22日，市长周明作政府工作报告。", Speaker("市长", "周明")),
        ([MEETING, "周明"], "1月22日，市长李丽作政府工作报告。", Speaker("", "周明")),
        ([], "代表们认真听取政府工作报告。", None),
    ],
)  # fmt: skip
def test_a_caption_names_the_speaker_where_the_lines_do_not(
    lines: list[str], caption: str, speaker: Speaker | None
) -> None:
    assert read_speaker([line.replace(" ", "") for line in lines], [caption]).speaker == speaker


@pytest.mark.parametrize(
    ("named", "meeting", "text", "place", "organisation"),
    [
        ("市人民政府", "青川市第三届人民代表大会第二次会议", "", "", "青川市人民政府"),
        ("自治区", "南山壮族自治区第三届人民代表大会第二次会议", "", "", "南山壮族自治区人民政府"),
        ("", "青川市三届人大二次会议", "", "", "青川市人民政府"),
        ("", "", "各位代表：现在，我代表青川县人民政府，向大会报告工作。", "", "青川县人民政府"),
        ("", "", "各位代表：现在，我代表市人民政府，向大会报告工作。", "青川市", "青川市人民政府"),
        ("", "", "各位代表：现在，我代表县人民政府，向大会报告工作。", "青川市", "县人民政府"),
        ("省人民政府", "自治区第三届人民代表大会", "", "", "省人民政府"),
        ("青川市财政局", "青川市第三届人民代表大会第二次会议", "", "", "青川市财政局"),
        ("财政局", "青川市第三届人民代表大会第二次会议", "", "", "青川市财政局"),
        ("", "第十四届全国人民代表大会第二次会议", "", "", "国务院"),
        ("", "", "受市人民政府委托，向大会报告。", "青川市", "青川市人民政府"),
        ("", "", "向大会报告政府工作。", "青川市", "青川市人民政府"),
    ],
)
def test_an_organisation_is_completed_by_its_place(
    named: str, meeting: str, text: str, place: str, organisation: str
) -> None:
    assert read_organisation(named, meeting, text, place) == organisation


@pytest.mark.parametrize(
    ("lines", "organisation"),
    [
        (["青川市政府工作报告", "（2024年1月22日）"], "青川市人民政府"),
        (["2024年青川市人民政府工作报告"], "青川市人民政府"),
        (["青川市2024年政府工作报告"], "青川市人民政府"),
        (["青川高新区管委会工作报告", "管委会主任 周明"], "青川高新区管委会"),
        (["政府工作报告", "青川市人民政府", "（2024年1月22日）"], "青川市人民政府"),
        (["政府工作报告"], "市人民政府"),
    ],
)
def test_a_title_or_a_line_names_the_organisation(lines: list[str], organisation: str) -> None:
    front = read_front_matter(lines, [], "各位代表：现在，我代表市人民政府，向大会报告工作。")
    assert front.organisation == organisation


BUDGET = ["关于青川市2023年预算执行情况", "和2024年预算草案的报告", MEETING]


@pytest.mark.parametrize(
    ("lines", "organisation"),
    [
        ([*BUDGET, "青川市财政局"], "青川市财政局"),
        ([*BUDGET, "市财政局局长 周明"], "青川市财政局"),
        ([*BUDGET, "青川市发展和改革委员会主任 周明"], "青川市发展和改革委员会"),
        (["青川市2024年国民经济和社会发展统计公报", "青川市统计局", "2025年2月28日"], "青川市统计局"),
        (["青川市中级人民法院工作报告", MEETING, "青川市中级人民法院院长 周明"], "青川市中级人民法院"),
        (BUDGET, ""),
    ],
)
def test_other_reports_are_of_the_office_they_name(lines: list[str], organisation: str) -> None:
    assert read_front_matter(lines, [], "各位代表：受市人民政府委托，报告如下。").organisation == organisation
