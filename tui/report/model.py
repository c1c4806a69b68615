"""The report as data: nodes, metrics, and the text they are spans of.

Every offset counts characters (Unicode code points) of :attr:`Report.text`; every span is half-open. Nodes tile the
text: their own texts, joined in document order, are the text.

Records are named tuples: as slotted dataclasses they would be read faster (8 ns a field instead of 19), but creating
the classes takes five times as long (1.1 ms instead of 0.2), and every start waits for nine of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple, get_args

from tui.messages import doubts as doubt_messages
from tui.messages import reports
from tui.report.dates import spoken_date
from tui.report.grammar import YEAR_CHARACTERS, names_place

Level = Literal["part", "chapter", "section", "topic", "item"]
Qualifier = Literal["exact", "about", "at_least", "at_most", "over", "under", "nearly", "more"]
Measure = Literal["level", "growth", "share", "completion", "rank", "multiple", "ratio"]
Direction = Literal["up", "down"]
Status = Literal["achieved", "target", "expected", "ongoing", "background"]
Attribute = Literal["average", "cumulative", "comparable", "real", "preliminary"]

LEVELS: tuple[Level, ...] = get_args(Level)
QUALIFIERS: tuple[Qualifier, ...] = get_args(Qualifier)
MEASURES: tuple[Measure, ...] = get_args(Measure)
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
STATUSES: tuple[Status, ...] = get_args(Status)
#: 年均, 累计, 可比 or 同口径, 实际 (without the change of prices), 初步核算.
ATTRIBUTES: tuple[Attribute, ...] = get_args(Attribute)


#: Parts of a ratio at most: 三次产业比 has three.
MAX_PARTS = 5
#: Characters of a report; the longest of 830 has 87,000.
MAX_CHARACTERS = 2_000_000


@dataclass(slots=True, eq=False, repr=False)  # each method made takes a tenth of a millisecond at the start
class NodeDraft:
    """A node before its offsets are known, as a converter finds it and an outline file holds it."""

    id: str
    level: Level
    text: str
    number: str | None = None
    heading: str | None = None
    year: int | None = None
    children: "list[NodeDraft]" = field(default_factory=list)


class Node(NamedTuple):
    """A part, chapter, section, topic or item.

    Attributes:
        id: Stable name: ``front``, ``1``, ``1.1``, ``1.1.2``, ``1.closing``.
        level: Its rank.
        number: As printed, without marks (``一``); None if it has none.
        heading: Without its closing mark; None if it has none.
        year: The year its metrics are about, if known.
        start: Where the node starts: at its number, its heading, or its first character that is not a space.
        end: Where the node with all its children ends, before its last line break.
        own_start: Where its own text starts, with any space before the number.
        own_end: Where its own text ends, and its first child or the next node starts.
        children: In document order.
    """

    id: str
    level: Level
    number: str | None
    heading: str | None
    year: int | None
    start: int
    end: int
    own_start: int
    own_end: int
    children: "tuple[Node, ...]"

    def walk(self) -> "Iterator[Node]":
        """Yield the node and all its descendants, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Speaker(NamedTuple):
    """The person who delivered the report."""

    role: str
    name: str


class Source(NamedTuple):
    """The file a report was converted from.

    Attributes:
        file: Its name, without folders.
        encoding: As Python names it.
        sha256: Of its bytes, in hexadecimal.
        characters: Length of the plain text.
    """

    file: str
    encoding: str
    sha256: str
    characters: int


class Metric(NamedTuple):
    """A figure the report states.

    Attributes:
        id: ``m001`` and on, in document order.
        node: Id of the innermost node that holds it.
        start: First character of the quote.
        end: One past its last character.
        quote: The number with its unit, as printed.
        indicator: What is measured, in the report's own words; empty if unknown.
        value: One number, both ends of a range, or all parts of a ratio.
        unit: As printed; empty if there is none.
        qualifier: How exact the number is.
        estimated: Whether the report says 预计.
        measure: What kind of statement it is.
        direction: For growth only.
        status: Achieved, promised for the period, expected of something not yet finished, under way, or given as background.
        period: The year or the years it is about, as text: ``2023``, ``2019-2023``, ``2023Q1-3``; empty if unknown.
        attributes: What else the text says of the number, in the order of :data:`ATTRIBUTES`.
        part_of: For 其中, the name of the whole; empty otherwise.
        among: For a rank, among whom: 全省; empty if not stated, and for all else.
        canonical: Id of the :class:`~tui.metrics.indicators.Indicator` it states; empty if it is none of them.
    """

    id: str
    node: str
    start: int
    end: int
    quote: str
    indicator: str
    value: tuple[Decimal, ...]
    unit: str
    qualifier: Qualifier
    estimated: bool
    measure: Measure
    direction: Direction | None
    status: Status
    period: str
    attributes: tuple[Attribute, ...] = ()
    part_of: str = ""
    among: str = ""
    canonical: str = ""


