"""Text about links to places in reports."""

from __future__ import annotations

from collections.abc import Sequence

from tui.messages.quoting import quoted

LINK_TOO_LONG = "链接太长"
LINKED_REPORT = "打开"
QUOTED = "引文"
NEAREST = "最接近"
NOT_FOUND = "没有"
NO_LINKED_REPORT = "没有链接所指的报告"
LINK_HELP = "每处之后印出链接，如 huiji:惠济区/2024#三(五)；不写位置则列出各章、节、题的链接"
_MAX_SHOWN = 40


def bad_link(text: str) -> str:
    """Refuse a link."""
    return f"不是链接：{_short(text)}；如 huiji:惠济区/2024#三(五)、#“引文”"


def other_report(address: str) -> str:
    """Say that a link is to another report."""
    return f"链接指的是 {_short(address)}，不是这份报告"


def ambiguous_quote(quote: str, candidates: Sequence[tuple[str, str]], count: int) -> str:
    """Say that a text has a quotation several times.

    Args:
        quote: The quotation.
        candidates: The link and the path of some passages.
        count: How many there are.
    """
    shown = "；".join(f"{link}（{path}）" for link, path in candidates)
    more = "……" if count > len(candidates) else ""
    return f"{quoted(_short(quote))}有 {count} 处：{shown}{more}"


def no_such_occurrence(quote: str, occurrence: int, count: int) -> str:
    """Say that a text has a quotation less often than a link says."""
    return f"{quoted(_short(quote))}只有 {count} 处，没有第 {occurrence} 处"


def no_such_quote(quote: str, nearest: str, path: str, link: str) -> str:
    """Say that a text does not have a quotation, and what is nearest to it."""
    near = f"；最接近的在 {path}：{quoted(_short(nearest))}（{link}）" if nearest else ""
    return f"正文里没有{quoted(_short(quote))}{near}"


def moved(place: str, path: str) -> str:
    """Say that a passage is elsewhere than its link says."""
    return f"引文不在 {_short(place)}，现在 {path}"


def _short(text: str) -> str:
    return text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}…"
