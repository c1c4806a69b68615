"""A person's own verdicts: they override, and are found again whatever becomes of the reports."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.library.library_samples import damage
from tests.support.promises import report_text, write_reports
from tui.library.library import Library
from tui.messages import library as messages
from tui.promises.model import OwnVerdict
from tui.report.errors import DataError, ReadError, UsageError
from tui.view_session import ViewSession, keep_verdict, open_view
from tui.visits import Source, View, ViewKind


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    return write_reports(tmp_path / "shelf")


@pytest.fixture
def path(tmp_path: Path, files: list[str]) -> Path:
    """Return a library with a verdict on the target of 2022 for the revenue, the second one."""
    path = tmp_path / "library.db"
    with Library(path, write=True) as library:
        list(library.add(files))
        library.set_verdict(library.find("青川县/2022"), "m002", "not_comparable", "据统计公报，\n口径不同")
    return path


def own_of(path: Path, place: str = "青川县") -> dict[str, OwnVerdict]:
    """Return one's own verdicts on the promises of 2022, by what is promised."""
    with Library(path) as library:
        promises = library.promises(place, 2022).promises
    return {promise.target.indicator: promise.own for promise in promises if promise.own is not None}


OWN = {"一般公共预算收入": OwnVerdict("not_comparable", "据统计公报， 口径不同")}


def in_view(path: Path) -> list[tuple[str, str]]:
    query = "SELECT target, own_verdict FROM promises WHERE own_verdict IS NOT NULL AND place = '青川县'"
    with closing(sqlite3.connect(path)) as opened:
        return opened.execute(query).fetchall()


def link(path: Path) -> None:
    with Library(path, write=True) as library:
        list(library.link())


def test_a_verdict_overrides_that_of_the_program_and_can_be_taken_back(path: Path) -> None:
    assert own_of(path) == OWN
    with Library(path) as library:
        promise = library.promises("青川县", 2022).promises[1]
        assert (promise.verdict, promise.final_verdict, promise.counts) == ("missed", "not_comparable", True)
        number = library.find("青川县/2022")
        library.set_verdict(number, "m002", "met")
        assert own_of(path) == {"一般公共预算收入": OwnVerdict("met", "")}
        library.set_verdict(number, "m002", None)
    assert own_of(path) == {}


@pytest.mark.parametrize(
    ("target", "verdict", "note"),
    [("m999", "met", ""), ("m002", "good", ""), ("m002", "met", "字" * 1001), ("m002", "met", "a\x1b[31m")],
)
def test_what_is_no_verdict_is_refused_and_the_old_one_stays(
    path: Path, target: str, verdict: str, note: str
) -> None:
    with Library(path, write=True) as library, pytest.raises(UsageError):
        library.set_verdict(library.find("青川县/2022"), target, verdict, note)  # type: ignore[arg-type]
    assert own_of(path) == OWN


def test_what_was_done_is_no_promise(path: Path) -> None:
    with Library(path, write=True) as library:
        number = library.find("青川县/2023")
        done = next(metric for metric in library.report(number).metrics if metric.status == "achieved")
        with pytest.raises(UsageError):
            library.set_verdict(number, done.id, "met")


def test_a_verdict_survives_a_rebuild_and_adding_the_report_again(path: Path, files: list[str]) -> None:
    with Library(path, write=True) as library:
        list(library.rebuild())
    assert own_of(path) == OWN
    with Library(path, write=True) as library:
        library.remove(files)
        assert library.reports() == []
        assert [(owned.row.exact, owned.report) for owned in library.verdicts()] == [("5%", None)]
        list(library.add(files))
        assert [(owned.row.exact, owned.target and owned.target.id) for owned in library.verdicts()] == [
            ("5%", "m002")
        ]
    assert own_of(path) == OWN
    link(path)
    assert in_view(path) == [("一般公共预算收入", "not_comparable")]


#: Another target of 5% that stands nearer to where the verdict was than its own target, and what stands before or behind that has changed.
NEARER_BEHIND = "地区生产总值增长7%,一般公共预算收入增长5%。农民收入增长5%,"
NEARER_BEFORE = "地区生产总值增长7%以上,农民收入增长5%,一般公共预算收入力争5%,"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("今年经济社会发展的主要预期目标是:地区生产总值增长7%,一般公共预算收入增长5%,", NEARER_BEHIND),
        ("地区生产总值增长7%,一般公共预算收入增长5%,", NEARER_BEFORE),
        ("全县上下攻坚克难", "全县上下攻坚克难" + ",战胜了各种困难和挑战" * 40),
        ("地区生产总值增长7%,", "地区生产总值增长7%,粮食总产量保持稳定,农民收入增长5%,"),
        ("一般公共预算收入增长5%", "一般公共预算收人增长5%"),
        ("的主要预期目标是:", "主要目标:"),
    ],
)
def test_a_verdict_is_found_again_in_a_corrected_text(
    path: Path, files: list[str], before: str, after: str
) -> None:
    text = report_text("青川县", 2022)
    assert before in text
    Path(files[0]).write_text(text.replace(before, after), encoding="utf-8")
    with Library(path, write=True) as library:
        list(library.add(files))
    (indicator,) = own_of(path)
    assert own_of(path)[indicator] == OWN["一般公共预算收入"] and indicator.startswith("一般公共预算收")
    link(path)
    ((target, verdict),) = in_view(path)
    assert target.startswith("一般公共预算收") and verdict == "not_comparable"
    assert list(own_of(path).values()) == list(OWN.values())
    with Library(path, write=True) as library:
        ((row, _, metric),) = library.verdicts()
        assert metric is not None and (row.start, row.end) == (metric.start, metric.end)
        library.set_verdict(library.find("青川县/2022"), metric.id, None)
        assert library.verdicts() == []


