"""Which words differ between two sentences."""

from __future__ import annotations

import pytest

from tui.wording.changes import Differ

#: Two sentences with brackets around what differs; of a word that is added, the other has empty brackets.
_CASES = {
    "a number with its unit": ("增长[5.2%]左右", "增长[6%]左右"),
    "a number in thousands and one in millions": ("投资[1,234万元]。", "投资[3.5亿元]。"),
    "a year": ("[2023年]工作安排", "[2024年]工作安排"),
    "a plan by its number": ("“[十三五]”规划", "“[十四五]”规划"),
    "a Latin word": ("建设[VR]产业园", "建设[AR]产业园"),
    "words added": ("扎实推进[]改革。", "扎实推进[医药卫生体制]改革。"),
    "words left out": ("提升城市[品质和]能级", "提升城市[]能级"),
    "nothing": ("发展现代农业。", "发展现代农业。"),
    "a mark": ("抓项目[，]促投资", "抓项目[、]促投资"),
    "a character between two changes belongs to them": ("[大力发展]农业。", "[全面振兴]农业。"),
    "full-width digits": ("建成[１２公里]。", "建成[15公里]。"),
}


def _plain(marked: str) -> str:
    return marked.replace("[", "").replace("]", "")


def _marked(text: str, spans: list[tuple[int, int]]) -> str:
    said, at = "", 0
    for start, end in spans:
        said += f"{text[at:start]}[{text[start:end]}]"
        at = end
    return said + text[at:]


@pytest.mark.parametrize(("one", "other"), _CASES.values(), ids=_CASES)
def test_what_differs_is_found(one: str, other: str) -> None:
    earlier, later = _plain(one), _plain(other)
    changes = Differ(earlier, later).changes((0, len(earlier)), (0, len(later)))
    assert _marked(earlier, [change.earlier for change in changes]) == one
    assert _marked(later, [change.later for change in changes]) == other


@pytest.mark.parametrize(
    ("one", "other", "is_number"),
    [
        ("增长5.2%", "增长6%", True),
        ("2023年安排", "2024年安排", True),
        ("“十三五”规划", "“十四五”规划", True),
        ("投资3亿元", "投资4亿美元", False),
        ("增长5%", "增长较快", False),
        ("改造小区", "改造小区5个", False),
    ],
)
def test_numbers_are_told_from_words(one: str, other: str, is_number: bool) -> None:
    (change,) = Differ(one, other).changes((0, len(one)), (0, len(other)))
    assert change.is_number is is_number


def test_a_word_that_the_reports_use_is_not_cut() -> None:
    said = "推进改革。推动开放。推进建设。推动创新。推进治理。推动转型。"
    earlier, later = said + "持续推进发展。", said + "持续推动发展。"
    at = len(said)
    (change,) = Differ(earlier, later).changes((at, len(earlier)), (at, len(later)))
    assert (earlier[slice(*change.earlier)], later[slice(*change.later)]) == ("推进", "推动")


def test_spans_count_from_the_beginning_of_the_reports() -> None:
    earlier, later = "各位代表！增长5%。", "同志们：增长6%。"
    (change,) = Differ(earlier, later).changes((5, len(earlier)), (4, len(later)))
    assert (earlier[slice(*change.earlier)], later[slice(*change.later)]) == ("5%", "6%")
