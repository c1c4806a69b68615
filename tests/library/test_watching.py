"""Watching folders, with a clock that only the test moves."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.library.conftest import text_of
from tui.library.library import Library
from tui.library.settling import SETTLE_S, WatchedFolder
from tui.library.watching import Clock, Event, Watch

pytestmark = pytest.mark.usefixtures("one_worker")


class Hands(Clock):
    """A clock whose hands the test moves; things happen while the watch sleeps.

    Attributes:
        events: What is done when the clock has reached a time in seconds.
    """

    def __init__(self) -> None:
        self.time_s = 0.0
        self.events: list[tuple[float, Callable[[], object]]] = []

    def now(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=self.time_s)

    def monotonic_s(self) -> float:
        return self.time_s

    def wall_s(self) -> float:
        return 0.0  # files always look new, however slow the test is

    def sleep(self, seconds: float) -> None:
        self.time_s += seconds
        while self.events and self.events[0][0] <= self.time_s:
            self.events.pop(0)[1]()


class Over(KeyboardInterrupt):
    """The test is over."""


class Watched:
    """A watched folder with its library and clock."""

    def __init__(self, folder: Path, library: Path) -> None:
        self.folder, self.library, self.clock = folder, library, Hands()
        folder.mkdir()
        Library(library, write=True).close()

    def at(self, time_s: float, do: Callable[[], object]) -> None:
        """Have something done when the clock has reached a time."""
        self.clock.events.append((time_s, do))
        self.clock.events.sort(key=lambda event: event[0])

    def add(self, place: str, year: int) -> Path:
        """Put a report into the folder."""
        path = self.folder / f"{place}{year}.txt"
        path.write_text(text_of(place, year), encoding="utf-8")
        return path

    def events(self, until_s: float, every_s: float = 5.0) -> list[tuple[float, Event]]:
        """Return what happens until a time, and when."""
        watch = Watch(self.library, [str(self.folder)], clock=self.clock, stop=self._stop(until_s))
        happened: list[tuple[float, Event]] = []
        with pytest.raises(Over):
            for event in watch.rounds(every_s):
                happened.append((self.clock.time_s, event))
        return happened

    def _stop(self, until_s: float) -> Callable[[], object]:
        def stop() -> None:
            if self.clock.time_s >= until_s:
                raise Over

        return stop

    def kinds(self, until_s: float, every_s: float = 5.0) -> list[str]:
        """Return the kinds of what happens."""
        return [event.kind for _, event in self.events(until_s, every_s)]

    def reports(self) -> set[str]:
        """Return the addresses of the reports of the library."""
        with Library(self.library) as library:
            addresses = library.addresses()
            return {addresses.of(report.id) for report in library.reports()}


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path / "shelf", tmp_path / "library.db")


def test_what_is_there_and_what_comes_is_added_once(watched: Watched) -> None:
    watched.add("青川县", 2022)
    watched.at(20, lambda: watched.add("剑阁县", 2022))
    happened = watched.events(60)
    assert [(event.kind, event.report) for _, event in happened] == [
        ("added", "青川县/2022"),
        ("added", "剑阁县/2022"),
    ]
    assert happened[0][0] == SETTLE_S
    assert 20 + SETTLE_S <= happened[1][0] <= 20 + SETTLE_S + 5
    assert watched.reports() == {"青川县/2022", "剑阁县/2022"}


def test_a_file_is_not_read_before_it_has_stopped_growing(watched: Watched) -> None:
    text = text_of("青川县", 2022).encode()
    path = watched.folder / "a.txt"
    path.write_bytes(text[:100])

    def grow(size: int) -> Callable[[], object]:
        return lambda: path.write_bytes(text[:size])

    for second in range(1, 12):
        watched.at(second, grow(len(text) * second // 11))
    ((time_s, event),) = watched.events(40)
    assert (event.kind, event.report) == ("added", "青川县/2022")
    assert time_s >= 11 + SETTLE_S - 0.5


def test_a_file_that_changes_is_added_again(watched: Watched) -> None:
    path = watched.add("青川县", 2022)
    changed = text_of("青川县", 2022).replace("服务业增长7%", "服务业增长8.5%")
    watched.at(20, lambda: path.write_text(changed, encoding="utf-8"))
    happened = watched.events(40)
    assert [event.kind for _, event in happened] == ["added", "changed"]
    with Library(watched.library) as library:
        assert "8.5%" in library.report("青川县/2022").text
        assert len(library.reports()) == 1


def test_the_same_report_in_another_file_is_known(watched: Watched) -> None:
    path = watched.add("青川县", 2022)
    watched.at(20, lambda: shutil.copy(path, path.with_name("copy.txt")))
    assert watched.kinds(40) == ["added", "known"]


def test_a_file_that_fails_is_told_once_and_tried_again_when_it_changes(watched: Watched) -> None:
    path = watched.folder / "empty.txt"
    path.write_text(" \n")
    watched.at(60, lambda: path.write_text(text_of("青川县", 2022), encoding="utf-8"))
    happened = watched.events(90)
    assert [event.kind for _, event in happened] == ["failed", "added"]
    assert happened[0][1].error is not None and happened[0][1].error.message


def test_a_folder_that_vanishes_is_told_once_and_comes_back(watched: Watched) -> None:
    watched.add("青川县", 2022)
    (watched.folder / "empty.txt").write_text(" \n")
    away = watched.folder.with_name("away")
    watched.at(20, lambda: watched.folder.rename(away))
    watched.at(60, lambda: away.rename(watched.folder))
    watched.at(80, lambda: watched.add("剑阁县", 2022))
    happened = watched.events(110)
    assert sorted(event.kind for _, event in happened[:2]) == ["added", "failed"]
    assert [event.kind for _, event in happened[2:]] == ["folder_gone", "folder_back", "added"]
    assert [event.path for _, event in happened[2:4]] == [str(watched.folder)] * 2
    assert watched.reports() == {"青川县/2022", "剑阁县/2022"}


def test_a_file_that_vanishes_before_it_is_read_is_not_told(watched: Watched) -> None:
    path = watched.add("青川县", 2022)
    watched.at(1, path.unlink)
    assert watched.kinds(20) == []


def test_a_locked_library_is_told_once_and_waited_for(watched: Watched) -> None:
    watched.add("青川县", 2022)
    with closing(sqlite3.connect(watched.library, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        watched.at(30, lambda: other.execute("ROLLBACK"))
        assert watched.kinds(50) == ["library_failed", "library_back", "added"]


def test_a_library_that_is_gone_is_not_made_anew(watched: Watched) -> None:
    watched.add("青川县", 2022)
    away = watched.library.with_name("away.db")
    watched.at(15, lambda: watched.library.rename(away))
    watched.at(20, lambda: watched.add("剑阁县", 2022))
    watched.at(40, lambda: away.rename(watched.library))
    assert watched.kinds(60) == ["added", "library_failed", "library_back", "added"]
    assert watched.reports() == {"青川县/2022", "剑阁县/2022"}


def test_saved_queries_tell_what_is_new_once(watched: Watched) -> None:
    watched.add("青川县", 2022)
    with Library(watched.library, write=True) as library:
        library.queries.save("低空", "低空经济")
        library.queries.save("黄河", "黄河")
        library.queries.keep(library.queries.run("低空"))
    watched.at(20, lambda: watched.add("青川县", 2023))
    watched.at(40, lambda: watched.add("剑阁县", 2022))
    found = [event for _, event in watched.events(60) if event.kind == "found"]
    assert [(event.query, event.hits, event.reports) for event in found] == [
        ("低空", 1, ("青川县/2022",)),
        ("低空", 2, ("青川县/2023",)),
        ("黄河", 3, ("剑阁县/2022",)),
    ]
    with Library(watched.library) as library:
        assert not library.queries.run("低空").new.hits_before  # search --saved would tell nothing


def test_a_query_that_nobody_was_told_of_stays_new(watched: Watched) -> None:
    watched.add("青川县", 2022)
    with Library(watched.library, write=True) as library:
        library.queries.save("低空", "低空经济")
    watch = Watch(watched.library, [str(watched.folder)], clock=watched.clock)
    events = watch.once()
    assert [next(events).kind, next(events).kind] == ["added", "found"]
    events.close()  # type: ignore[attr-defined]
    with Library(watched.library) as library:
        assert library.queries.run("低空").new.hits_before


def test_one_round_waits_for_files_that_grow_but_not_for_ever(watched: Watched) -> None:
    watched.add("青川县", 2022)
    path = watched.folder / "log.txt"

    def grow() -> None:
        path.write_text("长" * int(10 + watched.clock.time_s))
        watched.at(watched.clock.time_s + 0.5, grow)

    grow()
    events = list(Watch(watched.library, [str(watched.folder)], clock=watched.clock).once())
    assert [(event.kind, Path(event.path).name) for event in events] == [
        ("added", "青川县2022.txt"),
        ("growing", "log.txt"),
    ]
    assert watched.clock.time_s < 60


def test_what_was_done_when_it_was_stopped_is_told(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    watched.add("青川县", 2022)
    add = Library.add

    def interrupted(library: Library, *arguments: object, **options: object) -> Iterator[object]:
        yield from add(library, *arguments, **options)  # type: ignore[arg-type]
        raise Over

    monkeypatch.setattr(Library, "add", interrupted)
    assert watched.kinds(60) == ["added"]
    assert watched.reports() == {"青川县/2022"}


def test_a_folder_named_twice_or_within_another_is_told_once(watched: Watched) -> None:
    inner = watched.folder / "inner"
    inner.mkdir()
    (inner / "a.txt").write_text(text_of("青川县", 2022), encoding="utf-8")
    names = [str(watched.folder), str(inner), f"{watched.folder}/."]
    events = list(Watch(watched.library, names, clock=watched.clock).once())
    assert [event.kind for event in events] == ["added"]


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happens_the_library_has_in_the_end_what_the_folder_has(watched: Watched, seed: int) -> None:
    """Write, grow, move and delete files, and take the folder away, at random times."""
    chance = random.Random(seed)
    places = [("青川县", 2022), ("青川县", 2023), ("剑阁县", 2022), ("保定市", 2023)]
    away = watched.folder.with_name("away")
    wanted: set[str] = set()

    def write(place: str, year: int, whole: bool) -> None:
        folder = watched.folder if watched.folder.exists() else away
        data = text_of(place, year).encode()
        (folder / f"{place}{year}.txt").write_bytes(data if whole else data[: len(data) // 2 // 3 * 3])

    for place, year in places:
        at = chance.uniform(0, 60)
        watched.at(at, lambda place=place, year=year: write(place, year, False))  # type: ignore[misc]
        watched.at(at + chance.uniform(0.1, 20), lambda place=place, year=year: write(place, year, True))  # type: ignore[misc]
        wanted.add(f"{place}/{year}")
    gone_at = chance.uniform(0, 60)
    watched.at(gone_at, lambda: watched.folder.rename(away))
    watched.at(gone_at + chance.uniform(1, 20), lambda: away.rename(watched.folder))
    kinds = watched.kinds(120, chance.choice((1.0, 5.0, 13.0)))
    assert wanted <= watched.reports()
    with Library(watched.library) as library:
        for place, year in places:
            assert library.report(f"{place}/{year}").text.rstrip().endswith("谱写新篇章!")
    assert set(kinds) <= {"added", "changed", "known", "failed", "folder_gone", "folder_back"}
    assert kinds.count("folder_gone") == kinds.count("folder_back") <= 1


# -- which files are settled ---------------------------------------------------------------------


def test_a_file_whose_times_are_old_is_settled_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("文")
    folder = WatchedFolder(str(tmp_path))
    changed_s = (tmp_path / "a.txt").stat().st_ctime_ns / 1e9
    assert not folder.look(0, changed_s + 1).settled
    assert list(folder.look(0.1, changed_s + SETTLE_S + 0.1).settled) == [str(tmp_path / "a.txt")]


def test_a_clock_that_is_set_back_delays_nothing_for_long(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("文")
    folder = WatchedFolder(str(tmp_path))
    assert folder.look(0, 0).growing
    assert folder.look(SETTLE_S, -1e9).settled


def test_hidden_and_other_files_are_not_looked_at(tmp_path: Path) -> None:
    for name in (".hidden.txt", "~$open.docx", "photo.jpg", "a.txt.part"):
        (tmp_path / name).write_text("文")
    look = WatchedFolder(str(tmp_path)).look(0, 0)
    assert not look.settled and not look.growing
