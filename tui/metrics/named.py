"""Find the quantities of a passage, each with its name; lists share or divide names."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.messages import metrics as messages
from tui.metrics import naming
from tui.metrics.passage import Passage
from tui.metrics.quantity import Quantity, find_quantities
from tui.report.sentences import sentence_at

#: Marks of notes, and the number of an article: ``第四条　绿地率``, ``地区生产总值[2]``.
_NOT_OF_NAMES = re.compile(r"[\[〔［]\d{1,3}[\]〕］]|^第[一二三四五六七八九十百零〇]{1,7}条[ \u3000]+")


class NamedQuantity(NamedTuple):
    """A quantity with its name and the text around it.

    Attributes:
        quantity: The number with its unit.
        before: Its clause up to it, behind the quantity before it.
        sentence: Half-open offsets of its sentence.
        name: What it measures.
        named_by: Where the name was found.
        continues: Whether it continues a list with the quantity before it.
    """

    quantity: Quantity
    before: str
    sentence: tuple[int, int]
    name: str
    named_by: str
    continues: bool


def named_quantities(passage: Passage) -> list[NamedQuantity]:
    """Return the quantities of a passage with their names, in document order."""
    text = passage.outline.report.text
    result: list[NamedQuantity] = []
    previous_end = 0
    sentence = (0, 0)
    shift = passage.half_start
    for found in find_quantities(passage.half[passage.start - shift : passage.end - shift]):
        quantity = found._replace(start=found.start + passage.start, end=found.end + passage.start)
        if passage.outline.at(quantity.start).id == "front":
            continue
        before = text[max(previous_end, passage.clauses.start(quantity.start)) : quantity.start]
        if quantity.start >= sentence[1]:
            sentence = sentence_at(text, quantity.start)
        name, named_by = naming.name_of(text, quantity, before)
        name = _NOT_OF_NAMES.sub("", name).strip()
        if not name and result and result[-1].sentence == sentence:
            name, named_by = result[-1].name, messages.NAME_OF_THE_ONE_BEFORE
        continues = bool(previous_end) and naming.continues(text[previous_end : quantity.start])
        result.append(NamedQuantity(quantity, before, sentence, name, named_by, continues))
        previous_end = quantity.end
    return _name_respectively(result)


def _name_respectively(quantities: list[NamedQuantity]) -> list[NamedQuantity]:
    """Give each quantity behind 分别 the name it belongs to.

    Either the names are listed before it (PM10、PM2.5平均浓度分别下降5%、4%), or they are those of as many quantities
    before it (就业3540人、转移就业244人,分别占年度任务的126%、152%).
    """
    named = list(quantities)
    for index, first in enumerate(quantities):
        if first.continues:
            continue
        end = index + 1
        while end < len(quantities) and _goes_on(quantities[end], quantities[end - 1]):
            end += 1
        size = end - index
        if size < 2:
            continue
        names = naming.listed(first.name, size)
        if "分别" in first.before and not naming.own_name(first.before):
            before = [one for one in named[max(0, index - size) : index] if one.sentence == first.sentence]
            names = [one.name for one in before] if len(before) == size else []
        for at, name in enumerate(names, start=index):
            named[at] = quantities[at]._replace(name=name, named_by=messages.NAMED_RESPECTIVELY)
    return named


def _goes_on(this: NamedQuantity, before: NamedQuantity) -> bool:
    same_unit = this.quantity.unit == before.quantity.unit
    return this.continues and same_unit and this.sentence == before.sentence
