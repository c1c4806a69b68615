"""Reading, converting and checking reports take their texts from the message catalogue."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.samples import ROOT

PACKAGES = ("report", "outline_file", "library", "convert")
#: Modules whose Chinese is linguistic data: patterns, numerals, examples of rules.
DATA = {
    "report/grammar.py", "report/numerals.py", "convert/appendices.py", "convert/chapter_names.py",
    "convert/doubts/chapters.py", "convert/doubts/finished.py", "convert/doubts/nodes.py", "convert/doubts/text.py", "convert/doubts/wrapped.py", "convert/run_on.py",
    "convert/front/dates.py", "convert/front/file_name.py", "convert/front/lines.py", "convert/front/organisation.py",
    "convert/front/speaker.py", "convert/front/titles.py", "convert/front/years.py", "convert/heading_ends.py", "convert/headings.py", "convert/hidden.py",
    "convert/levels.py", "library/divisions.py", "library/filters.py", "library/identity.py", "library/neighbours.py", "library/stated.py", "convert/paragraphs.py", "convert/repair.py", "convert/repairs/joining.py",
    "convert/repairs/one_paragraph.py", "convert/repairs/page_numbers.py", "convert/topics.py", "convert/inline_items.py",
    "convert/inline_topics.py", "convert/continuations.py", "convert/decode.py", "convert/formats/odt_styles.py",
    "convert/lone_topics.py", "convert/wrap_ups.py", "convert/wrap_up_openings.py", "convert/repairs/marks.py", "convert/repairs/line_wraps.py",
}  # fmt: skip
#: Other linguistic data: words of titles and names, marks behind a number.
WORDS = {"政府工作报告", "人民政府", "政府", "工作报告", ".．、，,是要)） "}
FILES = sorted(path for name in PACKAGES for path in (ROOT / "tui" / name).rglob("*.py"))


def chinese_constants(path: Path) -> Iterator[str]:
    """Yield the string constants of a module that hold Chinese characters, without docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }  # fmt: skip
    for node in ast.walk(tree):
        value = node.value if isinstance(node, ast.Constant) and id(node) not in docstrings else None
        if isinstance(value, str) and re.search("[\u4e00-\u9fff]", value):
            yield value


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT / "tui")))
def test_texts_for_people_are_in_the_catalogue(path: Path) -> None:
    if str(path.relative_to(ROOT / "tui")) not in DATA and path.name != "errors.py":
        assert set(chinese_constants(path)) <= WORDS


def test_modules_of_linguistic_data_exist_and_hold_some() -> None:
    for name in DATA:
        assert any(chinese_constants(ROOT / "tui" / name)), name
