"""Name things by what their clause says of them behind their number: 14个省辖市全部进入高速公路网."""

from __future__ import annotations

import re

from tui.metrics.name_behind import up_to_verb

_ADVERBS = (
    r"(?:新(?!农村|区|城|能源|型|兴|时代|材料)|喜|再(?!就业)|又|均|都|全部|全面|整体|成功|已经?|首次|先后|顺利|率先|相继|同时|分别|可|如期|按期|提前|陆续|基本|初步|稳定|实现了?|完成了?|"
    r"正式|集中|同步|当年|有效|及时|妥善|综合|彻底|依法|统一|得到|免费|大规模)*"
)
_STOP = r"(?=[,，;；。:：!！]|\Z|\n)"
_END = r"(?=[,，;；。、:：!！]|\Z|\n)"
_WHAT = r"(?P<what>(?:[^,，;；。、:：!！\d了]|前\d+(?:\.\d+)?[%％‰名位]|\d+强){2,18}?)"
#: What is said of things, a form of the name, an example, and its name. ``thing`` is what is counted.
STATEMENT_RULES: tuple[tuple[str, str, str, str], ...] = (
    (r"(?P<what>“[^“”]{2,12}”)", r"\g<what>\g<thing>", "132个事项实现“跨省通办”。", "“跨省通办”事项"),
    (
        r"(?P<deed>取消|关闭|关停|拆除|蓄水|转企改制|改制|贯通|封顶|动工|脱贫致富|脱贫摘帽|脱贫(?:和|、)解决温饱|脱贫|出列|解决温饱|落户(?:城镇|城市)|安置|救助|转移就业|就业再就业|再就业|就业|达标|应保尽保|销号|整改|摘牌|并网|停产|搬迁|"
        r"(?:迁入|搬入|入住|住进|住上|喜迁)(?:新居|新家|新房|楼房)|[用喝通吃]上[^,，;；。、\d]{1,8})(?:(?<=温饱)问题)?",
        r"\g<deed>\g<thing>",
        "158个政府还贷二级公路收费站全部取消。",
        "取消政府还贷二级公路收费站",
    ),
    (
        r"(?:完成|实施)了?(?P<what>[^,，;；。、:：!！\d了]{0,8}?(?:改造|改革|改制|整治|治理|搬迁|移交|迁建|验收|评审|注册|转型|剥离|转制))",
        r"\g<what>\g<thing>",
        "31个老旧小区完成改造。",
        "改造老旧小区",
    ),
    (
        rf"(?P<deed>入选|获评|获批|跻身|荣登|登上|斩获|晋升为?|晋级|入围|上榜|成为|被?(?:确定为|评为|列为|命名为|认定为|批准为|授予)|开展|达到|进入|加入|纳入|列入|转为|通过|享受|获得|获|荣获|参加|参与|接入|接受|推行|取得(?![^,，;；。、]{{0,8}}(?:进展|成效|成绩|突破|进步|成果))|告别|建立|"
        rf"实现(?!(?:产值|营收|营业|收入|利润|税收|增加值|销售|扭亏)|[^,，;；。、“]{{0,8}}(?:增长|目标|任务)))了?{_WHAT}",
        r"\g<deed>\g<what>\g<thing>",
        "14个省辖市全部进入高速公路网。",
        "进入高速公路网省辖市",
    ),
)
_RULES = tuple((re.compile(_ADVERBS + pattern + _END), form) for pattern, form, _, _ in STATEMENT_RULES)
#: What is done to things or for them: 对28条河涌进行综合整治, 为1000名残疾人提供服务.
_TREATED = re.compile(
    rf"(?:[(（][^()（）]{{1,4}}[)）])?的?(?P<thing>[^,，;；。:：\d]{{2,22}}?)(?:免费|依法)?(?:进行|实施|予以|实行|开展)了?{_ADVERBS}(?:的)?(?P<what>[^,，;；。、:：\d了的]{{2,8}}?){_STOP}"
)
_GIVEN = re.compile(
    rf"的?(?![^,，;；。]{{2,10}}(?:集中|开展))(?P<thing>[^,，;；。、:：\d]{{2,14}}?)(?:免费|配套|统一|集中)?(?P<deed>提供|办理|发放|解决|调整|补发|缴纳|配备|配置|安装|落实)了?{_WHAT}{_STOP}"
)
_TO_OR_FOR = re.compile(
    r"(?:(?<![应相针绝反面比])对|(?<![因作成认称分设改变升转列评定成])为|(?<![现存所内外潜])在)[^,，;；。、\d对为了]{0,6}\Z"
)
#: 2人获评国家卓越工程师: what they became, where nothing says what they are.
_ALONE = re.compile(
    rf"{_ADVERBS}(?P<deed>获评|获批|获得|荣获|获|入选|当选|被评为|被授予|被列为|晋升|跻身|考取|入围)为?{_WHAT}{_END}"
)
_QUALIFIER = re.compile(r"\A(?:及?以上|左右)的?(?=[\u4e00-\u9fff“]{2})")
#: 6个社区建成日间照料中心: nouns that do not say which are counted, and what is said of them.
_BARE = re.compile(
    r"县[（(]市、?区[)）]|(?:县市|市县|区县|县|设区)?[市区]|[县镇乡村]|行政村|自然村|村庄|社区|街道|镇街|街镇|乡镇(?:街道)?|镇[（(]街道?[)）]|市州|州市|企业|单位|部门|机构|学校|项目|集体|个人|家庭|指标|事项|产品|断面|水源地|园区|城市|国家|团队|学科|专业"
)
_SAID = re.compile(
    r"(?:新(?!农村|区|城|能源|型|兴|时代|材料)|均|全部|成功|已经?|首次|先后|率先|相继|同时|分别|可|如期|按期|提前|陆续|基本|初步|正式|集中|同步|当年)*+"
    r"(?![的、]|和|及|与|等|以|因|由|除|在建|[总年]|投资|产[值量]|收入|增长|平均|占|人均|累计|合计|共|有|是|被|中|作为|进展|较|比|同比|建设|更新|品质|管理|[都要应]|"
    r"加快|加速|扎实|稳步|顺利|有序|全力|全面(?:推进|展开|铺开|启动)|竞相|持续|深入|积极|努力|不断)"
    r"(?P<what>(?:[^,，;；。、:：!！\d了元的\n]|、(?!\d)){4,24})(?<!工作)(?<!目标)(?<!任务)(?<!要求)(?<!行动)(?<!计划)(?<!工作基本完成)(?=[,，;；。:：!！\n]|\Z|、\d)"
)
#: 在168个城市首次退出后十名: among which something is.
_AMONG = re.compile(r"(?:在全[国省市]|从)[^,，;；。、]{0,4}\Z")
#: 水源地水质达到Ⅲ类标准: of what the things counted reach it.
_QUALITY, _OF = "水质", "的"
#: 群众喜获新居: adverbs before a verb.
_AGAIN = re.compile(r"(?<=..)(?:[再又喜]|彻底|全年)\Z")
#: 获国家、自治区命名: the list goes on.
_MIN_LISTED_CHARACTERS, _LIST_MARK = 5, "、"
_THING = r"\g<thing>"
_DEED_AND_WHAT, _WHAT_AND_THING = r"\g<deed>\g<what>", r"\g<what>\g<thing>"
#: 成为国家森林城市: what things become says what they are.
_BECOMES, _BRACKETS = ("成为", "晋升"), re.compile(r"[（(][^（()）]*[)）]")
_GIVEN_TO = r"\g<deed>\g<what>\g<thing>"
_MAX_THING_CHARACTERS = 16


