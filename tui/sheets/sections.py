"""Name chapters and sections in a few characters, for narrow columns, and tell below the table what these stand for."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from tui.messages import sheets as messages
from tui.report.model import Metric, Node
from tui.report.outline import Outline
from tui.report.sanitize import one_line

#: What headings of chapters without a number have in common: the year before, and that they are proposals.
_YEAR = re.compile(
    r"(?:(?:19|20)\d\d年|[一二][九〇○零][〇○零一二三四五六七八九]{2}年|今年|明年)度?(?:的|政府|[及和与暨](?=“))*"
)
_PROPOSED = re.compile("的?(?:建议|意见)$")
_PAUSE = re.compile("[,，;；。:：、 \u3000]")
#: Where the words of a long heading end, if as many stand before it as a short name has at least.
_JOINT, _FEWEST_BEFORE_JOINT = re.compile("[的及和与暨]|(?<=”)"), 4
#: Characters of a short name and of a heading at most, and of what is left of it at least.
_LONGEST, _LONGEST_HEADING, _FEWEST = 6, 30, 2


def section_of(index: Outline, metric: Metric | None) -> str:
    """Return the chapter and the section of a metric, in a few characters: 三(一); empty for none."""
    return short_path(index, index.by_id[metric.node]) if metric else ""


def short_path(index: Outline, node: Node) -> str:
    """Return the chapter and the section of a node: 三(一); of a chapter without a number in its words: 工作安排(一)."""
    line = index.lineage(node)
    outermost = line[0]
    steps = [step for step in line if step.level in ("chapter", "section")]
    path = one_line(index.path(steps[-1]) if steps else index.short_name(node))
    heading = one_line(outermost.heading or "")
    if outermost.number or not heading or not path.startswith(heading):
        return path
    return _shortened(index, heading) + path[len(heading) :]


def _shortened(index: Outline, heading: str) -> str:
    """Return a heading without place and year, unless that of another chapter reads the same."""
    place = index.report.place
    short = _short(heading, place)
    others = (one_line(node.heading or "") for node in index.report.outline)
    if any(other != heading and _short(other, place) == short for other in others):
        return heading
    return short


def _short(heading: str, place: str) -> str:
    words = _PROPOSED.sub("", _YEAR.sub("", heading.removeprefix(place), count=1))
    if len(words) < _FEWEST:
        words = heading
    if len(words) <= _LONGEST:
        return words
    if pause := _PAUSE.search(words, _FEWEST, _LONGEST + 1):
        return words[: pause.start()]
    joint = _JOINT.search(words, _FEWEST_BEFORE_JOINT, _LONGEST + 1)
    end = joint.start() if joint else _LONGEST - 1
    if words.rfind("“", 0, end) > words.rfind("”", 0, end):
        end = words.find("”", end, end + _FEWEST) + 1 or end
    return words[:end] + (messages.ELLIPSIS if end < len(words) else "")


def short_section(index: Outline, node: Node) -> str:
    """Return the section of a node in a few characters: 三(一); of a chapter without a number, its own number and words: (一)扩大内需."""
    steps = [step for step in index.lineage(node) if step.level in ("chapter", "section") and step.heading]
    if not steps or steps[0].number or len(steps) == 1:
        return short_path(index, node)
    path = short_path(index, steps[-1])
    number = path[len(short_path(index, steps[0])) :].strip()
    words = _short(one_line(steps[-1].heading or ""), index.report.place)
    return words if words in number or not steps[-1].number else number + words


def section_names(index: Outline) -> dict[str, str]:
    """Return the headings of chapters, sections and annexes by their short names."""
    names: dict[str, str] = {}
    for node in index.nodes:
        if node.heading and (node.level in ("chapter", "section") or index.parent(node) is None):
            names.setdefault(short_path(index, node), one_line(node.heading))
    return names


def section_notes(heading: str, names: Mapping[str, str], cells: Collection[str]) -> list[str]:
    """Return the note that tells the headings of the sections in a column; none if the names say all.

    Args:
        heading: The heading of the column.
        names: See :func:`section_names`.
        cells: The cells of the column.
    """
    used = set(cells)
    told = [
        messages.section(
            name, text if len(text) <= _LONGEST_HEADING else text[:_LONGEST_HEADING] + messages.ELLIPSIS
        )
        for name, text in names.items()
        if name in used and text != name
    ]
    return [messages.sections(heading, told)] if told else []
