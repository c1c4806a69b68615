"""Write alignments and counterparts as JSON fields, and as rows with both sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.messages.wording import COUNTERPART_FIELD_NAMES, FIELD_NAMES, KIND_NAMES, LIKELY, MOVED, SURE
from tui.metrics.export import Headings, table
from tui.report.model import Report
from tui.report.outline import Outline
from tui.report.sanitize import one_line
from tui.wording.model import Alignment, Change, Counterpart, SentencePair, Span

#: Between changes in one cell, and between the words before and after.
_CHANGES, _BECOMES = "; ", "→"


def counts_record(alignment: Alignment) -> dict[str, int]:
    """Return how many pairs there are of each kind, and how many moved."""
    counts = Counter[str](alignment.counts)
    return {**counts, "moved": sum(pair.is_moved for pair in alignment.pairs)}


class Writer:
    """Writes the pairs of two reports.

    Args:
        alignment: The reports, and all their pairs.
    """

    def __init__(self, alignment: Alignment) -> None:
        self._earlier, self._later = alignment.earlier, alignment.later
        self._outlines = Outline(alignment.earlier), Outline(alignment.later)

    def record(self, pair: SentencePair) -> dict[str, object]:
        """Return the JSON fields of a pair."""
        return {
            "from": _span_record(self._earlier, pair.earlier),
            "to": _span_record(self._later, pair.later),
            "kind": pair.kind,
            "moved": pair.is_moved,
            "score": pair.score,
            "changes": [
                {"from": list(change.earlier), "to": list(change.later), "number": change.is_number}
                for change in pair.changes
            ],
        }

    def rows(self, pairs: Iterable[SentencePair], headings: Headings) -> list[list[str]]:
        """Return the rows of pairs, with the headings first."""
        cells = (self._cells(pair, headings) for pair in pairs)
        return table(tuple(FIELD_NAMES), cells, headings, FIELD_NAMES.__getitem__)

    def _cells(self, pair: SentencePair, headings: Headings) -> dict[str, str]:
        is_chinese = headings == "zh"
        moved = (MOVED if is_chinese else "true") if pair.is_moved else "" if is_chinese else "false"
        return {
            "kind": KIND_NAMES[pair.kind] if is_chinese else pair.kind,
            "score": str(pair.score) if pair.earlier and pair.later else "",
            "moved": moved,
            **self._side("from", self._earlier, self._outlines[0], pair.earlier),
            **self._side("to", self._later, self._outlines[1], pair.later),
            "changes": one_line(_CHANGES.join(map(self._change, pair.changes))),
        }

    def _side(self, name: str, report: Report, outline: Outline, span: Span | None) -> dict[str, str]:
        if span is None:
            return dict.fromkeys([f"{name}_{field}" for field in ("path", "start", "end", "text")], "")
        return {
            f"{name}_path": one_line(outline.path(outline.at(span[0]))),
            f"{name}_start": str(span[0]),
            f"{name}_end": str(span[1]),
            f"{name}_text": one_line(report.text[slice(*span)]),
        }

    def _change(self, change: Change) -> str:
        return (
            f"{self._earlier.text[slice(*change.earlier)]}{_BECOMES}{self._later.text[slice(*change.later)]}"
        )


def _span_record(report: Report, span: Span | None) -> dict[str, object] | None:
    if span is None:
        return None
    return {"start": span[0], "end": span[1], "text": report.text[slice(*span)]}


def counterpart_records(
    outline: Outline, found: Mapping[str, Sequence[Counterpart]]
) -> Iterator[dict[str, object]]:
    """Yield the JSON fields of each section and topic with its counterparts."""
    for node, best in found.items():
        yield {
            **_node_record(outline, node),
            "counterparts": [
                {**_node_record(outline, each.node), "score": each.score, "sure": each.is_sure}
                for each in best
            ],
        }


def _node_record(outline: Outline, node: str) -> dict[str, object]:
    found = outline.by_id[node]
    return {
        "node": node,
        "path": outline.path(found),
        "heading": outline.label(found),
        "start": found.start,
        "end": found.end,
    }


def counterpart_rows(
    outline: Outline, found: Mapping[str, Sequence[Counterpart]], headings: Headings
) -> list[list[str]]:
    """Return rows of counterparts, with the headings first."""
    words = (LIKELY, SURE) if headings == "zh" else ("false", "true")
    cells = (_counterpart_cells(outline, node, best, words) for node, best in found.items())
    return table(tuple(COUNTERPART_FIELD_NAMES), cells, headings, COUNTERPART_FIELD_NAMES.__getitem__)


def _counterpart_cells(
    outline: Outline, node: str, best: Sequence[Counterpart], words: tuple[str, str]
) -> dict[str, str]:
    cells = dict.fromkeys(COUNTERPART_FIELD_NAMES, "")
    cells["path"], cells["heading"] = _path_and_heading(outline, node)
    for each, names in zip(
        best,
        (
            ("counterpart", "counterpart_heading", "score", "sure"),
            ("second", "second_heading", "second_score", "second_sure"),
        ),
        strict=False,
    ):
        path, heading = _path_and_heading(outline, each.node)
        values = path, heading, str(each.score), words[each.is_sure]
        cells.update(zip(names, values, strict=True))
    return cells


def _path_and_heading(outline: Outline, node: str) -> tuple[str, str]:
    found = outline.by_id[node]
    return one_line(outline.path(found)), one_line(outline.label(found))
