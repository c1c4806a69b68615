"""Tell sentences that promise something from those that describe, guide, lead to others or exhort."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.tasks.clauses import shortened
from tui.tasks.roles import HAS_VERB


class LeadRule(NamedTuple):
    """How a sentence that promises nothing is worded.

    Attributes:
        pattern: How it is worded, looked for anywhere in it.
        yields_to_figures: Whether a sentence with a figure is a promise in spite of it.
        example: A sentence that fits.
    """

    pattern: re.Pattern[str]
    yields_to_figures: bool
    example: str


#: What counts the items that follow.
_ITEMS = r"(?:以下|如下|下列|[几一二两三四五六七八九十\d]+(?:个)?方面)"
LEAD_RULES = tuple(
    LeadRule(re.compile(pattern), yields, example)
    for pattern, yields, example in (
        (r"(?:要求|思路|指导思想|方针|基调|取向|原则)(?:是|为|就是)[,:]", False, "总体要求是:坚持稳中求进。"),
        (r"以[^,。]{2,40}(?:思想|理论)(?:和[^,。]{2,30})?为(?:指导|指引|统领)|高举[^,。]{2,30}旗帜", False, "以邓小平理论为指导。"),
        (rf"^[^。]{{0,60}}{_ITEMS}[^,。]{{0,12}}(?:工作|任务|重点|环节|措施|文章)?[:。]?$", True, "重点抓好以下工作。"),
        (r"(?:办好|办实|抓好|做好|完成|实施|落实)[^,。:]{0,8}(?:\d{1,3}|[一二三四五六七八九十]{1,3})[件项个大][^,。:]{0,12}(?:实事|工程|项目):$", False, "今年,还要办好16件民生实事:"),
        (rf"(?:做好|抓好|推进|完成)[^,。]{{0,12}}{_ITEMS}的?(?:工作|任务),", True, "全力做好七个方面的工作,确保开好局。"),
        (r"^这(?:是|既|些|不仅|就|样|将|必|都|也|一)", False, "这是治本之策。"),
        (r"让我们|我们(?:坚信|相信|深信)|有理由相信|就?一定(?:能|会)|谢谢|征途|惟有奋斗|唯有奋斗|(?:努力|不懈|团结|共同)奋斗[!。]?$", False, "让我们团结起来!"),
        (r"^(?:[这那](?:个|种|些|样|项|次|方面|一|既|不)|它们?|他们)(?![^。]*(?:要|必须|应当|应该|将))|虽[^。]*但(?![^。]*(?:要|必须|应当|应该|将))", False, "这个速度虽然低一点,但仍然较高。"),
        (r"(?:指出|教导我们|勉励我们)[:,]", False, "有人指出:路在脚下。"),
        (r"[!]$", True, "我们一定向人民交上满意的答卷!"),
        (r"^(?:但是?|然而)[^。]*(?:仍|还|不足|不够|不强|薄弱|突出|较低|困难)|^(?:多年来|近年来|近几年|近些年|这些年|长期以来|一直以来|去年|过去)(?![^。]*(?:要|必须|今年|将))", False, "近年来,我们加大了投入。"),
        (r"^(?:以上|上述|这些)[^。]{0,40}(?:体现|符合|反映|兼顾|考虑|展现|彰显)", False, "以上目标体现了中央的要求。"),
        (r"^今年以来(?![^。]*(?:要|必须|将))", False, "今年以来,经济增长3.5%。"),
        (r"《[^》]{0,40}(?:纲要|规划)[^》]{0,8}》[^,。]{0,6}(?:把[^。:]*体现|提出了|明确了|对[^。:]*(?:安排|部署|谋划))(?![^。]*(?:主要是|强调|重点是))[^。:]*。?$", True, "《规划纲要》提出了发展目标,明确了主要任务。"),
        (r"^(?:各位代表[,!])?只[有要][^。]{2,80}(?:才能?|就|便)(?!业)(?![^。]*(?:我们要|必须))", True, "只有扎实工作,才能得到拥护。"),
        (r"^(?:各位代表[,!])?(?![^。]*(?:要|必须|确保))[^,。]{2,16}(?:才能|方能|才会|贵在|生命力在于|成功在于)[^,。]{2,16}。?$", True, "秉公用权才能赢得人心。"),
        (r"^(?:各位代表[,!])?(?:征程|重任|使命|号角|蓝图)[^,。]{2,8},[^,。]{4,16}[。!]?$", True, "征程万里风正劲,重任千钧再出发。"),
        (r"我们(?:深知|深感|一定(?:要)?[^,。]{0,8}(?:牢记|不负|铭记)|[要将必须]{1,3}(?:笃定|满怀|肩负|不负|铭记|倍加珍惜))", True, "我们将笃定信心,迎难而上。"),
        (r"^[^。]{0,60}是(?!要|否)(?![^。]*(?:要|必须|确保|力争))[^。]{0,80}(?:时期|阶段|之年|一年|五年|起步期|关键期)。$", True, "今后五年是在小康基础上,开启新征程的关键时期。"),
        (r"^(?:各位代表[,!])?[^,。]{2,12},?就是[^,。]{2,10}(?:,[^,。]{1,10}是[^,。]{2,10})*[。!]?$", True, "今天的投资,就是明天的供给。"),
        (r"^[^。]{0,20}(?:机遇[与和]挑战并存|充满(?:着)?信心|满怀信心)。?$", True, "未来五年,机遇与挑战并存。"),
        (r"^(?:当前|目前)[^。]{0,40}(?:错综复杂|不确定|严峻|压力[^,。]{0,4}大)(?![^。]*(?:(?<![重主需])要|必须|将))", True, "当前外部环境错综复杂,不确定性较大,但我们仍处于机遇期。"),
        (r"^[三四五十\d]年(?:之|以)?后的?[^,。]{2,8},(?![^。]*(?:(?<![重主需])要|必须|确保))", True, "五年后的滨海,山海相映,尽显城市之美。"),
        (r"^[^。]*一代(?:又一)?代[^。]*了(?![^。]*(?:(?<![重主需])要|必须))", True, "一代代企业家艰苦奋斗,造就了制造业体系。"),
        (r"(?:吹响|指明|描绘|擘画|绘就|绘制|开启|确立)了(?![^。]*(?:(?<![重主需])要|必须|将))", True, "党代会描绘了宏伟蓝图,指明了前进方向。"),
        (r"^没有[^,。]{2,16},就没有[^,。]{2,16}。?$", True, "没有农民的小康,就没有全省的小康。"),
        (r"(?:目标|增速|安排)[^。]*主要是?(?:考虑|基于|为了|在[^,。]{2,20}背景下)", False, "确定11%以上的目标,主要是考虑要加快发展。"),
        (r"^(?:各位代表[,!])?[^,。]{1,6}之所[^,。]{1,4},[^,。]{1,8}之所[^,。]{1,4}[。!]?$", True, "民之所盼,政之所向。"),
        (r"^(?:各位代表[,!])?(?:[^,。]{2,10},)?(?:站在|踏上|迈步|奋进|开启|奔赴|迈向)[^,。]{1,8}(?:起点|征程|赶考路)[^,。]{0,2}(?:,[^,。]{2,10})?[。!]?$", True, "站在新起点,迈步新征程。"),
        (r"^做好(?:上述|以上)[^,。]{0,4}工作,(?![^。]*(?:以下|抓好))", True, "做好上述工作,有两个前提要牢记。"),
        (r"^(?:做好[^,。]{0,16}工作,|我们)?必须(?:始终|牢牢|毫不动摇)*(?:坚持|牢固树立|牢记)(?![^。]*(?:加快(?!发展)|推进|打造|培育|建设|实施|深化|开展|改造|制定))", True, "做好今年的工作,必须坚持科学发展。"),
        (r"^(?:各位代表[,!])?[^,。]{0,10}将(?:胜利|隆重)?(?:召开|迎来)[^,。]{0,12}(?:大|会|周年)(?![^。]*(?:要|确保|力争|必须))[^。]*。?$", True, "2025年将召开党的全国代表大会。"),
        (r"^我[国省市区县州旗](?:地[跨处]|位于|是)(?![^。]*(?:(?<![重主需])要|必须|确保))[^。]*。?$", True, "我省地跨四大流域,坐拥两大屏障。"),
        (r"^(?:目前|当前),?[^。]*(?:尚未|依然|仍然?)(?![^。]*(?:(?<![重主需])要|必须|将|确保))[^。]*。?$", True, "目前,拐点尚未到来,污染问题依然突出。"),
        (r"提请[^,。]{0,12}审[议查]|请[^,。]{0,10}审[议查]|编制(?:完成)?了", True, "编制了规划,提请大会审议。"),
    )
)  # fmt: skip

#: What a place has by nature or from the past.
_HAS = re.compile(r"(?:^|,)(?:[^,。、]{2,3}[省市区县州]?)?(?:拥有|具有|素有|享有|坐拥)(?!更)|得天独厚")
#: Characters of a sentence that are looked at.
_MAX_SENTENCE = 600


def promises_nothing(sentence: str) -> bool:
    """Return whether a sentence as a whole promises nothing.

    Args:
        sentence: The sentence in half-width characters.
    """
    sentence = shortened(sentence, _MAX_SENTENCE)
    if _HAS.search(sentence) and not HAS_VERB.search(sentence):
        return True
    return any(
        rule.pattern.search(sentence)
        and not (rule.yields_to_figures and re.search(r"\d+(?:\.\d+)?(?:%|[^年月日\d.])", sentence))
        for rule in LEAD_RULES
    )


#: Words of paragraphs that describe the situation, and those of paragraphs that plan.
_SITUATION = re.compile(
    r"从[^,。]{1,16}看|机遇(?![和与]?合作)|挑战|形势(?!教育|稳定)|关键时?期|窗口期|有利条件|有利因素|不利因素|必将|这[都些必]|仍?[然正]?处[于在](?!置)|趋势|基本面|历史使命|"
    r"期盼|大有可为|大有作为|之年|新阶段|攻坚阶段|发展阶段|叠加|优势(?:更加|日益)|基础(?:更加|日益)|意义|国际|全球|世界经济|不确定|下行压力|信心|面临|当前|同时也要看到|清醒"
)
_PLANS = re.compile(
    r"(?<![重主需必只首纪摘提概扼次紧])要(?![求素点件道塞义害闻领么看])|必须|力争|确保|着力|大力|加快(?!推进)|抓好|做好|开展"
)
_MIN_SIGNS = 3


def describes_situation(paragraph: str) -> bool:
    """Return whether a paragraph describes the situation the plan is made in, and plans nothing.

    Args:
        paragraph: The paragraph in half-width characters.
    """
    found = _SITUATION.findall(paragraph)
    return len(set(found)) >= _MIN_SIGNS and len(found) > 2 * len(_PLANS.findall(paragraph))


_GOALS = re.compile(r"目标(?:任务)?(?:是|为|:|如下)|指标(?:是|为|:)|(?:预期|奋斗|主要|发展)目标")
#: What ends a list of goals, and what only guides where no list has begun.
_ENDS = r"^(?:实现|完成|提出|确定|为此|做好|以上|上述|聚焦|紧扣|锚定|全力打造)|(?:总体|总的)要求|指导思想|思路[是为:]|原则[是为:]|必须|把握|我们[要将]|深刻|牢记|笃定|信心|工作中"
_LIST_END = re.compile(_ENDS)
_GUIDES = re.compile(rf"{_ENDS}|要求|思路|原则|坚持|考虑|方面")


#: A sentence that says by when its goals are reached, and does not only demand.
_AHEAD = re.compile(
    r"(?:[到至](?:19|20)\d\d年|(?:再?经过|通过)[^,。]{0,12}[年力斗]|“[^”]{2,3}五”(?:时期|期间|末)|(?:今后|未来)(?:的)?[三四五]年),(?![^。]*(?:必须|要|是[^,。]*(?:时期|阶段)|信心|坚信))"
)


class Goals:
    """Tell the goals of the part of a report that says how it plans in general from what only guides."""

    def __init__(self) -> None:
        self._paragraph = -1
        self._in_paragraph = False
        self._in_list = False

    def holds(self, sentence: str, paragraph: int, *, has_target: bool, is_remark: bool = False) -> bool:
        """Return whether a sentence states a goal; they are asked for in order.

        Args:
            sentence: The sentence in half-width characters.
            paragraph: Where its paragraph starts.
            has_target: Whether it states a target with a figure.
            is_remark: Whether it stands between the items of a chapter, or behind them.
        """
        guides = (_LIST_END if self._in_list and not is_remark else _GUIDES).search(sentence) is not None
        if paragraph != self._paragraph:
            self._paragraph = paragraph
            self._in_list = self._in_list and not guides
            self._in_paragraph = self._in_list
        if _GOALS.search(sentence) and (not guides or has_target or sentence.endswith(":")):
            self._in_paragraph = True
            self._in_list = self._in_list or sentence.endswith(":")
            return True
        if _AHEAD.match(sentence):
            return True
        return has_target or (self._in_paragraph and not guides)


#: What demands or promises, in prose.
_DEMANDS = re.compile(
    r"(?<![重主需必只首纪摘提概扼次紧])要(?![求素点件道塞义害闻领么])|必须|应当|应该|务必|务须|将(?!军|等于)|今后|力争|争取|努力|决不|不许|一定要|准备|计划"
)


def demands(sentence: str) -> bool:
    """Return whether a sentence says that something is to be done.

    Args:
        sentence: The sentence in half-width characters.
    """
    return _DEMANDS.search(sentence) is not None
