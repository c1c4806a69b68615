"""The sections and topics of a report, each beside its counterpart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from tui.exports.model import Export, table_export
from tui.exports.wording import counterpart_table
from tui.messages import counterpart_screen as messages
from tui.messages import exports as export_messages
from tui.messages import tables as tables_messages
from tui.report.model import Node
from tui.report.outline import Outline
from tui.report.sentences import sentences_in
from tui.views.model import CounterpartSet
from tui.widgets.beside_layout import SideText, Span
from tui.wording.likeness import Grams, masked_grams
from tui.wording.shared import most_alike, shared_words

#: Characters of a word that two sentences share, and of one that two whole texts do, at least.
_LEAST_OF_SENTENCES, _LEAST_OF_TEXTS = 3, 4


class CounterpartPair:
    """A section or topic and one of its counterparts, with what goes together in them.

    Args:
        content: The report.
        nodes: The one of the review and the one of the plan; None where there is none.
        likely_side: The side whose node is only likely the counterpart of the other; None if it is sure.

    Attributes:
        likely_side: The same.
    """

    def __init__(
        self,
        content: CounterpartSet,
        nodes: tuple[Node | None, Node | None],
        likely_side: int | None = None,
    ) -> None:
        self._content = content
        self.likely_side = likely_side
        self.nodes = nodes
        review, plan = (self._side(side, node) for side, node in enumerate(nodes))
        self.sides = review, plan
        self._grams: list[Sequence[Grams] | None] = [None, None]
        self._marks: dict[tuple[int, int], tuple[Sequence[Span], Sequence[Span]]] = {}

    def _side(self, side: int, node: Node | None) -> SideText | None:
        if node is None:
            return None
        outline = self._content.side.outline
        text = outline.report.text[node.start : node.end]
        where = name_of(outline, node)
        if side == self.likely_side:
            where = messages.likely(where)
        return SideText(messages.SIDES[side], where, text, tuple(sentences_in(text)))

    def is_heading(self, side: int, sentence: int) -> bool:
        """Return whether a sentence is the heading, which stands for the whole text."""
        node, text = self.nodes[side], self.sides[side]
        if node is None or text is None or sentence or not node.heading:
            return False
        return len(text.sentences) > 1 and node.heading.rstrip("。.") in text.text[slice(*text.sentences[0])]

    def match(self, side: int, sentence: int) -> int | None:
        """Return the sentence of the other side that is most like one; None if none is like it. Headings go together."""
        other = 1 - side
        if self.sides[other] is None:
            return None
        if self.is_heading(side, sentence):
            return 0
        first = 1 if self.is_heading(other, 0) else 0
        grams = self._grams_of(side)
        if sentence >= len(grams):
            return None
        found = most_alike(grams[sentence], self._grams_of(other)[first:], self._content.weights)
        return found + first if found is not None else None

    def marks(self, side: int, sentence: int) -> tuple[Sequence[Span], Sequence[Span]]:
        """Return the words that a sentence shares with its match; for a heading those that both texts share."""
        key = side, sentence
        if key not in self._marks:
            self._marks[key] = self._shared(side, sentence)
        return self._marks[key]

    def _shared(self, side: int, sentence: int) -> tuple[Sequence[Span], Sequence[Span]]:
        one, other = self.sides[side], self.sides[1 - side]
        match = self.match(side, sentence)
        if one is None or other is None or match is None:
            return (), ()
        spans = one.sentences[sentence], other.sentences[match]
        if self.is_heading(side, sentence):
            spans = (0, len(one.text)), (0, len(other.text))
        least = _LEAST_OF_TEXTS if self.is_heading(side, sentence) else _LEAST_OF_SENTENCES
        shared = shared_words(
            one.text[slice(*spans[0])], other.text[slice(*spans[1])], self._content.weights, least
        )
        here, there = (
            [(begin + start, stop + start) for begin, stop in words]
            for words, (start, _) in zip(shared, spans, strict=True)
        )
        return (here, there) if not side else (there, here)

    def _grams_of(self, side: int) -> Sequence[Grams]:
        grams, text = self._grams[side], self.sides[side]
        if grams is None:
            spans = text.sentences if text is not None else ()
            shown = text.text if text is not None else ""
            grams = self._grams[side] = [masked_grams(shown[start:end]) for start, end in spans]
        return grams


class CounterpartContents:
    """The sections and topics of a report that have a place in its review or its plan.

    Args:
        content: The report.

    Attributes:
        units: The sections and topics, in document order.
    """

    def __init__(self, content: CounterpartSet) -> None:
        self.content = content
        self._outline = content.side.outline
        nodes = [node for node in self._outline.nodes if node.id in content.counterparts]
        self.units = sorted(nodes, key=lambda node: (node.start, -node.end))

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [node.start for node in self.units]

    @property
    def whose(self) -> str:
        """Place and year."""
        ref = self.content.side.ref
        return f"{self.place}{ref.plan_year or ''}"

    @property
    def place(self) -> str:
        """The place of the report."""
        return self.content.side.ref.shown_place or tables_messages.UNKNOWN_PLACE

    def side_of(self, unit: Node) -> int:
        """Return 0 for a section or topic of the review, 1 for one of the plan."""
        return int(unit.id in self.content.planned)

    def index_at(self, offset: int) -> int:
        """Return the index of the section or topic at an offset: the innermost that has a counterpart, else the innermost.

        Outside of all of them it is the next one, else the last.
        """
        index = {node.id: at for at, node in enumerate(self.units)}
        line = self._outline.lineage(self._outline.at(offset))
        around = [index[node.id] for node in reversed(line) if node.id in index]
        paired = [at for at in around if self.content.counterparts[self.units[at].id]]
        after = min(bisect_left(self._starts, offset), len(self.units) - 1)
        return [*paired, *around, after][0]

    def index_of(self, node: str) -> int | None:
        """Return the index of a section or topic by its id; None if there is none."""
        return next((at for at, unit in enumerate(self.units) if unit.id == node), None)

    def step(self, here: int, direction: int, level: str) -> int | None:
        """Return the index of the next (1) or previous (-1) section, or of whatever is next; None at the ends."""
        step = range(here + 1, len(self.units)) if direction > 0 else range(here - 1, -1, -1)
        levels = {node.level for node in self.units}
        return next((at for at in step if level not in levels or self.units[at].level == level), None)

    def nearest_paired(self, here: int) -> int | None:
        """Return the index of the nearest section or topic that has a counterpart; None if none has."""
        paired = [at for at, unit in enumerate(self.units) if self.content.counterparts[unit.id]]
        return min(paired, key=lambda at: abs(at - here), default=None)

    def where(self, index: int) -> str:
        """Return where a section or topic stands, with its heading."""
        return name_of(self._outline, self.units[index])

    def pair(self, index: int, choice: int) -> CounterpartPair:
        """Return a section or topic beside one of its counterparts: the most alike (0) or the next (1)."""
        unit = self.units[index]
        found = self.content.counterparts[unit.id]
        one = found[choice] if choice < len(found) else None
        other = self._outline.by_id.get(one.node) if one is not None else None
        side = self.side_of(unit)
        likely_side = 1 - side if one is not None and not one.is_sure else None
        return CounterpartPair(self.content, (other, unit) if side else (unit, other), likely_side)

    def exports(self) -> Sequence[Export]:
        """Return every section and topic with its counterparts."""
        side, found = self.content.side, self.content.counterparts
        table = counterpart_table(side.outline, found, side.ref)
        what = messages.WHAT
        return [table_export(export_messages.every(what), what, self.whose, len(found), table)]


def name_of(outline: Outline, node: Node) -> str:
    """Return where a section or topic stands, with its heading: ``三(一) 多措并举促进消费``."""
    path = outline.path(node)
    return (
        f"{path} {node.heading}"
        if node.level in ("section", "chapter") and node.heading and node.heading not in path
        else path
    )
