"""Mutants known to be equivalent: no test can distinguish them from the program, or none needs to.

They are matched by file and code, not by line number. Each has a reason.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tests.mutants.mutant import Mutant

FILE = Path(__file__).with_name("equivalents.toml")


class Equivalent(NamedTuple):
    """A change of a line that does not change what the program does."""

    path: str
    before: str
    after: str
    reason: str


def read_equivalents() -> list[Equivalent]:
    """Return the list in file order."""
    with FILE.open("rb") as file:
        entries = tomllib.load(file).get("equivalent", [])
    return [Equivalent(entry["path"], entry["before"], entry["after"], entry["reason"]) for entry in entries]


def without_equivalents(mutants: Iterable[Mutant], sources: dict[str, str]) -> list[Mutant]:
    """Return the mutants that are not known to be equivalent."""
    known = {entry[:3] for entry in read_equivalents()}
    return [mutant for mutant in mutants if (mutant.path, *mutant.lines(sources[mutant.path])) not in known]
