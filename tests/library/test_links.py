"""Promises in a library: linked once for all reports, again where reports change, and in memory where nothing can be written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.support.promises import report_text, write_reports
from tui.library import linking, rules
from tui.library.library import Library
from tui.promises import linking as promise_linking
from tui.promises.counting import counts
from tui.promises.linking import link_promises
from tui.promises.model import VERDICTS, Promise, Verdict
from tui.report.errors import DataError, ReadError, UsageError, WriteError
from tui.report.model import Report


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a library of the reports of one place for three years, and of another for two, not linked yet."""
    files = write_reports(tmp_path / "shelf") + write_reports(tmp_path / "shelf", "剑阁县", (2022, 2023))
    path = tmp_path / "library.db"
    with Library(path, write=True) as library:
        assert {step.outcome for step in library.add(files)} == {"added"}
    return path


@pytest.fixture
def linked(path: Path) -> Path:
    """Return the library, linked."""
    assert link(path) == 3
    return path


def link(path: Path) -> int:
    """Link what is to be linked, and return how many pairs that were."""
    with Library(path, write=True) as library:
        steps = list(library.link())
    assert all(step.total == steps[-1].total for step in steps)
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    return steps[-1].total if steps else 0


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as opened:
        return opened.execute(query).fetchall()


def test_all_pairs_are_linked_once(path: Path) -> None:
    assert link(path) == 3
    assert link(path) == 0
    pairs = rows(path, "SELECT p.place, p.plan_year, r.plan_year, error FROM linked JOIN report p ON p.id = plan JOIN report r ON r.id = results")  # fmt: skip
    assert sorted(pairs) == [
        ("剑阁县", 2022, 2023, ""),
        ("青川县", 2022, 2023, ""),
        ("青川县", 2023, 2024, ""),
    ]


def test_what_is_read_is_what_linking_the_two_reports_gives(path: Path) -> None:
    with Library(path) as library:
        before = library.promises("青川县", 2022)
    link(path)
    with Library(path) as library:
        after = library.promises("青川县", 2022)
        numbers = library.find("青川县/2022"), library.find("青川县/2023")
        assert library.promises(*numbers).promises == after.promises
    assert after == before
    assert after.promises == link_promises(after.plan, after.results)
    assert [promise.verdict for promise in after.promises][:3] == ["exceeded", "missed", "met"]
    assert (after.plan_ref.place, after.plan_ref.plan_year, after.results_ref.plan_year) == (
        "青川县",
        2022,
        2023,
    )
    assert after.plan_ref.file.endswith("青川县2022.txt") and len(after.plan_ref.sha256) == 64


