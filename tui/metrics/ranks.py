"""Read ranks: what is ranked, and among whom."""

from __future__ import annotations

import re

#: 总量居全省第, 稳居全国副省级城市第, 增速由全省第: the verb of a rank, and among whom.
_RANK_TAIL = re.compile(
    r"(?:在(?P<where>[^,，;；。、]{2,20}?)(?:中|里)?)?(?:连续[^,，、]{1,4}年|持续|继续|稳|均|分别|跃|首次|一举|并|也|已|还|综合|总体|由|从|在)*"
    r"(?:位居|位列|位次|位于|名列|排名|排序|排位|排在|排列|排到|倒排|排|居于|居|列|荣获|跃居|跃升|攀升|升至|升到|上升|提升|提高|前进|进位|跻身|进入|保持|名次|重回|重返|重居|蝉联|登顶|高居)+(?:到|至|在|为|由|了)?"
    r"(?P<among>[^,，;；。、居列排第]{0,16}?)(?:各?(?:市州|设区市|省区市|地市|盟市|州市|县区|县市区))?(?:的|由|从)?第?\Z"
)
_WITHOUT_VERB = re.compile(
    r"(?:(?:由|从)(?:\d{4}年的?)?)?(?P<among>全[国省市区州县](?:[^,，;；。、]{0,6}市)?|全球|世界|亚洲|[东西中]部(?:地区|[六十]?[^,，;；。、]{0,2}省区?)?|长三角(?:城市)?|东北)(?:排名|位次|倒排)?(?:第|的第)\Z"
)
_SCOPE = re.compile(r"[国省市区县州盟部界球洲疆]|城市|地区|[百\d]强|榜|同类|行业|系统")
_MAX_CHARACTERS = 40


def split_rank(clause: str) -> tuple[int, str]:
    """Return where in a clause before a rank the name ends, and among whom it is ranked; its length if there is no verb."""
    first = max(0, len(clause) - _MAX_CHARACTERS)
    match = _RANK_TAIL.search(clause, first) or _WITHOUT_VERB.search(clause, first)
    if match is None:
        return len(clause), ""
    if match.groupdict().get("where"):
        return match.start(), match["where"]
    scope = (
        match[0][match.start("among") - match.start() :]
        .removesuffix("第")
        .removesuffix("的")
        .strip("到至在为由从")
    )
    return match.start(), scope if _SCOPE.search(scope) else ""
