"""What the screens of series and rankings share: sentences with where they stand, and the choice of an indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.citation import Reference
from tui.library.past import YEARLY
from tui.messages import figure_screens as messages
from tui.messages.verdicts import ACTUAL, TARGET
from tui.promises.verdicts import about_note
from tui.search.places import matching_labels
from tui.series.model import Mention, RankRow, SeriesYear, Stated
from tui.views.figures import IndicatorChoice, Paths
from tui.visits import Source
from tui.widgets.passage_pane import Passage

if TYPE_CHECKING:
    from tui.screens.asking import Asking
    from tui.screens.dialogs import Candidate

#: Most rows of a list to choose from.
_MOST_CHOICES = 200
_STYLES = {TARGET: "target", ACTUAL: "achieved", messages.AMOUNT: "metric"}


def passage_of(name: str, stated: Stated, paths: Paths) -> Passage:
    """Return the sentence of a figure."""
    report, metric = stated.report, stated.metric
    begin, _ = stated.sentence
    marks = ((metric.start - begin, metric.end - begin, _STYLES[name]),)
    source = Source(library_report=report.number) if report.number is not None else None
    path = paths.get((report.number or 0, metric.node), "")
    where = messages.report_of(report.place, report.plan_year, path)
    return Passage(name, where, stated.text, source, metric.start, marks, Reference.of_ref(report, path))


def mention_of(name: str, mention: Mention, paths: Paths) -> Passage:
    """Return the sentence that names an indicator without a figure."""
    report, (begin, _) = mention.report, mention.sentence
    marks = ((mention.start - begin, mention.end - begin, _STYLES[name]),)
    source = Source(library_report=report.number) if report.number is not None else None
    where = messages.report_of(report.place, report.plan_year, "")
    title = messages.only_mentioned(name)
    return Passage(title, where, mention.text, source, mention.start, marks, Reference.of_ref(report, ""))


def notes_on(row: SeriesYear | RankRow) -> Iterator[str]:
    """Yield what to bear in mind of a target and its result: first what the figures say, then how they are compared."""
    yield from row.notes
    target, actual = (one.metric if one is not None else None for one in (row.target, row.actual))
    if note := about_note(row.verdict, target, actual):
        yield note


def next_measure(measure: str) -> str:
    """Return the measure after one: growth, level, share."""
    names = [name for name in messages.MEASURES if name in YEARLY]
    return names[(names.index(measure) + 1) % len(names)] if measure in names else names[0]


def ask_indicator(
    asking: Asking, indicators: Sequence[IndicatorChoice], choose: Callable[[str], object]
) -> None:
    """List the indicators, to choose one by words or pinyin; any other name is taken as it is."""
    labels = [one.words for one in indicators]

    def matching(text: str) -> list[Candidate]:
        found: list[Candidate] = [
            ("", indicators[at].name, partial(choose, indicators[at].id))
            for at in matching_labels(labels, text)
        ]
        named = [("", messages.as_named(text), partial(choose, text.strip()))] if text.strip() else []
        is_exact = any(text.strip() in label.split() for label in labels)
        return [*found[:_MOST_CHOICES], *([] if is_exact else named)]

    asking.ask(messages.CHOOSE_INDICATOR, messages.INDICATOR_PLACEHOLDER, matching, 1)
