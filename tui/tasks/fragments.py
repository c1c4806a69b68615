"""Tell clauses of a plan that describe how things are, and those that name something without saying what is done about it."""

from __future__ import annotations

import re
from typing import NamedTuple


class DescriptionRule(NamedTuple):
    """How a clause that describes is worded.

    Attributes:
        pattern: How it is worded, matched at its beginning.
        example: A clause that fits.
    """

    pattern: re.Pattern[str]
    example: str


#: What demands in a clause, whatever else it says: 要求 and 重要 do not.
_DEMAND = re.compile(
    r"(?<![重主需必只首纪摘提概扼次紧])要(?![求素点件道塞义害闻领么看])|必须|务必|应当|应该|确保|力争|争取|决不|绝不"
)
#: Weaknesses that are told of the thing before.
_WEAK = r"(?:不[大优强足高够快多畅]|较[低弱差慢]|偏[低弱大高小]|滞后|薄弱|欠账较多|粗放|低迷|短缺|不相匹配|不温不火|不容乐观|参差不齐|意识不强|易发多发)"
DESCRIPTIONS = tuple(
    DescriptionRule(re.compile(pattern), example)
    for pattern, example in (
        (r"我[国省市区县州旗](?![^,]*(?:将|今年))[^,]{0,14}(?:较|偏|长期|仍|虽|地域|正[在处]|有着?|还有|已|约占|占全|拥有|具备|处于)", "我区煤炭产量约占全国的1/4"),
        (rf"(?![^,]*(?:解决|缓解|改变|克服|治理|扭转|补齐|帮助|弥补|防止|遏制))[^,]{{2,24}}{_WEAK}$", "产业结构不优"),
        (r"(?:在此|在这里)?,?(?:我们)?要?(?:特别|衷心)?感谢|[^,]*致以[^,]*(?:敬意|感谢|慰问|问候)", "特别感谢全体市民理解支持"),
        (r"[^,]{0,30}(?:只有|仅有|刚刚超过|刚刚突破|尚不到|远低于|均不到)", "规上企业只有两家"),
        (r"(?:去年|去冬|前年|过去一年|上年)(?![^,]*(?:基础|水平|同期|结转|今年|以来的|高于|增))[^,]*(?:下降|达到|超过|完成了?|实现了?|低迷|形成了?|取得|旱情|严重)", "去年央企投资有所下降"),
        (r"(?:但|但是|然而)(?![^,]*(?:不能|不得))[^,]*$", "但好的营商环境值大钱"),
        (r"(?:也|就|便)(?:不可能|没有出路|难以|无从)", "就不可能改变局面"),
        (r"(?:迫切|更)?需要(?:我们|付出|加快|承压|全[市省县区]|新)", "迫切需要加快发展"),
        (r"[^,]{2,8}(?:无止境|无小事|无穷期|没有终点|没有休止符|大于天|重于泰山|永远在路上|必胜必成)$", "群众诉求无小事"),
        (r"[^,]{2,6}(?:必先|方能|才有|贵在)[^,]{2,6}$", "强国必先强农"),
        (r"[^,]*(?:不是简单的|绝非易事|非一日之功)", "产业转移不是简单的空间转换"),
        (r"[^,]{0,12}(?:正在(?!建|创建|推进|编制|实施|规划)|正(?=迈向|成为))(?![^,]{1,8}的)[^,]*$", "国际金融危机正在催生产业革命"),
        (r"[^,]*(?:即将|刚刚)(?:换届|闭幕|召开)", "本届政府即将换届"),
        (r"(?:其中)?,?[^,]{0,16}(?:还有|现有|共有)\d[^,]*$", "还有63万失能老人"),
    )
)  # fmt: skip

