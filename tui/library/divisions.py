"""Look up administrative divisions: codes, parents, and names of the past, from ``content/divisions.tsv``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from tui.report.resources import read_content

FILE = "divisions.tsv"
Level = Literal["national", "province", "city", "county", ""]
#: The code, and the name, of the whole country; the State Council reports for it.
NATION, NATION_NAME, COUNCIL = "000000", "全国", "国务院"
_MUNICIPALITIES = ("110000", "120000", "310000", "500000")
#: What people leave out at the end of a name: 郑州, 惠济, 内蒙古.
KINDS = ("省", "市", "县", "区", "自治区", "自治州")
#: Years by which the table has a place under two codes at most.
_OVERLAP_YEARS = 5
#: Characters of a whole path of names: 新疆维吾尔自治区巴音郭楞蒙古自治州和静县.
_MAX_PATH_CHARACTERS = 40


class Division(NamedTuple):
    """A province, city, county or district under one of its names.

    Attributes:
        code: Six digits of GB/T 2260.
        name: The name.
        first_year: The first year of the name; None if it was in use in 1980.
        last_year: The year in which it was given up; None if it is in use.
        successor: The code under which the place goes on; empty if it does not.
    """

    code: str
    name: str
    first_year: int | None = None
    last_year: int | None = None
    successor: str = ""

    @property
    def level(self) -> Level:
        """Its level, which the code tells."""
        return level_of(self.code)

    def is_in_use(self, year: int | None) -> bool:
        """Return whether a report of a year may use the name; a year's grace, since reports look back."""
        if year is None:
            return self.last_year is None
        return (self.first_year or year) - 1 <= year <= (self.last_year or year) + 1


def level_of(code: str) -> Level:
    """Return the level of a code; empty for an empty one."""
    if not code:
        return ""
    if code == NATION:
        return "national"
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"


class Divisions:
    """A table of divisions."""

    def __init__(self, rows: Iterable[Division]) -> None:
        self._by_name: dict[str, list[Division]] = {}
        self._by_code: dict[str, list[Division]] = {}
        for row in rows:
            self._by_name.setdefault(row.name, []).append(row)
            self._by_code.setdefault(row.code, []).append(row)
        self._becoming: dict[str, set[str]] = {}
        for code, named in self._by_code.items():
            if named[-1].successor not in ("", code):
                self._becoming.setdefault(named[-1].successor, set()).add(code)

    def named(self, name: str, year: int | None = None) -> list[Division]:
        """Return the divisions with a name: those that used it in a year, or all that ever did if none of them."""
        rows = self._by_name.get(name, [])
        return [row for row in rows if row.is_in_use(year)] or list(rows)

    def of_level(self, level: Level) -> Iterator[Division]:
        """Yield the divisions of a level under all their names; municipalities are cities, too."""
        for code, rows in self._by_code.items():
            if level_of(code) == level or (level == "city" and code in _MUNICIPALITIES):
                yield from rows

    def name_of(self, code: str, year: int | None = None) -> str:
        """Return the name of a code in a year, or its newest; empty for an unknown code."""
        if code == NATION:
            return NATION_NAME
        rows = self._by_code.get(code, [])
        fitting = [row for row in rows if year is not None and row.is_in_use(year)] or rows
        return fitting[-1].name if fitting else ""

    def parent_of(self, code: str) -> str:
        """Return the code of the division above; that of the nation for a province, empty for the nation."""
        if not code or code == NATION:
            return ""
        if code.endswith("0000"):
            return NATION
        city = code[:4] + "00"
        return city if code != city and city in self._by_code else code[:2] + "0000"

    def today(self, code: str) -> str:
        """Return the code under which a place goes on today, by its successors."""
        *_, last = self._line(code)
        return last

    def goes_on_as(self, earlier: str, later: str) -> bool:
        """Tell whether a place has gone on under another code, as itself: it has not become a part of another one."""
        line = list(self._line(earlier))
        if later not in line:
            return False
        steps = pairwise(line[: line.index(later) + 1])
        return all(self._is_renaming(code, following) for code, following in steps)

    def _is_renaming(self, code: str, following: str) -> bool:
        """Tell whether a place goes on under the following code alone: at the same level, with no other one, and not as part of one."""
        last_year = self._by_code[code][-1].last_year or 0
        rows = self._by_code.get(following, ())
        since = last_year - _OVERLAP_YEARS
        was_there = any((row.first_year or 0) < since < (row.last_year or last_year) for row in rows)
        joined = [
            other
            for other in self._becoming[following]
            if level_of(other) == level_of(code) and self._by_code[other][-1].last_year == last_year
        ]
        return level_of(following) == level_of(code) and joined == [code] and not was_there

    def _line(self, code: str) -> Iterator[str]:
        """Yield a code and those under which its place has gone on, to that of today."""
        seen = {code}
        yield code
        while rows := self._by_code.get(code):
            code = rows[-1].successor
            if rows[-1].last_year is None or not code or code in seen:
                return
            seen.add(code)
            yield code

    def lineage(self, code: str) -> Iterator[str]:
        """Yield a code and those above it, to the nation."""
        while code:
            yield code
            code = self.parent_of(code)

    def resolve(self, path: str, year: int | None = None) -> list[Division]:
        """Return the divisions a path of names may mean, the last of which is the division: 河南省郑州市惠济区, 郑州市惠济区, 惠济区.

        Args:
            path: Names from the outer to the inner, without separators; outer ones may be left out.
            year: The year in which they were used.
        """
        path = path[-_MAX_PATH_CHARACTERS:]
        for start in range(len(path)):
            rows = self._by_name.get(path[start:])
            if rows is None:
                continue
            rows = self.named(path[start:], year)
            outer = path[:start]
            within = [row for row in rows if outer and self._is_within(row.code, outer, year)]
            return within or rows
        return []

    def codes_of(self, path: str) -> set[str]:
        """Return the codes of a path of names, all of which must be names of places, as people write them: 南京市鼓楼区, 郑州."""
        return {code for kind in ("", *KINDS) for code in self._exact_codes(path + kind)}

    def _exact_codes(self, path: str) -> Iterator[str]:
        for division in self.resolve(path):
            outer = path.removesuffix(division.name)
            above = {row.code for kind in ("", *KINDS) for row in self.resolve(outer + kind)}
            if not outer or above & set(self.lineage(division.code)):
                yield division.code

    def _is_within(self, code: str, outer: str, year: int | None) -> bool:
        above = {row.code for row in self.resolve(outer, year)}
        return any(one in above for one in self.lineage(self.parent_of(code)))


@cache
def default_divisions() -> Divisions:
    """Load the program's table."""
    return Divisions(_rows(read_content(FILE).decode("utf-8").splitlines()))


def _rows(lines: Sequence[str]) -> Iterator[Division]:
    for line in lines:
        if not line.startswith("#"):
            code, name, first, last, successor = line.split("\t")
            yield Division(code, name, int(first) if first else None, int(last) if last else None, successor)
