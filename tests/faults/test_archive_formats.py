"""X18 and X19 for .odt, .epub and .ofd: bombs, DOCTYPE, depth and damage; each gives a one-line error or a text."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest

from tests.support.docx import packed
from tests.support.epub import CONTAINER, epub
from tests.support.limited import MIB, read_in_limited_memory
from tests.support.odt import listed, odt, p
from tests.support.ofd import line, ofd, parts
from tui.convert.read_file import read_file
from tui.report.errors import DataError, HuijiError

DOCTYPE = '<!DOCTYPE x [<!ENTITY a "b">]>'
SOUND: dict[str, Callable[[], bytes]] = {
    "odt": lambda: odt(p("甲") + listed(p("乙"))),
    "epub": lambda: epub({"a.xhtml": "<p>甲</p><p>乙</p>"}),
    "ofd": lambda: ofd(line(20, 20, "甲") + line(20, 40, "乙")),
}
#: The part of each format that holds the text or names it.
MAIN = {"odt": "content.xml", "epub": "OEBPS/content.opf", "ofd": "Doc_0/Document.xml"}


def changed(kind: str, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a sound file with one part changed."""
    with zipfile.ZipFile(BytesIO(SOUND[kind]())) as archive:
        contents = {entry: archive.read(entry) for entry in archive.namelist()}
    contents[name] = change(contents[name])
    return packed(contents)


def refusal(data: bytes, kind: str) -> str:
    with pytest.raises(DataError) as caught:
        read_file(data, f"a.{kind}", None)
    assert "\n" not in str(caught.value)
    return caught.value.message


@pytest.mark.parametrize("kind", SOUND)
def test_x19_truncated_and_damaged_files_are_refused_or_read(kind: str) -> None:
    data, chance = SOUND[kind](), random.Random(kind)
    for end in range(0, len(data), 5):
        assert refusal(data[:end], kind) == f"不是完好的 .{kind} 文件"
        damaged = bytearray(data)
        damaged[end] = chance.randrange(256)
        with suppress(HuijiError):
            read_file(bytes(damaged), f"a.{kind}", None)


@pytest.mark.parametrize("kind", SOUND)
def test_x18_a_doctype_is_refused_in_every_encoding(kind: str) -> None:
    def head(encoding: str) -> Callable[[bytes], bytes]:
        declared = f'<?xml version="1.0" encoding="{encoding}"?>{DOCTYPE}'
        return lambda part: (declared + part.decode()).encode(encoding)

    for encoding in ("utf-8", "utf-16", "latin-1"):
        if encoding != "latin-1" or kind != "odt":  # its text does not fit
            data = changed(kind, MAIN[kind], head(encoding))
            assert refusal(data, kind) == f".{kind} 文件里有不该有的 XML"


@pytest.mark.parametrize("kind", SOUND)
def test_x18_depth_and_elements_are_limited(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def with_inner(inner: bytes) -> bytes:
        return changed(
            kind, MAIN[kind], lambda part: part[: part.rindex(b"</")] + inner + part[part.rindex(b"</") :]
        )

    assert refusal(with_inner(b"<x>" * 2000 + b"</x>" * 2000), kind) == "嵌套超过 1000 层"
    monkeypatch.setattr("tui.convert.formats.archive.MAX_NODES", 100)
    assert refusal(with_inner(b"<x/>" * 101), kind) == "解开后超过 0 万个元素"


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "odt-spaces": (lambda: changed("odt", "content.xml", lambda part: part + b" " * 70 * MIB), "超过 64 MiB"),
    "odt-space-elements": (lambda: odt(p('<text:s text:c="9999"/>' * 400_000)), "超过 64 MiB"),
    "odt-lists": (lambda: odt("<text:list/>" * 70_000), "编号列表超过"),
    "odt-styles": (lambda: odt("", "<style:style/>" * 70_000), "样式超过"),
    "odt-shapes": (lambda: odt("<text:p>甲" * 900 + "</text:p>" * 900), "900"),
    "odt-notes": (lambda: odt(p(("<text:note><text:note-body>" + p("甲") + "</text:note-body></text:note>") * 50_000)), "text"),
    "odt-numbers": (
        lambda: odt(
            listed(*[p("甲")] * 30_000),
            '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"'
            f' style:num-prefix="{"x" * 50_000}"/></text:list-style>',
        ),
        "text",
    ),
    "epub-page": (lambda: epub({"a.xhtml": "<p>" + " " * 70 * MIB}), "超过 64 MiB"),
    "epub-items": (
        lambda: packed({
            "META-INF/container.xml": CONTAINER.format("p.opf"),
            "p.opf": '<package xmlns="http://www.idpf.org/2007/opf"><item id="a" href="a" media-type="text/html"/>' + '<itemref idref="a"/>' * 90_000 + "</package>",
        }),
        "超过 10000 页",
    ),
    "ofd-page-many-times": (
        lambda: packed({
            **parts(["甲" * 10 * MIB]),
            "Doc_0/Document.xml": '<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016">' + '<ofd:Page BaseLoc="Pages/Page_0/Content.xml"/>' * 1000 + "</ofd:Document>",
        }),
        "超过 64 MiB",
    ),
    "ofd-text": (lambda: ofd(line(0, 0, "甲" * 5 * MIB)), "万字"),
    "ofd-distances": (lambda: ofd("".join(line(20, 20, "甲乙", 'DeltaX="g 999999999 1"') for _ in range(5_000))), "text"),
}  # fmt: skip


#: Bombs whose limit another one reaches too, or that take seconds to pack.
_SLOW = ("odt-space-elements", "odt-notes", "odt-numbers", "ofd-page-many-times")


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, id=f"X18-{name}", marks=pytest.mark.slow if name in _SLOW else ()) for name in BOMBS],
)
def test_a_bomb_gives_a_one_line_error_or_a_text_in_limited_memory(name: str, tmp_path: Path) -> None:
    make, expected = BOMBS[name]
    path = tmp_path / f"a.{name.partition('-')[0]}"
    path.write_bytes(make())
    said = read_in_limited_memory(path)
    assert said.isdigit() if expected in ("text", "900") else expected in said
