"""Text shown on the screen stands in the message catalogue only."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui

PACKAGE = Path(tui.__file__).parent
FILES = [
    *sorted((PACKAGE / "screens").glob("*.py")),
    *sorted((PACKAGE / "keys").glob("*.py")),
    *(PACKAGE / name for name in ("app.py", "key_routing.py", "session.py", "session_opener.py")),
]
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def chinese_constants(source: str) -> Iterator[str]:
    """Yield the string constants with Chinese characters that are no docstrings."""
    tree = ast.parse(source)
    docstrings = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in docstrings)
    for constant in constants:
        if isinstance(constant.value, str) and _CHINESE.search(constant.value):
            yield constant.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_text_stands_outside_the_catalogue(path: Path) -> None:
    assert list(chinese_constants(path.read_text(encoding="utf-8"))) == []


def test_the_scan_finds_texts_and_passes_over_docstrings() -> None:
    source = '"""说明。"""\n#: 注释\nNAME = "名称"\n\ndef say(n: int) -> str:\n    """说明。"""\n    return f"第 {n} 章"\n'
    assert list(chinese_constants(source)) == ["名称", "第 ", " 章"]
