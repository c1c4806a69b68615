"""Automatic numbers, and the properties of paragraphs and styles."""

from __future__ import annotations

import pytest

from tests.support.docx import docx, level, listed, one_list, paragraph, reference, run
from tui.convert.formats.docx import docx_text
from tui.convert.pipeline import extract_text


def lines(body: str, **parts: str) -> list[str]:
    return docx_text(docx(body, **parts), "a.docx").text.splitlines()


def headings(body: str, **parts: str) -> set[str]:
    return set(docx_text(docx(body, **parts), "a.docx").headings)


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "chineseCountingThousand", "%1、")}'
    f"{level(1, 'chineseCounting', '（%2）')}{level(2, 'decimal', '%3.')}{level(3, 'bullet', '•')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "decimalEnclosedCircleChinese", "%1", 3)}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>'
)


def test_automatic_numbers_are_written_out() -> None:
    body = (
        listed("回顾") + listed("工业", 1) + listed("提速", 2) + listed("增效", 2) + listed("农业", 1) + listed("丰收", 2)
        + listed("无号", 3) + listed("安排") + listed("工业", 1) + listed("圈码", 0, 2) + listed("另起", 0, 3) + paragraph(run("正文"))
    )  # fmt: skip
    assert extract_text(docx(body, numbering=NUMBERING), "报告.docx").text.splitlines() == [
        "一、回顾", "（一）工业", "1.提速", "2.增效", "（二）农业", "1.丰收", "无号", "二、安排", "（一）工业", "③圈码", "十一、另起", "正文",
    ]  # fmt: skip


def test_a_style_may_have_a_list_and_an_outline_level() -> None:
    styles = (
        '<w:style w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:styleId="own"><w:basedOn w:val="base"/></w:style>'
    )
    styled = '<w:p><w:pPr><w:pStyle w:val="own"/></w:pPr>' + run("回顾") + "</w:p>"
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>重点工作</w:t></w:r></w:p>"
    extracted = extract_text(
        docx(styled + bold + paragraph(run("正文")), styles=styles, numbering=NUMBERING), "报告.docx"
    )
    assert extracted.text == "一、回顾\n重点工作\n正文\n"
    assert extracted.headings == {"一、回顾", "重点工作"}


@pytest.mark.parametrize(
    ("form", "start", "written"),
    [
        ("decimal", 1, "1"), ("chineseCounting", 12, "十二"), ("japaneseCounting", 3, "三"), ("japaneseDigitalTenThousand", 3, "三"),
        ("taiwaneseCountingThousand", 3, "三"), ("ideographDigital", 3, "三"), ("decimalEnclosedCircle", 1, "①"), ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"), ("decimalEnclosedCircle", 0, "0"), ("upperLetter", 1, "A"), ("upperLetter", 26, "Z"), ("upperLetter", 27, "27"),
        ("lowerLetter", 2, "b"), ("lowerLetter", 0, "0"), ("lowerRoman", 4, "4"), ("none", 1, None), ("bullet", 1, None),
    ],
)  # fmt: skip
def test_each_kind_of_numerals_is_written_as_word_does(form: str, start: int, written: str | None) -> None:
    shown = "甲" if written is None else f"（{written}）甲"
    assert lines(listed("甲"), numbering=one_list(level(0, form, "（%1）", start))) == [shown]


def test_numbers_show_the_levels_above_and_restart_below_them() -> None:
    levels = [
        level(at, "decimal", "".join(f"%{above + 1}." for above in range(at + 1)), at + 1) for at in range(9)
    ]
    ats = (1, 0, 1, 1, 2, 0, 2, 8, 9, 10, 8)
    assert lines("".join(listed("", at).replace("<w:t></w:t>", "<w:t>甲</w:t>") for at in ats), numbering=one_list(*levels)) == [
        "1.2.甲", "1.甲", "1.2.甲", "1.3.甲", "1.3.3.甲", "2.甲", "2.2.3.甲", "2.2.3.4.5.6.7.8.9.甲", "甲", "甲", "2.2.3.4.5.6.7.8.10.甲",
    ]  # fmt: skip


