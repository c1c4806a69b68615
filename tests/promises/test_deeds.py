"""Which sentences say that all deeds of a list were done, and which promises stand among such deeds."""

from __future__ import annotations

import pytest

from tests.promises.small import linked
from tui.promises.deeds import says_all_done


@pytest.mark.parametrize(
    "sentence",
    [
        "完成十大重点民生实事。",
        "15件重点民生实事完成年度任务，",
        "省市重点民生实事超额完成。",
        "“十件实事”全面完成。",
        "37件省市实事全面或超额完成。",
        "超额完成年度为民办实事任务。",
        "43件民生实事高标准完成。",
        "10大类52项民生实事全部超额完成。",
        "10项民生实事人大票决项目全面完成。",
        "我们承诺的十件民生实事，已全部兑现。",
        "12项重点民生实事落地见效。",
        "民生工程任务完成。",
        "为群众办好的“10件实事”全部得到落实。",
    ],
)
def test_all_deeds_were_done(sentence: str) -> None:
    assert says_all_done(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "确保完成10件民生实事。",
        "完成10件民生实事中的9件。",
        "完成民生实事任务的90%。",
        "扎实推进10件民生实事。",
        "市十件惠民实事投入36.37亿元，完成年度投资计划的102.3%。",
        "十件实事涉及的52项具体工作中，有2项未能完成年度目标。",
        "办成了一批民生实事。",
    ],
)
def test_not_all_deeds_were_done(sentence: str) -> None:
    assert not says_all_done(sentence)


def test_a_section_whose_heading_names_deeds_holds_them() -> None:
    promised = "（一）实施民生工程\n新建标准化养鸡场30个。\n（二）加快发展\n新建标准化养猪场20个。"
    verdicts = [promise.verdict for promise in linked(promised, "全市民生工程任务完成。")]
    assert verdicts == ["blanket", "not_mentioned"]


def test_an_annex_whose_heading_names_deeds_holds_them() -> None:
    annex = "\n各位代表！让我们为实现目标而努力奋斗！\n附：2023年为民办实事的具体项目\n（1）新建标准化养鸡场30个；（2）安装充电桩500个。"
    verdicts = {
        promise.verdict for promise in linked(f"深入推进各项工作。{annex}", "为民办实事29项目标全面完成。")
    }
    assert verdicts == {"blanket"}
