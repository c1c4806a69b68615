"""The files a soak test opens: valid ones of several formats, a long one, and damaged ones."""

from __future__ import annotations

import os
import random
import zipfile
from pathlib import Path

from tests.support.samples import SMALL

#: Opened before memory is measured, so that both measurements are made in the same state.
REFERENCE = "参照.txt"
_WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def make_folder(folder: Path, chance: random.Random) -> list[str]:
    """Write the files; return their names."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / REFERENCE).write_text(SMALL, encoding="utf-8")
    (folder / "乙.txt").write_text(SMALL.replace("年", "度"), encoding="gb18030")
    (folder / "长.txt").write_text("一、工作回顾\n" + SMALL * 60, encoding="utf-8")
    (folder / "页.html").write_text(
        "<html><body>" + "".join(f"<p>{line}</p>" for line in SMALL.split("\n")) + "</body></html>",
        encoding="utf-8",
    )
    (folder / "文.docx").write_bytes(b"")
    _write_docx(folder / "文.docx")
    (folder / "坏.txt").write_bytes(b"\x00\x01" * 500)
    (folder / "坏.docx").write_bytes(bytes(chance.randrange(256) for _ in range(3000)))
    (folder / "坏.yaml").write_text("report: [", encoding="utf-8")
    (folder / "空.txt").write_bytes(b"")
    os.mkfifo(folder / "管.txt")
    return sorted(path.name for path in folder.iterdir())


def _write_docx(path: Path) -> None:
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in SMALL.split("\n"))
    document = f'<w:document xmlns:w="{_WORD_NAMESPACE}"><w:body>{paragraphs}</w:body></w:document>'
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("word/document.xml", document)
