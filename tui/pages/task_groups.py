"""The most important tasks of each chapter or section."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import zip_longest

from tui.pages.brief import TaskGroup
from tui.report.model import Metric, Node
from tui.report.outline import Outline
from tui.tasks.model import Task

#: Targets that are on the page already from which a chapter or section is a list of targets.
_TARGET_LIST = 3
#: Groups at most; with more sections, chapters are the groups.
MOST_GROUPS = 14
#: Characters that are no numbers, of a task that is chosen at least, and all characters at most.
_SHORTEST, _LONGEST = 9, 78
#: Characters of a task that takes one line.
_LONG = 36
_NUMBERS = re.compile(r"[0-9.%％,，、]+")
#: Where a heading may end that is shown in part, and characters of it that are always shown.
_PAUSE, _FEWEST_WORDS = re.compile("[,，;；。:：、](?![^“”]*”)"), 8


def task_groups(outline: Outline, tasks: Sequence[Task], known: Collection[Metric]) -> list[TaskGroup]:
    """Return all groups, each with all tasks that may be chosen, the most important first.

    Args:
        outline: The report.
        tasks: Its tasks.
        known: Targets that are on the page already.
    """
    listed = {
        node for node, count in Counter(metric.node for metric in known).items() if count >= _TARGET_LIST
    }
    told = {metric.id for metric in known}
    tasks = [task for task in tasks if task.node not in listed]
    first = {task.text: task.number for task in reversed(tasks)}
    repeated = {task.number for task in tasks if first[task.text] != task.number}
    grouped = _grouped(outline, tasks)
    labels = distinct_labels([_whole_label(outline, outline.by_id[id]) for id in grouped])
    groups = [
        _group(outline, id, label, some, told, repeated)
        for (id, some), label in zip(grouped.items(), labels, strict=True)
    ]
    return sorted(groups, key=_is_of_years)


def _grouped(outline: Outline, tasks: Sequence[Task]) -> dict[str, list[Task]]:
    """Return tasks by section; if there are too many, by chapter but for the one with most tasks; or else all by chapter."""
    lines = [outline.lineage(outline.by_id[task.node]) for task in tasks]
    largest = Counter(line[0].id for line in lines).most_common(1)
    chapters = {line[0].id for line in lines}
    sections = {line[0].id for line in lines if len(line) > 1 and line[1].level == "section"}
    grouped: dict[str, list[Task]] = {}
    for divided in (chapters, {id for id, _ in largest}, set[str]()):
        grouped = {}
        for task, line in zip(tasks, lines, strict=True):
            is_apart = line[0].id in divided and len(line) > 1 and _is_apart(line, sections)
            grouped.setdefault(line[int(is_apart)].id, []).append(task)
        if len(grouped) <= MOST_GROUPS:
            break
    return grouped


def _is_apart(line: Sequence[Node], sections: Collection[str]) -> bool:
    """Tell whether a node below a chapter has tasks of its own: a section, or a part with a heading where there are no sections."""
    return bool(line[1].heading) and (line[1].level == "section" or line[0].id not in sections)


def _is_of_years(group: TaskGroup) -> bool:
    """Tell whether the tasks of a group are for several years: those of the year come first."""
    return bool(group.tasks) and all(task.years for task in group.tasks)


def _group(
    outline: Outline,
    id: str,
    label: str,
    tasks: Sequence[Task],
    known: Collection[str],
    repeated: Collection[int],
) -> TaskGroup:
    """Return a group with all tasks that may be chosen.

    Args:
        outline: The report.
        id: Of its node.
        label: Its number and heading.
        tasks: Its tasks.
        known: Metrics that are on the page already.
        repeated: Numbers of tasks that are told before word by word: an annex repeats some.
    """
    node = outline.by_id[id]
    usable = [
        task
        for task in tasks
        if task.number not in repeated and _is_usable(task.text) and not set(task.metrics) & set(known)
    ]
    return TaskGroup(node, label, len(tasks), tuple(_spread(outline, node, usable)))


def _spread(outline: Outline, node: Node, tasks: Iterable[Task]) -> Iterator[Task]:
    """Yield the most important task of each part of a chapter or section, then the second ones, and so on."""
    parts: dict[str, list[Task]] = {}
    for task in sorted(tasks, key=_importance, reverse=True):
        line = outline.lineage(outline.by_id[task.node])
        below = line[min(line.index(node) + 1, len(line) - 1)]
        parts.setdefault(below.id, []).append(task)
    for turn in zip_longest(*parts.values()):
        yield from filter(None, turn)


def _is_usable(text: str) -> bool:
    """Tell whether a text is short enough, and says what is done besides numbers."""
    return len(text) <= _LONGEST and len(_NUMBERS.sub("", text)) >= _SHORTEST


def _whole_label(outline: Outline, node: Node) -> str:
    """Return number and heading of a chapter or section: ``二、今年的工作``, ``三(一)多措并举促进消费``; without that of a chapter that has none."""
    path, heading = outline.path(node), node.heading or ""
    if node.level == "chapter" or outline.lineage(node)[0].number is None:
        return outline.label(node)
    return path if path.endswith(heading) else path + heading


def distinct_labels(whole: Sequence[str]) -> list[str]:
    """Return labels up to their first pause, those that would read the same up to the pause that tells them apart."""
    ends = [[match.start() for match in _PAUSE.finditer(label, _FEWEST_WORDS)] for label in whole]
    labels = [label[: end[0]] if end else label for label, end in zip(whole, ends, strict=True)]
    for pauses in range(1, max(map(len, ends), default=0) + 1):
        counts = Counter(labels)
        labels = [
            (label[: end[pauses]] if pauses < len(end) else label) if counts[short] > 1 else short
            for label, short, end in zip(whole, labels, ends, strict=True)
        ]
    return labels


def _is_checked(task: Task) -> bool:
    """Tell whether it can be told from figures or a deadline if a task is done."""
    return bool(task.metrics or task.deadline) and not task.years


def _importance(task: Task) -> tuple[int, bool, int]:
    """Return how important a task is: one with figures and a deadline can be checked, a part of another says less."""
    checked = (
        2 * bool(task.metrics) + bool(task.deadline) + (len(task.metrics) > 1) - (task.part_of is not None)
    )
    return checked, len(task.text) <= _LONG, -task.number


def fitted(groups: Sequence[TaskGroup], lines: float, cost: Callable[[TaskGroup], float]) -> list[TaskGroup]:
    """Return groups with as many tasks as have room, in the order of the text.

    Args:
        groups: Groups with all tasks that may be chosen.
        lines: The room.
        cost: Returns the room that a group takes.
    """
    taken: list[list[Task]] = [[] for _ in groups]
    left = lines
    for number, task in _rounds(groups):
        group = groups[number]
        now = cost(_with(group, taken[number])) if taken[number] else 0.0
        more = cost(_with(group, [*taken[number], task])) - now
        if more <= left:
            taken[number].append(task)
            left -= more
    return [_with(group, tasks) for group, tasks in zip(groups, taken, strict=True) if tasks]


def _rounds(groups: Sequence[TaskGroup]) -> Iterator[tuple[int, Task]]:
    """Yield a task of each group, beginning with those of the year, then further ones in turns; those that cannot be checked come last."""
    firsts = [next(filter(_is_checked, group.tasks), next(iter(group.tasks), None)) for group in groups]
    numbered = [(number, task) for number, task in enumerate(firsts) if task is not None]
    yield from sorted(numbered, key=lambda pair: pair[1].chapter_year is None)
    for is_checked in (True, False):
        chosen = [
            [task for task in group.tasks if _is_checked(task) == is_checked and task is not first]
            for group, first in zip(groups, firsts, strict=True)
        ]
        for turn in zip_longest(*chosen):
            yield from ((number, task) for number, task in enumerate(turn) if task is not None)


def _with(group: TaskGroup, tasks: Iterable[Task]) -> TaskGroup:
    return group._replace(tasks=tuple(sorted(tasks, key=lambda task: task.start)))
