"""Text shown to people is in tui/messages only."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui

PACKAGE = Path(tui.__file__).parent
#: Marks and units of Chinese typesetting; names of themes, which settings keep.
LINGUISTIC_DATA = {"typeset/wrap.py", "typeset/full_width.py", "themes.py"}
FILES = [
    *sorted((PACKAGE / "widgets").glob("*.py")),
    *sorted((PACKAGE / "typeset").glob("*.py")),
    PACKAGE / "themes.py",
]


def _texts(tree: ast.AST) -> Iterator[str]:
    """String constants that are no docstrings."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_chinese_text_outside_of_messages(path: Path) -> None:
    if path.relative_to(PACKAGE).as_posix() not in LINGUISTIC_DATA:
        texts = _texts(ast.parse(path.read_text(encoding="utf-8")))
        assert [text for text in texts if re.search("[\u4e00-\u9fff]", text)] == []
