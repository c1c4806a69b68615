"""What a chapter says about the whole after its last section belongs to the chapter, not to that section."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.convert.structure import read_structure
from tui.convert.wrap_up_openings import WRAP_UPS
from tui.convert.wrap_ups import OF_ITSELF, address_line, wrap_up_line

BODY = "新建改建农村公路，完成老旧小区改造，发放创业担保贷款，扩建中小学校，补助困难家庭，改善就医条件。" * 3
LINES = ["一、2023年工作回顾", f"（一）产业提质增效。{BODY}", f"（二）民生持续改善。{BODY}"]
ON_REFORM = [*LINES[:2], f"（二）改革开放深化。{BODY}"]
ON_GOVERNMENT = [*LINES[:2], f"（二）政府自身建设加强。{BODY}"]
PERIOD = f"一年来，我们经受住了严峻考验。{BODY}"
GOVERNING = f"一年来，我们深化行政审批改革。{BODY}"
LAST_YEAR = f"刚刚过去的2022年，我们办成了许多大事。{BODY}"
FIELDS = f"外事、侨务、统计、审计、档案等工作取得新成绩。{BODY}"
OTHERS = "我市再次荣获全国模范城。统计、档案、外事工作取得成效，气象、地震工作得到加强。"
MANY_OTHERS = "我市支持工会、妇联、科协等发挥作用，统计、档案、外事、气象工作得到加强。"
DEMANDS = f"新形势新任务，对政府工作提出了新要求。{BODY}"
DIFFICULTIES = "在看到成绩的同时，我们也清醒地看到，发展中还有不少困难。"


@pytest.mark.parametrize(("kind", "pattern", "example"), WRAP_UPS)
def test_a_wrap_up_opens_as_in_the_example(kind: str, pattern: str, example: str) -> None:
    assert re.match(pattern, example)
    assert {other for other, rule, _ in WRAP_UPS if re.match(rule, example)} == {kind}
    assert wrap_up_line([*ON_REFORM, BODY, example], [1, 2]) == 4


@pytest.mark.parametrize(("pattern", "example"), OF_ITSELF)
def test_a_government_says_of_itself_what_the_example_says(pattern: str, example: str) -> None:
    assert re.search(pattern, example)


@pytest.mark.parametrize(
    ("sentence", "lines", "wrap_up"),
    [
        ("the first of several paragraphs begins it", [*LINES, PERIOD, DIFFICULTIES], 3),
        (
            "a paragraph about other fields comes first",
            [*LINES, f"同时，国防动员、民族宗教、外事侨务等工作取得成效。{BODY}", PERIOD],
            3,
        ),
        ("an empty line is none", [*LINES, "", PERIOD], 4),
        ("a section on the government may look at a period", [*ON_GOVERNMENT, GOVERNING], None),
        ("but names no difficulties", [*ON_GOVERNMENT, GOVERNING, DIFFICULTIES], 4),
        ("and speaks of nothing else", [*ON_GOVERNMENT, PERIOD], 3),
        ("nor of this year's events", [*ON_GOVERNMENT, f"今年是建市70周年，要办好庆典。{BODY}"], 3),
        (
            "what names several other sections is about all",
            [
                LINES[0],
                f"（一）建设富强青川。{BODY}",
                f"（二）建设创新青川。{BODY}",
                f"（三）建设法治青川。{BODY}",
                f"（四）建设幸福青川。{BODY}",
                f"富强青川、创新青川、法治青川，{BODY}",
            ],
            5,
        ),
        ("the fields no section is about leave it", [*ON_GOVERNMENT, FIELDS], 3),
        ("also behind other clauses", [*ON_GOVERNMENT, f"我们统筹兼顾，同心同行，推动{FIELDS}"], 3),
        (
            "and what is said of something else first",
            [*ON_GOVERNMENT, f"今年要办好庆典。{BODY}各级政府都要参加。"],
            3,
        ),
        ("and behind a sentence", [*ON_GOVERNMENT, OTHERS], 3),
        (
            "also if the fields follow what is guarded by law",
            [
                *ON_GOVERNMENT,
                "促进团结进步。依法保障儿童权益。统计、档案、外事工作取得成效，气象工作得到加强。",
            ],
            3,
        ),
        (
            "but not above what a government does",
            [*ON_GOVERNMENT, OTHERS, f"政务服务便捷高效。{BODY}"],
            None,
        ),
        (
            "not from a section on safety too",
            [*LINES[:2], f"（二）提高行政效能，维护稳定。{BODY}", OTHERS],
            None,
        ),
        ("and a section on lives", [*LINES, FIELDS], 3),
        (
            "but not above what goes on about lives",
            [*LINES, FIELDS, f"今年我们将继续办好10件民生实事。{BODY}"],
            None,
        ),
        (
            "and a section on stability, where a wrap-up follows",
            [*LINES[:2], f"（二）守住安全底线。{BODY}", MANY_OTHERS, DIFFICULTIES, BODY],
            3,
        ),
        (
            "but not above more about stability",
            [*LINES[:2], f"（二）守住安全底线。{BODY}", MANY_OTHERS, BODY],
            None,
        ),
        (
            "nor one that is on more than stability",
            [*LINES[:2], f"（二）推进平安建设。{BODY}", MANY_OTHERS],
            None,
        ),
        (
            "unless it says that it is about others",
            [*LINES[:2], f"（二）推进平安建设。{BODY}", f"与此同时，{MANY_OTHERS}"],
            3,
        ),
        ("nor a section on society", [*LINES[:2], f"（二）社会和谐稳定。{BODY}", FIELDS], None),
        ("and not above topics", [*ON_GOVERNMENT, FIELDS, f"廉政建设加强。{BODY}"], None),
        ("defence leaves a section on reform", [*ON_REFORM, f"支持国防和军队建设，完成征兵任务，{BODY}"], 3),
        ("also with a headline that is the only one", [*ON_REFORM, f"国防建设稳步推进。{BODY}"], 3),
        (
            "but not as one of several topics",
            [*ON_REFORM, f"营商环境持续优化。{BODY}", f"国防建设稳步推进。{BODY}"],
            None,
        ),
        ("and a section on lives only", [*LINES, f"支持国防和军队建设，完成征兵任务，{BODY}"], 3),
        ("but not one on safety", [*LINES[:2], f"（二）筑牢安全底线。{BODY}", "支持国防和军队建设。"], None),
        (
            "what a government says of itself leaves a section on lives",
            [*LINES, f"深入推进依法行政，扎实开展主题教育，{BODY}"],
            3,
        ),
        (
            "but not below a headline of its own",
            [*LINES, "经济社会发展环境明显优化", f"深入推进依法行政，扎实开展主题教育，{BODY}"],
            None,
        ),
        (
            "what stands below an address does not keep it",
            [*ON_GOVERNMENT, FIELDS, "各位代表！成绩来之不易。", f"经济结构加快调整。{BODY}"],
            3,
        ),
        (
            "what all governments must do leaves a section on lives",
            [
                *LINES,
                f"面对新的形势和任务，各级政府要改进作风，提高依法行政、民主行政、科学行政的能力。{BODY}",
            ],
            3,
        ),
        ("so does a new position of a place", [*LINES, "站在新的历史方位，发展的蓝图已经绘就。"], 3),
        ("topics follow", [*LINES, PERIOD, f"城乡面貌改善。{BODY}"], None),
        ("a lead below the heading is none", [*LINES[:2], "（二）民生持续改善", PERIOD], None),
        ("other sections have the like", [LINES[0], LINES[1], PERIOD, LINES[2], PERIOD], None),
        ("paragraphs that open alike are topics", [*LINES, *[f"总的来看，产业升级。{BODY}"] * 3], None),
        (
            "looks at a period that open alike are none of the section",
            [*LINES, *[f"一年来，产业升级。{BODY}"] * 3],
            3,
        ),
        ("a look at last year leaves also a section on the government", [*ON_GOVERNMENT, LAST_YEAR], 3),
        ("and so it does above topics", [*LINES, LAST_YEAR, f"城乡面貌改善。{BODY}"], 3),
        ("what the government must do leaves its section", [*LINES, DEMANDS, f"依法行政。{BODY}"], 3),
        (
            "and so does what it says of itself",
            [*LINES, f"我们自觉接受人大监督、政协民主监督和社会监督，认真办理人大代表建议和政协提案。{BODY}"],
            3,
        ),
        ("but not as a topic of the section", [*LINES, f"加强政府自身建设。{BODY}"], None),
        ("unless what is below leaves it", [*LINES, f"加强政府自身建设。{BODY}", DIFFICULTIES], 3),
        (
            "nor does a topic on the government leave its own section",
            [*ON_GOVERNMENT, f"加强政府自身建设。{BODY}", DIFFICULTIES],
            4,
        ),
        ("and not from a section on the government", [*ON_GOVERNMENT, DEMANDS], None),
        (
            "difficulties may stand behind two clauses",
            [*LINES, "去年，各项工作总的来看是好的，但也存在一些困难和问题。"],
            3,
        ),
        (
            "deeds for people leave a section on something else",
            [*ON_REFORM, "今年，我们要办好10件民生实事。"],
            3,
        ),
        ("but not one on how people live", [*LINES, "今年，我们要办好10件民生实事。"], None),
        (
            "a government that people are content with is not how they live",
            [*LINES[:2], f"（二）建设人民满意的服务型政府。{BODY}", "今年，我们要办好10件民生实事。"],
            3,
        ),
        ("deeds may be a topic", [*ON_REFORM, f"切实办好十件民生实事。{BODY}"], None),
        ("the next plan is about the whole", [*LINES, "今年将开展“十五五”规划编制工作。"], 3),
        (
            "thanks end what they follow",
            [*LINES, f"惟其艰难，方显勇毅。{BODY}在此，我向全市人民致以崇高敬意！"],
            3,
        ),
        ("one paragraph may be long", [*LINES, DIFFICULTIES + BODY * 40], 3),
        ("one section does not divide a chapter", [LINES[0], LINES[2], PERIOD], None),
        ("so may several that all open so", [*LINES, *[DIFFICULTIES + BODY * 20] * 3], 3),
        ("it is no larger than a part of a chapter", [*LINES, DIFFICULTIES, *[BODY] * 30], None),
        ("a plan for the next year is none", [*LINES, "过去一年，开局良好。新的一年，再接再厉。"], None),
    ],
)
def test_where_the_wrap_up_begins(sentence: str, lines: list[str], wrap_up: int | None) -> None:
    sections = [index for index, line in enumerate(lines) if line.startswith("（")]
    assert wrap_up_line(lines, sections) == wrap_up, sentence


def test_a_wrap_up_is_the_closing_of_its_chapter() -> None:
    text = "\n".join([*LINES, PERIOD, DIFFICULTIES, "二、2024年工作安排", BODY])
    chapter, plan = read_structure(text)[-2:]
    assert [(node.id, node.level) for node in chapter.children] == [
        ("1.1", "section"),
        ("1.2", "section"),
        ("1.closing", "part"),
    ]
    assert chapter.children[-1].text == f"{PERIOD}\n{DIFFICULTIES}\n"
    assert plan.heading == "2024年工作安排"


@pytest.mark.parametrize(
    ("between", "own"),
    [
        ([BODY, "今年要抓好以下工作："], ["今年要抓好以下工作："]),
        (
            [BODY, "今年是开局之年。", "2024年全市主要预期目标是增长6%。", "要抓好以下工作："],
            ["今年是开局之年。", "2024年全市主要预期目标是增长6%。", "要抓好以下工作："],
        ),
        ([BODY, "今年是开局之年。"], []),
        ([BODY, "在建设文明城市上，坚持高起点规划。"], ["在建设文明城市上，坚持高起点规划。"]),
        ([BODY, f"在建设文明城市上，坚持高起点规划。{BODY}"], []),
    ],
)
def test_a_chapter_leads_into_sections_that_count_anew(between: list[str], own: list[str]) -> None:
    text = "\n".join([*LINES, *between, f"（一）稳增长。{BODY}", f"（二）抓项目。{BODY}", "二、其他", BODY])
    chapter = next(node for node in read_structure(text) if node.level == "chapter")
    leads = [node.text for node in chapter.children if node.level == "part"]
    assert leads == (["".join(f"{line}\n" for line in own)] if own else [])
    assert [node.number for node in chapter.children if node.level == "section"] == ["一", "二", "一", "二"]


@pytest.mark.parametrize(
    ("heading", "address", "last"),
    [
        ("改善民生", "各位代表！今年，我们将办好10件民生实事。", "1.2"),
        ("改善民生", "各位代表！过去一年，我们办成了10件民生实事，今年将继续。", "1.closing"),
        ("改善民生", "各位代表！成绩来之不易，今年我们将继续努力。", "1.closing"),
        ("扩大开放", "各位代表！今年，我们将办好10件民生实事。", "1.closing"),
    ],
)
def test_an_address_that_announces_deeds_goes_on_with_a_section_on_lives(
    heading: str, address: str, last: str
) -> None:
    text = "\n".join([*LINES[:2], f"（二）{heading}。{BODY}{BODY}", BODY, address, "二、2025年安排", BODY])
    chapter = next(node for node in read_structure(text) if node.level == "chapter")
    *_, node = (node for child in chapter.children for node in (child, *child.children))
    assert node.id == last
    assert node.text.endswith(f"{address}\n")


@pytest.mark.parametrize(
    ("ends", "line"),
    [
        (["各位代表！产业兴旺。", "各位代表！城市更美。", "各位代表！民生改善。"], 6),
        (["各位代表！产业兴旺。", "各位代表！城市更美。", f"各位代表！民生改善。{BODY}"], None),
        (["各位代表！产业兴旺。", BODY, "各位代表！民生改善。"], None),
        (["各位代表！产业兴旺。", "各位代表！城市更美。", BODY], None),
    ],
    ids=["as others do", "longer than others", "only one other does", "the last does not"],
)
def test_the_last_section_may_end_with_an_address(ends: list[str], line: int | None) -> None:
    lines = ["一、安排"]
    for number, end in zip("一二三", ends, strict=True):
        lines += [f"（{number}）推进工作。{BODY}", end]
    assert address_line(lines, [1, 3, 5]) == line
    text = "\n".join([*lines, "二、政府建设", BODY])
    last = next(node for node in read_structure(text) if node.level == "chapter").children[-1]
    assert (last.level == "section") == (line is not None or ends[-1] == BODY)


@given(
    st.lists(
        st.sampled_from([*LINES, BODY, PERIOD, DIFFICULTIES, "", "各位代表！", "（三）其他"]), max_size=20
    )
)
def test_a_wrap_up_is_below_the_last_section(lines: list[str]) -> None:
    sections = [index for index, line in enumerate(lines) if line.startswith("（")]
    found = wrap_up_line(lines, sections)
    assert found is None or sections[-1] < found < len(lines)


@pytest.mark.parametrize(
    ("heading", "level"),
    [("一年来，我们大力{0}，政府{0}成效明显", "section"), ("{1}是大力{0}，政府{0}成效明显", "item")],
    ids=["looks at a period", "items"],
)
def test_a_wrap_up_leaves_the_last_of_outer_nodes(heading: str, level: str) -> None:
    names = [
        heading.format(name, number) for number, name in zip("一二三", ("修路", "造林", "办学"), strict=True)
    ]
    topics = f"新建桥梁进展顺利。{BODY}\n改造街道全面完成。{BODY}\n"
    nodes = "".join(f"{name}。\n{topics}" for name in names)
    text = f"一、工作回顾\n{BODY}\n{nodes}统计、档案、外事、气象等工作取得新成绩。\n二、工作安排\n{BODY}\n"
    children = read_structure(text)[0].children
    assert [child.level for child in children] == [level] * 3 + ["part"]
    assert len(children[2].children) == 2
