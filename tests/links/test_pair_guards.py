"""The table of rules for pairs of one report: each example is one of its rule, and no pair."""

from __future__ import annotations

import pytest

from tests.links.test_pairing import report
from tui.links.guards import Guard
from tui.links.pair_guards import PAIR_GUARDS
from tui.links.pairing import PairFinder


@pytest.mark.parametrize(("rule", "planned", "done"), PAIR_GUARDS)
def test_what_is_no_pair(rule: Guard, planned: str, done: str) -> None:
    finder = PairFinder(report(done, planned))
    assert rule(finder.targets[0], finder.actuals[0])
    assert not finder.find()
