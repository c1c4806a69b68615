"""Text shown to people is in the message catalogue; what Chinese is left in the code is linguistic data."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.messages import chinese_constants
from tests.support.samples import ROOT

FILES = [path for name in ("metrics", "search") for path in sorted((ROOT / "tui" / name).rglob("*.py"))]
#: Functions in which Chinese words are compared with text, or are part of numerals.
LINGUISTIC = {
    "forms/chinese.py": {"_counted", "_fewest", "_is_figure", "_per_hundred"},
    "forms/lists.py": {"_bare_numbers"},
    "forms/numerals.py": {"numeral_values"},
    "forms/ranks.py": {"ranks"},
    "metrics/amounts.py": {"conversions", "scaled"},
    "metrics/comparison.py": {"_keeping_pace"},
    "metrics/name_before.py": {"name_before"},
    "metrics/name_clause_before.py": {"measure_of_the_clause_before"},
    "metrics/name_core.py": {"_without_examples", "core_of"},
    "metrics/name_lists.py": {"_in_town_and_country", "_measure_of_sort", "listed"},
    "metrics/name_owners.py": {"added_value_of_an_industry", "share_of_the_one_before"},
    "metrics/naming.py": {"_thing_counted"},
    "metrics/ranks.py": {"split_rank"},
    "metrics/remarks.py": {"_said_at_the_head", "remarks_of"},
    "metrics/times.py": {"clock_of"},
    "search/query.py": {"_other_numbers"},
}


def chinese_in_functions(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the name of a function and a Chinese string in it; tables and patterns of a module are data."""
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef):
            for text in chinese_constants(ast.unparse(function)):
                yield function.name, text


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_functions_hold_no_text_for_people(path: Path) -> None:
    allowed = LINGUISTIC.get(f"{path.parent.name}/{path.name}", set())
    found = list(chinese_in_functions(path))
    assert [each for each in found if each[0] not in allowed] == []
    assert allowed == {name for name, _ in found}
