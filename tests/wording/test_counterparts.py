"""Sections and topics on one subject in what was done and what is planned."""

from __future__ import annotations

import pytest

from tests.support.samples import huiji_outline, report_of
from tui.report.outline import Outline
from tui.wording.counterparts import counterparts

_REPORT = """\
政府工作报告
——2024年1月12日在某县第十届人民代表大会第三次会议上
各位代表:
现在,我代表县人民政府报告工作。
一、2023年工作回顾
一年来,各项工作稳步推进。
(一)工业经济提质增效
新增规模以上工业企业12家,工业增加值增长8%。开发区标准厂房全部投用,工业企业技改投资增长15%。
(二)乡村振兴全面推进
粮食播种面积稳定在50万亩,建成高标准农田3万亩,改造农村户厕2000座。
(三)援外医疗队载誉归来
选派医疗队员5名远赴国外,救治病患上万名。
二、2024年工作安排
(一)坚持农业农村优先发展,推进乡村振兴
落实粮食安全责任,新建高标准农田4万亩,完成农村户厕改造1500座。
(二)坚持工业强县,壮大工业经济
实施工业企业技改项目20个,新增规模以上工业企业10家,开发区新建标准厂房8万平方米。
(三)推进文旅融合
举办旅游节,争创国家级度假区。
"""


def _found() -> dict[str, str]:
    outline = Outline(report_of(_REPORT))
    return {
        node: outline.by_id[best[0].node].heading or "" if best else ""
        for node, best in counterparts(outline).items()
    }


def test_a_section_of_the_review_has_the_one_of_the_plan_on_its_subject() -> None:
    found = _found()
    assert found["1.1"] == "坚持工业强县,壮大工业经济"
    assert found["1.2"] == "坚持农业农村优先发展,推进乡村振兴"


def test_a_section_of_the_plan_has_the_one_of_the_review_on_its_subject() -> None:
    found = _found()
    assert found["2.1"] == "乡村振兴全面推进"
    assert found["2.2"] == "工业经济提质增效"


def test_a_section_that_nothing_is_like_has_none() -> None:
    found = _found()
    assert found["1.3"] == ""
    assert found["2.3"] == ""


def test_counterparts_are_in_the_other_part_best_first_two_at_most() -> None:
    outline = huiji_outline()
    found = counterparts(outline)
    assert found
    assert any(found.values())
    for node, best in found.items():
        assert len(best) <= 2
        assert [each.score for each in best] == sorted((each.score for each in best), reverse=True)
        chapter = outline.lineage(outline.by_id[node])[0]
        assert all(outline.lineage(outline.by_id[each.node])[0] != chapter for each in best)


def test_a_report_without_an_outline_has_none() -> None:
    assert counterparts(Outline(report_of("政府工作报告\n各位代表:\n现在报告工作。"))) == {}


_ORDER = """\
政府工作报告
——2024年1月12日在某县第十届人民代表大会第三次会议上
各位代表:
现在,我代表县人民政府报告工作。
一、2023年工作回顾
(一)社会保持和谐稳定
调解矛盾纠纷900件,信访总量下降两成,刑事发案下降12%,安全生产事故起数下降。
(二)生态环境持续好转
空气优良天数达到310天,完成造林2万亩,建成污水处理厂2座。
二、2024年工作安排
(一)坚决守护蓝天碧水
整治河道30公里,新建污水处理厂1座,造林1.5万亩,空气优良天数保持在300天以上。
一是加强污水管网建设。新建污水管网40公里,污水处理厂全部达标排放。
二是加强造林绿化。完成造林1.5万亩,绿化村庄20个。
(二)加强和创新社会治理
健全矛盾纠纷化解机制,减少信访积案,严打刑事犯罪,压实安全生产责任。
"""


def test_sections_without_a_common_heading_go_together_by_their_subject() -> None:
    outline = Outline(report_of(_ORDER))
    found = counterparts(outline)
    assert found["1.1"][0].node == "2.2"
    assert found["2.2"][0].node == "1.1"


def test_a_section_has_a_section_rather_than_a_topic_in_it() -> None:
    assert counterparts(Outline(report_of(_ORDER)))["1.2"][0].node == "2.1"


def test_the_score_tells_how_sure_a_counterpart_is() -> None:
    for best in counterparts(huiji_outline()).values():
        assert all(0 < each.score <= 1 for each in best)
        assert all(each.is_sure == (each.score >= 0.9) for each in best)
        assert not best or best[0].score >= 0.65


