"""5,000 random queries find in a library of real reports what brute force finds in each of them."""

from __future__ import annotations

import csv
import os
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.library.test_searching import no_place
from tui.library.library import Library
from tui.report.errors import UsageError
from tui.search.matcher import Matcher
from tui.search.query import parse_query
from tui.search.readings import default_readings
from tui.search.results import Hit
from tui.search.synonyms import default_synonyms

CORPUS = os.environ.get("HUIJI_CORPUS")
REPORTS, QUERIES, SEED = 16, 5000, 20261126
Found = dict[int, list[Hit]]


class Kept(NamedTuple):
    """What brute force needs of a report."""

    place: str
    level: str
    year: int | None
    text: str
    matcher: Matcher
    tenses: list[tuple[int, int, str]]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, dict[int, Kept]]]:
    """Return a library of some reports, and their texts."""
    assert CORPUS
    with (Path(CORPUS) / "INDEX.tsv").open(encoding="utf-8", newline="") as file:
        names = [row["file"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    chosen = random.Random(SEED).sample(names, REPORTS)
    path = tmp_path_factory.mktemp("corpus") / "library.db"
    with Library(path, write=True) as library:
        list(library.add([str(Path(CORPUS) / name) for name in chosen]))
    with Library(path) as library:
        kept = {}
        for listed in library.reports():
            text = library.report(listed.id).text
            rows = library._connection.execute(
                'SELECT start, "end", tense FROM paragraph WHERE report = ?', (listed.id,)
            )
            kept[listed.id] = Kept(
                listed.place, listed.level, listed.plan_year, text, Matcher(text, no_place), rows.fetchall()
            )
        yield library, kept


def letters_of(chance: random.Random, piece: str) -> str:
    """Spell the Chinese characters of a piece: in full, by initials, or mixed."""
    readings = default_readings()
    names = {code: name for name, code in readings.codes.items()}
    spelt = [names[code] for code in readings.of(piece) if code in names]
    kind = chance.choice(("full", "initials", "mixed"))
    parts = [
        name if kind == "full" or (kind == "mixed" and chance.random() < 0.5) else name[0]
        for name in spelt[: chance.randint(2, 5)]
    ]
    return "".join(parts)


def random_query(chance: random.Random, kept: dict[int, Kept]) -> str:
    text = chance.choice(list(kept.values())).text

    def piece(longest: int = 12) -> str:
        start = chance.randrange(len(text))
        found = text[start : start + chance.randint(1, longest)].replace('"', "").strip("/-－")
        return "".join(found.split()) or "县"

    kind = chance.choice(
        (
            "piece",
            "piece",
            "short",
            "number",
            "letters",
            "phrase",
            "two",
            "either",
            "without",
            "pattern",
            "mixed",
            "synonym",
        )
    )
    if kind == "synonym":
        return chance.choice(sorted(default_synonyms())) + chance.choice(("", f" {piece(2)}"))
    if kind == "short":
        return piece(3)
    if kind == "number":
        found = chance.choice(re.findall(r"[0-9.]+(?:%|[\u4e00-\u9fff]{0,3})", text) or ["100"])
        return str(found)
    if kind == "letters":
        return letters_of(chance, piece(6) + piece(4))
    if kind == "phrase":
        return f'"{piece()}"'
    if kind == "two":
        return f"{piece(4)} {piece(3)}"
    if kind == "either":
        bar = chance.choice(("|", " | "))
        either = bar.join(chance.choice((piece(4), f'"{piece(4)}"')) for _ in range(chance.randint(2, 3)))
        return chance.choice((either, f"{either} {piece(2)}", f"{piece(2)} -{either}"))
    if kind == "without":
        return f"{piece(4)} -{piece(2)}"
    if kind == "pattern":
        found = re.sub(r"[^\w]", "", piece(5)) or "县"
        return f"/{found[0]}.{{0,3}}{found[1:]}/"
    if kind == "mixed":
        return f"{letters_of(chance, piece(6) + piece(4))} {piece(2)}"
    return piece()


def random_filter(
    chance: random.Random, library: Library, kept: dict[int, Kept]
) -> tuple[str, dict[int, Kept], str]:
    """Return filters, the reports that pass them, and the tense; mostly none."""
    if chance.random() < 0.7:
        return "", kept, ""
    one = chance.choice(list(kept.values()))
    kind = chance.choice(("place", "level", "year", "tense"))
    if kind == "place":
        inside = {listed.id for listed in library.reports(f"place:{one.place}")}  # and places below it
        return f" place:{one.place}", {key: row for key, row in kept.items() if key in inside}, ""
    if kind == "level":
        return f" level:{one.level}", {key: row for key, row in kept.items() if row.level == one.level}, ""
    if kind == "year":
        year = one.year or 2020
        rows = {key: row for key, row in kept.items() if row.year is not None and row.year >= year}
        return f" year:{year}-", rows, ""
    tense = chance.choice(("plan", "review"))
    return f" in:{tense}", kept, tense


def by_brute_force(query: str, kept: dict[int, Kept], tense: str) -> Found:
    parsed = parse_query(query)
    found: Found = {}
    for key, report in kept.items():
        hits = [
            hit
            for paragraph in report.matcher.hits(parsed)
            if not tense
            or any(low <= paragraph[0].start < high and of == tense for low, high, of in report.tenses)
            for hit in paragraph
        ]
        if hits:
            found[key] = hits
    return found


@pytest.mark.slow
@pytest.mark.skipif(CORPUS is None, reason="needs HUIJI_CORPUS")
def test_random_queries_find_what_brute_force_finds(corpus: tuple[Library, dict[int, Kept]]) -> None:
    library, kept = corpus
    chance = random.Random(SEED)
    for number in range(QUERIES):
        query = random_query(chance, kept)
        filters, wanted, tense = random_filter(chance, library, kept)
        try:
            parsed = parse_query(query)
        except UsageError:
            continue
        if not parsed.terms or parsed.places:
            continue
        expected = by_brute_force(query, wanted, tense)
        search = library.search(query + filters)
        found = {one.report.id: list(one.hits) for one in search.hits()}
        assert found == expected, (number, query, filters)
        assert search.counts() == {key: len(hits) for key, hits in found.items()}, (number, query, filters)
        if number % 10 == 0:
            assert {one.report.id: list(one.hits) for one in search.hits_by_place()} == found, query
