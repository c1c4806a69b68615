"""The README: its keys, screen picture and transcripts match the program. ``WRITE_README=1`` updates them."""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
from pathlib import Path

import pytest

from tests.support.pilot import Driven, drive
from tests.support.promises import write_reports
from tests.support.samples import ROOT
from tui.cli.main import run
from tui.cli.parser import PARSERS
from tui.keys.commands import PANES
from tui.keys.table import Keymap
from tui.library.library import Library

README = ROOT / "README.md"


def compare(begin: str, end: str, wanted: str) -> None:
    """Check that the text between two marks of the README is as wanted, or rewrite it."""
    text = README.read_text(encoding="utf-8")
    head, rest = text.split(begin, 1)
    found, tail = rest.split(end, 1)
    if os.environ.get("WRITE_README"):
        README.write_text(head + begin + wanted + end + tail, encoding="utf-8")
    else:
        assert found == wanted


def test_the_keys_are_those_that_are_bound() -> None:
    keymap = Keymap()
    groups = [(PANES[pane].name, keymap.rows(pane)) for pane in PANES]
    lines = ["", "| where | keys | what |", "|---|---|---|"]
    for name, keys in groups:
        for shown, what in keys:
            keys_shown = shown.replace("|", "\\|")  # it would end the cell, even between backticks
            lines.append(f"| {name} | `{keys_shown}` | {what} |")
            name = ""
    compare(
        "<!-- keys: made from the bindings; a test compares -->",
        "<!-- end of keys -->",
        "\n".join(lines) + "\n",
    )


def test_the_picture_is_the_screen() -> None:
    async def look(app: Driven) -> None:
        await app.press("slash", "高质量发展", "enter", "n", "n")
        compare("pressing `n` twice:\n\n```\n", "\n```\n", app.text)

    drive(look, size=(120, 24))


def transcripts() -> list[tuple[str, str]]:
    blocks = re.findall(r"```console\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    return re.findall(r"^\$ huiji-tui (.*)\n((?:(?!\$ ).*\n)*)", "".join(blocks), re.MULTILINE)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of two reports of 青川县, which transcripts are of that name the place."""
    folder = tmp_path_factory.mktemp("library")
    with Library(folder / "library.db", write=True) as made:
        list(made.add(write_reports(folder, years=(2022, 2023))))
    return folder / "library.db"


@pytest.mark.parametrize(("words", "printed"), transcripts())
def test_the_transcripts_are_what_is_printed(
    words: str,
    printed: str,
    library: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("HUIJI_LIBRARY", str(library))
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    run(shlex.split(words), lambda *_: 0)
    out = capsys.readouterr().out
    if os.environ.get("WRITE_README"):
        text = README.read_text(encoding="utf-8")
        README.write_text(
            text.replace(f"$ huiji-tui {words}\n{printed}", f"$ huiji-tui {words}\n{out}"), encoding="utf-8"
        )
    else:
        assert out == printed


def test_every_command_is_told_of() -> None:
    text = README.read_text(encoding="utf-8")
    for name in PARSERS:
        assert re.search(rf"^\| `{name}[ `]", text, re.MULTILINE)
