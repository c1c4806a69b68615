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
    "amounts.py": {"scaled", "conversions"},
    "chinese.py": {"_per_hundred", "_counted", "_is_figure", "_fewest"},
    "comparison.py": {"_keeping_pace"},
    "extract.py": {"_metric"},
    "lists.py": {"_bare_numbers"},
    "numerals.py": {"numeral_values"},
    "name_before.py": {"name_before"},
    "name_completion.py": {
        "_measure_of_the_clause_before",
        "_share_of_the_one_before",
        "_amount_of_a_thing",
        "_industry",
    },
    "name_core.py": {"core_of", "_without_examples", "kinds_agree", "meaning_of"},
    "name_lists.py": {"listed", "_in_town_and_country", "_measure_of_sort", "_with_shared_measure"},
    "named.py": {"_name_respectively"},
    "naming.py": {"_thing_of_size", "_thing_counted", "_with_what_precedes"},
    "period.py": {"_half_year", "_in_tense", "_as_text"},
    "ranks.py": {"ranks", "split_rank"},
    "remarks.py": {"remarks_of", "_said_at_the_head"},
    "sides.py": {"scopes", "_segment", "is_size"},
    "tense.py": {"tense_of_clause", "_points"},
    "times.py": {"clock_of", "_years_in"},
    "query.py": {"_other_numbers"},
}


def chinese_in_functions(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the name of a function and a Chinese string in it; tables and patterns of a module are data."""
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef):
            for text in chinese_constants(ast.unparse(function)):
                yield function.name, text


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_functions_hold_no_text_for_people(path: Path) -> None:
    allowed = LINGUISTIC.get(path.name, set())
    assert [found for found in chinese_in_functions(path) if found[0] not in allowed] == []
