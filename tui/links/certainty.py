"""Tell how sure a link between a target and an actual is."""

from __future__ import annotations

from tui.links.contexts import MetricContext
from tui.links.doubts import is_qualified
from tui.links.scoring import LIKELY, Link, same_in_use

#: Score from which a link is sure; how far the next best must be behind.
SURE, _MARGIN = 4.6, 0.5
#: The same of a link that nothing speaks against: its names say the same, and amounts are near each other.
_SURE_PLAIN, _MARGIN_PLAIN = 4.1, 1.0
_MIN_NAME, NEAR_AMOUNTS = 0.4, 0.25
#: The same of one in a report, whose names are the same to the letter.
_SURE_SAME_NAME = 3.5
#: Score from which a link is likely that is the only one near, and how far the next best must be behind.
_LIKELY_ALONE, _MARGIN_ALONE = 2.1, 1.5
#: The same of one with a doubt.
_LIKELY_DOUBTED, _MARGIN_DOUBTED = 2.6, 2.5
#: The same of one whose amounts are as good as the same: how far apart these are, and how much the names may differ.
LIKELY_BY_AMOUNT, _MARGIN_BY_AMOUNT, _NEARLY_THE_SAME, _MAX_DIFFER = 1.5, 1.0, 0.15, 0.34
#: The same of one without a name whose numbers are the same: how telling these must be.
_LIKELY_SAME_VALUE, _MIN_TELLING = 2.2, 0.6
#: The same of a sure link of which one name only says more, and how near its amounts must be.
_SURE_QUALIFIED, _MIN_QUALIFIED_NAME, _MIN_QUALIFIED_TOLD, _SAME_AMOUNTS = 5.0, 0.45, 0.9, 0.06
#: How far apart two amounts of a sure link may be: one 2.4 times the other. An actual so far below its target is more
#: often that of a part.
FAR_APART = 0.38


def is_sure(link: Link, margin: float, target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether a link may be shown as fact.

    Args:
        link: The link.
        margin: How far the next best link of its target is behind.
        target: What it links.
        actual: What it is linked to.
    """
    return (
        _is_beyond_doubt(link, margin)
        or _is_qualified_only(link, margin, target, actual)
        or _is_same_in_use(link, margin, target, actual)
    )


def is_same_name(link: Link, margin: float, target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether a link is sure in one report, whose aims may be far below what was done: by names that are the same."""
    evidence = link.evidence
    differs = evidence.doubts or evidence.other_years or evidence.other_measure or link.is_near
    if differs or evidence.name < 1 or evidence.generic:
        return False
    if target.side.metric.indicator == actual.side.metric.indicator:
        return link.score >= _SURE_SAME_NAME and margin >= _MARGIN_PLAIN
    return link.score >= SURE and margin >= _MARGIN


def is_likely(link: Link, margin: float) -> bool:
    """Tell whether a link may be shown as a likely one."""
    return link.score >= LIKELY or _is_alone(link, margin) or _is_by_amount(link, margin)


def _is_qualified_only(link: Link, margin: float, target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether nothing but a word more in one name speaks against a link of amounts that are nearly the same."""
    evidence = link.evidence
    return (
        not (link.is_near or evidence.other_years or evidence.other_measure or evidence.ongoing)
        and evidence.doubts == 1
        and link.score >= _SURE_QUALIFIED
        and margin >= _MARGIN_PLAIN
        and evidence.name >= _MIN_QUALIFIED_NAME
        and evidence.told >= _MIN_QUALIFIED_TOLD
        and evidence.apart <= _SAME_AMOUNTS
        and is_qualified(target, actual)
    )


def _is_same_in_use(link: Link, margin: float, target: MetricContext, actual: MetricContext) -> bool:
    """Tell whether two indicators are the same as reports use them, and nothing else speaks against a link."""
    is_alike = same_in_use(target, actual) and link.score >= _SURE_PLAIN and margin >= _MARGIN_PLAIN
    return is_alike and not link.evidence.doubts and _is_plain(link)


def _is_beyond_doubt(link: Link, margin: float) -> bool:
    if is_doubtful(link):
        return False
    if link.score >= SURE and margin >= _MARGIN:
        return True
    evidence = link.evidence
    is_same = evidence.told == 1 and evidence.differ == 0 and evidence.name >= _MIN_NAME
    is_near = link.score >= _SURE_PLAIN and margin >= _MARGIN_PLAIN
    return is_near and is_same and not evidence.generic and _is_plain(link)


def _is_alone(link: Link, margin: float) -> bool:
    """Tell whether a link whose score is low is likely as the only one near, because its amounts are near each other."""
    if not _is_plain(link):
        return False
    if link.evidence.doubts:
        return link.score >= _LIKELY_DOUBTED and margin >= _MARGIN_DOUBTED and link.evidence.doubts == 1
    return link.score >= _LIKELY_ALONE and margin >= _MARGIN_ALONE and link.evidence.name > 0


def _is_by_amount(link: Link, margin: float) -> bool:
    """Tell whether a link is likely because its amounts are as good as the same, though its names say so only in part."""
    evidence = link.evidence
    if evidence.doubts > 1 or margin < _MARGIN_BY_AMOUNT or not _is_plain(link):
        return False
    if evidence.name == 0:
        return (
            bool(evidence.generic)
            and evidence.same_value >= _MIN_TELLING
            and link.score >= _LIKELY_SAME_VALUE
        )
    is_near = 0 < evidence.apart <= _NEARLY_THE_SAME and evidence.differ <= _MAX_DIFFER
    return is_near and link.score >= LIKELY_BY_AMOUNT


def _is_plain(link: Link) -> bool:
    """Tell whether kinds are the same, and amounts near each other."""
    evidence = link.evidence
    differs = evidence.other_measure or evidence.other_years or evidence.ongoing
    return not differs and evidence.apart <= NEAR_AMOUNTS


def is_doubtful(link: Link) -> bool:
    """Tell whether a link is not sure, however alike its metrics are: one may be a total, or that of a part."""
    if link.evidence.doubts or link.evidence.other_years or link.is_near:
        return True
    return not link.is_macro and link.evidence.apart > FAR_APART
