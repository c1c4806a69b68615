"""How likely two metrics of one report are a pair: each sign, and what is shown for it."""

from __future__ import annotations

import pytest

from tests.links.test_pairing import pairs
from tui.links.likelihood import LIKELY_PAIR, Signs, likelihood

SURE = Signs(
    score=2.5,
    ahead=2.0,
    apart=0.1,
    apart_in_other_units=0.0,
    amount=1.0,
    same_value=0.0,
    same_stage=1.0,
    neighbours=0.0,
    near=0.0,
)


@pytest.mark.parametrize(
    ("sign", "value"),
    [
        ("score", -1.0),
        ("ahead", -2.0),
        ("apart", 1.0),
        ("apart_in_other_units", 0.8),
        ("amount", 0.0),
        ("same_value", 0.6),
        ("same_stage", 0.0),
    ],
)
def test_each_sign_makes_a_pair_less_likely(sign: str, value: float) -> None:
    assert likelihood(SURE._replace(**{sign: value})) < likelihood(SURE)
    assert likelihood(SURE) > LIKELY_PAIR


@pytest.mark.parametrize("sign", ["neighbours", "near"])
def test_neighbours_and_near_indicators_make_a_pair_likelier(sign: str) -> None:
    assert likelihood(SURE._replace(**{sign: 1.0})) > likelihood(SURE)


@pytest.mark.parametrize(
    ("done", "planned", "expected"),
    [
        # Names that say nearly the same, however far apart the amounts are.
        ("新建、改造停车位3028个。", "新增城市停车泊位600个。", [("3028个", "600个")]),
        # Names without a character in common, though one stands where the other is told of.
        ("储备工业熟地5200亩，承载能力大幅提升。", "储备工业熟地，新增承载能力3平方公里。", []),
        # Of several that go together, the pair that goes together best.
        (
            "整治湘江入河排污口188个，整治黑臭水体20处。",
            "完成136个入河排污口规范化建设。",
            [("188个", "136个")],
        ),
    ],
)
def test_likely_pairs(done: str, planned: str, expected: list[tuple[str, str]]) -> None:
    found = pairs(done, planned)
    assert [(actual, target) for actual, target, _, _ in found] == expected
    assert {comparable for _, _, comparable, _ in found} <= {"loose"}
