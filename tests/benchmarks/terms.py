"""Measure new terms against what people read: the terms a careful reader names, and which of the first terms are informative.

``HUIJI_WORDING`` names the folder of labels, else ``labels/wording``: ``terms*.tsv`` (earlier_file, later_file, rank, term) and
``judged-terms*.tsv`` (earlier_file, later_file, term, informative: 1 or 0). Files are relative to the folders that ``HUIJI_CORPUS`` and
``HUIJI_REPORTS`` name; ``HUIJI_LIBRARY`` names the library of other places' reports. A reader's term is found if one of the first 40
contains it, or is contained in it, with at least two thirds of its characters.
"""

from __future__ import annotations

import csv
import os
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.convert.pipeline import convert
from tui.library.library import Library
from tui.report.model import Report
from tui.wording.model import NewTerm
from tui.wording.terms import Others, new_terms

LABELS = Path(__file__).parent / "labels" / "wording"
_FOLDERS = ("HUIJI_CORPUS", "HUIJI_REPORTS")
_LIBRARY = "HUIJI_LIBRARY"
#: Terms among which a reader's must be, and those that are judged.
_FIRST, _JUDGED = 40, 20
Pair = tuple[str, str]


class Labels(NamedTuple):
    """What people read in two reports.

    Attributes:
        named: The terms that a reader names.
        judged: Terms with whether they are informative.
    """

    named: list[str]
    judged: dict[str, bool]


def read_labels(folder: Path) -> dict[Pair, Labels]:
    """Return the labels of each pair of reports."""
    labels: dict[Pair, Labels] = defaultdict(lambda: Labels([], {}))
    for row in _rows(folder, "terms*.tsv"):
        labels[row["earlier_file"], row["later_file"]].named.append(row["term"])
    for row in _rows(folder, "judged-terms*.tsv"):
        judged = labels[row["earlier_file"], row["later_file"]].judged
        judged[_letters(row["term"])] = row["informative"] == "1"
    return dict(labels)


def _rows(folder: Path, names: str) -> Iterator[dict[str, str]]:
    for path in sorted(folder.glob(names)):
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


@cache
def _report(name: str) -> Report | None:
    folders = [Path(os.environ[variable]) for variable in _FOLDERS if os.environ.get(variable)]
    path = next((path for folder in folders if (path := folder / name).exists()), None)
    return None if path is None else convert(path.read_bytes(), name, figures=False)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def is_named(term: str, named: str) -> bool:
    """Tell whether a term is what a reader names."""
    one, other = _letters(term), _letters(named)
    shorter, longer = sorted((one, other), key=len)
    return bool(shorter) and shorter in longer and 3 * len(shorter) >= 2 * len(longer)


def run(short: bool) -> Iterator[str]:
    """Yield how many terms are found with other reports and without.

    Args:
        short: Whether to leave out what is missed.
    """
    labels = read_labels(Path(os.environ.get("HUIJI_WORDING") or LABELS))
    path = Path(os.environ.get(_LIBRARY, ""))
    if path.is_file():
        with Library(path) as library:
            yield from _measured("with other reports", labels, library, short)
    yield from _measured("without", labels, None, short)


def _measured(name: str, labels: dict[Pair, Labels], library: Library | None, short: bool) -> Iterator[str]:
    found = named = informative = judged = unknown = 0
    faults = []
    for files, of_pair in labels.items():
        earlier, later = map(_report, files)
        if earlier is None or later is None:
            continue
        others: Others | None = library.term_sources(earlier, later) if library else None
        terms = new_terms(earlier, later, others)
        missed = [one for one in of_pair.named if not _finds(terms[:_FIRST], one)]
        found, named = found + len(of_pair.named) - len(missed), named + len(of_pair.named)
        verdicts = (
            [of_pair.judged.get(_letters(term.text)) for term in terms[:_JUDGED]] if of_pair.judged else []
        )
        informative += verdicts.count(True)
        judged += len(verdicts) - verdicts.count(None)
        unknown += verdicts.count(None)
        faults.append(f"  {files[1]}: missed {'、'.join(missed) or 'none'}")
        faults += [
            f"    not judged: {term.text}" for term, one in zip(terms, verdicts, strict=False) if one is None
        ]
    share = f"{found / named:.1%}" if named else "no labels"
    precise = f"{informative / judged:.1%} of {judged}" if judged else "no labels"
    yield f"{name}: {found} of {named} named terms among the first {_FIRST} ({share}); informative {precise}, {unknown} not judged"
    yield from () if short else faults


def _finds(terms: tuple[NewTerm, ...], named: str) -> bool:
    return any(is_named(one, named) for term in terms for one in (term.text, *term.members))
