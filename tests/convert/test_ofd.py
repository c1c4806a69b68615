"""OFD files: lines and columns by the positions of characters, addresses of parts, limits."""

from __future__ import annotations

import pytest

from tests.support.docx import packed
from tests.support.ofd import OFD, line, ofd, parts
from tui.convert.formats.ofd import ofd_text
from tui.convert.pipeline import convert
from tui.report.errors import DataError


def lines(*pages: str) -> list[str]:
    return ofd_text(ofd(*pages), "a.ofd").text.splitlines()


def test_lines_are_ordered_by_their_place_on_the_page() -> None:
    first = (
        line(20, 40, "一、回顾")
        + line(60, 20, "工作报告")
        + line(44, 20, "某县政府")
        + line(20, 50, "新增绿地20万平方米。")
    )
    assert lines(first, line(20, 20, "二、安排")) == [
        "某县政府工作报告",
        "一、回顾",
        "新增绿地20万平方米。",
        "二、安排",
    ]


TEXTS = {
    "distances in full": ('DeltaX="4 4 12"', "甲乙丙 丁"),
    "repeated distances": ('DeltaX="g 2 4 12"', "甲乙丙 丁"),
    "distances that are missing at the end": ('DeltaX="4 4"', "甲乙丙丁"),
    "no distances": ('DeltaZ="1"', "甲乙丙丁"),
    "from right to left": ('DeltaX="g 3 -4"', "丁丙乙甲"),
    "downwards": ('DeltaX="g 3 0" DeltaY="g 3 8"', "甲\n乙\n丙\n丁"),
    "a count without a number": ('DeltaX="g 3"', "甲乙丙丁"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_distances_between_characters(name: str) -> None:
    more, read = TEXTS[name]
    found = lines(line(20, 40, "甲乙丙丁", more))
    if name != "a count without a number":
        assert "\n".join(found) == read
    assert sorted("".join(found).replace(" ", "")) == sorted("甲乙丙丁")


def test_a_matrix_moves_and_scales_an_object() -> None:
    moved = line(20, 40, "乙").replace("Size=", 'CTM="1 0 0 1 0 30" Size=')
    scaled = line(20, 60, "甲乙", 'DeltaX="1"', size=1).replace("Size=", 'CTM="4 0 0 4 0 0" Size=')
    assert lines(moved + line(20, 50, "甲")) == ["甲", "乙"]
    assert lines(scaled) == ["甲乙"]


def test_several_texts_of_an_object_are_read() -> None:
    two = line(20, 40, "甲").replace(
        "</ofd:TextObject>", '<ofd:TextCode Y="14">乙</ofd:TextCode></ofd:TextObject>'
    )
    assert lines(two) == ["甲", "乙"]


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = (
        [f"{number}" + "城乡建设统筹推进环境面貌持续改善" for number in range(start, start + 9)]
        for start in (10, 30)
    )
    page = "".join(line(20, 40 + 6 * row, words) for row, words in enumerate(left))
    page += "".join(line(110, 40 + 6 * row, words) for row, words in enumerate(right))
    assert lines(page) == [*left, *right]


@pytest.mark.parametrize(
    "document",
    ["Doc_0/Document.xml", "/Doc_0/Document.xml", "x/../Doc_0/Document.xml", "\n Doc_0/Document.xml "],
)
@pytest.mark.parametrize(
    "folder", ["Pages", "/Doc_0/Pages", "./Pages", "../Doc_0/Pages", "../../../../Doc_0/Pages"]
)
def test_addresses_are_resolved_inside_the_archive(document: str, folder: str) -> None:
    data = packed(parts([line(20, 20, "甲")], document, folder))
    if folder.startswith("../.."):
        with pytest.raises(DataError, match="没有文字"):
            ofd_text(data, "a.ofd")
    else:
        assert ofd_text(data, "a.ofd").text == "甲\n"


def test_a_report_in_such_a_file_is_a_report() -> None:
    report = convert(
        ofd(line(20, 20, "政府工作报告") + line(20, 30, "一、回顾") + line(20, 40, "新增绿地20万平方米。")),
        "报告",
    )
    assert [node.heading for node in report.walk() if node.level == "chapter"] == ["回顾"]
    assert report.source.encoding == "ofd"


def test_files_without_text_or_documents_are_refused() -> None:
    for data, said in (
        (ofd(""), "没有文字"),
        (ofd(), "没有文字"),
        (packed({"OFD.xml": f"<ofd:OFD {OFD}/>"}), r"不是完好的 \.ofd 文件"),
    ):
        with pytest.raises(DataError, match=said):
            ofd_text(data, "a.ofd")


@pytest.mark.parametrize(
    "attribute",
    [
        'Boundary="x"',
        'Boundary=""',
        'CTM="1 2"',
        'Size="g"',
        f'Size="{"9" * 500}"',
        'Size="-1"',
        'Size="0"',
        'Size="nan"',
    ],
)
def test_wrong_numbers_do_no_harm(attribute: str) -> None:
    text = f'<ofd:TextObject {attribute}><ofd:TextCode X="g" Y="" DeltaX="g g g 1e5 -">甲乙</ofd:TextCode></ofd:TextObject>'
    assert sorted("".join(lines(text)).replace(" ", "")) == sorted("甲乙")


def test_pages_and_their_characters_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [line(20, 20, "甲乙"), line(20, 20, "丙丁")]
    for name, most, said in (
        ("ofd.MAX_PAGES", 2, ""),
        ("ofd.MAX_PAGES", 1, "超过 1 页"),
        ("ofd_text.MAX_PAGE_CHARACTERS", 2, ""),
        ("ofd_text.MAX_PAGE_CHARACTERS", 1, "有一页超过 0 万字"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(f"tui.convert.formats.{name}", most)
            if not said:
                assert lines(*pages) == ["甲乙", "丙丁"]
                continue
            with pytest.raises(DataError, match=said):
                lines(*pages)
