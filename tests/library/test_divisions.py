"""Administrative divisions: names of today and of the past, parents, places that go on under another code."""

from __future__ import annotations

import pytest

from tui.library.divisions import NATION, default_divisions, level_of

DIVISIONS = default_divisions()


@pytest.mark.parametrize(
    ("path", "year", "codes"),
    [
        ("郑州市惠济区", 2024, ["410108"]),
        ("河南省郑州市惠济区", 2024, ["410108"]),
        ("惠济区", 2024, ["410108"]),
        ("邙山区", 1999, ["410108"]),
        ("鼓楼区", 2024, ["320106", "320302", "350102", "410204"]),
        ("南京市鼓楼区", 2024, ["320106"]),
        ("福州市鼓楼区", 2024, ["350102"]),
        ("朝阳市", 2010, ["211300"]),
        ("襄樊市", 2005, ["420600"]),
        ("襄阳市", 2015, ["420600"]),
        ("广西壮族自治区", 2009, ["450000"]),
        ("济源市", 2020, ["419001"]),
        ("没有的市", 2020, []),
        ("", 2020, []),
    ],
)
def test_a_path_of_names_means_the_divisions_that_had_the_name(
    path: str, year: int, codes: list[str]
) -> None:
    assert sorted(row.code for row in DIVISIONS.resolve(path, year)) == codes


@pytest.mark.parametrize(
    ("code", "parent"),
    [
        ("410108", "410100"),
        ("410100", "410000"),
        ("410000", NATION),
        ("110105", "110000"),  # the districts of a municipality are below it
        ("419001", "410000"),  # a county below no city
        (NATION, ""),
        ("", ""),
    ],
)
def test_each_division_has_one_above(code: str, parent: str) -> None:
    assert DIVISIONS.parent_of(code) == parent


@pytest.mark.parametrize(
    ("code", "today"),
    [("130625", "130609"), ("132423", "130609"), ("130609", "130609"), ("410108", "410108")],
)
def test_a_place_goes_on_under_the_code_of_its_successor(code: str, today: str) -> None:
    """徐水县 of two prefectures became 徐水区."""
    assert DIVISIONS.today(code) == today


@pytest.mark.parametrize(
    ("code", "level"),
    [(NATION, "national"), ("410000", "province"), ("410100", "city"), ("410108", "county"), ("", "")],
)
def test_the_code_tells_the_level(code: str, level: str) -> None:
    assert level_of(code) == level


def test_every_successor_is_a_code_of_the_table() -> None:
    rows = [row for level in ("province", "city", "county") for row in DIVISIONS.of_level(level)]
    codes = {row.code for row in rows}
    assert len(rows) > 6000
    assert all(row.successor in codes for row in rows if row.successor)
    assert all(DIVISIONS.today(row.code) in codes for row in rows)
