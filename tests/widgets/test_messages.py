"""Text shown to people is in tui/messages only."""

from __future__ import annotations

from pathlib import Path

import pytest

import tui
from tests.support.messages import chinese_constants

PACKAGE = Path(tui.__file__).parent
#: Units and marks of Chinese typesetting; names of themes, which settings keep.
LINGUISTIC_DATA = {"wrap.py", "full_width.py", "themes.py"}
FILES = [
    path for name in ("widgets/*.py", "typeset/*.py", "themes.py") for path in sorted(PACKAGE.glob(name))
]


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.name not in LINGUISTIC_DATA], ids=lambda path: path.name
)
def test_no_chinese_text_outside_of_messages(path: Path) -> None:
    assert list(chinese_constants(path.read_text(encoding="utf-8"))) == []
