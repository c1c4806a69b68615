"""Text of the command line, the terminal, state and workers is in the message catalogue only."""

from __future__ import annotations

from pathlib import Path

import pytest

import tui
from tests.support.messages import chinese_constants

PACKAGE = Path(tui.__file__).parent
PATTERNS = ("cli/*.py", "terminal/*.py", "state/*.py", "workers/*.py", "__main__.py", "prerender.py", "report/errors.py")  # fmt: skip
FILES = [
    path.relative_to(PACKAGE).as_posix() for pattern in PATTERNS for path in sorted(PACKAGE.glob(pattern))
]


@pytest.mark.parametrize("name", FILES)
def test_all_text_is_in_the_catalogue(name: str) -> None:
    assert list(chinese_constants((PACKAGE / name).read_text(encoding="utf-8"))) == []


def test_docstrings_are_not_taken_for_text() -> None:
    source = (
        '"""说明。"""\nNAME = "名称"\n\ndef say(n: int) -> str:\n    """说明。"""\n    return f"第 {n} 章"\n'
    )
    assert list(chinese_constants(source)) == ["名称", "第 ", " 章"]