Comparable = Literal["strict", "loose"]
COMPARABLES: tuple[Comparable, ...] = get_args(Comparable)


class Comparison(NamedTuple):
    """An actual beside a target.

    Attributes:
        indicator: What is measured.
        achieved: Id of the actual's metric.
        target: Id of the target's metric.
        comparable: ``strict`` if scope and wording agree, ``loose`` if they nearly do.
        note: What differs; empty if nothing does.
    """

    indicator: str
    achieved: str
    target: str
    comparable: Comparable
    note: str


class FrontMatter(NamedTuple):
    """What is stated above the text; empty or None where the report does not say."""

    title: str
    date: str
    meeting: str
    organisation: str
    speaker: Speaker | None
    review_year: int | None
    plan_year: int | None

    @property
    def spoken_date(self) -> str:
        """The date as it is said: 2024年1月22日."""
        return spoken_date(self.date)


class Doubt(NamedTuple):
    """Something that may be wrong with a conversion.

    Attributes:
        text: What, a clause for people.
        offset: Where to look; None if it is about the whole report.
    """

    text: str
    offset: int | None = None


#: The title of reports that do not state one.
DEFAULT_TITLE = "政府工作报告"


class Report(NamedTuple):
    """A work report: front matter, text, outline, metrics, and comparisons of actuals with targets.

    Attributes:
        front: What is stated above the text.
        source: The file it was converted from.
        text: The whole text, which all offsets count in.
        outline: The outermost nodes.
        metrics: The metrics, in document order.
        comparisons: Actuals beside targets.
        doubts: What is uncertain about the outline.
    """

    front: FrontMatter
    source: Source
    text: str
    outline: tuple[Node, ...]
    metrics: tuple[Metric, ...]
    comparisons: tuple[Comparison, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def walk(self) -> Iterator[Node]:
        """Yield all nodes in document order."""
        for node in self.outline:
            yield from node.walk()

    def line_of(self, offset: int) -> int:
        """Return the line of the text that holds an offset, counted from 1."""
        return self.text.count("\n", 0, offset) + 1

    @property
    def place(self) -> str:
        """The place whose government reports, as its organisation is named; empty if unknown."""
        return self.own_place if names_place(self.own_place) else ""

    @property
    def own_place(self) -> str:
        """What the report calls its own place, which may be only the level: 市."""
        return self.front.organisation.replace("人民政府", "").strip().removesuffix("政府")

    @property
    def name(self) -> str:
        """A short name for title bars and citations: 惠济区政府工作报告; with the file where no place is named."""
        place = self.place
        title = self.front.title or DEFAULT_TITLE
        name = title if place in title else place + title
        is_placed = names_place(place) or title.strip(YEAR_CHARACTERS) != DEFAULT_TITLE
        return name if is_placed or not self.source.file else reports.with_file(name, self.source.file)


def outline_doubts(report: Report) -> list[Doubt]:
    """Return the doubts about the conversion, without what the report itself does not state."""
    return [doubt for doubt in report.doubts if not doubt.text.startswith(doubt_messages.NOT_STATED)]


def joined_text(drafts: Iterable[NodeDraft]) -> str:
    """Return the texts of the nodes, joined in document order."""
    return "".join(draft.text + joined_text(draft.children) for draft in drafts)


def place_nodes(drafts: Sequence[NodeDraft]) -> tuple[Node, ...]:
    """Turn drafts into nodes with offsets into the drafts' joined text."""
    nodes, _ = _place(drafts, 0, joined_text(drafts))
    return nodes


def _place(drafts: Sequence[NodeDraft], offset: int, text: str) -> tuple[tuple[Node, ...], int]:
    nodes: list[Node] = []
    for draft in drafts:
        own_start, own_end = offset, offset + len(draft.text)
        children, offset = _place(draft.children, own_end, text)
        start = own_start + len(draft.text) - len(draft.text.lstrip())
        end = max(start, own_start + len(text[own_start:offset].rstrip("\n")))
        nodes.append(
            Node(
                draft.id, draft.level, draft.number, draft.heading, draft.year,
                start, end, own_start, own_end, children,
            )
        )  # fmt: skip
    return tuple(nodes), offset
