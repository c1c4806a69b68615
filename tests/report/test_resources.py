"""Reading the files of ``content/``."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

import tui
from tests.support.samples import CONTENT
from tui.report.resources import BUILT_IN, read_content, read_resource


def test_the_built_in_report_is_beside_the_package() -> None:
    assert read_content(BUILT_IN) == (CONTENT / "huiji-2024.yaml").read_bytes()


def test_resources_are_in_the_package() -> None:
    assert read_resource("tui.tcss") == (Path(tui.__file__).parent / "tui.tcss").read_text(encoding="utf-8")


def test_the_package_is_searched_first_and_a_missing_file_is_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def get_data(path: str) -> bytes:
        asked.append(path)
        raise OSError

    monkeypatch.setattr(tui, "__spec__", SimpleNamespace(loader=SimpleNamespace(get_data=get_data)))
    package = Path(tui.__file__).parent
    with pytest.raises(FileNotFoundError) as caught:
        read_content("x.txt")
    assert asked == [str(package / "content" / "x.txt"), str(package.parent / "content" / "x.txt")]
    assert str(caught.value) == asked[-1]
