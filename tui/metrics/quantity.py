"""Find quantities: numbers with their units, places in a ranking, and ratios.

Only what counts or measures something is a quantity. Years, dates, ordinals (第38), names and codes (PM2.5, 1号线,
“1+4”, 12345热线, 220千伏) have no unit of :mod:`tui.metrics.units`, or stand beside a letter, a plus sign, 第 or 前,
and so never match. The same holds for Chinese numerals in words and names: 三个代表, 十条措施, 千方百计.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.metrics.forms.base import Quantity
from tui.metrics.forms.chinese import quantities_in_chinese
from tui.metrics.forms.digits import fractions, indices, mixed_quantities, quantities_in_digits
from tui.metrics.forms.lists import join_ranges, share_units
from tui.metrics.forms.ranks import ranks
from tui.metrics.forms.ratios import ratios
from tui.metrics.forms.refused import is_quantity
from tui.metrics.forms.words import magnitudes_in_words
from tui.report.numerals import half_width

__all__ = ["FORMS", "Quantity", "find_quantities"]

#: The forms in which quantities are written: what yields them, an example, and the quantity in it.
FORMS: tuple[tuple[Callable[[str], Iterator[Quantity]], str, str], ...] = (
    (quantities_in_digits, "完成26.12亿元", "26.12亿元"),
    (mixed_quantities, "完成1亿5千万元", "1亿5千万元"),
    (indices, "价格指数控制在103左右", "103"),
    (fractions, "力争1/3左右进入前列", "1/3"),
    (ratios, "三次产业结构调整为9.1∶54.8∶36.1", "9.1∶54.8∶36.1"),
    (ranks, "排名全省第69位", "69位"),
    (quantities_in_chinese, "安排四百七十七万人就业", "四百七十七万人"),
    (magnitudes_in_words, "产值突破千亿元", "千亿元"),
)


def find_quantities(text: str) -> Iterator[Quantity]:
    """Yield the quantities of a text, in order, none overlapping."""
    half = half_width(text)
    found = sorted(
        (quantity for find, _, _ in FORMS for quantity in find(half) if is_quantity(half, quantity)),
        key=lambda quantity: (quantity.start, -quantity.end),
    )
    yield from share_units(half, list(join_ranges(half, _first_of_overlapping(found))))


def _first_of_overlapping(quantities: list[Quantity]) -> Iterator[Quantity]:
    reached = 0
    for quantity in quantities:
        if quantity.start >= reached:
            reached = quantity.end
            yield quantity
