"""Which changes make what a library keeps old."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import tui
from tui.library import rules


@pytest.mark.parametrize(
    ("changed", "is_linked_again"),
    [("messages/promises.py", True), ("promises/linking.py", True), ("messages/cli.py", False)],
)
def test_links_are_made_again_where_rules_or_the_notes_they_keep_have_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str, is_linked_again: bool
) -> None:
    copy = tmp_path / "tui"
    shutil.copytree(Path(tui.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__", "content"))
    monkeypatch.setattr(rules, "__file__", str(copy / "library" / "rules.py"))
    rules.link_rules_version.cache_clear()
    before = rules.link_rules_version()
    with (copy / changed).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    rules.link_rules_version.cache_clear()
    assert (rules.link_rules_version() != before) == is_linked_again
    rules.link_rules_version.cache_clear()
