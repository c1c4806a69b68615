"""Make links to nodes and sentences of a report, and find what a link names, also in a report that was converted anew."""

from __future__ import annotations

from typing import NamedTuple

from tui.messages import links as messages
from tui.report.errors import UsageError
from tui.report.links import Link, names_report
from tui.report.model import Node
from tui.report.outline import Outline
from tui.report.sentences import sentence_at
from tui.search.places import find_place, printed_node
from tui.search.quotations.checking import reworded
from tui.search.quotations.source import Quotation, QuotedText
from tui.search.quotations.squeezed import cuts_number, occurrences, squeeze

#: Characters of a quotation in a link at least, where the sentence has so many.
MIN_QUOTE = 6
#: Passages that are named where a quotation has several.
_MAX_NAMED = 3
#: Characters compared of a heading, and at least of how a node without one begins: 各位代表！ tells nothing.
_MAX_HEADING, _MIN_BEGINNING = 40, 10


class Resolved(NamedTuple):
    """What a link names.

    Attributes:
        start: Half-open span of the text: of a node, or of a quotation.
        end: One past its last character.
        note: What is to be told of it: it has moved; empty for nothing.
    """

    start: int
    end: int
    note: str = ""


class Links:
    """The links of a report.

    Args:
        outline: The report.
        address: Its address, for links that are made; empty for links that hold in this report only.

    Attributes:
        source: The text, prepared for finding quotations.
    """

    def __init__(self, outline: Outline, address: str = "") -> None:
        self._outline = outline
        self._address = address
        self.source = QuotedText(outline.report.text)

    # -- making links ------------------------------------------------------------------------

    def of_node(self, node: Node) -> Link:
        """Return the link to a node: by its printed number, else by its id and how it begins.

        The parts of the report itself, such as its opening, are what they are called; those of chapters begin elsewhere when a report
        is converted anew.
        """
        outline = self._outline
        printed = "".join(
            f"({step.number})" if step.level == "section" else step.number or ""
            for step in outline.lineage(node)
        )
        if node.number and node.level in ("chapter", "section") and printed_node(outline, printed) is node:
            return Link(self._address, printed)
        if node.level == "part" and "." not in node.id:
            return Link(self._address, node.id)
        quote = "".join(self._beginning(node).split())
        return Link(self._address, node.id, quote)

    def of_span(self, start: int, end: int) -> Link:
        """Return the link to a passage: the shortest quotation from its beginning on that the text has only once."""
        outline, squeezed = self._outline, self.source.squeezed
        node = next((node for node in outline.nodes if (node.start, node.end) == (start, end)), None)
        if node is not None:
            return self.of_node(node)
        text = squeezed.text
        first, last = squeezed.squeezed_offset(start), squeezed.squeezed_offset(end)
        while last > first and not text[last - 1].isalnum() and squeeze(self._quote(last - 1, last)) == "":
            last -= 1  # a mark that only keeps the sentence's last number from the next one
        if first >= last:
            return Link(self._address, f"@{start}")
        stop = self._shortest(first, last)
        quote = self._quote(first, stop)
        if text.count(text[first:stop]) == 1 or self._is_only(text[first:stop], first):
            return Link(self._address, "", quote)
        section = outline.section_at(start)
        link = self.of_node(section)._replace(quote=quote)
        if not self.of_node(section).quote and self._names(link, first):
            return link
        starts = [at for at, _ in occurrences(text, text[first:stop])]
        if first in starts:
            return Link(self._address, "", quote, starts.index(first) + 1)
        return Link(self._address, f"@{start}")

    def _shortest(self, first: int, last: int) -> int:
        """Return where the shortest quotation ends that the text has once; the end if there is none."""
        text = self.source.squeezed.text

        def is_once(stop: int) -> bool:
            phrase = text[first:stop]
            return text.find(phrase, text.find(phrase) + 1) < 0

        low, high = min(last, first + MIN_QUOTE), last
        while low < high:
            middle = (low + high) // 2
            if is_once(middle):
                high = middle
            else:
                low = middle + 1
        while low < last and (
            cuts_number(text, first, low) or squeeze(self._quote(first, low)) != text[first:low]
        ):
            low += 1
        return low

    def _is_only(self, phrase: str, first: int) -> bool:
        return [start for start, _ in occurrences(self.source.squeezed.text, phrase)] == [first]

    def _quote(self, first: int, stop: int) -> str:
        """Return squeezed characters as the text has them, without white space."""
        start, end = self.source.squeezed.span(first, stop)
        return "".join(self._outline.report.text[start:end].split())

    def _names(self, link: Link, first: int) -> bool:
        """Tell whether a link names the passage that begins with a squeezed character."""
        try:
            found = self.find(link)
        except UsageError:
            return False
        return self.source.squeezed.squeezed_offset(found.start) == first

    def _beginning(self, node: Node) -> str:
        """Return how a node begins: its heading, or its first words."""
        text = self._outline.report.text
        if node.heading:
            return node.heading[:_MAX_HEADING]
        _, end = sentence_at(text, min(node.start + _MIN_BEGINNING, node.end - 1))
        return text[node.start : min(end, node.end, node.start + _MAX_HEADING)]

    # -- finding what links name -------------------------------------------------------------

    def is_own(self, link: Link) -> bool:
        """Tell whether a link is to this report, as far as it says."""
        return link.address in ("", self._address) or names_report(link.address, self._outline.report)

    def find(self, link: Link) -> Resolved:
        """Return what a link names in this report.

        Raises:
            UsageError: If it is a link to another report, there is nothing like it, or there are several; the message says what is nearest.
        """
        if not self.is_own(link):
            raise UsageError(messages.other_report(link.address))
        if not link.quote:
            return Resolved(*find_place(self._outline, link.place)) if link.place else Resolved(0, 0)
        found = self.all(link)
        if not found:
            raise UsageError(self.nothing(link))
        if link.occurrence:
            if link.occurrence > len(found):
                raise UsageError(messages.no_such_occurrence(link.quote, link.occurrence, len(found)))
            return found[link.occurrence - 1]
        if len(found) > 1:
            named = [
                (
                    str(self.of_occurrence(link.quote, one.start)),
                    self._outline.path(self._outline.at(one.start)),
                )
                for one in found[:_MAX_NAMED]
            ]
            raise UsageError(messages.ambiguous_quote(link.quote, named, len(found)))
        return found[0]

    def of_occurrence(self, quote: str, start: int) -> Link:
        """Return the link to one of several passages that have a quotation."""
        starts = [span[0] for span in self._spans(quote)]
        return Link("", "", quote, starts.index(start) + 1 if start in starts else 0)

    def all(self, link: Link) -> list[Resolved]:
        """Return all passages that a link with a quotation may name; those elsewhere only if its place has none."""
        node = self._node(link.place)
        if node is not None and self._begins(node, link.quote):
            return [Resolved(node.start, node.end)]
        spans = self._spans(link.quote)
        if not link.place:
            return [Resolved(*span) for span in spans]
        if node is not None:
            inside = [Resolved(*span) for span in spans if node.start <= span[0] < node.end]
            if inside:
                return inside
        headed = (
            [other for other in self._outline.nodes if self._begins(other, link.quote)]
            if "." in link.place
            else []
        )
        if len(headed) == 1:
            return [self._moved(link, headed[0].start, headed[0].end)]
        return [self._moved(link, *span) for span in spans]

    def _node(self, place: str) -> Node | None:
        """Return the node that a place names."""
        if not place:
            return None
        try:
            start, end = find_place(self._outline, place)
        except UsageError:
            return None
        same = (node for node in self._outline.nodes if (node.start, node.end) == (start, end))
        return self._outline.by_id.get(place) or next(same, None)

    def _begins(self, node: Node, quote: str) -> bool:
        """Tell whether a node begins with a quotation, at its number or at its heading."""
        phrase = squeeze(quote)
        return bool(phrase) and squeeze(self._beginning(node)) == phrase

    def _spans(self, quote: str) -> list[tuple[int, int]]:
        """Return the spans of the text that have a quotation: exactly, else apart from marks and white space."""
        text, squeezed, wanted = self._outline.report.text, self.source.squeezed, Quotation(quote)
        alike = [squeezed.span(*span) for span in occurrences(squeezed.text, wanted.squeezed)]
        core = wanted.text[slice(*wanted.core)]
        return [span for span in alike if text[slice(*span)] == core] or alike

    def _moved(self, link: Link, start: int, end: int) -> Resolved:
        path = self._outline.path(self._outline.at(start))
        return Resolved(start, end, messages.moved(link.place, path))

    def nearest(self, quote: str) -> Resolved | None:
        """Return the passage that is most like a quotation the text does not have; None if none is like it."""
        near = reworded(Quotation(quote), self.source)
        return None if near is None else Resolved(near.start, near.end)

    def nothing(self, link: Link) -> str:
        """Return that nothing has a quotation, with the nearest passage."""
        near = self.nearest(link.quote)
        if near is None:
            return messages.no_such_quote(link.quote, "", "", "")
        text, outline = self._outline.report.text, self._outline
        nearest = "".join(text[near.start : near.end].split())
        return messages.no_such_quote(
            link.quote,
            nearest,
            outline.path(outline.at(near.start)),
            str(self.of_span(near.start, near.end).within),
        )
