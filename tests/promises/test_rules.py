"""Tables of rules: each example is one of its rule."""

from __future__ import annotations

import pytest

from tests.promises.small import plan, results
from tui.links.contexts import MetricContext
from tui.links.doubts import DOUBTS
from tui.links.guards import GUARDS, Guard, rules_out
from tui.promises.differences import DIFFERENCES, Rule
from tui.promises.leftovers import RULES, holds
from tui.promises.leftovers import Rule as LeftoverRule
from tui.promises.linking import Linker


def contexts(promised: str, told: str) -> tuple[MetricContext, MetricContext]:
    """Return the first target and the first actual that are parts of something, else the first of all."""
    linker = Linker(plan(promised), results(told))
    return _first_part(linker.contexts), _first_part(linker.actuals)


def _first_part(contexts: list[MetricContext]) -> MetricContext:
    return next((context for context in contexts if context.metric.part_of), contexts[0])


@pytest.mark.parametrize(("rule", "promised", "told"), [*GUARDS, *DOUBTS])
def test_examples_of_guards(rule: Guard, promised: str, told: str) -> None:
    assert rule(*contexts(promised, told))


@pytest.mark.parametrize(("rule", "promised", "told"), GUARDS)
def test_a_guard_rules_a_link_out(rule: Guard, promised: str, told: str) -> None:
    assert rules_out(*contexts(promised, told))


@pytest.mark.parametrize(("rule", "promised", "told"), DIFFERENCES)
def test_examples_of_differences(rule: Rule, promised: str, told: str) -> None:
    assert rule(*contexts(promised, told))


@pytest.mark.parametrize(("rule", "promised", "told"), RULES)
def test_examples_of_leftovers(rule: LeftoverRule, promised: str, told: str) -> None:
    linker = Linker(plan(promised), results(told))
    link = linker.links()[0]
    assert holds(rule, link, linker.contexts[link.target], linker.actuals[link.actual])


@pytest.mark.parametrize(("rule", "promised", "told"), [*GUARDS, *DOUBTS, *DIFFERENCES])
def test_no_rule_speaks_against_a_target_that_is_repeated(
    rule: Guard | Rule, promised: str, told: str
) -> None:
    assert not rule(*contexts(promised, promised))
