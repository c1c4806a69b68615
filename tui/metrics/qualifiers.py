"""Correct the qualifier of a quantity by what is known of the whole metric."""

from __future__ import annotations

from tui.report.model import Qualifier, Status

_CONTROLLED = "控制在"
_LIMITS = ("以内", "以下", "之内", "之下")


def settled_qualifier(qualifier: Qualifier, before: str, after: str, status: Status) -> Qualifier:
    """Return the qualifier of a metric whose status is known.

    控制在2.6% promises at most 2.6 %, but of a result it says that it was 2.6 %.

    Args:
        qualifier: The quantity's, from the words around it.
        before: Its clause up to it.
        after: What follows it.
        status: Whether it was achieved.
    """
    is_result = status in ("achieved", "background") and qualifier == "at_most"
    if is_result and before.rstrip().endswith(_CONTROLLED) and not after.startswith(_LIMITS):
        return "exact"
    return qualifier
