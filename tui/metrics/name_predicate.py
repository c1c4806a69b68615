"""Name things by what became of them: 33家企业入围某榜单 are 入围某榜单企业."""

from __future__ import annotations

import re

_THING = (
    r"(?P<own>[^,，;；。、\d的“”]{0,6}?)(?P<thing>县[（(]市、?区[)）]|企业|国企|学校|机构|单位|平台|工厂|中心|基地|集群|项目|产品|行政村|贫困村|村|社区|景区|乡镇|街道|贫困县|县区|县市|"
    r"成果|案例|作品|医院|园区|品牌|集体|个人|小区|家庭|群众|居民|学生|职工|农民工|劳动力|家|镇街|街镇|城市|断面|水源地|团队|学科|专业|(?<!上)市|[县镇乡区州人户])"
)
#: 4个集体和5名个人分别获得: others of whom the same is said.
_OTHERS = r"(?P<others>(?:[、和及与]\d+[个名家户位件项][\u4e00-\u9fff]{1,6}?){0,2})"
_ADVERBS = r"(?:新|均|全部|成功|已|首次|先后|顺利|率先|相继|同时|分别|可|如期|按期|陆续|基本|整体|稳定|实现|正式|全面|集中|同步)*"
#: What stands behind what became of them.
_END = r"(?=[,，;；。、:：!！]|\Z|\n)"
_OBJECT = r"(?P<what>(?:[^,，;；。、:：!！?？\n\d了]|\d+(?: ?强|家|[Aa]级|G)|\d{4}年度?|前\d+(?:\.\d+)?[%％‰位名]){2,22})"
#: What became of things, a form of the name, an example, and its name. ``own`` and ``thing`` are what is counted.
PREDICATE_RULES: tuple[tuple[str, str, str, str], ...] = (
    (
        r"(?P<deed>在[^,，;；。]{2,20}(?:挂牌|上市))",
        r"\g<deed>\g<own>\g<thing>",
        "5户企业在“新三板”挂牌。",
        "在“新三板”挂牌企业",
    ),
    (
        r"(?P<deed>入选|获评|获批|荣获|获得|斩获|被评为|被认定为|被列为|被列入|被纳入|被授予|被命名为|列入|纳入|入围|上榜|荣登|获(?!批|得|评|悉|利|益|救|奖[,，;；。、])|登上|跻身|晋升为?|晋级|升级为|进入|"
        rf"成为|新晋|通过|享受|参与|参加)(?!挂牌|成立|运[营行]|开工|授牌|建设[,，;；。、]){_OBJECT}",
        "",
        "33家企业入围某省百强企业榜。",
        "入围某省百强企业榜企业",
    ),
    (
        r"(?P<deed>通)[上了]*(?P<what>[^,，;；。、：:\d了]{1,10}[路车邮水电气网话视播])",
        r"\g<deed>\g<what>\g<own>\g<thing>",
        "864个村通了水泥路。",
        "通水泥路村",
    ),
    (
        r"(?P<deed>挂牌上市|上市|挂牌|开工建设|开工|竣工投产|竣工投用|竣工|建成(?:或|并|、)?(?:投入运行|投入使用|投入运营|投产|投用|运营)|建成通车|建成|投产达效|投产投用|投产|投用|投入使用|投入运营|受助|受训|签约入驻|确定入驻|确定落户|落地建设|落地开工|落地|签约落地|签约|"
        r"通车|完工|入驻|受益|脱贫|摘帽|退出|达标|复工复产|复工|返乡创业|并网发电|获奖|上云|搬迁入住)",
        r"\g<deed>\g<own>\g<thing>",
        "30个项目开工建设。",
        "开工建设项目",
    ),
)
_RULES = tuple(
    (re.compile(_THING + _OTHERS + _ADVERBS + pattern + _END), form)
    for pattern, form, _, _ in PREDICATE_RULES
)
_QUALIFIER = re.compile(r"\A(?:及?以上|左右|以下)?的?")
#: 入围某省百强: the object says where, not what.
_OF_WHICH = re.compile(
    r"(?:享受|参与|参加|纳入|列入|进入|通过)|(?:名单|名录|目录|榜单?|强|库|计划|范围|行列|试点|重点|[家省市县]级)\Z"
)
_MIN_LISTED_CHARACTERS, _GOT, _PASSES = 5, "获", "通过"
#: 100万人脱贫: persons without another name.
_PEOPLE = (("人", "人口"), ("户", "户"), ("家", "企业"))
_COUNTED_BY = re.compile(r"[人户家]\Z")
_ALONE = re.compile(rf"{_ADVERBS}(?P<deed>脱贫|受益|摘帽|返乡创业){_END}")
#: 60余万人纳入住房保障范围: among whom they are.
_AMONG = re.compile(rf"{_ADVERBS}(?P<deed>纳入|参加|享受)了?(?P<what>[^,，;；。、:：\d了]{{3,14}}){_END}")


def name_by_predicate(unit: str, rest: str) -> str:
    """Return the name of things of which a text behind their number says what became; empty where it does not.

    Args:
        unit: The unit of the number.
        rest: The text behind it.
    """
    rest = _QUALIFIER.sub("", rest)
    counted = _COUNTED_BY.search(unit)
    if counted and (alone := _ALONE.match(rest)):
        return alone["deed"] + dict(_PEOPLE)[counted[0]]
    if counted and (among := _AMONG.match(rest)):
        return among["deed"] + among["what"] + dict(_PEOPLE)[counted[0]]
    for pattern, form in _RULES:
        if (match := pattern.match(rest)) and (not match["others"] or match["deed"] != _PASSES):
            return match.expand(form) if form else _with_object(match, rest)
    return ""


def _with_object(match: re.Match[str], rest: str) -> str:
    """Return what things became: 获评示范学校; with what they are where that does not say it."""
    thing = match["own"] + match["thing"]
    what = match["deed"] + match["what"]
    if rest[match.end() : match.end() + 1] == "、" and len(match["what"]) < _MIN_LISTED_CHARACTERS:
        return ""
    is_said = what.endswith(match["thing"]) or not (
        match["others"] or match["deed"] == _GOT or _OF_WHICH.search(what)
    )
    return what if is_said else what + thing
