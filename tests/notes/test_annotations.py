"""Notes as Web Annotations, as rows, and as Markdown."""

from __future__ import annotations

import json
import time
from typing import Any
from uuid import UUID

import pytest

from tests.support.notes import home, note_on, outline
from tui.metrics.export import csv_text
from tui.notes.annotations import annotation_page, read_annotations
from tui.notes.export import local_time, markdown, note_rows
from tui.notes.placing import PlacedNote
from tui.report.markdown import escape


def placed(words: str = "做优营商环境", body: str = "", colour: Any = "") -> PlacedNote:
    note = note_on(words, body, colour)
    return PlacedNote(note, home(), (note.start, note.end))


@pytest.mark.parametrize(
    ("stamp", "shown"),
    [
        ("2026-01-02T20:04:05.123456+00:00", "2026-01-03 04:04:05"),
        ("2026-01-02T20:04:05Z", "2026-01-03 04:04:05"),
        ("2026-01-02T20:04:05", "2026-01-02T20:04:05"),
        ("昨天", "昨天"),
        ("9999-12-31T23:59:59+00:00", "9999-12-31T23:59:59+00:00"),
    ],
)
def test_times_are_local_and_without_fractions(
    stamp: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as context:
        context.setenv("TZ", "CST-8")
        time.tzset()
        told = local_time(stamp)
    time.tzset()
    assert told == shown


def test_a_note_is_an_annotation_with_both_selectors() -> None:
    one = placed(body="关注\n时限", colour="green")
    page = annotation_page([one])
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    (item,) = page["items"]
    assert (item["type"], item["motivation"]) == ("Annotation", "commenting")
    assert UUID(item["id"].removeprefix("urn:uuid:"))
    assert item["body"] == [
        {"type": "TextualBody", "value": "关注\n时限", "format": "text/plain", "purpose": "commenting"}
    ]
    quote, position = item["target"]["selector"]
    text = outline().report.text
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    assert text[position["start"] : position["end"]] == quote["exact"] == "做优营商环境"
    assert text[: position["start"]].endswith(quote["prefix"]) and len(quote["prefix"]) == 32
    assert text[position["end"] :].startswith(quote["suffix"]) and len(quote["suffix"]) == 32
    assert item["target"]["styleClass"] == "green"
    assert item["huiji"]["citation"] == "《某某县政府工作报告》，2022年2月8日，第二部分第（一）节"
    (item,) = annotation_page([one], "gbt7714")["items"]
    assert item["huiji"]["citation"] == "某某县政府工作报告[R]. (2022-02-08): 第二部分第（一）节."


def test_what_is_told_to_others_does_not_say_where_a_file_is() -> None:
    assert "/报告.txt" not in json.dumps(annotation_page([placed(body="一")]), ensure_ascii=False)


@pytest.mark.parametrize(("body", "colour"), [("关注\n时限", "green"), ("只写字", ""), ("", "purple")])
def test_annotations_are_read_back_as_they_were(body: str, colour: str) -> None:
    one = placed(body=body, colour=colour)
    page = json.loads(json.dumps(annotation_page([one])))
    (read,) = read_annotations(page)
    assert read is not None and read.note == one.note
    assert read.home == home()._replace(path="")


def test_annotations_of_other_programs_are_read() -> None:
    """A single annotation, one selector, a body that is only a text, and an id that is an address."""
    selector = {"type": "TextQuoteSelector", "exact": "营商环境"}
    plain = {
        "type": "Annotation",
        "id": "https://a.example/1",
        "bodyValue": "看看",
        "target": {"source": "x", "selector": selector},
    }
    collection = {
        "type": "AnnotationCollection",
        "first": {"type": "AnnotationPage", "items": [plain, {**plain, "bodyValue": ""}]},
    }
    first, second = read_annotations(collection)
    assert first is not None and second is not None
    assert (first.note.body, first.note.quote.exact, first.home) == ("看看", "营商环境", None)
    assert (second.note.body, second.note.colour) == ("", "yellow")
    again = next(read_annotations({**plain, "created": first.note.created}))
    assert again is not None and UUID(again.note.id)


HOSTILE = [
    {"type": "Annotation"},
    {"type": "Annotation", "target": {"selector": {"type": "TextQuoteSelector", "exact": 3}}},
    {"type": "Annotation", "target": []},
    {"type": "Annotation", "target": {"selector": {"type": "TextQuoteSelector", "exact": "字" * 6000}}},
    {"type": "Annotation", "bodyValue": "字" * 20000, "target": {"selector": {"type": "TextQuoteSelector", "exact": "字"}}},
    {"type": "Annotation", "target": {"selector": {"type": ["TextQuoteSelector"], "exact": "字"}}},
    {"type": "Annotation", "target": {"selector": [{"type": "TextQuoteSelector", "exact": "字"}, {"type": "TextPositionSelector", "start": -1}]}},
    {"type": "Annotation", "huiji": {"report": {"key": "../../x"}}, "target": {"selector": {"type": "TextQuoteSelector", "exact": "字"}}},
    {"type": "Annotation", "huiji": {"report": {**home()._asdict(), "key": "/" * 64}}, "target": {"selector": {"type": "TextQuoteSelector", "exact": "字"}}},
]  # fmt: skip


@pytest.mark.parametrize("item", HOSTILE)
def test_annotations_that_cannot_be_understood_are_counted(item: Any) -> None:
    assert [*read_annotations([item])] == [None]


@pytest.mark.parametrize("data", [None, 3, "x", {}, [[]], {"type": "Annotations"}])
def test_what_holds_no_annotation_gives_none(data: Any) -> None:
    assert [*read_annotations(data)] == []


def test_lists_in_lists_end() -> None:
    data: Any = []
    for _ in range(500):
        data = [data]
    assert [*read_annotations(data)] == []


def test_no_cell_of_a_note_is_a_formula() -> None:
    rows = note_rows([placed(body="=HYPERLINK(1)"), placed(body="@x"), placed(body="-1+1")])
    body = rows[0].index("批注")
    assert [row[body] for row in rows[1:]] == ["=HYPERLINK(1)", "@x", "-1+1"]
    assert all(f"'{cell}" in csv_text(rows, "\n") for cell in ("=HYPERLINK(1)", "@x", "-1+1"))


def test_markdown_has_the_passage_as_a_quotation_with_its_source() -> None:
    lines = [
        *markdown(
            [placed(body="第一行\n# 第二行", colour="green"), placed("改造老旧小区18个", colour="yellow")]
        )
    ]
    assert lines == [
        "## 某某县政府工作报告（2022年2月8日）",
        "",
        "> 做优营商环境",
        ">",
        "> ——《某某县政府工作报告》，2022年2月8日，第二部分第（一）节［绿］",
        "",
        "第一行  ",
        "\\# 第二行  ",
        "",
        "> 改造老旧小区18个",
        ">",
        "> ——《某某县政府工作报告》，2022年2月8日，第一部分第（二）节［黄］",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<script>", r"\<script\>"),
        ("[a](http://x)", r"\[a\](http\://x)"),
        ("1. 一", r"1\. 一"),
        ("- 一", r"\- 一"),
        ("+ 一", r"\+ 一"),
        ("    代码", "代码"),
        ("*重点*`码`", r"\*重点\*\`码\`"),
        (r"反\斜", r"反\\斜"),
        ("===", r"\==="),
        ("![图](x)", r"\!\[图\](x)"),
        ("&lt;", r"\&lt;"),
        ("普通 文字，50%。", "普通 文字，50%。"),
    ],
)
def test_text_is_never_markup(text: str, escaped: str) -> None:
    assert escape(text) == escaped