def name_by_statement(before: str, rest: str, *, is_counted: bool = False) -> str:
    """Return the name of things of which a clause says something behind their number; empty where it does not.

    Args:
        before: The clause up to the number.
        rest: The text behind it.
        is_counted: Whether its unit is that of things counted one by one.
    """
    if _TO_OR_FOR.search(before):
        rest = _QUALIFIER.sub("", rest)
        if match := _TREATED.match(rest):
            return match.expand(_WHAT_AND_THING)
        if match := _GIVEN.match(rest):
            return match.expand(_GIVEN_TO)
    if match := _ALONE.match(rest):
        return match.expand(_DEED_AND_WHAT)
    rest = _QUALIFIER.sub("", rest)
    thing = _AGAIN.sub("", up_to_verb(rest))
    if not thing or len(thing) > _MAX_THING_CHARACTERS or not rest.startswith(thing):
        return ""
    for pattern, form in _RULES:
        if (match := pattern.match(rest, len(thing))) and (name := _with_thing(match, form, thing, rest)):
            return name
    is_bare = is_counted and _BARE.fullmatch(thing) and not _AMONG.search(before)
    said = _SAID.match(rest, len(thing)) if is_bare else None
    return said["what"] + ("" if said["what"].endswith(thing) else _OF + thing) if said else ""


def _with_thing(match: re.Match[str], form: str, thing: str, rest: str) -> str:
    said = match.expand(form.replace(_THING, ""))
    if thing.endswith(_QUALITY):
        return f"{_QUALITY}{said}{_OF}{thing.removesuffix(_QUALITY)}"
    goes_on = (
        rest.startswith(_LIST_MARK, match.end()) and not rest[match.end() + 1 : match.end() + 2].isdigit()
    )
    if said.startswith(_BECOMES):
        return said
    if goes_on and len(said) < _MIN_LISTED_CHARACTERS + 2:
        return ""
    if thing.startswith(said):
        return thing
    return said if _BRACKETS.sub("", said).endswith(_BRACKETS.sub("", thing)) else said + thing
