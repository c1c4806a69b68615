"""Tell sentences that promise something from those that describe, guide, lead to others or exhort."""

from __future__ import annotations

import re
from typing import NamedTuple


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
        (rf"(?:做好|抓好|推进|完成)[^,。]{{0,12}}{_ITEMS}的?(?:工作|任务),", True, "全力做好七个方面的工作,确保开好局。"),
        (r"^这(?:是|既|些|不仅|就|样|将|必|都|也|一)", False, "这是治本之策。"),
        (r"让我们|我们(?:坚信|相信|深信)|有理由相信|就?一定(?:能|会)|谢谢|征途|惟有奋斗|唯有奋斗|(?:努力|不懈|团结|共同)奋斗[!。]?$", False, "让我们团结起来!"),
        (r"提请[^,。]{0,12}审[议查]|请[^,。]{0,10}审[议查]|编制(?:完成)?了", False, "编制了规划,提请大会审议。"),
    )
)  # fmt: skip


def promises_nothing(sentence: str) -> bool:
    """Return whether a sentence as a whole promises nothing.

    Args:
        sentence: The sentence in half-width characters.
    """
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