def test_what_is_beyond_the_limit_is_listed_without_counterparts(monkeypatch: pytest.MonkeyPatch) -> None:
    outline = Outline(report_of(_ORDER))
    all_found = counterparts(outline)
    monkeypatch.setattr("tui.wording.counterparts._MOST_UNITS", 2)
    found = counterparts(outline)
    assert list(found) == list(all_found)
    assert found["2.1.1"] == ()
    assert found["1.2"][0].node == "2.1"


def test_what_is_only_likely_is_returned_and_is_not_sure() -> None:
    best = [found[0] for found in counterparts(huiji_outline()).values() if found]
    assert any(one.is_sure for one in best)
    assert any(not one.is_sure for one in best)


_CLOSING = """\
政府工作报告
——2024年1月12日在某县第十届人民代表大会第三次会议上
各位代表:
现在,我代表县人民政府报告工作。
一、2023年工作回顾
(一)工业经济提质增效
新增规模以上工业企业12家,工业增加值增长8%。开发区标准厂房全部投用,工业企业技改投资增长15%。
(二)市场监管与安全持续加强
严格规范行政执法,办理行政复议案件20件,开展药品安全检查300次,查处案件90起,公开行政许可结果。
{closing}二、2024年工作安排
(一)坚持工业强县,壮大工业经济
实施工业企业技改项目20个,新增规模以上工业企业10家,开发区新建标准厂房8万平方米。
(二)建设法治政府,推进依法行政
严格规范行政执法,办好行政复议案件,自觉接受县人大监督和县政协民主监督,办理建议提案,落实廉政责任,从严控制三公经费。
"""
_TOLD_AT_THE_END = (
    "各位代表！一年来,政府自身建设不断加强。自觉接受县人大监督和县政协民主监督,办理建议提案120件,推进依法行政,建设法治政府,"
    "落实廉政责任,三公经费下降12%,作风明显好转。\n"
)


def test_what_a_paragraph_outside_of_all_sections_tells_better_has_no_section_beside_it() -> None:
    without, told = (
        counterparts(Outline(report_of(_CLOSING.format(closing=closing))))
        for closing in ("", _TOLD_AT_THE_END)
    )
    assert without["2.2"][0].node == "1.2"
    assert told["2.2"] == ()
    assert told["2.1"][0].node == "1.1"
    assert list(told) == list(without)


class _Stopped(Exception):
    pass


def test_comparing_stops_when_it_is_told_to() -> None:
    def stop() -> None:
        raise _Stopped

    with pytest.raises(_Stopped):
        counterparts(Outline(report_of(_ORDER)), stop)


_HOLDING = """\
政府工作报告
——2024年1月12日在某县第十届人民代表大会第三次会议上
各位代表:
现在,我代表县人民政府报告工作。
一、2023年工作回顾
(一)工业经济提质增效
新增规模以上工业企业12家,工业增加值增长8%,开发区标准厂房全部投用。
(二)污水治理成效明显
建成污水处理厂2座,新建污水管网40公里,整治河道30公里,水质全部达标。
一是管网建设提速。新建污水管网40公里,雨污分流改造完成。
二是河道整治见效。整治河道30公里,水质全部达标。
二、2024年工作安排
(一)坚决守护碧水
治理污水,保护河道。
一是加强污水治理。建设污水处理厂1座,新建污水管网50公里,整治河道20公里,水质达标排放。
二是{second}
(二)坚持工业强县
实施工业企业技改项目20个,新增规模以上工业企业10家,新建标准厂房。
"""
_NEARLY_AS_GOOD, _WORSE = "加强河道保洁。落实河长制。", "加强造林绿化。完成造林1.5万亩。"


def _of_holding(second: str) -> dict[str, list[str]]:
    found = counterparts(Outline(report_of(_HOLDING.format(second=second))))
    return {node: [each.node for each in best] for node, best in found.items()}


def test_a_section_takes_the_place_of_the_topic_in_it_if_it_fits_nearly_as_well() -> None:
    assert _of_holding(_NEARLY_AS_GOOD)["1.2"] == ["2.1", "2.1.1"]
    assert _of_holding(_WORSE)["1.2"] == ["2.1.1", "2.1"]


def test_a_topic_keeps_its_topic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.wording.counterparts._NEAR", 0.0)
    found = _of_holding(_WORSE)
    assert found["1.2"] == ["2.1", "2.1.1"]
    assert found["1.2.1"][0] == found["1.2.2"][0] == "2.1.1"
    assert found["1.1"] == ["2.2"]  # which nothing holds


def test_only_the_best_few_are_asked_whether_they_hold_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.wording.counterparts._NEAREST", 1)
    assert _of_holding(_NEARLY_AS_GOOD)["1.2"] == ["2.1.1", "2.1"]
