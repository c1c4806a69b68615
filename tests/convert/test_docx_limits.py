"""Limits of .docx files, exact to the byte, element and level."""

from __future__ import annotations

import zipfile

import pytest

from tests.support.docx import MC, W, docx, level, listed, note, one_list, packed, paragraph, reference, run
from tui.convert.formats.archive import CHUNK_BYTES, Budget
from tui.convert.formats.docx import docx_text, is_docx
from tui.convert.formats.xml_reader import XmlReader
from tui.report.errors import DataError

DOCUMENT = f"<w:document {W} {MC}>{{}}</w:document>"
DAMAGED = "不是完好的 .docx 文件"
UNUSUAL = ".docx 文件里有不该有的 XML"


def text(data: bytes) -> str:
    return docx_text(data, "a.docx").text


def refusal(data: bytes) -> str:
    with pytest.raises(DataError) as caught:
        docx_text(data, "a.docx")
    assert caught.value.path == "a.docx"
    return caught.value.message


def limited(monkeypatch: pytest.MonkeyPatch, name: str, value: int) -> None:
    monkeypatch.setattr(f"tui.convert.formats.{name}", value)


def test_the_limits_of_documents() -> None:
    from tui.convert.formats import archive, docx_lists, docx_properties, list_numbers, xml_reader

    assert archive.MAX_BYTES == 64 * 1024 * 1024
    assert archive.MAX_NODES == 1_000_000
    assert archive.MAX_ENTRIES == 10_000
    assert (xml_reader.MAX_DEPTH, xml_reader.MAX_TAG_BYTES, xml_reader.MAX_NAMES) == (
        1000,
        4 * 1024 * 1024,
        10_000,
    )
    assert (docx_properties.MAX_STYLES, docx_lists.MAX_LISTS, list_numbers.MAX_PATTERN) == (65536, 65536, 64)
    assert 64 * 1024 <= CHUNK_BYTES <= 1024 * 1024


def test_all_parts_and_the_text_share_one_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    document = DOCUMENT.format(f"<w:body>{paragraph(run('甲乙'))}</w:body>")
    styles, notes = f"<w:styles {W}/>", f"<w:footnotes {W}/>"
    data = packed({"word/document.xml": document, "word/styles.xml": styles, "word/footnotes.xml": notes})
    size = sum(len(part.encode()) for part in (document, styles, notes)) + 4 * len("甲乙")
    limited(monkeypatch, "archive.MAX_BYTES", size)
    assert text(data) == "甲乙\n"
    limited(monkeypatch, "archive.MAX_BYTES", size - 1)
    assert refusal(data) == "解开后超过 0 MiB"


def test_the_error_names_the_budget_in_mebibytes(monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, "archive.MAX_BYTES", 3 * 1024 * 1024)
    assert refusal(docx(" " * (3 * 1024 * 1024))) == "解开后超过 3 MiB"


def test_elements_and_attributes_of_all_parts_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    # document, body, p, t with two attributes; styles, style with one
    body = '<w:p><w:t w:a="1" w:b="2">甲</w:t></w:p>'
    data = docx(body, styles='<w:style w:styleId="x"/>')
    limited(monkeypatch, "archive.MAX_NODES", 9)
    assert text(data) == "甲\n"
    limited(monkeypatch, "archive.MAX_NODES", 8)
    assert refusal(data) == "解开后超过 0 万个元素"