#: Words that end names of things, besides verbs that a name may hold.
_NAMES = re.compile(
    r"[^,]*(?:项目|工程|园|区|产业|业|集群|企业|基地|平台|体系|机制|队伍|物流|港|站|厂|线|桥|水库|广场|公园|馆|院|中心|机场|码头|泊位|航道|枢纽|集团|品牌|景区|场所|设施|装备|材料|资源|农业|旅游|文化|问题|地区|部门|单位)$"
)
#: Verbs that plans use, besides those of :data:`tui.tasks.roles.HAS_VERB`.
_ACTS = re.compile(
    r"解决|化解|防|遏制|弘扬|活跃|处置|消除|吸引|丰富|激活|重视|接受|纠|查处|兜|筑|稳|夯|打破|放开|守|扛|挖|理顺|净化|厉行|节[省约]|突破|缩短|减|明确|简化|纾|遵|执行|贯彻|提倡|倡导|履行|学习|借鉴|运用|利用|用好|"
    r"坚持|牢记|树立|转[变化型]|注重|关[心注爱怀]|尊重|帮|扩|集中|聚|统筹|协调|衔接|恢复|征|救助|资助|达[到成标]|成为|形成|迈|进入|跻身|覆盖|争|夺|擦亮|唱|讲好|释放|发掘|凝|汇|体现|彰显|增|强|拿|承接|对标|攻|克|砍|"
    r"宣传|普及|教育|引[领入]|带动|共[建享创]|公[开示]|上[线市]|落[地户实]|投[产用]|通[车航水]|竣工|交付|签约|见效|稳定|提档|升级|走|向|成|到|给|造|种|养|整|收|补|搬|迁|拆|装|加|入|出|做|联|连|串|融|合|挂牌|获批|"
    r"辐射|服务于|支撑|托|谋|划|布局|瞄准|聚焦|压实|靠|创|评|申|建"
)
#: Characters that verbs have, of which one is among the first few of a clause that is no name.
_ACTS_FIRST = re.compile(
    r".{0,3}[启叫升重传精孵提延迭链崛维管抢推铺开设理护治控保采购租配引育选试练查访考学写演赛用修搞抓做办打拓清送转换调优深完健实建发培支鼓导促荣富挖寻探研制编落压排扶赋激刷跑亮奏举抵还赢确力要将必须让使把被可能应有无]"
)
#: What goes on about the clause before: 就大胆尝试, 都把品质作为追求.
_GOES_ON = re.compile(
    r"(?:[一二三四五六七八九十百千万亿\d]{1,4}级的|就(?!业)|便(?![民利捷])|才(?![能干俊])|都(?![市会])|却|又(?![好快]))(?!要)"
)
#: What a rule grants, behind the measure it belongs to: 对符合条件的给予奖励.
_GRANTS = re.compile(
    r"对(?:符合|此类|这类|该类|上述|其|首次|新认定|新增|年|当年|达到|通过|获得)[^,]*(?:给予|予以|奖励|补助|补贴)"
)
#: A figure of the thing before, which is not named again: 完成1050亿元，增长17%.
_FIGURE_ALONE = re.compile(
    r"(?:同比|年均|平均每年|比上年|比去年|较上年|总[量数额值])?(?:再|力争)?(?:增长|增加|增幅|增速|下降|降低|减少|提高|上升|升|降|达|达到|超|超过|突破|占[^,]{2,16}比重)(?:达到?|为|到|至)?(?:约|近|超过?|突破)?"
    r"\d[\d.,]*(?:%|‰|个?百分点|(?:[万亿]|多|余)*[\u4e00-\u9fff]{1,3})(?:和\d[\d.]*%)?(?:以上|左右|以内|以下)?"
)
#: A thing that something is done to, or a rule is for, in the clause behind: 将涉及的多张许可证，整合为一张.
_OBJECT = re.compile(
    r"(?:(?:支持|鼓励|引导|推动|帮助|组织)(?:有|符合|具备)(?:条件|能力)的(?:[市县区乡镇村]{1,4}|地[区方]|企业|单位|学校|园区|街道)|(?:(?:把|将)(?![^,]*(?:作为|列为|当[作成]))|纳入|列入|符合|具备|已获批|已建成|新设立)[^,]*的[^,的]{1,16})$"
)
_DEED = re.compile(
    r"[成为到至转于抓摆放在向]|用(?![地户水电途品工])|[纳融投植列引]入|规划|融合|结合|贯穿|赋予|给|掉|[好实牢住大强优细来去出]$"
)
#: What names both ends of a range, or for whom: 大到产业集群，小到城市小品.
_RANGE = re.compile(
    r"(?:大[到至]|小[到至]|上至|下至|(?:基础|关键|根本|希望|出路|潜力|难点|要害)(?:在于?|看|靠)(?![线上]))"
)


#: What something costs, without what it is: 投资2.47亿元.
_COST = re.compile(r"(?:总|计划|概算|预计|估算)*投资(?:约|近|超过?)?\d[\d.]*[万亿多余]*元(?:以上|左右)?")


def describes(clause: str) -> bool:
    """Return whether a clause tells how things are, and demands nothing."""
    return any(rule.pattern.match(clause) for rule in DESCRIPTIONS) and not _DEMAND.search(clause)


def only_names(clause: str) -> bool:
    """Return whether a clause without a common verb names a thing: 滨海化工区."""
    return _NAMES.fullmatch(clause) is not None and not (_ACTS.search(clause) or _ACTS_FIRST.match(clause))


def only_costs(clause: str) -> bool:
    """Return whether a clause tells only what a thing costs: 投资2亿元."""
    return _COST.fullmatch(clause) is not None


def goes_on(clause: str) -> bool:
    """Return whether a clause cannot stand without the one before."""
    return bool(_GOES_ON.match(clause) or _GRANTS.match(clause) or _FIGURE_ALONE.fullmatch(clause))


def leads_on(clause: str) -> bool:
    """Return whether a clause cannot stand without the one behind."""
    if _RANGE.match(clause):
        return True
    return _OBJECT.match(clause) is not None and not _DEED.search(clause, 2)
