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
    "amounts.py": {"conversions", "scaled"},
    "comparison.py": {"_keeping_pace", "_scaled", "conversions"},
    "extract.py": {"_metric"},
    "name_core.py": {"_without_examples", "core_of", "kinds_agree", "meaning_of"},
    "named.py": {"_name_respectively"},
    "naming.py": {"_thing_counted", "_thing_of_size", "_up_to_verb", "_with_what_precedes", "own_name"},
    "ranks.py": {"ranks", "split_rank"},
    "chinese.py": {"_counted", "_fewest", "_is_figure", "_per_hundred"},
    "numerals.py": {"numeral_values"},
    "lists.py": {"_bare_numbers"},
    "parts_of_year.py": {"_half_year"},
    "period.py": {"_as_text", "_in_tense", "period_of"},
    "quantity.py": {"_chinese_value"},
    "sides.py": {"_segment", "context", "core_of", "is_size", "scopes"},
    "scopes.py": {"_headed_span"},
    "name_before.py": {"name_before"},
    "name_clause_before.py": {"measure_of_the_clause_before"},
    "name_owners.py": {"added_value_of_an_industry", "share_of_the_one_before"},
    "name_lists.py": {"_in_town_and_country", "_measure_of_sort", "_with_shared_measure", "listed"},
    "remarks.py": {"_said_at_the_head", "remarks_of"},
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
