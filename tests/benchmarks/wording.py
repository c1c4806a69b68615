"""Measure wording against what people read: sentences of two reports that go together, and counterparts within one report.

``HUIJI_WORDING`` names the folder of labels, else ``labels/wording``: ``sentences.tsv`` (earlier_file, later_file, later_sentence,
earlier_sentence, kind) and ``counterparts*.tsv`` (file, heading, kind, counterpart_headings, none); several right answers are separated by
`` || ``, and where ``none`` is 1, having no counterpart is right as well. Files are relative to the folders that ``HUIJI_CORPUS`` and
``HUIJI_REPORTS`` name. Labels of sentences are set beside what is found without their marks; those of headings by how they begin.
"""

from __future__ import annotations

import csv
import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tui.convert.pipeline import convert
from tui.report.model import Node, Report
from tui.report.outline import Outline
from tui.wording.alignment import align, ignoring_numbers
from tui.wording.counterparts import counterparts
from tui.wording.model import ALIGNED, Alignment, SentencePair, Span

LABELS = Path(__file__).parent / "labels" / "wording"
_FOLDERS = ("HUIJI_CORPUS", "HUIJI_REPORTS")
_OR = " || "
#: Kinds of which nearly all must share their subject.
_SURE = ("same", "edited", "rewritten")
#: Letters of a heading by which it is found, and how far a node may begin from there.
_HEADING_LETTERS, _NEAR = 9, 30
Row = dict[str, str]


def run(short: bool) -> Iterator[str]:
    """Yield how many labels are met; with ``HUIJI_VERBOSE``, those that are not, too."""
    folder = Path(os.environ.get("HUIJI_WORDING") or LABELS)
    yield from _sentences(list(_rows(folder / "sentences.tsv")))
    yield from _counterparts(
        [row for path in sorted(folder.glob("counterparts*.tsv")) for row in _rows(path)]
    )


def _rows(path: Path) -> Iterator[Row]:
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


@cache
def _report(name: str) -> Report | None:
    folders = [Path(os.environ[variable]) for variable in _FOLDERS if os.environ.get(variable)]
    path = next((path for folder in folders if (path := folder / name).exists()), None)
    return None if path is None else convert(path.read_bytes(), name, figures=False)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


# -- sentences -----------------------------------------------------------------------------------


