"""Citations: in Chinese, as Markdown, by GB/T 7714—2015, as BibTeX."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.support.samples import huiji_outline
from tui.citation import Reference, cite, locator, source
from tui.report.dates import spoken_date
from tui.report.reference import ReportRef
from tui.state.config import Config, citation_style, read_config
from tui.state.records import CITATION_STYLES, Settings

PASSAGE = "坚决扛起稳增长重大政治责任,以“开局就是决战、起步就要冲刺”的干劲"


@pytest.fixture(scope="module")
def reference() -> Reference:
    outline = huiji_outline()
    return Reference.of(outline, outline.report.text.index("聚焦大宗消费"))


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("三(五)提升城区绿化品质", "第三部分第（五）节"),
        ("三(十二)", "第三部分第（十二）节"),
        ("三", "第三部分"),
        ("三 概述", "第三部分"),
        ("一 一年来，我们大力兴产业", "第一部分"),
        ("开场", "开场"),
        ("附件一(二)", "附件第一部分第（二）节"),
        ("加强政府自身建设(一)", "“加强政府自身建设”部分第（一）节"),
        ("2006年工作回顾", "“2006年工作回顾”部分"),
        ("一带一路建设", "“一带一路建设”部分"),
        ("“十二五”圆满收官,西宁有了新突破", "“‘十二五’圆满收官，西宁有了新突破”部分"),
        ("三、2024年工作重点 (五)提升城区绿化品质", "第三部分第（五）节"),
        ("三、2024年工作重点", "第三部分"),
        ("过去五年工作的回顾 (一)扩大投资", "“过去五年工作的回顾”部分第（一）节"),
        ("", ""),
    ],
)
def test_a_path_is_told_as_chapter_and_section(path: str, told: str) -> None:
    assert locator(path) == told


def test_a_chinese_citation_has_title_date_and_section_in_brackets(reference: Reference) -> None:
    assert cite(PASSAGE, reference) == (
        "“坚决扛起稳增长重大政治责任，以‘开局就是决战、起步就要冲刺’的干劲”"
        "（《惠济区政府工作报告》，2024年1月22日，第三部分第（一）节）"
    )
    assert cite(PASSAGE, reference, "published").startswith("“坚决扛起稳增长重大政治责任,以‘开局")
    assert source(reference) == "《惠济区政府工作报告》，2024年1月22日，第三部分第（一）节"


def test_marks_inside_of_marks_are_of_the_other_kind() -> None:
    assert cite("所谓“一‘核’两翼”", Reference("报告")).startswith("“所谓‘一“核”两翼’”")
    assert source(Reference("关于《纲要》的报告")) == "《关于〈纲要〉的报告》"


def test_markdown_quotes_every_line_and_text_stays_text(reference: Reference) -> None:
    cited = cite("第一行*不是*强调\n<b>第二行</b>", reference, "markdown")
    assert cited.split("\n") == [
        r"> 第一行\*不是\*强调",
        r"> \<b\>第二行\</b\>",
        ">",
        "> ——《惠济区政府工作报告》，2024年1月22日，第三部分第（一）节",
    ]
    linked = cite("甲", reference, "markdown", "huiji:惠济区/2024#三(一)")
    assert linked.endswith(
        "> ——[《惠济区政府工作报告》，2024年1月22日，第三部分第（一）节](<huiji:惠济区/2024#三(一)>)"
    )


def test_the_national_standard_has_what_is_known_only(reference: Reference) -> None:
    assert source(reference, "gbt7714") == (
        "惠济区人民政府. 惠济区政府工作报告[R]. (2024-01-22): 第三部分第（一）节."
    )
    assert source(Reference("政府工作报告"), "gbt7714") == "政府工作报告[R]."
    assert cite("甲", Reference("政府工作报告", "2024-01-22"), "gbt7714", "huiji:甲").split("\n") == [
        "“甲”", "政府工作报告[R]. (2024-01-22).", "huiji:甲",
    ]  # fmt: skip


def test_bibtex_is_one_entry_in_which_text_cannot_end_a_field(reference: Reference) -> None:
    entry = cite("占50%_{高}\n\\input{x}", reference, "bibtex", "huiji:{甲}")
    lines = entry.split("\n")
    assert lines[0].startswith("@techreport{report-2024-01-22-") and lines[-1] == "}"
    assert (
        "  author = {{惠济区人民政府}}," in lines
        and "  year = {2024}," in lines
        and "  month = {1}," in lines
    )
    assert r"  annote = {占50\%\_\{高\} \textbackslash{}input\{x\}}," in lines
    assert "  url = {huiji:%7B甲%7D}," in lines
    unknown = source(Reference("政府工作报告"), "bibtex")
    assert unknown == "@misc{report,   title = {政府工作报告}, }"
    assert "\n" not in unknown


def test_a_report_of_a_library_is_cited_without_its_text() -> None:
    ref = ReportRef("惠济区", 2024, "政府工作报告", "2024-01-22", "a.txt", "ff" * 32)
    assert (
        source(Reference.of_ref(ref, "三(五)")) == "《惠济区政府工作报告》，2024年1月22日，第三部分第（五）节"
    )


def test_a_date_that_is_not_whole_stays_as_it_is() -> None:
    assert [spoken_date(date) for date in ("2024-01-22", "2024-01", "2024", "")] == [
        "2024年1月22日", "2024-01", "2024", "",
    ]  # fmt: skip
    today = datetime.now().date().isoformat()
    assert today not in source(Reference("报告", "2024-01-22"), "gbt7714")


def test_the_style_is_configured_and_what_was_chosen_in_the_program_comes_first() -> None:
    for style in CITATION_STYLES:
        config = read_config(f'citation_style = "{style}"\n', "config.toml")
        assert not config.faults and citation_style(Settings(), config) == style
    config = read_config('citation_style = "apa"\n', "config.toml")
    assert "citation_style 应是“chinese”、“published”" in str(config.faults[0])
    assert citation_style(Settings(citation_style="bibtex"), config) == "bibtex"
    assert citation_style(Settings(), Config()) == "chinese"
    kept = Settings.parse({"citation_style": "gbt7714"})
    assert kept.merged(Settings(), Settings()).citation_style == "gbt7714"
    with pytest.raises(ValueError, match="apa"):
        Settings.parse({"citation_style": "apa"})
