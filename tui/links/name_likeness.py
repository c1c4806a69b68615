"""Compare the names of a target and an actual by their characters."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.links.contexts import MetricContext
from tui.links.wording import same_words

#: Characters of names that are the same, and of one that is nearly another, at least, and how many more that may have.
_MIN_SAME, _MIN_SHARED, _MAX_MORE = 2, 4, 4
#: What is done and how it is counted, which does not make another thing of a name.
_PLAIN = re.compile(
    "新?减少|地表水|地级及?以上|设区(?:的)?市|环境(?=空气)|(?:稳定|实现)?脱贫|安排|建立|创建|引进|培育|签约|常住|新设|(?:国家)?注册|农产品|城乡|市政|公共|免费|全社会|地方|到账|到位|新增|新建|改建|扩建|改造|建成|建设|完成|实施|总数|数量|总量|总额|人数|城镇|项目|工程|实现|人口|人员|群众|[个的额数量率]"
)


@lru_cache(maxsize=2048)
def plain_core(core: str) -> str:
    """Return the core of a name with one word for each thing, without what is done and how it is counted."""
    return _PLAIN.sub("", same_words(core))


def nearly_same_name(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether one name has all characters of the other and few more: 老旧小区 and 老旧住宅小区."""
    least, most = sorted(map(_characters, (target, actual)), key=len)
    if least == most:
        return len(least) >= _MIN_SAME
    return len(least) >= _MIN_SHARED and least <= most and len(most) <= len(least) + _MAX_MORE


def same_characters(target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether two names are of the same characters: 企业上市 and 上市企业."""
    return _characters(target) == _characters(actual)


def inserted(name: str, longer: str) -> int:
    """Return how many characters a name has more than one whose characters it all has in order; 0 if it has not."""
    rest = iter(longer)
    return len(longer) - len(name) if name and all(character in rest for character in name) else 0


def _characters(context: MetricContext) -> frozenset[str]:
    return frozenset(plain_core(context.side.core))
