"""Tell what a clause of a plan is: a promise, what leads to one, or what comes of one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from tui.tasks.clauses import shortened
from tui.tasks.fragments import describes, goes_on, leads_on, only_costs, only_names

#: ``task`` is a promise of its own; ``means`` belongs to the next one: how, in which respect, or by when; ``effect`` belongs to the one
#: before: what comes of it, or the rest of an enumeration; ``remark`` describes, and promises nothing.
Role = Literal["task", "means", "effect", "remark"]

#: What may stand before the verb of a clause.
_ADVERB = (
    "不断|进一步|持续|切实|有效|全面|稳步|着力|逐步|努力|更好地?|大力|全力|加快|深入|积极|充分|真正|最大限度地?|最大程度|大幅|显著|"
    "明显|有力|强力|坚决|力争|从而|以此|共同|整体|同步|合力|又好又快地?|千方百计|尽快|加速|更加|继续|坚定|扎实|有序|精准|始终|再"
)
_OPENING = rf"(?:{_ADVERB})*+"
#: A number with its unit: what is counted is a promise of its own.
_FIGURE = re.compile(
    r"[\d一二三四五六七八九十百千万]{1,12}(?:\.\d{1,6})?(?:万|亿|多|余){0,3}(?:[%‰]|个百分点|元|人|户|家|个|项|公里|亩|吨|平方|所|座|条|套|台|辆|处|倍|名|件|千瓦|场|次|张|床)|全覆盖|100%|零增长|清零"
)
_N = "[一二三四五六七八九十两\\d]{1,4}+"
#: A clause that only says when: 力争到2025年底, 经过五年努力.
_TIME = (
    rf"(?:全[国省市县区州])?(?:力争|争取|确保|计划|再?用|再?经过|通过|展望|在|到|至)*+(?:\d{{4}}年|[一二][九〇○零][〇○零一二三四五六七八九]{{2}}年|今明两年|今年|明年|今后|未来|“[一二三四五十]+五”|{_N}(?:[至到-]{_N})?年|本世纪|"
    rf"[上下]半年|[一二三四]季度|{_N}月)(?:年|底|末|之?前|以前|内|左右|(?:的|坚持不懈的|不懈|共同|持续){{0,3}}(?:时间|努力|奋斗)|期间|时期|中叶|起|开始|间|里|{_N}(?:[至到-]{_N})?年|"
    rf"[上下]半年|第?[一二三四]季度|{_N}月|{_N}日|份|一段)*+"
)


class RoleRule(NamedTuple):
    """How a clause of a kind is worded.

    Attributes:
        role: What it is.
        pattern: How it is worded, matched at its beginning.
        example: A clause that fits.
    """

    role: Role
    pattern: re.Pattern[str]
    example: str


def _rule(role: Role, pattern: str, example: str) -> RoleRule:
    return RoleRule(role, re.compile(pattern), example)


#: 对处于起步阶段的5G、装备2个产业: to what something is done, whatever is said of it.
_TO_THINGS = re.compile(
    r"对于?(?:处于|具有|有|具备|基础|[^,]{0,8}的)[^,]*\d个(?:产业|行业|领域|地区|区域|企业|县|镇|村)$"
)
#: The first that fits counts; what fits none is a promise of its own.
ROLE_RULES = (
    _rule("means", rf"{_TIME}$", "到2025年"),
    _rule("remark", r"(?:都|也|既|又|更|充分|总体上?|切实|完全)*(?:有利于(?![^,]*(?:确立|建立|形成|完善|健全)$)|符合(?!条件)[^,]*(?:要求|实际|精神|规律|期盼|期待|愿望|意愿|需要|方向|定位|趋势|特征|利益)$|(?:体现|兼顾|考虑|反映|彰显|衔接|贯彻|考量|传递|承载)了)", "符合发展实际"),
    _rule("remark", r"(?P<whose>[^,]{2})[^,]{1,4}为(?P=whose)$", "人民城市为人民"),
    _rule("means", r"[^,]{2,8}(?:影响|形势|背景|情况|条件|压力|挑战)下$", "疫情影响下"),
    _rule("means", r"(?:踏上|迈上|迈向|开启|奋进|站在|走好)[^,]{0,6}(?:征程|起点|赶考路)[^,]{0,2}$|(?:努力|奋力)?(?:开创|展现|谱写)新(?:局面|作为|气象|篇章)$", "踏上新征程"),
    _rule("means", r"(?:心系|情系|情牵|心怀|胸怀|心中装着)[^,]*$", "情牵百姓冷暖"),
    _rule("means", r"(?:在)?(?:实际|具体)?工作中$", "实际工作中"),
    _rule("means", r"做好(?:新一年|今年|明年|全年|新年度)的?(?:政府|各项)*工作$", "做好新一年的政府工作"),
    _rule("means", r"(?:各位代表|同志们|同时|此外|另外|当然|为此|因此|其中|特别是|尤其是|总之|具体来说|首先|其次|再次|最后)$", "同时"),
    _rule("effect", r"(?:以及|及其|即|并(?!轨|网|购|联|重)|而且|且|包括|从而|以此|进而|以便|以期|特别是|尤其是|不搞|不得|不能|决不|绝不|坚决不|防止|避免|力戒|不再)", "以及大桥工程"),
    _rule("means", r"[^,]{2,24}(?:是|为)(?:重点|目标|抓手|主线|核心|契机|载体|导向|中心|引领|支撑|根本|龙头|突破口|动力|基础|牵引|关键|依托|标准|纽带|主体|原则|单位|方向|指引)$", "以创建文明城市为目标"),
    _rule("means", r"(?:以|本着|立足|着眼|瞄准|针对|结合|根据|按照|依照|遵循|聚焦|依托|借势|借助|借鉴|凭借|紧扣|对标|对照|锚定|策应|顺应|适应|把握|秉持|秉承|围绕|紧紧围绕|抢抓|紧抓|抓住|(?:充分)?利用|用好|(?:坚定不移地?)?坚持|随着|依靠|面对|面向|鉴于|除|从)(?!化)", "围绕主导产业"),
    _rule("means", r"(?:牢固|始终|认真|全面|深入|切实|积极|坚定|自觉)*(?:树立|践行|贯彻|遵循|坚持|把握|围绕|聚焦|立足|落实|牢记)[^,]*(?:理念|方针|精神|意识|思想|原则|观|要求|部署|决策|方略|观念|导向|基调|战略思想|指示)[\"”]?$", "全面贯彻中央精神"),
    _rule("means", r"(?!鼓励|支持|引导|推动|组织|要求|加快|推进)[^,]{2,12}(?:围绕|立足|瞄准|紧扣)(?![^,]*(?:开展|推进|实施|加快|加强|强化|做|抓|搞|引进|培育|积极|大力|加力|发展(?!战略|目标)))[^,]*$", "新城围绕建设商务中心"),
    _rule("means", r"(?:综合考虑|考虑到|(?:通过|采取|运用)(?![^,]{4,}(?:推进|推动|加快|实施|支持|解决|引导|鼓励|开展|吸引|带动))|经过|借助|发挥|充分发挥|突出(?!抓|解决|[^,]*建设$)|统筹(?!推进|做|抓|实施|安排|使用|建设|规划|开展|谋划|发展)|为(?!民)|为了|对(?!接|口|外开)(?![^,]*(?:给予|进行|实行|实施|开展|加[强大快]|全部|全面|予以|减|免|补|奖|依法|严|推|落实|提供|采取|一律))|对于|凡|凡是|只要|如果|无论|不论|不管|即使|鉴于|随着|在)[^\d]*$", "通过以奖代补"),
    _rule("means", r"(?:[^,在]{0,8}(?=在[^,]*同时$))?在[^,]{2,40}(?:上|中|下|内|后|前|时|方面|基础上|同时|前提下|过程中|框架下)$", "在保护耕地的同时"),
    _rule("means", r"(?:把|将)[^,]{2,60}(?:作为|摆在|放在|列为|视为)[^,]*$", "把环境作为品牌"),
    _rule("means", r"(?![^,]*[把将以])[^,]{2,12}作为[^,]*(?:城市|都市|大[省市县区]|强[省市县区]|名[市城]|老区|窗口|门户|中心|发祥地|所在地)$", "滨海作为沿海开放城市"),
    _rule("remark", r"(?:[^,]*(?:得天独厚|错综复杂|机遇[与和]挑战并存)|(?:[^,]{2,4})?[素具]有[^,]*传统|[^,]*不确定性?(?:较大|增[加多大强]|上升)|[^,]*压力还?很?大)$", "开放条件得天独厚"),
    _rule("means", r"[^,]{1,16}(?:方面|上来看|来说|来看|看)$", "工业方面"),
)  # fmt: skip

_EFFECT = re.compile(
    rf"不断[^,]{{2,8}}$|(?:着力|全力|努力|加快)*打造(?!出?一[批个条])[^,]*(?:环境|名片|样板|标杆|高地)$|{_OPENING}(?:促进|带动|助推|助力|提高|提升|增强|保障|确保|保证|满足|激发|夯实|缓解|降低|减轻|防范|让|使|营造|形成|实现|释放|增添|方便|便利|惠及|注入|厚植|凝聚|彰显|"
    rf"做到|达到|推动[^,]{{0,16}}(?:转变|质量发展|提升|跨越|突破|台阶|转化|增效|好转|见效|提高|快速增长)$|为[^,]{{2,40}}(?:奠定|提供|贡献|夯实|打下|创造|注入))"
)
#: Said of the thing before, which is not named again: 确保年底前通车.
_COMPLETES = re.compile(
    rf"(?:{_ADVERB}|确保|争取|实现|早日|年内|基本|全部|{_TIME})*+(?:建成|通车|投产|投用|投入使用|投入运营|竣工|完工|开工|开工建设|达产|启用|运营|见效|落地|完成|交付|投运|达效|动工|到位)+(?:投产|使用|建设|见效|达效|运营|投用|通车){{0,3}}$"
)
_REMARK = re.compile(
    r"(?:[政作]风)?关系(?:到|着|人心|政府|全局|大局|可持续|千家|国计|经济社会)[^,的]*$|[^,]*?(?<![但凡于还可就正硬别其都不总要务国求唯])是(?!否|要)[^,]*|[^,]*(?:事关|关系到|肩负|取决于|具有[^,]{0,12}意义|意义重大|至关重要|重中之重|任重道远|面临|迎来|处于|正处|存在|仍然|依然|依旧|日益|机遇期|形势)[^,]*|这[也就既都一些不为]|当前|目前|从[^,]{1,12}看|[^,]*(?:已(?:经|是|站|翻|成为|进入|具备|迈)|(?<!为)了(?![解结]))"
)
_GOAL = re.compile(r"目标|指标|预期|关键|重点|要|必须|将")
_VERBLESS = re.compile(
    r"[^,]*(?:工程|项目|建设|改造|扩建|整治|等|工作|公路|铁路|大桥|机场|中心|园区|基地|开发|改建|新建|二期|一期|三期)$"
)
#: What is done to carry a promise out, wherever it stands.
HAS_VERB = re.compile(
    r"加[快强大]|推进|推动|建成|建设(?!$)|完成|实施|抓|做|搞|办|开展|发展|支持|鼓励|引导|培育|打造|提[升高]|优化|深化|强化|完善|健全|建立|改[造善革](?!$)|新[建增]|启动|开工|争取|力争|确保|落实|扩大|拓[展宽]|引进|整合|规范|严格|创[建新]|组[建织]|探索|促进|巩固|保护|治理(?!$)|整治(?!$)|规划(?!$)|"
    r"谋划|编制|实现|全力|积极|继续|着力|大力|增加|扶持|保障|保持|维护|构建|壮大|做[大强优]|试点|推[广行]|推出|依法|严厉|打击|打[好响通]|申报|举办|培训|培养|调整|盘活|设立|新设|改扩建|续建|拆除|安装|修[建复订编]|种植|更新|成立|制[定订]|出台|兑现|发放|延长|延伸|关[停闭]|淘汰|取消|清理|压[减缩]|降低|减[少轻]|让|使|把|将|要|必须|能|可|应|筹[建备集措]|修|铺设|架设|疏浚|购置|配[备套]|投[入资放]|安排|构筑|提供|开[通设发]|兴[建办]|扩建(?!$)|搬迁|迁建|重建|保证|研究|论证|申[请办]|承办|主办|参[与加]|组织|联合|对接|招商|引入|打通|贯通|连[接通]|畅通|推介|选[派聘树]|评[选比]|发[行布挥]|奖|补|免"
)
_BEGINS = re.compile(rf"{_OPENING}(?:{HAS_VERB.pattern})")
#: Who is to do it, before the means: 今年我们将.
_SUBJECT = re.compile(
    r"(?:(?:今年|明年|全年|新的一年)(?:,)?)?(?:我们|[省市区县州]?政府)?(?:还|也)?(?:要|将)?"
)
#: What continues an enumeration, whatever it counts.
_GOES_ON = ("以及", "及其", "包括", "即")
_SHORT = 4
#: Words that begin as a verb does, and an adverb that stands for one.
_ENERGY, _AT_ONCE = "能源", "加快"
#: What heads the clauses behind it, where it stands first: 综合立体交通网，积极推进机场扩建.
_TOPIC = re.compile(
    r"(?![织筑夯撑用擦壮聚强优扩深稳保促抓兴构搭布拓唱叫守理畅树立厚])[\u4e00-\u9fff]{2,8}(?:网|体系|产业|服务业|制造业|旅游业|物流业)"
)
_AIMS = re.compile("突破|布局|攻克|聚焦|瞄准|发力|抢占|锚定")
#: Characters of a clause that are looked at.
_MAX_CLAUSE = 160
_REACHED = ("形成", "建成", "初步形成", "基本形成")


def role_of(clause: str, *, is_dated: bool = False, is_first: bool = False) -> Role:
    """Return what a clause is.

    Args:
        clause: The clause in half-width characters, without spaces.
        is_dated: Whether a time governs it by which it is to be done: then states that are reached are promises.
        is_first: Whether no promise stands before it.
    """
    clause = shortened(clause, _MAX_CLAUSE)
    if is_dated and clause.startswith(_REACHED):
        return "task"
    role = _role_of(clause)
    is_name = only_names(clause) and not HAS_VERB.search(clause)
    is_fragment = len(clause) <= _SHORT or is_name or only_costs(clause)
    return "means" if is_first and role == "effect" and is_fragment else role


@lru_cache(maxsize=64)
def _role_of(clause: str) -> Role:
    has_figure = _FIGURE.search(clause) is not None
    if _TO_THINGS.match(clause):
        return "means"
    if describes(clause) or (_REMARK.match(clause) and not (has_figure and _GOAL.search(clause))):
        return "remark"
    if leads_on(clause):
        return "means"
    if goes_on(clause) or only_costs(clause):
        return "effect"
    for rule in ROLE_RULES:
        if rule.pattern.match(clause) and not (
            has_figure and rule.role == "effect" and not clause.startswith(_GOES_ON)
        ):
            return rule.role
    subject = _SUBJECT.match(clause)
    if subject and subject.end() and not has_figure:
        rest = clause[subject.end() :]
        if any(rule.role == "means" and rule.pattern.match(rest) for rule in ROLE_RULES):
            return "means"
    if _COMPLETES.fullmatch(clause):
        return "effect"
    if not has_figure and _EFFECT.match(clause):
        return "effect"
    if len(clause) <= _SHORT:
        return "effect"
    if not HAS_VERB.search(clause) and (_VERBLESS.fullmatch(clause) or only_names(clause)):
        return "effect"
    return "task"


def is_topic(clause: str, following: str) -> bool:
    """Return whether the first clause of a sentence only names what the next one begins to do something about."""
    begins_as_verb = HAS_VERB.match(clause) and not clause.startswith(_ENERGY)
    if _TOPIC.fullmatch(clause) is None or begins_as_verb:
        return False
    if HAS_VERB.search(clause) is None and _AIMS.search(clause) is None:
        return True
    return HAS_VERB.search(following, 0, _SHORT) is not None or following.startswith(_AT_ONCE)


def begins_with_verb(clause: str) -> bool:
    """Return whether a clause begins with what is to be done: 加快建设."""
    return _BEGINS.match(clause) is not None
