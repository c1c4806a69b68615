"""Text shown on the screen stands in the message catalogue only."""

from __future__ import annotations

from pathlib import Path

import pytest

import tui
from tests.support.messages import chinese_constants

PACKAGE = Path(tui.__file__).parent
FILES = [
    *sorted((PACKAGE / "screens").glob("*.py")),
    *sorted((PACKAGE / "keys").glob("*.py")),
    *(PACKAGE / name for name in ("app.py", "key_routing.py", "session.py", "session_opener.py")),
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_text_stands_outside_the_catalogue(path: Path) -> None:
    assert list(chinese_constants(path.read_text(encoding="utf-8"))) == []
