"""Print two reports sentence by sentence beside each other, or what is on one subject within one report."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence

from tui.cli import output, printing
from tui.cli.diff_reports import read_one, read_two
from tui.cli.exit_codes import NOTHING_FOUND, OK
from tui.cli.tables import JsonWriter, writer
from tui.exports.wording import pair_heads
from tui.messages import diff as messages
from tui.messages.wording import KIND_NAMES, LIKELY, MOVED, NOT_FOUND
from tui.report.errors import UsageError
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.report.sanitize import one_line
from tui.search.places import find_span
from tui.wording.alignment import align, ignoring_numbers
from tui.wording.counterparts import counterparts
from tui.wording.export import Writer, counterpart_records, counterpart_rows, counts_record
from tui.wording.model import Alignment, Counterpart, SentencePair, Span

_SPLIT = re.compile("[,，、|｜]")
_MOVED = "moved"
#: Kinds of which both sentences are printed; of the others, one line shows both.
_IN_TWO_LINES = ("rewritten", "subject")


def run(options: Namespace) -> int:
    """Print sentences, or counterparts."""
    return _run_within(options) if options.within is not None else _run_two(options)


# -- two reports ---------------------------------------------------------------------------------


def _run_two(options: Namespace) -> int:
    kinds = {_kind(word) for given in options.kinds or () for word in _SPLIT.split(given) if word.strip()}
    reports = read_two(options)
    if reports is None:
        return NOTHING_FOUND
    (earlier, one), (later, other) = reports
    alignment = align(earlier, later)
    if options.ignore_numbers:
        alignment = ignoring_numbers(alignment)
    chosen = [pair for pair in _in_place(alignment, options.place) if _is_wanted(pair, kinds, options)]
    if options.format == "json":
        records = JsonWriter("pairs", pair_heads(alignment, (one, other)))
        written = Writer(alignment)
        records.add([written.record(pair) for pair in chosen])
        records.close()
    elif options.format == "csv":
        writer("csv", "pairs", options.bom).add(Writer(alignment).rows(chosen, options.headings))
    else:
        printing.line(one_line(messages.title(_name(one), _name(other))))
        printing.line(messages.counted(counts_record(alignment)))
        for pair in chosen:
            for line in _Lines(alignment).of(pair):
                printing.line(line)
    if not chosen:
        output.tell(messages.NOTHING)
    return OK if chosen else NOTHING_FOUND


def _name(ref: ReportRef) -> str:
    return messages.named(ref.place, ref.plan_year, ref.file)


def _kind(word: str) -> str:
    """Return the kind that a word names, in Chinese or English."""
    names = {name: kind for kind, name in KIND_NAMES.items()} | {MOVED: _MOVED, _MOVED: _MOVED}
    name = word.strip()
    kind = name if name in KIND_NAMES else names.get(name)
    if kind is None:
        raise UsageError(messages.no_such_kind(name))
    return kind


def _is_wanted(pair: SentencePair, kinds: set[str], options: Namespace) -> bool:
    if options.only_changes and pair.kind == "same" and not pair.is_moved:
        return False
    return not kinds or pair.kind in kinds or (pair.is_moved and _MOVED in kinds)


def _in_place(alignment: Alignment, place: str | None) -> Sequence[SentencePair]:
    """Return the pairs with a sentence in a place of the later report; those that are gone, where they come behind one."""
    if place is None:
        return alignment.pairs
    start, end = find_span(Outline(alignment.later), place)
    chosen = []
    is_inside = False
    for pair in alignment.pairs:
        if pair.later is not None:
            is_inside = start <= pair.later[0] < end
        if is_inside:
            chosen.append(pair)
    return chosen


class _Lines:
    """Makes the lines of pairs for people."""

    def __init__(self, alignment: Alignment) -> None:
        self._earlier, self._later = alignment.earlier.text, alignment.later.text

    def of(self, pair: SentencePair) -> Iterator[str]:
        """Yield the lines of a pair: what it is, then its sentences."""
        head = [KIND_NAMES[pair.kind]]
        if pair.kind in ("edited", *_IN_TWO_LINES):
            head.append(f"{pair.score:.2f}")
        yield ""
        yield printing.muted(" ".join([*head, MOVED] if pair.is_moved else head))
        if pair.kind in _IN_TWO_LINES:
            yield f"  - {self._one_side(pair, 0)}"
            yield f"  + {self._one_side(pair, 1)}"
        elif pair.later is None:
            yield f"  - {one_line(self._text(pair.earlier, 0))}"
        elif pair.earlier is None:
            yield f"  + {one_line(self._text(pair.later, 1))}"
        else:
            yield f"    {self._both(pair)}"

    def _text(self, span: Span | None, side: int) -> str:
        return (self._earlier, self._later)[side][slice(*span)] if span else ""

    def _one_side(self, pair: SentencePair, side: int) -> str:
        """Return a sentence with what differs marked."""
        mark = _added if side else _deleted
        span = (pair.earlier, pair.later)[side] or (0, 0)
        parts, at = [], span[0]
        for change in pair.changes:
            start, end = (change.earlier, change.later)[side]
            parts += [one_line(self._text((at, start), side)), mark(self._text((start, end), side))]
            at = end
        return "".join([*parts, one_line(self._text((at, span[1]), side))])

    def _both(self, pair: SentencePair) -> str:
        """Return both sentences in one line, what differs marked."""
        span = pair.later or (0, 0)
        parts, at = [], span[0]
        for change in pair.changes:
            parts.append(one_line(self._text((at, change.later[0]), 1)))
            parts += [_deleted(self._text(change.earlier, 0)), _added(self._text(change.later, 1))]
            at = change.later[1]
        return "".join([*parts, one_line(self._text((at, span[1]), 1))])


def _deleted(text: str) -> str:
    return _marked(text, messages.DELETED, printing.deleted)


def _added(text: str) -> str:
    return _marked(text, messages.ADDED, printing.added)


def _marked(text: str, marks: tuple[str, str], colour: Callable[[str], str]) -> str:
    return colour(f"{marks[0]}{one_line(text)}{marks[1]}") if text else ""


# -- one report ----------------------------------------------------------------------------------


def _run_within(options: Namespace) -> int:
    report, ref = read_one(options.within, options)
    outline = Outline(report)
    found = counterparts(outline)
    if options.place is not None:
        start, end = find_span(outline, options.place)
        found = {
            node: best
            for node, best in found.items()
            if start <= outline.by_id[node].start and outline.by_id[node].end <= end
        }
    if options.format == "json":
        records = JsonWriter("nodes", {"report": ref.as_json()})
        records.add(list(counterpart_records(outline, found)))
        records.close()
    elif options.format == "csv":
        writer("csv", "nodes", options.bom).add(counterpart_rows(outline, found, options.headings))
    elif found:
        writer("table", "nodes", False).add(
            [
                messages.COUNTERPART_COLUMNS,
                *(_row(outline, node, found[node]) for node in found),
            ]
        )
    if not found:
        output.tell(messages.NO_SECTIONS)
    return OK if found else NOTHING_FOUND


def _row(outline: Outline, node: str, best: Sequence[Counterpart]) -> list[str]:
    def label(name: str) -> str:
        return one_line(outline.label(outline.by_id[name]))

    def marked(one: Counterpart) -> str:
        return label(one.node) if one.is_sure else f"{LIKELY} {label(one.node)}"

    if not best:
        return [label(node), "", NOT_FOUND, ""]
    first, second = (*map(marked, best), "")[:2]
    return [label(node), f"{best[0].score:.2f}", first, second]
