"""Look up nodes of a report by offset and id: labels, paths, neighbours."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tui.messages import reports
from tui.report.grammar import ADDRESS, PAUSES
from tui.report.model import Node, Report

#: Name of the text of a node before its first child.
OVERVIEW = reports.OVERVIEW
#: Characters in a path by which text is named that continues its parent.
_PATH_CHARACTERS = 8
#: Characters below a heading that make an overview; fewer are only a transition to the first child.
_OVERVIEW_MIN = 30
#: Levels that a position in the text is told by.
_UNITS = ("part", "chapter", "section")
#: Levels of headings, whose text is no part of what is read around it.
_HEADED = ("chapter", "section")
#: The first clause of a text that continues its parent, and the second one if the first is short, behind dashes and an
#: address to the deputies.
_CLAUSE = rf"[^{PAUSES}\n]"
_FIRST_CLAUSE = re.compile(
    rf"[—―–－─\s]*(?:{ADDRESS}{_CLAUSE}{{0,8}}[{PAUSES}]\s*)?(?P<clause>(?:{_CLAUSE}{{1,6}}[，,])?{_CLAUSE}{{2,22}})"
)
#: What follows the number of an item without heading, up to its words.
_MARKS = ".．、，,是要)） "


class Outline:
    """A report's nodes by offset and by id. All offsets are into the report's text.

    Attributes:
        report: The report.
        nodes: All nodes, in document order.
        by_id: Nodes by their ids.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        self.nodes: tuple[Node, ...] = tuple(report.walk())
        self.by_id: dict[str, Node] = {node.id: node for node in self.nodes}
        self._own_starts = [node.own_start for node in self.nodes]
        self._parents = {child.id: node for node in self.nodes for child in node.children}

    def index_at(self, offset: int) -> int:
        """Return the index in :attr:`nodes` of the node whose own text holds the offset."""
        return max(0, bisect_right(self._own_starts, offset) - 1)

    def at(self, offset: int) -> Node:
        """Return the innermost node that holds the offset; the last one at the end of the text."""
        return self.nodes[self.index_at(offset)]

    def lineage(self, node: Node) -> list[Node]:
        """Return the node's ancestors, the outermost first, and the node itself."""
        line = [node]
        while (parent := self._parents.get(line[-1].id)) is not None:
            line.append(parent)
        return line[::-1]

    def parent(self, node: Node) -> Node | None:
        """Return the parent of a node; None for an outermost one."""
        return self._parents.get(node.id)

    def section_at(self, offset: int) -> Node:
        """Return the section that holds the offset; the outermost node if there is none."""
        line = self.lineage(self.at(offset))
        return next((node for node in line if node.level == "section"), line[0])

    def headings_over(self, offset: int) -> list[Node]:
        """Return the nodes whose headings are above an offset, without a heading that starts at it."""
        return [
            node for node in self.lineage(self.at(offset)) if node.heading is not None and node.start < offset
        ]

    def label(self, node: Node) -> str:
        """Return the label of a node in a tree: ``一、2023年工作回顾``, ``(一)聚焦发展要务``, ``开场``, ``1. Introduction``.

        Text that continues its parent is labelled with its first clause: ``刚刚过去的2023年…``.
        """
        if node.level == "part" and not node.heading:
            return self._first_clause(node) or self._part_name(node)
        mark, heading = self.mark(node), node.heading or ""
        between = " " if mark and heading and (mark + heading).isascii() else ""
        return mark + between + (heading or self._first_words(node))

    def mark(self, node: Node) -> str:
        """Return the node's number as printed, with its marks: ``一、``, ``(一)``; empty if it has none."""
        if node.number is None:
            return ""
        if node.heading:
            at = self.report.text.find(node.heading, node.start, node.start + 12 + len(node.heading))
            if at > node.start:
                return self.report.text[node.start : at].strip()
        elif mark := self._printed_mark(node):
            return mark
        return {"chapter": f"{node.number}、", "section": f"({node.number})"}.get(
            node.level, f"{node.number} "
        )

    def _printed_mark(self, node: Node) -> str:
        """Return the number and marks that the text of a node begins with; empty if it begins otherwise."""
        text, number = self.report.text, node.number or ""
        at = text.find(
            number, node.start, node.start + len(number) + 1
        )  # ``(`` or ``第`` may stand before it
        if at < 0:
            return ""
        end = at + len(number)
        while end < node.own_end and text[end] in _MARKS:
            end += 1
        return text[node.start : end]

    def path(self, node: Node) -> str:
        """Return the path of a node for citations: ``三(一)多措并举促进消费``."""
        path = ""
        for step in self.lineage(node):
            if step.level == "section" and step.number:
                path += f"({step.number})"
            elif step.level == "chapter":
                path += step.number or step.heading or ""
            else:
                name = step.heading or reports.item_name(step.number)
                word = self._part_name(step) if step.level == "part" else name
                begins = self._first_clause(step, _PATH_CHARACTERS) if step.level == "part" else ""
                path += f" {begins}" if begins else word if not path or path.endswith(")") else f" {word}"
        return path

    def ends(self) -> dict[int, Node]:
        """Return the chapters and sections by where they end; of several that end together the innermost."""
        return {node.end: node for node in self.nodes if node.level in _HEADED}

    def place_at(self, offset: int) -> tuple[str, float]:
        """Return the name of what is read at an offset, and how much of that is before the offset: 0 to 1.

        That is a section; or what a chapter has before, between or behind its sections, all of it if it has none.
        """
        node = self.at(offset)
        line = self.lineage(node)
        section = next((step for step in line if step.level == "section"), None)
        unit = section or next((step for step in line if step.level == "chapter"), line[0])
        within = () if section else [child for child in unit.children if child.level in _HEADED]
        start = max((child.end for child in within if child.end <= offset), default=unit.start)
        end = min((child.start for child in within if child.start > offset), default=unit.end)
        name = self.path(unit)
        if within and start > unit.start:
            name = self.short_name(node)
        elif within and offset > unit.start:
            name = self.own_name(unit)
        return name, min(1.0, max(0, offset - start) / max(1, end - start))

    def short_name(self, node: Node) -> str:
        """Return the path down to the section, for narrow columns: ``一(二)``, ``一 概述``."""
        line = [step for step in self.lineage(node) if step.level in _UNITS]
        if not line:
            return self.path(node)
        is_chapter = line[-1].level == "chapter" and line[-1] is node
        return self.own_name(node) if is_chapter else self.path(line[-1])

    def own_name(self, node: Node) -> str:
        """Return the path of the text of a node before its first child: ``一 概述``."""
        if not self.has_overview(node):
            return self.path(node)
        return self.path(node) + (OVERVIEW if self.path(node).endswith(")") else f" {OVERVIEW}")

    def has_overview(self, node: Node) -> bool:
        """Return whether a node with children has an overview of its own below its heading."""
        return bool(node.children) and node.own_end - node.start > len(self.label(node)) + _OVERVIEW_MIN

    def step(self, offset: int, direction: int, levels: Sequence[str]) -> Node | None:
        """Return the next (1) or previous (-1) node of some levels from an offset on; None at the ends."""
        here = self.index_at(offset)
        nodes = self.nodes[here:] if direction > 0 else self.nodes[here::-1]
        beyond = (node for node in nodes if node.level in levels and (node.start - offset) * direction > 0)
        return next(beyond, None)

    def _part_name(self, node: Node) -> str:
        name = node.id.rpartition(".")[2].rstrip("0123456789")
        if "." in node.id:
            return reports.INNER_PART_NAMES.get(name, self._first_words(node))
        return reports.PART_NAMES.get(name, self._first_words(node))

    def _first_clause(self, node: Node, most: int | None = None) -> str:
        """Return how the text begins that continues its parent, at most so many characters; empty for other parts."""
        if not node.id.rpartition(".")[2].startswith("continuation"):
            return ""
        match = _FIRST_CLAUSE.match(self.report.text[node.start : min(node.own_end, node.start + 60)])
        if match is None:
            return ""
        clause = match["clause"][:most]
        if clause.count("“") > clause.count("”") and not clause.startswith("“"):
            clause = clause[: clause.rindex("“")]
        return f"{clause.rstrip('、，,')}…"

    def _first_words(self, node: Node) -> str:
        words = self.report.text[node.start : min(node.own_end, node.start + 24)].split("\n")[0]
        mark = self._printed_mark(node) if node.number else ""
        return words[len(mark) :].lstrip(_MARKS) or node.id
