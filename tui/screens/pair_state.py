"""What was chosen in the screen of two reports, as the state of its view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

#: What the state of the view says of switches: only changes, numbers ignored, terms hidden.
_ONLY_CHANGES, _NO_NUMBERS, _NO_TERMS = "m", "=", "t"
_EARLIER, _LATER = "e", "l"
_FIELDS = 6

#: What tells a pair from others: a side, and an offset there.
PairKey = tuple[int, int]


class PairState(NamedTuple):
    """What was chosen.

    Attributes:
        key: The pair at the cursor; None if there is none.
        facet: The kind of pairs that are shown.
        side: The report that Enter opens: 0 for the earlier one.
        only_changes: Whether pairs that are the same are hidden.
        ignores_numbers: Whether numbers do not count as a change.
        hides_terms: Whether the terms are hidden.
        query: What is searched for.
        term: The term at the cursor of the list; empty if there is none.
    """

    key: PairKey | None
    facet: str
    side: int
    only_changes: bool
    ignores_numbers: bool
    hides_terms: bool
    query: str
    term: str

    def written(self) -> tuple[str, ...]:
        """Return it as the state of a view."""
        switches = (
            (_ONLY_CHANGES, self.only_changes),
            (_NO_NUMBERS, self.ignores_numbers),
            (_NO_TERMS, self.hides_terms),
        )
        return (
            f"{(_EARLIER, _LATER)[self.key[0]]}{self.key[1]}" if self.key is not None else "",
            self.facet,
            (_EARLIER, _LATER)[self.side],
            "".join(switch for switch, is_on in switches if is_on),
            self.query,
            self.term,
        )


def read_state(state: Sequence[str]) -> PairState:
    """Return what the state of a view says; what it lacks is as usual."""
    key, facet, side, switches, query, term = (*state, *[""] * _FIELDS)[:_FIELDS]
    return PairState(
        _read_key(key),
        facet,
        0 if side == _EARLIER else 1,
        _ONLY_CHANGES in switches,
        _NO_NUMBERS in switches,
        _NO_TERMS in switches,
        query,
        term,
    )


def _read_key(key: str) -> PairKey | None:
    """Return the side and the offset that a state names."""
    if key[:1] in (_EARLIER, _LATER) and key[1:].isdigit():
        return (0 if key[0] == _EARLIER else 1), int(key[1:])
    return None
