"""What is said of parts, hits, metrics and promises: lines of text, and the items of numbered lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tui.library.past import LastPromises
from tui.messages import reading as messages
from tui.messages.gaps import gap_text
from tui.messages.metrics import STATUS_NAMES
from tui.messages.verdicts import VERDICT_NAMES
from tui.metrics.comparison import ComparisonRow
from tui.metrics.labels import format_period, format_value, metric_name
from tui.promises.model import Promise
from tui.reading.listing import Choice
from tui.report.model import FrontMatter, Metric, Node
from tui.report.outline import Outline
from tui.report.sentences import sentence_at
from tui.search.results import Hit

Span = tuple[int, int]
#: What stands between a heading and its text.
_BEHIND_HEADINGS = "。.:："
_SECTIONS = ("section", "chapter", "part")


class FoundSentence(NamedTuple):
    """A sentence with hits.

    Attributes:
        span: Where it is.
        hits: Its hits, at least one.
    """

    span: Span
    hits: tuple[Hit, ...]


def introduction(outline: Outline) -> str:
    """Say which report it is."""
    report = outline.report
    front = report.front
    chapters = sum(node.level == "chapter" for node in report.outline)
    speaker = front.speaker.name if front.speaker else ""
    return messages.introduction(report.name, front.spoken_date, speaker, chapters, len(report.metrics))


def part_line(outline: Outline, node: Node) -> str:
    """Say what a part is called, and how long it is."""
    text = outline.report.text[node.start : node.end]
    paragraphs = sum(bool(line.strip()) for line in text.split("\n"))
    return messages.part(outline.label(node), paragraphs, len(metrics_of(outline, node)))


def metrics_of(outline: Outline, node: Node | None) -> Sequence[Metric]:
    """Return the metrics of a part; those of the whole report for None."""
    start, end = (node.start, node.end) if node is not None else (0, len(outline.report.text))
    return [metric for metric in outline.report.metrics if start <= metric.start < end]


def passage_from(outline: Outline, offset: int, stop: int | None = None) -> Span | None:
    """Return the span to read next, None at the end of the text.

    Args:
        outline: The report.
        offset: Where it begins.
        stop: Where it ends; by default with the paragraph, or where the next part begins inside it.
    """
    text, start = outline.report.text, offset
    while start < len(text) and text[start].isspace():
        start += 1
    if start == len(text):
        return None
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    if stop is None:
        stop = next(
            (node.start for node in outline.nodes[outline.index_at(start) :] if node.start > start), end
        )
    return start, start + len(text[start : min(end, stop)].rstrip())


def after_heading(outline: Outline, node: Node) -> int:
    """Return where the text of a part goes on behind its label, which was said."""
    text, label = outline.report.text, outline.label(node)
    start = node.start + len(text[node.start : node.end]) - len(text[node.start : node.end].lstrip())
    if not text.startswith(label, start):
        return node.start
    end = start + len(label)
    while end < node.end and (text[end].isspace() or text[end] in _BEHIND_HEADINGS):
        end += 1
    return end if end < node.end else node.start


def section_beyond(outline: Outline, here: int, direction: int) -> Node | None:
    """Return the first section after an offset, or before it, or a chapter without sections."""
    node = outline.step(here, direction, _SECTIONS)
    while node is not None and node.level == "part" and outline.parent(node) is not None:
        node = outline.step(node.start, direction, _SECTIONS)
    return node


def place_choices(outline: Outline, node: Node | None) -> list[Choice]:
    """Return what is directly below a part, or the outermost parts."""
    children = outline.report.outline if node is None else node.children
    return [Choice(outline.label(child), child.id) for child in children]


def sentences_with(outline: Outline, hits: Sequence[Hit]) -> list[FoundSentence]:
    """Return the sentences that have hits, in document order."""
    text = outline.report.text
    found = groupby(hits, lambda hit: sentence_at(text, hit.start))
    return [FoundSentence(span, tuple(of_sentence)) for span, of_sentence in found]


def hit_choices(outline: Outline, found: Sequence[FoundSentence]) -> list[Choice]:
    """Return sentences with hits as items: the place, then the sentence."""
    text = outline.report.text
    return [
        Choice(
            messages.hit(path_at(outline, span[0]), len(hits), hits[0].why, text[slice(*span)]), f"@{span[0]}"
        )
        for span, hits in found
    ]


def path_at(outline: Outline, offset: int) -> str:
    """Return the path of the text at an offset."""
    return outline.own_name(outline.at(offset))


def metric_line(metric: Metric) -> str:
    """Say what a metric states."""
    name, status = metric_name(metric), STATUS_NAMES[metric.status]
    return messages.metric(name, format_value(metric), status, metric.period)


def metric_choices(metrics: Sequence[Metric]) -> list[Choice]:
    """Return metrics as items."""
    return [Choice(metric_line(metric), metric.id) for metric in metrics]


def offered_comparisons(rows: Sequence[ComparisonRow]) -> str:
    """Say how many comparisons there are, and how many have a figure of both years."""
    pairs = sum(row.actual is not None and row.target is not None for row in rows)
    return messages.comparisons(pairs, len(rows))


def comparison_choices(outline: Outline, rows: Sequence[ComparisonRow]) -> list[Choice]:
    """Return last year's actuals beside this year's targets as items."""
    front = outline.report.front
    word = messages.COMMANDS["compare"][0]
    choices = []
    for number, row in enumerate(rows, 1):
        actual = format_value(row.actual) if row.actual else row.actual_text
        target = format_value(row.target) if row.target else row.target_text
        change = messages.loose(row.change.text) if row.change.sign == "≈" else row.change.text
        said = messages.comparison(row.indicator, _years_of(row, front), (actual, target), change)
        choices.append(Choice(said, f"{word} {number}"))
    return choices


def _years_of(row: ComparisonRow, front: FrontMatter) -> tuple[str, str]:
    """Return the years of the two of a comparison as text; empty where they are unknown."""
    if row.horizon == "plan" and row.actual and row.target:
        return format_period(row.actual.period), format_period(row.target.period)
    return format_period(str(front.review_year or "")), format_period(str(front.plan_year or ""))


def comparison_sentences(outline: Outline, row: ComparisonRow) -> Iterator[str]:
    """Yield the sentences that a comparison is made from."""
    kinds = (messages.ACTUAL_SENTENCE, row.actual), (messages.TARGET_SENTENCE, row.target)
    for kind, metric in kinds:
        if metric is not None:
            yield _sentence(outline, kind, sentence_at(outline.report.text, metric.start))


def promise_choices(promises: Sequence[Promise]) -> list[Choice]:
    """Return promises as items: the verdict first."""
    word = messages.COMMANDS["promises"][0]
    return [Choice(promise_line(promise), f"{word} {number}") for number, promise in enumerate(promises, 1)]


def promise_line(promise: Promise) -> str:
    """Say what became of a promise."""
    verdict = VERDICT_NAMES[promise.final_verdict]
    others = [gap_text(promise.gap), promise.own.note if promise.own else promise.note]
    return messages.promise(
        messages.likely(verdict) if promise.is_likely else verdict,
        metric_name(promise.target),
        format_value(promise.target),
        format_value(promise.actual) if promise.actual else "",
        others,
    )


def promise_sentences(outline: Outline, last: LastPromises, promise: Promise) -> Iterator[str]:
    """Yield the sentence that promises, and the one of the report at hand that tells."""
    start, end = sentence_at(last.text, promise.target.start)
    yield messages.sentence(messages.TARGET_SENTENCE, messages.LAST_YEAR, last.text[start:end])
    if promise.sentence is not None:
        yield _sentence(outline, messages.ACTUAL_SENTENCE, promise.sentence)


def _sentence(outline: Outline, kind: str, span: Span) -> str:
    return messages.sentence(kind, path_at(outline, span[0]), outline.report.text[slice(*span)])
