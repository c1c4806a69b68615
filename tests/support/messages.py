"""Find user-facing text outside the message catalogue."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def chinese_constants(source: str) -> Iterator[str]:
    """Yield the string constants with Chinese characters that are not docstrings."""
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
