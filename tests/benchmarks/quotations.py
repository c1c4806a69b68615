"""Measure how quotations are classified: made from reports by a seeded script, and reworded by a reader.

``labels/quotations.tsv`` has sentences as a reader has reworded them, without their text: the file, the half-open span in its converted
text, the beginning of the sentence's SHA-256, and what was put in place of what (``offset:length:words``, separated by ``|``). Files are
relative to the folder that ``HUIJI_CORPUS`` names; ``HUIJI_LIBRARY`` names a library of these files. ``HUIJI_QUOTED`` names the places that
are quoted, separated by spaces; without it, all that the labels are not from.
"""

from __future__ import annotations

import csv
import os
import time
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

from tests.benchmarks.quotation_samples import Sample, Source, letters, samples, sources
from tui.library.library import Library
from tui.search.quotations.checking import check
from tui.search.quotations.model import KINDS
from tui.search.quotations.source import Quotation, QuotedText

LABELS = Path(__file__).parent / "labels" / "quotations.tsv"
_SEED, _REPORTS = 20, 25
_EXACT, _CHANGED = 100, 50


def run(short: bool) -> Iterator[str]:
    """Yield a confusion matrix for the reports themselves, and one for a library; with ``HUIJI_VERBOSE``, what is wrong, too."""
    corpus = os.environ.get("HUIJI_CORPUS")
    if not corpus:
        yield "HUIJI_CORPUS names no folder of reports"
        return
    folder = Path(corpus)
    reworded = list(_reworded(folder, Path(os.environ.get("HUIJI_QUOTATIONS") or LABELS)))
    chosen = _chosen(folder, {sample.file for sample in reworded})
    everything = [letters(path.read_text(errors="ignore")) for path in sorted(folder.glob("*/*.md"))]
    made = list(samples(chosen, int(os.environ.get("HUIJI_SEED", _SEED)), _EXACT, _CHANGED, everything))
    texts = {
        source.file: QuotedText(source.text)
        for source in [*chosen, *sources(folder, sorted({s.file for s in reworded}))]
    }
    all_samples = [*made, *reworded]
    yield f"{len(all_samples)} quotations from {len({sample.file for sample in all_samples})} reports"
    yield from _in_reports(all_samples, texts)
    library = os.environ.get("HUIJI_LIBRARY")
    if library and not short:
        yield from _in_library(all_samples, texts, folder, Path(library))


def _chosen(folder: Path, labelled: set[str]) -> list[Source]:
    """Return the reports that are quoted: some of the named places, or of those of the labels."""
    places = (
        os.environ.get("HUIJI_QUOTED") or " ".join({file.partition("/")[0] for file in labelled})
    ).split()
    files = sorted(str(path.relative_to(folder)) for place in places for path in folder.glob(f"{place}/*.md"))
    random = Random(_SEED)
    return sources(folder, random.sample(files, min(_REPORTS, len(files))))


def _reworded(folder: Path, labels: Path) -> Iterator[Sample]:
    if not labels.exists():
        return
    with labels.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    texts = {source.file: source.text for source in sources(folder, sorted({row["file"] for row in rows}))}
    for row in rows:
        start, end = int(row["start"]), int(row["end"])
        sentence = texts[row["file"]][start:end]
        if sha256(sentence.encode()).hexdigest()[:12] == row["sha256"]:
            yield Sample(row["file"], start, end, _edited(sentence, row["edits"]), "reworded", "reworded")


def _edited(sentence: str, edits: str) -> str:
    for edit in reversed(edits.split("|")):
        offset, length, words = edit.split(":", 2)
        sentence = sentence[: int(offset)] + words + sentence[int(offset) + int(length) :]
    return sentence


def _in_reports(made: list[Sample], texts: dict[str, QuotedText]) -> Iterator[str]:
    matrix: Counter[tuple[str, str]] = Counter()
    wrong: list[tuple[Sample, str, str]] = []
    placed = 0
    for sample in made:
        passage = check(Quotation(sample.text), texts[sample.file])
        kind: str = passage.kind if passage else "not_found"
        matrix[sample.kind, kind] += 1
        placed += passage is not None and passage.start < sample.end and sample.start < passage.end
        if kind != sample.kind:
            wrong.append(
                (sample, kind, texts[sample.file].text[passage.start : passage.end] if passage else "")
            )
    yield f"in the report itself: right place {placed} of {len(made)}"
    yield from _matrix(matrix)
    yield from _wrong(wrong)


def _in_library(made: list[Sample], texts: dict[str, QuotedText], folder: Path, file: Path) -> Iterator[str]:
    matrix: Counter[tuple[str, str]] = Counter()
    wrong: list[tuple[Sample, str, str]] = []
    seconds: list[float] = []
    right = 0
    with Library(file) as library:
        verify = library.verifier()
        for sample in made:
            number = library.report_of_path(str((folder / sample.file).resolve()))
            begin = time.perf_counter()
            found = verify(sample.text)
            seconds.append(time.perf_counter() - begin)
            kind: str = found[0].passage.kind if found else "not_found"
            matrix[sample.kind, kind] += 1
            right += any(one.report == number for one in (found if kind == "exact" else found[:1]))
            if kind != sample.kind:
                wrong.append(
                    (
                        sample,
                        kind,
                        library.text_of(found[0].report)[found[0].passage.start : found[0].passage.end]
                        if found
                        else "",
                    )
                )
        seconds.sort()
        yield f"in a library of {len(library.reports())} reports: right report {right} of {len(made)}"
        yield f"seconds a quotation: median {seconds[len(seconds) // 2]:.2f}, most {seconds[-1]:.2f}"
    yield from _matrix(matrix)
    yield from _wrong(wrong)


def _matrix(matrix: Counter[tuple[str, str]]) -> Iterator[str]:
    total = matrix.total()
    yield f"  right {sum(matrix[kind, kind] for kind in KINDS)} of {total}"
    for kind in KINDS[:-1]:
        yield f"  {kind}: " + ", ".join(
            f"{other} {matrix[kind, other]}" for other in KINDS if matrix[kind, other]
        )


def _wrong(wrong: list[tuple[Sample, str, str]]) -> Iterator[str]:
    for sample, kind, text in wrong if os.environ.get("HUIJI_VERBOSE") else ():
        yield f"  {sample.file} {sample.way}: {kind}"
        yield f"    {sample.text}"
        yield f"    {text}"
