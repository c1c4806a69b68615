"""What a metric is compared by: totals and increases, limits, stages and sizes."""

from __future__ import annotations

import pytest

from tests.support.samples import report_of
from tui.links.sides import DISTINCTIONS, STAGES, Side


def side(sentence: str, index: int = 0) -> Side:
    report = report_of(
        f"政府工作报告\n——2024年1月22日在某区会议上\n各位代表:\n一、2023年工作回顾\n{sentence}\n"
    )
    return Side(report.metrics[index], report.text)


@pytest.mark.parametrize(
    ("sentence", "total", "added"),
    [
        ("高新技术企业达到1200家。", True, False),
        ("高新技术企业总数突破1200家。", True, False),
        ("新增高新技术企业达到20家。", False, True),
        ("新建公园5个。", False, True),
        ("高新技术企业20家。", False, False),
        ("进出口总额达到30亿元。", False, False),
        ("投资增长6%。", False, False),
    ],
)
def test_totals_are_told_from_increases(sentence: str, total: bool, added: bool) -> None:
    assert (side(sentence).is_total, side(sentence).is_added) == (total, added)


@pytest.mark.parametrize(
    ("sentence", "index", "limits"),
    [
        ("引进50亿元以上项目5个。", -1, {"50亿"}),
        ("培育超百亿元企业3家。", -1, {"百亿"}),
        ("打造千亿级产业集群2个。", -1, {"千亿"}),
        ("建成公园5个以上。", -1, set()),
        ("499个市重点项目完成投资超900亿元。", 0, set()),
        ("签约亿元以上项目50个，到位资金210亿元。", -1, set()),
        ("签约亿元以上项目50个，总投资210亿元。", -1, {"亿"}),
        ("引进10亿元以上项目9个、公园5个。", -1, set()),
    ],
)
def test_limits_tell_which_things_are_counted(sentence: str, index: int, limits: set[str]) -> None:
    assert side(sentence, index).limits == limits


@pytest.mark.parametrize(("stage", "_", "name"), STAGES)
def test_words_tell_how_far_a_thing_is(stage: str, _: str, name: str) -> None:
    assert side(f"{name}5项。").stages == {stage}


@pytest.mark.parametrize(("_", "one", "other"), DISTINCTIONS)
def test_words_make_another_thing_of_a_name(_: str, one: str, other: str) -> None:
    assert side(f"{one}增长5%。").distinctions != side(f"{other}增长5%。").distinctions


@pytest.mark.parametrize(
    ("sentence", "size"),
    [
        ("100万吨乙烯项目前期工作完成。", True),
        ("10万吨级航道建成。", True),
        ("粮食产量100万吨。", False),
        ("新建5个公园。", False),
    ],
)
def test_a_size_tells_which_plant_is_meant(sentence: str, size: bool) -> None:
    assert side(sentence).is_size is size