def _sentences(rows: list[Row]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    kinds: Counter[tuple[str, str]] = Counter()
    alignments: dict[tuple[str, str], Alignment] = {}
    for row in rows:
        files = row["earlier_file"], row["later_file"]
        earlier, later = map(_report, files)
        if earlier is None or later is None:
            continue
        if files not in alignments:
            alignments[files] = ignoring_numbers(align(earlier, later))
        alignment = alignments[files]
        pair = _pair_of(alignment, row["later_sentence"])
        if pair is None:
            counts["not found"] += 1
            continue
        right = _is_right(alignment, pair, row)
        kinds[row["kind"], pair.kind if right or pair.kind == "new" else f"{pair.kind}, another"] += 1
        counts[f"read {row['kind']}"] += 1
        counts[f"read {row['kind']}, found"] += int(right and row["kind"] in ALIGNED)
        counts[f"shown {pair.kind}"] += 1
        counts[f"shown {pair.kind}, right"] += right
        if os.environ.get("HUIJI_VERBOSE") and not right:
            yield (
                f"{files[1]} read {row['kind']}, shown {pair.kind} {pair.score} ({row.get('doubt')})\n"
                f"  later: {row['later_sentence']}\n  read:  {row['earlier_sentence']}\n"
                f"  shown: {_text(alignment.earlier, pair.earlier)}"
            )
    for kind in ALIGNED:
        yield f"read as {kind}: {counts[f'read {kind}, found']} of {counts[f'read {kind}']} found"
    shown = sum(counts[f"shown {kind}"] for kind in _SURE)
    as_read = sum(counts[f"shown {kind}, right"] for kind in _SURE)
    yield f"shown as {', '.join(_SURE)}: {as_read} of {shown} as read"
    for name in ("subject", "new"):
        yield f"shown as {name}: {counts[f'shown {name}, right']} of {counts[f'shown {name}']} as read"
    yield f"not found in the text: {counts['not found']}"
    yield "read → shown: " + ", ".join(f"{a} → {b} {count}" for (a, b), count in sorted(kinds.items()))


def _text(report: Report, span: Span | None) -> str:
    return report.text[slice(*span)] if span else ""


def _pair_of(alignment: Alignment, sentence: str) -> SentencePair | None:
    """Return the pair with a sentence of the later report, or most of it."""
    wanted = _letters(sentence)
    best = max(
        (pair for pair in alignment.pairs if pair.later),
        key=lambda pair: _shared(wanted, _letters(_text(alignment.later, pair.later))),
        default=None,
    )
    found = best and _shared(wanted, _letters(_text(alignment.later, best.later)))
    return best if found and found > 0.5 else None


def _shared(one: str, other: str) -> float:
    """Return how much two sentences have in common if one holds the other, else 0."""
    if one and other and (one in other or other in one):
        return min(len(one), len(other)) / max(len(one), len(other)) / 2 + 0.5
    return 0.0


def _is_right(alignment: Alignment, pair: SentencePair, row: Row) -> bool:
    if pair.earlier is None:
        return row["kind"] == "new"
    said = _letters(_text(alignment.earlier, pair.earlier))
    return any(_shared(_letters(each), said) > 0 for each in row["earlier_sentence"].split(_OR))


# -- counterparts --------------------------------------------------------------------------------


def _counterparts(rows: list[Row]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    by_file: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_file[row["file"]].append(row)
    for file, labelled in by_file.items():
        report = _report(file)
        if report is None:
            continue
        outline = Outline(report)
        found = counterparts(outline)
        for row in labelled:
            node = _node_of(outline, row["heading"])
            if node is None or node.id not in found:
                counts["no node"] += 1
                continue
            kind = "section" if node.level == "section" else "topic"
            best = [each.node for each in found[node.id]]
            right = [
                each.id
                for name in row["counterpart_headings"].split(_OR)
                if (each := _node_of(outline, name, anywhere=True))
            ]
            # A topic within a section that is labelled is on its subject, too.
            right += [each.id for name in right for each in outline.by_id[name].walk()]
            may_be_none = row["none"] == "1" or not right
            sureness = "sure" if best and found[node.id][0].is_sure else "likely"
            at = (
                "none"
                if not best
                else "first"
                if best[0] in right
                else "second"
                if set(best) & set(right)
                else "wrong"
            )
            is_right = at == "first" or (may_be_none and at == "none")
            counts[kind] += 1
            counts[f"{kind} right"] += is_right
            counts[f"{kind} {at}{', may be none' if may_be_none else ''}"] += 1
            if best:
                counts[f"{kind} shown as {sureness}"] += 1
                counts[f"{kind} shown as {sureness}, right"] += at == "first"
            if os.environ.get("HUIJI_VERBOSE") and not is_right:
                shown = " | ".join(
                    f"{each.score} {outline.label(outline.by_id[each.node])[:24]}" for each in found[node.id]
                )
                yield f"{file} {kind} {row['heading']}\n   read {row['counterpart_headings']} none={row['none']} ({row.get('doubt')})\n   shown {shown}"
    for kind in ("section", "topic"):
        yield f"{kind}s: {counts[f'{kind} right']} of {counts[kind]} right"
        rest = {
            name: count
            for name, count in sorted(counts.items())
            if name.startswith(f"{kind} ") and name != f"{kind} right"
        }
        yield "   " + ", ".join(f"{name} {count}" for name, count in rest.items())
    yield f"headings that are no node: {counts['no node']}"


def _node_of(outline: Outline, heading: str, anywhere: bool = False) -> Node | None:
    """Return the node that begins with a heading; with ``anywhere``, the innermost that holds it."""
    wanted = _letters(heading)[: _HEADING_LETTERS + 3]
    if not wanted:
        return None
    text = outline.report.text
    offset = _offset_of(text, wanted)
    if offset is None:
        return None
    node = outline.at(offset)
    near = [each for each in outline.lineage(node) if abs(each.start - offset) <= _NEAR]
    return near[-1] if near else node if anywhere else None


def _offset_of(text: str, wanted: str) -> int | None:
    """Return where letters are in a text whatever marks are between them; at the start of a line or sentence if possible."""
    places = _places(text)
    squeezed = _letters(text)
    first, at = None, squeezed.find(wanted)
    while at >= 0:
        offset = places[at]
        first = offset if first is None else first
        before = text[:offset].rstrip(" \u3000(（#*—-")
        if not before or before[-1] in "。！？；\n：":
            return offset
        at = squeezed.find(wanted, at + 1)
    return first


@cache
def _places(text: str) -> tuple[int, ...]:
    return tuple(place for place, character in enumerate(text) if character.isalnum())
