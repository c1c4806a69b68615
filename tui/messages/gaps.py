"""How far an actual is from its target, in words."""

from __future__ import annotations

from decimal import Decimal

#: Of units where there is little room.
_SHORT_UNITS = {"个百分点": "点"}
_PLACES = "位"
#: From this share of the target on, figures are not told: so large a difference is no exact one.
_TEN_TIMES_PERCENT, _MANY_TIMES = 1000, "高十倍以上"


def gap_text(gap: tuple[Decimal, str] | None, is_short: bool = False) -> str:
    """Tell how far an actual is from its target; empty for no gap.

    Args:
        gap: The difference and its unit, as :class:`tui.promises.model.Gap`; None if there is none.
        is_short: Whether there is little room.

    Returns:
        ``低0.5个百分点`` (short: ``低0.5点``), ``高2.3%``, with one decimal; ``高十倍以上``; of ranks, where a larger number is behind a smaller one, ``靠后2位``.
    """
    if gap is None or not gap[0]:
        return ""
    value, unit = gap
    if unit == "%" and value >= _TEN_TIMES_PERCENT:
        return _MANY_TIMES
    size = f"{abs(value):.1f}" if unit == "%" else f"{abs(value):f}"
    if "." in size:
        size = size.rstrip("0").rstrip(".")
    if unit == _PLACES:
        return f"{'靠后' if value > 0 else '靠前'}{size}{unit}"
    return f"{'高' if value > 0 else '低'}{size}{_SHORT_UNITS.get(unit, unit) if is_short else unit}"