def test_a_blank_paragraph_takes_no_number_and_one_with_a_note_does() -> None:
    noted = listed("").replace("<w:r>", reference(1) + "<w:r>")
    assert lines(listed("") + listed(" ") + noted + listed("甲"), numbering=one_list(level(0, "decimal", "%1."))) == [
        "", " ", "1.[1]", "2.甲",
    ]  # fmt: skip


def override(at: int, inner: str) -> str:
    return f'<w:lvlOverride w:ilvl="{at}">{inner}</w:lvlOverride>'


def test_a_list_may_override_levels_of_its_abstract_list() -> None:
    numbering = one_list(level(0, "decimal", "%1.", 5), level(1, "decimal", "(%2)"), level(2, "decimal", "%3")) + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{inner}</w:num>'
        for number, inner in (
            (2, override(0, '<w:startOverride w:val="8"/>')),
            (3, override(0, level(0, "upperLetter", "%1)", 3))),
            (4, override(1, level(1, "lowerLetter", "%2)")) + override(2, '<w:startOverride w:val=""/>')),
            (5, override(0, level(0, "upperLetter", "%1)", 3) + '<w:startOverride w:val="2"/>')),
            (6, override(7, '<w:startOverride w:val="3"/>')),
            (7, ""),
            (11, override(0, '<w:other w:val="40"/>')),
        )
    ) + '<w:num w:numId="8"/><w:num w:numId="9"><w:abstractNumId w:val="77"/></w:num>'  # fmt: skip
    body = "".join(
        listed("甲", at, number)
        for number, at in (
            (1, 0),
            (2, 0),
            (3, 0),
            (4, 1),
            (4, 0),
            (5, 0),
            (6, 0),
            (6, 7),
            (7, 0),
            (8, 0),
            (9, 0),
            (10, 0),
            (11, 0),
        )
    )
    assert lines(body, numbering=numbering) == [
        "5.甲", "8.甲", "F)甲", "a)甲", "7.甲", "B)甲", "5.甲", "甲", "8.甲", "甲", "甲", "甲", "9.甲",
    ]  # fmt: skip


def test_the_first_of_equal_values_and_the_last_of_equal_ids_count() -> None:
    first = '<w:lvl w:ilvl="0"><w:start w:val="2"/><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:numFmt w:val="bullet"/><w:lvlText w:val="%1a"/><w:lvlText w:val="%1b"/></w:lvl>'
    numbering = (
        one_list(first)
        + '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:abstractNumId w:val="9"/></w:num>'
    )
    assert lines(listed("甲") + listed("乙", 0, 2), numbering=numbering) == ["2a甲", "3a乙"]
    assert lines(
        listed("甲"), numbering=one_list(level(0, "decimal", "x")) + one_list(level(0, "decimal", "y"))
    ) == ["y甲"]
    properties = '<w:pPr><w:numPr><w:numId w:val="1"/><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="9"/><w:outlineLvl w:val="1"/></w:pPr>'
    assert headings(f"<w:p>{properties}{run('甲')}</w:p>") == set()


def test_a_missing_value_counts_as_empty() -> None:
    properties = '<w:pPr><w:outlineLvl/><w:outlineLvl w:val="1"/></w:pPr>'
    assert headings(f"<w:p>{properties}{run('甲')}</w:p>") == set()


def test_values_outside_of_levels_are_ignored() -> None:
    stray = '<w:x><w:start w:val="7"/><w:abstractNumId w:val="0"/></w:x>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{stray}<w:lvl w:ilvl="0"><w:x><w:start w:val="7"/></w:x><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        f'</w:abstractNum><w:num w:numId="1"><w:x><w:abstractNumId w:val="5"/></w:x><w:abstractNumId w:val="0"/></w:num><w:lvlOverride/>'
    )
    assert lines(listed("甲"), numbering=numbering) == ["1.甲"]
    assert lines(
        listed("甲"), numbering='<w:lvlOverride w:ilvl="0"/>' + one_list(level(0, "decimal", "%1."))
    ) == ["1.甲"]


