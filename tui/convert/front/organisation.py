"""Read the organisation that a report is of: as named beside the speaker, or that of the assembly it reports to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_LEVEL = "(?:特别行政区|自治区|自治[州县縣旗]|地区|[省市县縣区區州旗盟镇鎮乡鄉])"
_HAN = "[\u3400-\u9fff]"
_NUMERAL = "[0-9一二三四五六七八九十]"
_PLACE = re.compile(rf"{_HAN}{{2,20}}{_LEVEL}|{_HAN}{_LEVEL}")
#: The assembly of a place: ``益阳市第七届人民代表大会``, ``烟台市十四届人大``.
_ASSEMBLY = re.compile(
    rf"(?P<place>{_HAN}{{2,20}}?)(?:第\s*)?{_NUMERAL}{{1,3}}[届屆](?:人民代表大[会會]|人大)"
)
#: The government that a speaker names below the address to the deputies.
_SPOKEN = re.compile(
    rf"(?:我们?谨?代表|受)(?:本届|第.{{1,4}}届)?(?P<government>(?:{_HAN}{{0,16}}?(?:人民政府|行政公署|管理委员会|管委会))|国务院|{_HAN}{{0,12}}?{_LEVEL}政府)"
)
#: Offices that deliver other reports.
_OFFICE = "(?:财政[局厅部]|统计[局厅]|发展和?改革(?:委员会|委|局)|发改委|人民法院|人民检察院)"
#: The term of a government, which is no part of its name.
_TERM = re.compile(rf"第{_NUMERAL}{{1,3}}[届屆]")
#: A line with an organisation, or a title with one; a title may leave out 人民.
_TITLED = re.compile(
    rf"(?:{_NUMERAL}{{4}}年)?(?:(?P<organisation>{_HAN}{{2,20}}(?:人民政府|管委会|管理委员会|行政公署|{_OFFICE}))|(?P<place>{_HAN}{{1,20}}?{_LEVEL})(?:{_NUMERAL}{{4}}年)?政府(?=工作))"
    r"(?:工作[报報]告)?(?:[(（].{0,20})?"
)
#: Places and offices that do not name their place: ``省人民政府``, ``市``, ``财政局``.
_BARE = re.compile(
    rf"[本我全]?(?P<level>{_LEVEL})?(?P<office>(?:人民)?政府|管委会|管理委员会|行政公署|(?:中级|高级)?人民(?:法院|检察院)|(?:财政|发展和改革|发展改革|统计){_HAN}{{0,6}}[局厅委会部])?"
)
_OFFICES = ("政府", "公署", "委员会", "管委会", "局", "厅", "部", "院")
#: Characters of the text in which a speaker says for whom they speak.
_OPENING = 600


def read_organisation(
    named: str, meeting: str, text: str, place: str, lines: Sequence[str] = (), is_of_government: bool = True
) -> str:
    """Return the organisation; empty if it is not known.

    Args:
        named: As named beside the role of the speaker.
        meeting: The meeting at which the report was delivered.
        text: The text from the address to the deputies on.
        place: What the file or its folder names, empty if nothing.
        lines: The front lines, one of which may name the organisation alone, or in the title.
        is_of_government: Whether it is the government that reports to the assembly.
    """
    is_national = "全国人民代表大会" in meeting or "全國人民代表大會" in meeting
    if named in ("国务院", "國務院") or (is_national and is_of_government):
        return "国务院"
    assembly = _ASSEMBLY.search(meeting)
    reported_to = assembly["place"] if assembly else ""
    places = [found for found in (reported_to, place) if _is_place(found)]
    said = (reported_to, text) if is_of_government else ("", "")
    stated = [*_stated(named, *said), *_titled(lines)]
    for organisation in stated:
        bare = _BARE.fullmatch(organisation)
        if not bare:
            return organisation
        whole = next((found for found in places if found.endswith(bare["level"] or "")), "")
        if whole:
            return whole + (bare["office"] or "人民政府")
    if not stated and is_of_government and _is_place(place):
        return f"{place}人民政府"
    return next((organisation for organisation in stated if organisation.endswith(_OFFICES)), "")


def _stated(named: str, reported_to: str, text: str) -> Iterator[str]:
    """Yield the organisation as it is stated: beside the role, by the assembly, below the address."""
    if named.endswith(_OFFICES) or (named and _BARE.fullmatch(named)):
        yield named
    elif _is_place(named):
        yield f"{named}人民政府"
    if _PLACE.fullmatch(reported_to):
        yield f"{reported_to}人民政府"
    spoken = _SPOKEN.search(re.sub(r"\s+", "", text[:_OPENING]))
    if spoken:
        yield _TERM.sub("", spoken["government"])


def _titled(lines: Sequence[str]) -> Iterator[str]:
    """Yield the organisations that a line or a title names: ``2024年青川市政府工作报告``."""
    for line in lines:
        match = _TITLED.fullmatch(line)
        if match:
            yield f"{match['place']}人民政府" if match["place"] else match["organisation"]


def _is_place(name: str) -> bool:
    """Return whether a name is that of a place, not only of a level: ``益阳市``, not ``自治区``."""
    return bool(_PLACE.fullmatch(name)) and not _BARE.fullmatch(name)
