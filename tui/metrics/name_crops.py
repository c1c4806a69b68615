"""Name the output of a crop that the words before it tell: 粮食生产再获丰收，总产达到93亿斤."""

from __future__ import annotations

import re

from tui.metrics.name_context import Context

_OUTPUT = re.compile(r"(?:年|全年)?(?P<what>总产量?|单产|(?<!.)产量)\Z")
_CROP = re.compile(
    r"(?P<crop>粮食|夏粮|秋粮|早稻|水稻|小麦|玉米|大豆|油料|油菜|棉花|蔬菜|水果|茶叶|烟叶|甘蔗)"
    r"(?:生产|种植|再|又|喜|连续|连年|实现|获得?|克服|战胜|丰产|丰收|增产|稳产)"
)


def output_of_a_crop(name: str, context: Context) -> str | None:
    """粮食生产克服干旱，总产达到93亿斤: what is grown stands in the clause before, or earlier in its own."""
    output = _OUTPUT.search(name)
    if output is None:
        return None
    crops = list(_CROP.finditer(context.gap))
    return crops[-1]["crop"] + output["what"] if crops else None
