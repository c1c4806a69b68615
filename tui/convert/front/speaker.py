"""Read who delivered a report, and of which organisation, from the front lines and from captions of photographs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.convert.front.dates import DATE, MEETING
from tui.convert.front.titles import after_title
from tui.report.model import Speaker

_LONG = "[长長]"
OFFICE = (
    rf"代?理?(?:常务|常務)?副?(?:[市省州旗盟局部院县縣区區镇鎮乡鄉厅廳]{_LONG}|检察{_LONG}|檢察{_LONG}|主席|[总總]理|[专專][员員]"
    rf"|行政{_LONG}官|主任)(?:候选人|人选|提名人选)?"
)
_GOVERNMENT = r"(?:[^,，。、:：;；\s]{0,24}?(?:人民政府|政府|国务院|國務院|管理委员会|管委会|行政公署|公署))"
_HAN = "[\u3400-\u9fff]"
#: A name of several parts: ``阿不都热合曼·艾山``.
_PARTED = rf"{_HAN}{{1,12}}(?:[·•.．]{_HAN}{{1,12}})+"
_ROLE = re.compile(
    rf"(?:.*[、,，])?(?P<organisation>{_GOVERNMENT}|{_HAN}{{0,16}}?)(?P<role>{OFFICE})[:：?？—–―-]*"
    rf"(?P<name>{_PARTED}|{_HAN}{{2,10}}?)"
    r"(?:同志|先生|女士)?(?:代表.*|向.*|作(?=[了政工报報题的关《]).*|[(（,，。].*|各位.*)?"
)
_ROLE_ONLY = re.compile(rf".*{OFFICE}[:：?？—–―-]*")
#: As text, here and below: patterns that few reports need are compiled when one does.
_NAME_BELOW = rf"{_PARTED}|{_HAN}{{2,15}}"
_NAME = rf"{_PARTED}|{_HAN}{{2,4}}"
#: Surnames with which a line that is nothing but a name may begin, most frequent first.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤洪欧阳季温庄殷齐岳安常康易乔伍庞颜"
    "倪施文牛樊葛邢路鲁齐俞翟柴关耿焦左柳聂甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝麦娄游靳辛管欧谈管卜柏"
    "闵解阎米车滕应卓连栾杭邬冷边瞿冀祁艾肇巴鲍卫褚尤窦章费岑傅皮卞元平穆萧计伏臧明宗祖储郁班仇匡寇满弘查荆红游竺权逯盖益"
    "桓公上官司马诸葛端木练苟原次仁尼洛桑旦达多吉扎西阿买艾木努雪吐哈依玛德郎占堆普李張劉陳楊黃趙吳孫馬鄭謝許馮鄧蔣葉蘇呂盧鍾"
)
#: What may stand beside a name without a role: an organisation, the end of a role that was cut off, forms of address.
_AROUND_NAME = (
    rf"^(?:{_HAN}{{2,16}}(?:人民)?政府|长(?![江宁沙春武治城]))(?={_HAN}{{2,4}}$)|同志$|(?<={_HAN}{{2}})先生$"
)
#: Lines of the length of a name that are none.
_NO_NAME = re.compile(
    r"各位|现在|公[报報开開示文众]|网|办公|令$|目[录錄]|正文|全文|摘要|来源|來源|字[体号]|打印|关闭|分享|附件|公告|会议|會議|报告|報告|代表|政府|年度?$|[一二三四五六七八九十]、"
)
#: Characters of a line that names a speaker.
_MAX_LINE = 160
_SPOKEN_FOR = re.compile(r"各位(?:代表|委员|委員)|现在|現在")
#: A caption of a photograph of the speaker. The role may be anywhere before the name.
_CAPTION = (
    rf"(?:(?P<role>{OFFICE})(?P<name>{_PARTED}|{_HAN}{{2,4}}?)(?:同志)?(?:[(（][^)）]{{1,20}}[)）])?(?:在.{{2,60}}?)?"
    rf"|(?:^|[,，:：])(?!{OFFICE})(?P<bare>{_PARTED}|{_HAN}{{2,4}}?)(?:同志)?(?:在.{{2,60}}?)?)(?:代表.{{2,24}}?)?(?:向大会)?作.{{0,12}}?报告"
)


class Spoken(NamedTuple):
    """Who delivered a report.

    Attributes:
        organisation: As named beside the role; empty if none is.
        speaker: Their role, empty if not stated, and name; None if not stated.
    """

    organisation: str
    speaker: Speaker | None


def read_speaker(lines: Sequence[str], captions: Iterable[str]) -> Spoken:
    """Return who delivered a report.

    Args:
        lines: The front lines, squeezed.
        captions: Of photographs, squeezed.
    """
    for part in _parts(lines):
        match = _ROLE.fullmatch(part) if len(part) <= _MAX_LINE else None
        if match and not _SPOKEN_FOR.match(match["name"]):
            return Spoken(match["organisation"], Speaker(match["role"], match["name"]))
    captioned = next(_captioned([*captions, *lines]), None)
    name = _lone_name(lines)
    if name and (captioned is None or captioned.name != name):
        return Spoken("", Speaker("", name))
    return Spoken("", captioned)


def _parts(lines: Sequence[str]) -> Iterator[str]:
    """Yield what may name the speaker: a line, what follows the meeting on its line, a role with the name below."""
    for index, line in enumerate(lines):
        meeting = MEETING.search(line)
        rest = line[meeting.end() :].lstrip(")）") if meeting else line
        if _SPOKEN_FOR.match(rest):
            return
        rest = rest if meeting else after_title(rest)
        rest = rest.strip("()（）—-*#")
        yield re.split("各位代表|各位委员", rest)[0]
        rest = DATE.sub("", rest).strip("()（）,，")
        yield rest
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if (
            _ROLE_ONLY.fullmatch(rest)
            and re.fullmatch(_NAME_BELOW, following)
            and not _SPOKEN_FOR.match(following)
            and not _NO_NAME.search(following)
        ):
            yield rest + following


def _lone_name(lines: Sequence[str]) -> str:
    """Return a name without a role: behind the date in brackets, or alone below the meeting or the date."""
    is_below = False
    for index, line in enumerate(lines):
        is_dated = bool(DATE.search(line))
        rest = re.sub(_AROUND_NAME, "", DATE.sub("", line).strip("()（）*#,，"))
        following = lines[index + 1] if index + 1 < len(lines) else ""
        is_above = bool(DATE.search(following) or MEETING.search(following))
        if _is_name(rest) and (
            is_dated or ((is_below or is_above) and (rest[0] in _SURNAMES or "·" in rest))
        ):
            return rest
        is_below = is_below or is_dated or bool(MEETING.search(line))
    return ""


def _is_name(line: str) -> bool:
    return bool(re.fullmatch(_NAME, line)) and not _NO_NAME.search(line) and not _ROLE_ONLY.fullmatch(line)


def _captioned(captions: Iterable[str]) -> Iterator[Speaker]:
    for caption in captions:
        match = re.search(_CAPTION, caption[:_MAX_LINE])
        if match and match["role"]:
            yield Speaker(match["role"], match["name"])
        elif match and match["bare"][0] in _SURNAMES:
            yield Speaker("", match["bare"])
