"""Each rule of the tables decides its example."""

from __future__ import annotations

import pytest

from tests.support.samples import report_of
from tui.metrics.candidates import Candidate
from tui.metrics.measures import MEASURE_RULES, MeasureRule
from tui.metrics.naming import DESCRIPTION_RULE, NAME_RULES, SKIP_RULES, NameRule, SkipRule
from tui.metrics.pair_rules import PAIR_RULES, PairRule, deciding_rule
from tui.metrics.pairing import PairFinder
from tui.metrics.period import PART_RULES, PartRule, period_of
from tui.metrics.quantity import FORMS, Form, quantities_in
from tui.metrics.sides import ACTION_RULES, ActionRule, core_of
from tui.metrics.status import (
    BACKGROUND_RULES,
    STATUS_RULES,
    BackgroundRule,
    Statement,
    StatusRule,
    background_rule,
)
from tui.metrics.tense import CLAUSE_RULES, WORDING_RULES, ClauseRule, WordingRule, tense_of_clause
from tui.report.model import Metric, Report

#: Makes a report as long as others are, so that characters that occur twice are rare ones.
FILLER = "。".join(chr(code) for code in range(0x8000, 0x8F00))


def report(done: str, planned: str = "要抓好落实。") -> Report:
    return report_of(
        "政府工作报告\n——2024年1月22日在某区会议上\n各位代表:\n"
        f"一、2023年工作回顾\n{done}\n{FILLER}。\n二、2024年工作安排\n{planned}\n"
    )


def first_metric(done: str) -> Metric:
    return report(done).metrics[0]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example[1])
def test_forms_of_quantities(form: Form) -> None:
    text, quote = form.example
    (quantity,) = quantities_in(text)
    assert quantity in list(form.find(text))
    assert text[quantity.start : quantity.end] == quote


@pytest.mark.parametrize("rule", MEASURE_RULES, ids=lambda rule: rule.measure)
def test_measures(rule: MeasureRule) -> None:
    assert first_metric(rule.example).measure == rule.measure


@pytest.mark.parametrize("rule", STATUS_RULES, ids=lambda rule: rule.example)
def test_statuses(rule: StatusRule) -> None:
    assert first_metric(rule.example).status == rule.status


@pytest.mark.parametrize("rule", BACKGROUND_RULES, ids=lambda rule: rule.example)
def test_sizes_and_limits_that_only_identify_a_thing(rule: BackgroundRule) -> None:
    quantity = next(quantities_in(rule.example))
    statement = Statement(quantity, rule.example[: quantity.start], rule.example[quantity.end :])
    assert background_rule(statement) is rule
    assert first_metric(rule.example).status == "background"


@pytest.mark.parametrize("rule", NAME_RULES, ids=lambda rule: rule.example[0])
def test_names(rule: NameRule) -> None:
    text, name = rule.example
    quantity = next(quantities_in(text))
    before = text[: quantity.start]
    assert next(other for other in NAME_RULES if other.find(text, quantity, before) is not None) is rule
    assert rule.find(text, quantity, before) == name


@pytest.mark.parametrize("rule", [*SKIP_RULES, DESCRIPTION_RULE], ids=lambda rule: rule.example[0])
def test_text_between_a_number_and_its_name_is_skipped(rule: SkipRule) -> None:
    text, name = rule.example
    assert rule.pattern.search(text)
    assert first_metric(text).indicator == name


@pytest.mark.parametrize("rule", PART_RULES, ids=lambda rule: rule.example[1])
def test_periods(rule: PartRule) -> None:
    clause, period = rule.example
    assert rule.pattern.search(clause)
    assert period_of(clause, 2023) == period


@pytest.mark.parametrize("rule", WORDING_RULES, ids=lambda rule: rule.example)
def test_wording_of_paragraphs(rule: WordingRule) -> None:
    assert [len(other.pattern.findall(rule.example)) for other in WORDING_RULES] == [
        int(other is rule) for other in WORDING_RULES
    ]


@pytest.mark.parametrize("rule", CLAUSE_RULES, ids=lambda rule: rule.example)
def test_words_of_a_clause_that_say_when(rule: ClauseRule) -> None:
    tense, words = tense_of_clause(rule.example, rule.around, 2024)
    assert (tense, bool(words)) == (rule.tense, True)
    assert tense_of_clause(rule.example, rule.tense, 2024) == (rule.tense, "")


def test_year_before_the_planned_one_says_that_a_clause_is_of_the_past() -> None:
    assert tense_of_clause("2023年增长5%", "plan", 2024) == ("past", "2023年")
    assert tense_of_clause("2024年增长5%", "plan", 2024) == ("plan", "")


@pytest.mark.parametrize("rule", ACTION_RULES, ids=lambda rule: rule.kind)
def test_actions_are_no_part_of_the_core_of_a_name(rule: ActionRule) -> None:
    name, core = rule.example
    assert core_of(name) == (core, rule.kind)


@pytest.mark.parametrize("rule", PAIR_RULES, ids=lambda rule: rule.example[0])
def test_pairs(rule: PairRule) -> None:
    done, planned, comparable = rule.example
    finder = PairFinder(report(done, planned))
    (actual,), (target,) = finder.actuals, finder.targets
    decided_by, judgement = deciding_rule(Candidate(actual, target), finder.vocabulary)
    assert decided_by is rule
    assert judgement.comparable == comparable
    assert [pair.comparable for pair in finder.find()] == ([comparable] if comparable else [])
