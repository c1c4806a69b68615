"""What stands around a quantity and may complete its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.metrics.name_words import DEED_WORDS
from tui.metrics.quantity import Quantity
from tui.metrics.units import COUNTED, base_quantity_power, without_per

#: What stands behind a verb that only begins a noun: 增加值, 建设用地.
_NOUN = re.compile(
    r"[类率值度额量数者员费房]|总值|用地|失业|资本|项目|工程|资金|面积|体系|里程|任务|人数|基地|中心|机构"
)
_MAX_VERBS, _JOINTS = 4, tuple("、和及")
_MONEY = "元"
_PAUSE = re.compile("[,，;；:：]")


class Item(NamedTuple):
    """A quantity of the same sentence with its name."""

    quantity: Quantity
    name: str
    part_of: str


class Context(NamedTuple):
    """What stands around a quantity.

    Attributes:
        quantity: The quantity.
        gap: The text between it and the quantity before it, or the start of its sentence.
        lead: The text of its sentence up to the first quantity.
        items: The quantities before it in the sentence that say what was measured.
        heading: The headline of its topic; empty if it is in none.
        is_listed: Whether only a mark of enumeration and its name stand between it and the quantity before it.
    """

    quantity: Quantity
    gap: str
    lead: str
    items: Sequence[Item]
    heading: str
    is_listed: bool

    @property
    def last(self) -> Item | None:
        """The quantity before it in the sentence."""
        return self.items[-1] if self.items else None

    @property
    def last_name(self) -> str:
        """The name of the quantity before it; empty if there is none."""
        return self.items[-1].name if self.items else ""

    @property
    def own(self) -> str:
        """The text right before it, behind the last pause or number."""
        return _PAUSE.split(self.gap)[-1].strip()

    @property
    def clause_before(self) -> str:
        """The clause before its own, behind any number in it; empty if there is none."""
        clauses = _PAUSE.split(self.gap)
        return clauses[-2].strip() if len(clauses) > 1 else ""

    @property
    def clause(self) -> str:
        """Its own clause, up to it or to the number before it."""
        return _PAUSE.split(self.gap)[-1].strip() if self.clause_before else ""

    @property
    def is_whole(self) -> bool:
        """Whether no number stands in the clause before."""
        return not self.items or len(_PAUSE.split(self.gap)) > 2


def clauses_of(text: str) -> list[str]:
    """Split a text at pauses."""
    return _PAUSE.split(text)


def verbs_of(name: str) -> str:
    """Return the verbs a name begins with; empty where it begins with none, or with a noun made of one."""
    ends = [0]
    while len(ends) <= _MAX_VERBS:
        word = DEED_WORDS.at(name, ends[-1])
        if not word and name.startswith(_JOINTS, ends[-1]) and (word := DEED_WORDS.at(name, ends[-1] + 1)):
            word = name[ends[-1]] + word
        if not word:
            break
        ends.append(ends[-1] + len(word))
    return next((name[:end] for end in reversed(ends) if end and not _NOUN.match(name, end)), "")


def thing_of(name: str) -> str:
    """Return a name without the verbs it begins with."""
    verbs = verbs_of(name)
    return name[len(verbs) :] if len(name) - len(verbs) > 1 else name


def is_money(quantity: Quantity) -> bool:
    """Tell whether a quantity is an amount of money."""
    return without_per(quantity.unit).endswith(_MONEY)


def same_kind(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities have the same unit, or both count things."""
    units = {base_quantity_power(quantity.unit)[1] for quantity in (one, other)}
    return len(units) == 1 or units <= COUNTED