def test_stored_links_are_read_and_links_of_other_rules_are_not(
    linked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_promises(plan: Report, results: Report) -> tuple[Promise, ...]:
        return ()

    monkeypatch.setattr(promise_linking, "link_promises", no_promises)
    with Library(linked) as library:
        assert len(library.promises("青川县", 2022).promises) == 5
    monkeypatch.setattr("tui.library.promises.link_rules_version", lambda: "later")
    with Library(linked) as library:
        assert library.promises("青川县", 2022).promises == ()


def test_links_of_other_rules_are_made_again(linked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "link_rules_version", lambda: "later")
    assert link(linked) == 3
    assert {rule for (rule,) in rows(linked, "SELECT rules FROM linked")} == {"later"}
    assert len(rows(linked, "SELECT * FROM link")) == 15


def test_a_report_that_changes_takes_its_own_links_with_it(linked: Path, tmp_path: Path) -> None:
    changed = tmp_path / "shelf" / "青川县2024.txt"
    changed.write_text(report_text("青川县", 2024).replace("5.8%", "6.8%"), encoding="utf-8")
    with Library(linked, write=True) as library:
        list(library.add([changed]))
    assert len(rows(linked, "SELECT * FROM linked")) == 2
    assert link(linked) == 1
    with Library(linked) as library:
        (gdp, *_) = library.promises("青川县", 2023).promises
    assert (gdp.actual and gdp.actual.quote, gdp.verdict) == ("6.8%", "exceeded")


def test_a_report_that_is_removed_leaves_no_links(linked: Path) -> None:
    with Library(linked, write=True) as library:
        library.remove_report("青川县/2023")
        assert library.damages() == []
        with pytest.raises(ReadError, match="2022、2024"):
            library.promises("青川县", 2022)
    assert [row[:2] for row in rows(linked, "SELECT place, plan_year FROM linked JOIN report ON id = plan")] == [("剑阁县", 2022)]  # fmt: skip
    assert len(rows(linked, "SELECT DISTINCT plan FROM link")) == 1
    assert link(linked) == 0


def test_a_rebuild_makes_all_links_again(linked: Path) -> None:
    before = rows(linked, "SELECT * FROM promises ORDER BY place, year, target_id")
    with Library(linked, write=True) as library:
        list(library.rebuild())
    assert rows(linked, "SELECT * FROM linked") == []
    assert link(linked) == 3
    assert rows(linked, "SELECT * FROM promises ORDER BY place, year, target_id") == before


def test_a_better_report_of_a_year_takes_the_place_of_another(linked: Path, tmp_path: Path) -> None:
    longer = tmp_path / "longer.txt"
    text = report_text("剑阁县", 2023).replace("攻坚克难", "攻坚克难，取得了来之不易的新成绩")
    longer.write_text(text, encoding="utf-8")
    with Library(linked, write=True) as library:
        list(library.add([longer]))
        (number,) = (report.id for report in library.reports() if report.files == (str(longer),))
        assert library.successor(library.find("剑阁县/2022")) == number
        assert library.find_best("剑阁县/2023") == number
        with pytest.raises(UsageError, match="2 份"):
            library.find("剑阁县/2023")
    assert link(linked) == 1
    assert [row[0] for row in rows(linked, "SELECT results FROM linked JOIN report ON id = plan WHERE place = '剑阁县'")] == [number]  # fmt: skip


def test_the_view_has_plain_names(linked: Path) -> None:
    with Library(linked) as library:
        columns, found = library.view("promises", "place:青川县 year:2022")
        table = [dict(zip(columns, row, strict=True)) for row in found]
    gdp, revenue, sales, jobs, parking = table
    assert (gdp["place"], gdp["year"], gdp["target"], gdp["verdict"], gdp["gap"], gdp["gap_unit"]) == (
        "青川县", 2022, "地区生产总值", "exceeded", 0.5, "个百分点",
    )  # fmt: skip
    assert (revenue["target_printed"], revenue["actual_printed"]) == ("5%", "3.2%")
    assert str(revenue["target_sentence"]).startswith("今年经济社会发展的主要预期目标是")
    assert "3.2%" in str(revenue["actual_sentence"])
    assert sales["certainty"] == "sure" and sales["own_verdict"] is None
    assert jobs["actual_printed"] == "4200人"
    assert (parking["actual"], parking["gap"], parking["verdict"]) == (None, None, "not_mentioned")


def test_what_is_linked_is_kept_when_the_work_is_stopped(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "_MAX_PAIRS", 1)
    with Library(path, write=True) as library:
        steps = library.link()
        next(steps)
    assert len(rows(path, "SELECT * FROM linked")) in (1, 2)
    assert 1 <= link(path) <= 2
    assert len(rows(path, "SELECT * FROM linked")) == 3


def test_two_programs_may_link_at_once(path: Path) -> None:
    with Library(path, write=True) as one, Library(path, write=True) as other:
        first, second = one.link(), other.link()
        next(first)
        list(second)
        list(first)
    assert len(rows(path, "SELECT * FROM linked")) == 3
    assert len(rows(path, "SELECT * FROM link")) == 15


def test_a_report_that_changes_meanwhile_is_left_to_the_next_call(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = linking.Linking._write
    changed = tmp_path / "shelf" / "青川县2024.txt"

    def change_and_write(self: linking.Linking, *arguments: Any) -> None:
        if "6.8%" not in changed.read_text(encoding="utf-8"):
            changed.write_text(report_text("青川县", 2024).replace("5.8%", "6.8%"), encoding="utf-8")
            with Library(path, write=True) as other:
                list(other.add([changed]))
        write(self, *arguments)

    monkeypatch.setattr(linking.Linking, "_write", change_and_write)
    assert link(path) == 3
    assert len(rows(path, "SELECT * FROM linked")) == 2
    assert link(path) == 1
    assert ("6.8%",) in rows(path, "SELECT actual_printed FROM promises")


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have linking the plans of 剑阁县 fail."""

    def fail(plan: Report, results: Report) -> tuple[Promise, ...]:
        if plan.place == "剑阁县":
            raise RecursionError
        return link_promises(plan, results)

    monkeypatch.setattr(promise_linking, "link_promises", fail)


def test_reports_that_cannot_be_linked_are_noted_and_not_tried_again(
    path: Path, hostile: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "_JOBS_EACH", 0.1)
    assert link(path) == 3
    (failed,) = rows(path, "SELECT error FROM linked WHERE error <> ''")
    assert failed[0]
    assert len(rows(path, "SELECT DISTINCT plan FROM link")) == 2
    assert link(path) == 0
    with Library(path) as library:
        assert library.unlinked() == [("剑阁县/2022", failed[0])]


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have opening a library to write fail, as in a folder that is read-only."""

    def refuse(path: Path, renew: bool = False, make: bool = True) -> sqlite3.Connection:
        raise WriteError("x")

    monkeypatch.setattr("tui.library.library.open_for_writing", refuse)


def test_links_of_a_library_that_cannot_be_written_to_are_kept_in_memory(path: Path, read_only: None) -> None:
    with Library(path) as library:
        assert len(library.promises("青川县", 2022).promises) == 5
        assert [step.done for step in library.link()][-1] == 3
        assert list(library.link()) == []
        assert len(list(library.view("promises")[1])) == 15
        assert library.kept()[2022] == counted(library, "青川县/2022", "剑阁县/2022")
        with pytest.raises(WriteError):
            library.set_verdict(library.find("青川县/2022"), "m001", "met")
    assert rows(path, "SELECT * FROM linked") == []


def test_while_another_program_writes_links_are_kept_in_memory_and_verdicts_are_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.database.BUSY_TIMEOUT_S", 0.05)
    monkeypatch.setattr(linking, "_PATIENCE_MS", 50)
    with closing(sqlite3.connect(path, isolation_level=None)) as other, Library(path) as library:
        other.execute("BEGIN IMMEDIATE")
        assert len(list(library.link())) > 0
        assert len(list(library.view("promises")[1])) == 15
        with pytest.raises(WriteError, match="另一个程序"):
            library.set_verdict(library.find("青川县/2022"), "m001", "met")
        other.execute("ROLLBACK")
    assert rows(path, "SELECT * FROM linked") == []


def test_links_are_made_by_a_library_open_for_reading_if_it_can_be_written_to(path: Path) -> None:
    with Library(path) as library:
        assert set(library.kept()) == {2022, 2023}
    assert len(rows(path, "SELECT * FROM linked")) == 3


def counted(library: Library, *addresses: str) -> dict[Verdict, int]:
    """Return the sum of what counts of some pairs of reports."""
    found = [counts(library.promises(address).promises) for address in addresses]
    return {verdict: sum(one[verdict] for one in found) for verdict in VERDICTS}


def test_promises_are_counted_by_year(linked: Path) -> None:
    with Library(linked, write=True) as library:
        kept = library.kept()
        assert list(kept) == [2022, 2023]
        assert kept[2022] == counted(library, "青川县/2022", "剑阁县/2022")
        assert kept[2023] == counted(library, "青川县/2023")
        assert library.kept("place:剑阁县") == {2022: counted(library, "剑阁县/2022")}
        (target, *_) = library.promises("青川县", 2022).promises
        assert target.verdict == "exceeded"
        library.set_verdict(library.find("青川县/2022"), target.target.id, "missed")
        after = library.kept()[2022]
        assert after["exceeded"] == kept[2022]["exceeded"] - 1
        assert after["missed"] == kept[2022]["missed"] + 1


def test_without_a_report_of_the_next_year_it_is_said_which_years_there_are(path: Path) -> None:
    with Library(path) as library:
        with pytest.raises(ReadError, match=r"青川县/2024.*下一年.*2022-2024"):
            library.promises("青川县/2024")
        with pytest.raises(ReadError, match="2022-2024"):
            library.promises("青川县", 2030)
        with pytest.raises(DataError):
            library.ref(99)


def test_the_rules_of_links_are_other_than_those_of_conversions() -> None:
    assert rules.link_rules_version() != rules.rules_version()