def styled(style: str, text: str = "甲", more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{run(text)}</w:p>'


def style(name: str, base: str = "", properties: str = "") -> str:
    return f'<w:style w:styleId="{name}"><w:basedOn w:val="{base}"/><w:pPr>{properties}</w:pPr></w:style>'


def test_a_style_is_followed_to_its_sixteenth_ancestor() -> None:
    styles = "".join(style(str(number), str(number + 1)) for number in range(15)) + style(
        "15", "16", '<w:outlineLvl w:val="0"/>'
    )
    assert headings(styled("0"), styles=styles) == {"甲"}
    styles = "".join(style(str(number), str(number + 1)) for number in range(16)) + style(
        "16", "", '<w:outlineLvl w:val="0"/>'
    )
    assert headings(styled("0"), styles=styles) == set()
    assert headings(styled("1"), styles=styles) == {"甲"}
    assert headings(styled("a"), styles=style("a", "b") + style("b", "a")) == set()
    assert headings(styled("none"), styles=style("a")) == set()


@pytest.mark.parametrize(
    ("value", "is_heading"),
    [("0", True), ("8", True), ("9", False), ("", False), ("x", False), ("99999", False)],
)
def test_an_outline_level_makes_a_heading(value: str, is_heading: bool) -> None:
    outline = f'<w:outlineLvl w:val="{value}"/>'
    assert bool(headings(styled("a", more=outline))) is is_heading
    assert bool(headings(styled("a"), styles=style("a", "", outline))) is is_heading


def test_a_paragraph_overrides_its_style_and_a_style_its_base() -> None:
    numbering = one_list(level(0, "decimal", "%1."), level(1, "decimal", "(%2)"))
    number = '<w:numPr><w:numId w:val="{}"/></w:numPr>'
    deep = '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    styles = style("base", "", number.format(1) + '<w:outlineLvl w:val="0"/>') + style(
        "own", "base", deep + '<w:outlineLvl w:val="9"/>'
    )
    body = (
        styled("base")
        + styled("own")
        + styled("own", more=number.format(0))
        + styled("base", more=deep)
        + styled("base", "", deep)
    )
    assert lines(body, numbering=numbering, styles=styles) == ["1.甲", "(1)甲", "甲", "(2)甲", ""]
    assert headings(styled("own"), numbering=numbering, styles=styles) == set()
    assert headings(styled("base"), numbering=numbering, styles=styles) == {"1.甲"}


def test_properties_of_runs_in_a_style_are_ignored() -> None:
    outline = '<w:outlineLvl w:val="0"/>'
    for inner in (
        f"<w:x><w:pPr>{outline}</w:pPr></w:x>",
        f"<w:pPr><w:x>{outline}</w:x></w:pPr>",
        outline,
        '<w:x><w:basedOn w:val="b"/></w:x>',
    ):
        styles = f'<w:style w:styleId="a">{inner}</w:style><w:pPr>{outline}</w:pPr>' + style("b", "", outline)
        assert headings(styled("a"), styles=styles) == set()
    twice = f'<w:style w:styleId="a"><w:basedOn w:val="b"/><w:basedOn w:val="c"/></w:style>{style("b")}{style("c", "", outline)}'
    assert headings(styled("a"), styles=twice) == set()


def test_former_properties_in_tracked_changes_are_ignored() -> None:
    change = '<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/><w:pStyle w:val="a"/></w:pPr></w:pPrChange>'
    tabs = '<w:tabs><w:tab w:val="left"/></w:tabs>'
    body = f"<w:p><w:pPr>{tabs}{change}<w:numPr><w:ins/></w:numPr></w:pPr>{run('甲')}</w:p>"
    assert lines(body) == ["甲"] and headings(body) == set()
    assert headings(f"<w:p><w:x><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:x>{run('甲')}</w:p>") == set()


def test_numbers_have_four_digits_at_most() -> None:
    assert lines(listed("甲"), numbering=one_list(level(0, "decimal", "%1.", 1234))) == ["1234.甲"]
    assert lines(listed("甲"), numbering=one_list(level(0, "decimal", "%1.", 12345))) == ["1.甲"]


def test_an_undefined_level_is_written_like_the_one_below() -> None:
    assert lines(listed("甲", 1), numbering=one_list(level(1, "upperLetter", "%1.%2", 3))) == ["C.C甲"]


def test_a_list_has_nine_levels() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"/><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
        + override(9, level(9, "decimal", "%1."))
        + override(8, level(8, "decimal", "%9."))
        + "</w:num>"
    )
    assert lines(listed("甲", 9) + listed("乙", 8), numbering=numbering) == ["甲", "1.乙"]
