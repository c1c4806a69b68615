"""Every match of a pattern holds its literals."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from tui.library.literals import literals_of


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        ("低空.{0,3}产业", ["低空", "产业"]),
        ("低空经?济", ["低空", "济"]),
        ("低空*", ["低"]),
        ("低{2}空", ["空"]),
        ("低空+经济", ["低空", "经济"]),
        ("低空|高空", []),
        ("(低空)?经济", []),
        ("[低高]空", []),
        (r"低空\d", []),
        ("低空(?#经济)", []),
        ("PM2.5浓度", ["浓度"]),
    ],
)
def test_what_a_pattern_always_holds(pattern: str, literals: list[str]) -> None:
    assert literals_of(pattern) == literals


@given(
    st.text(st.sampled_from("低空经济.?*+{}2,|()[]^$"), max_size=8),
    st.text(st.sampled_from("低空经济2"), max_size=20),
)
def test_every_match_holds_them(pattern: str, text: str) -> None:
    try:
        found = regex.search(pattern, text, timeout=1)
    except (regex.error, TimeoutError):
        return
    if found:
        assert all(literal in found[0] for literal in literals_of(pattern))