@pytest.mark.parametrize(
    "other", ["", "固定资产投资增长5%,", "一般公共预算支出增长5%,", "城乡居民收入增长5%,"]
)
def test_a_verdict_on_a_target_that_is_gone_is_on_no_other_one_and_is_kept(
    path: Path, files: list[str], other: str
) -> None:
    text = report_text("青川县", 2022)
    text = text.replace("一般公共预算收入增长5%,社会消费品零售总额", f"{other}外贸进出口总额")
    text = text.replace("7座。", "7座。" + "坚持稳中求进、以进促稳。" * 40 + "农民收入增长5%。")
    Path(files[0]).write_text(text, encoding="utf-8")
    with Library(path, write=True) as library:
        list(library.add(files))
    link(path)
    assert own_of(path) == {}
    with Library(path) as library:
        ((row, number, target),) = library.verdicts()
        assert (row.verdict, row.place, row.year, target) == ("not_comparable", "510822", 2022, None)
        assert number == library.find("青川县/2022")


def test_a_report_that_cannot_be_read_keeps_its_verdicts_and_stops_nothing(path: Path) -> None:
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("UPDATE report SET record = x'00' WHERE plan_year = 2022")
        opened.execute("UPDATE verdict SET start = start + 1")
        opened.commit()
    link(path)
    with Library(path) as library:
        ((row, number, target),) = library.verdicts()
        assert (row.verdict, number, target) == ("not_comparable", library.find("青川县/2022"), None)
        assert len(library.promises("青川县", 2023).promises) == 5
        assert [name for name, _ in library.unlinked()] == ["青川县/2022"]


def test_verdicts_are_on_reports_of_their_own_place_only(path: Path, tmp_path: Path) -> None:
    with Library(path, write=True) as library:
        list(library.add(write_reports(tmp_path / "other", "剑阁县", (2022, 2023))))
        library.remove_report("青川县/2022")
    assert own_of(path, "剑阁县") == {}


def test_a_verdict_of_an_older_version_names_the_span_only(path: Path) -> None:
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("UPDATE verdict SET exact = '', prefix = '', suffix = '', place = '', year = NULL")
        opened.commit()
    assert own_of(path) == OWN
    link(path)
    assert in_view(path) == [("一般公共预算收入", "not_comparable")]
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("UPDATE verdict SET exact = '', prefix = '', suffix = '', \"end\" = \"end\" + 1")
        opened.commit()
    assert own_of(path) == {}


def test_a_note_may_have_so_many_characters(path: Path) -> None:
    with Library(path, write=True) as library:
        library.set_verdict(library.find("青川县/2022"), "m002", "met", "字" * 1000)
    assert own_of(path)["一般公共预算收入"].note == "字" * 1000


@pytest.mark.parametrize("has_new_columns", [True, False])
def test_verdicts_are_saved_from_a_damaged_library(path: Path, has_new_columns: bool) -> None:
    if not has_new_columns:
        with closing(sqlite3.connect(path)) as opened:
            for column in ("exact", "prefix", "suffix", "place", "year"):
                opened.execute(f"ALTER TABLE verdict DROP COLUMN {column}")
            opened.commit()
    damage(path, "metric")
    with Library(path, write=True, renew=True) as library:
        assert library.damaged is not None
        list(library.rebuild())
    assert own_of(path) == OWN


def test_a_library_that_is_gone_is_not_made_anew(path: Path) -> None:
    with Library(path) as library:
        number = library.find("青川县/2022")
        path.unlink()
        with pytest.raises(ReadError, match=messages.GONE):
            library.set_verdict(number, "m002", "met")
    with pytest.raises(ReadError, match=messages.GONE):
        keep_verdict(path, number, "m002", None)
    assert not path.exists()


@pytest.mark.parametrize("kind", ["promises", "series", "ranking", "tasks"])
def test_a_table_of_a_library_that_is_gone_is_not_opened(path: Path, kind: ViewKind) -> None:
    path.unlink()
    below = ViewSession(View(kind), None)
    with pytest.raises(ReadError, match=messages.GONE):
        open_view(View(kind, (Source(library_report=1),)), path, None, below)
    assert not path.exists()


def test_a_number_that_the_library_does_not_have_is_told(path: Path) -> None:
    with Library(path) as library, pytest.raises(DataError, match=messages.no_such_report(82)):
        library.addresses().place_of(82)
