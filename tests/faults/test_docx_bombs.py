"""X18: small .docx files that unpack to gigabytes; each gives a one-line error or a text, with limited time and memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.docx import (
    MC,
    W,
    docx,
    level,
    listed,
    note,
    one_list,
    packed,
    paragraph,
    reference,
    row,
    run,
)
from tests.support.limited import MIB, read_in_limited_memory

_BOX = ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>")
_CELL = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")


def nested(around: tuple[str, str], inner: str, times: int) -> str:
    return around[0] * times + inner + around[1] * times


def encoded(name: str, declared: str, body: str) -> bytes:
    head = f'<?xml version="1.0" encoding="{declared}"?><!DOCTYPE x [<!ENTITY a "{"b" * 100}">]>'
    document = f"{head}<w:document {W} {MC}><w:body>{body}</w:body></w:document>"
    return packed({"word/document.xml": document.encode(name)})


def near_the_limit(*names: str) -> bytes:
    """Return a document of several parts, each a third of the size limit."""
    filling = f"<!-- {'x' * 1000} -->" * (20 * 1024)
    return packed({f"word/{name}.xml": f"<w:{name} {W}>{filling}</w:{name}>" for name in names})


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "lvlText": (lambda: docx(listed("甲") * 20_000, numbering=one_list(level(0, "decimal", "%1" * 50_000))), "text"),
    "one-note": (lambda: docx(f"<w:p>{reference(2) * 20_000}</w:p>", footnotes=note(2, "注" * 20_000)), "text"),
    "doctype-late": (lambda: docx(paragraph(run("&a;")), " " * 2000 + '<!DOCTYPE x [<!ENTITY a "b">]>'), "不该有的 XML"),
    "doctype-utf16": (lambda: encoded("utf-16", "UTF-16", paragraph(run("&a;"))), "不该有的 XML"),
    "doctype-latin1": (lambda: encoded("latin-1", "ISO-8859-1", paragraph(run("&a;"))), "不该有的 XML"),
    "doctype-cp1252": (lambda: encoded("cp1252", "windows-1252", paragraph(run("&a;"))), "不该有的 XML"),
    "doctype-utf7": (lambda: encoded("utf-7", "UTF-7", paragraph(run("&a;"))), "不"),
    "entities": (
        lambda: docx(
            paragraph(run("&j;")),
            f'<!DOCTYPE x [<!ENTITY a "{"b" * 100}">'
            + "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefghi", "bcdefghij", strict=True))
            + "]>",
        ),
        "不该有的 XML",
    ),
    "external-entity": (lambda: docx(paragraph(run("&a;")), '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "不该有的 XML"),
    "many-parts": (lambda: near_the_limit("styles", "numbering", "document", "footnotes", "endnotes"), "超过 64 MiB"),
    "many-elements": (lambda: docx("<w:p/>" * 1_100_000), "个元素"),
    "deep": (lambda: docx(nested(("<w:x>", "</w:x>"), "", 100_000)), "嵌套超过"),
    "deep-runs": (lambda: docx(f"<w:p>{nested(('<w:r>', '</w:r>'), run('甲'), 100_000)}</w:p>"), "嵌套超过"),
    "tables-in-tables": (lambda: docx(nested(_CELL, paragraph(run("甲")), 300)), "text"),
    "boxes-in-boxes": (lambda: docx(nested(_BOX, paragraph(run("甲")) * 1000, 200)), "text"),
    "cells": (lambda: docx(f"<w:tbl>{row(*[paragraph(run('甲'))] * 60_000)}</w:tbl>"), "text"),
    "styles": (lambda: docx(paragraph(run("甲")), styles="".join(f'<w:style w:styleId="{number}"/>' for number in range(70_000))), "样式超过"),
    "lists": (lambda: docx(paragraph(run("甲")), numbering="".join(f'<w:num w:numId="{number}"/>' for number in range(70_000))), "编号列表超过"),
    "overrides": (lambda: docx(paragraph(run("甲")), numbering=f'<w:num w:numId="1">{"<w:lvlOverride/>" * 70_000}</w:num>'), "编号列表超过"),
    "style-chain": (
        lambda: docx(
            '<w:p><w:pPr><w:pStyle w:val="0"/></w:pPr></w:p>' * 10_000,
            styles="".join(f'<w:style w:styleId="{number}"><w:basedOn w:val="{number + 1}"/></w:style>' for number in range(60_000)),
        ),
        "text",
    ),
    "attribute": (lambda: docx(f'<w:p w:x="{"a" * 50 * MIB}"/>'), "不该有的 XML"),
    "attributes": (lambda: docx("<w:p " + " ".join(f'a{number}=""' for number in range(500_000)) + "/>"), "不该有的 XML"),
    "names": (lambda: docx("".join(f"<a{number}/>" for number in range(200_000))), "不该有的 XML"),
    "namespaces": (lambda: docx("".join(f'<a xmlns:n{number}="x{number}"/>' for number in range(100_000))), "不该有的 XML"),
    "comment": (lambda: docx(f"<!--{'a' * 50 * MIB}-->"), "不该有的 XML"),
    "text": (lambda: docx(paragraph(run("a" * 50 * MIB))), "超过 64 MiB"),
    "numbers": (lambda: docx(listed("甲") * 90_000, numbering=one_list(level(0, "chineseCounting", "%1" * 32, 9999))), "超过 64 MiB"),
}  # fmt: skip


#: Bombs that take seconds to read; their limits have quick tests in ``tests/convert/test_docx_limits.py``.
_SLOW = ("many-parts", "many-elements", "numbers")


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, id=f"X18-{name}", marks=pytest.mark.slow if name in _SLOW else ()) for name in BOMBS],
)
def test_a_bomb_gives_a_one_line_error_or_a_text_in_limited_memory(name: str, tmp_path: Path) -> None:
    make, expected = BOMBS[name]
    path = tmp_path / "a.docx"
    path.write_bytes(make())
    said = read_in_limited_memory(path)
    assert said.isdigit() if expected == "text" else expected in said


def test_x18_each_text_is_read_once() -> None:
    from tui.convert.formats.docx import docx_text

    tables = docx(nested(_CELL, paragraph(run("甲")), 20))
    boxes = docx(nested(_BOX, paragraph(run("甲")), 20))
    notes = docx(f"<w:p>{reference(2) * 3}</w:p>", footnotes=note(2, "甲"))
    for data in (tables, boxes, notes):
        assert docx_text(data, "a.docx").text.count("甲") == 1