def test_the_nodes_of_each_chunk_are_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    data = docx("<w:p/>" * (3 * CHUNK_BYTES // len("<w:p/>")))
    limited(monkeypatch, "archive.MAX_NODES", 3 * CHUNK_BYTES // len("<w:p/>") + 2)
    assert text(data).count("\n") == 3 * CHUNK_BYTES // len("<w:p/>")
    limited(monkeypatch, "archive.MAX_NODES", 3 * CHUNK_BYTES // len("<w:p/>") + 1)
    assert refusal(data).endswith("万个元素")


def test_entries_are_counted_before_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = docx(paragraph(run("甲")), styles="", numbering="")
    limited(monkeypatch, "archive.MAX_ENTRIES", 3)
    assert text(data) == "甲\n"
    limited(monkeypatch, "archive.MAX_ENTRIES", 2)
    assert refusal(data) == "压缩包里超过 2 个文件"


@pytest.mark.parametrize("inner", ["x", "w:x", "w:sdt"])
def test_depth_is_limited(inner: str, monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, "xml_reader.MAX_DEPTH", 10)

    def nested(depth: int) -> bytes:
        return docx(f"<{inner}>" * depth + f"</{inner}>" * depth + paragraph(run("甲")))

    assert text(nested(8)) == "甲\n"
    assert refusal(nested(9)) == "嵌套超过 10 层"


def test_a_tag_and_a_comment_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, "xml_reader.MAX_TAG_BYTES", 2 * CHUNK_BYTES)
    for short, long in (
        (f'<w:x a="{"a" * CHUNK_BYTES}"/>', f'<w:x a="{"a" * 4 * CHUNK_BYTES}"/>'),
        (f"<!--{'a' * CHUNK_BYTES}-->", f"<!--{'a' * 4 * CHUNK_BYTES}-->"),
    ):
        assert text(docx(short + paragraph(run("甲")))) == "甲\n"
        assert refusal(docx(long + paragraph(run("甲")))) == UNUSUAL
    assert text(docx(paragraph(run("甲" * 2 * CHUNK_BYTES)))) == "甲" * 2 * CHUNK_BYTES + "\n"


def test_a_tag_may_be_as_long_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, "xml_reader.MAX_TAG_BYTES", 1000)
    for size in (998, 1001):  # newer expat may look at the two bytes of the end with the next chunk only
        chunks = [b"<" + b"a" * (size - 1), b"/>"]
        reader = XmlReader({}, Budget("a.docx", ".docx"))
        if size == 998:
            reader.read(chunks)
        else:
            with pytest.raises(DataError, match="不该有的 XML"):
                reader.read(chunks)


@pytest.mark.parametrize("element", ["<a{}/>", '<a a{}=""/>', '<a xmlns:a{}="b"/>', '<a xmlns="b{}"/>'])
def test_different_names_are_limited(element: str, monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, "xml_reader.MAX_NAMES", 50)
    assert (
        text(docx("".join(element.format(number) for number in range(15)) + paragraph(run("甲")))) == "甲\n"
    )
    assert refusal(docx("".join(element.format(number) for number in range(60)))) == UNUSUAL


def test_as_many_different_names_as_are_allowed_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, "xml_reader.MAX_NAMES", 3)
    XmlReader({}, Budget("a.docx", ".docx")).read([b"<a><b/><c/><b/></a>"])
    with pytest.raises(DataError, match="不该有的 XML"):
        XmlReader({}, Budget("a.docx", ".docx")).read([b"<a><b/><c/><d/></a>"])


def test_styles_and_lists_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    limited(monkeypatch, "docx_properties.MAX_STYLES", 2)
    limited(monkeypatch, "docx_lists.MAX_LISTS", 3)

    def document(styles: int, lists: int) -> bytes:
        return docx(
            paragraph(run("甲")),
            styles="".join(f'<w:style w:styleId="{number}"/>' for number in range(styles)),
            numbering=f'<w:num w:numId="1"/>{"<w:abstractNum/>" * (lists - 1)}',
        )

    assert text(document(2, 3)) == "甲\n"
    assert refusal(document(3, 3)) == "样式超过 2 个"
    assert refusal(document(2, 4)) == "编号列表超过 3 个"
    for repeated in ("<w:abstractNum>{}</w:abstractNum>", '<w:num w:numId="1">{}</w:num>'):
        for element in ("<w:lvl/>", "<w:lvlOverride/>"):
            data = docx(paragraph(run("甲")), numbering=repeated.format(element * 3))
            assert refusal(data) == "编号列表超过 3 个"


def test_the_pattern_of_a_number_is_cut() -> None:
    pattern = "x" * 62 + "%1" + "y" * 50
    assert text(docx(listed("甲"), numbering=one_list(level(0, "decimal", pattern)))) == "x" * 62 + "1甲\n"


def test_a_second_reference_to_a_note_keeps_its_number() -> None:
    body = f"<w:p>{reference(2)}{reference(7)}{reference(2)}{reference(2, 'endnote')}</w:p>"
    data = docx(body, footnotes=note(2, "甲") + note(7, "乙"), endnotes=note(2, "丙", "endnote"))
    assert text(data) == "[1][2][1][3]\n注释\n[1]甲\n[2]乙\n[3]丙\n"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_only_compression_that_office_writes_is_unpacked(method: int) -> None:
    document = DOCUMENT.format(f"<w:body>{paragraph(run('甲'))}</w:body>")
    assert refusal(packed({"word/document.xml": document}, method)) == DAMAGED
    for known in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        assert text(packed({"word/document.xml": document}, known)) == "甲\n"


def test_a_part_may_be_missing_but_not_empty() -> None:
    document = DOCUMENT.format(f"<w:body>{paragraph(run('甲'))}</w:body>")
    assert text(packed({"word/document.xml": document})) == "甲\n"
    assert refusal(packed({"word/document.xml": document, "word/styles.xml": ""})) == DAMAGED
    assert refusal(packed({"word/styles.xml": f"<w:styles {W}/>"})) == DAMAGED
    assert refusal(packed({"word/document.xml": ""})) == DAMAGED


def test_a_document_is_known_by_its_first_bytes_and_its_part() -> None:
    data = docx("")
    assert is_docx(data)
    assert not is_docx(b"x" + data)
    assert not is_docx(packed({"word/other.xml": ""}))
