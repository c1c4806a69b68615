"""Searches a thread goes on with: long texts and patterns."""

from __future__ import annotations

import threading
import time
from threading import Event

import pytest

from tests.support.samples import huiji_outline
from tui.report.errors import UsageError
from tui.search import engine
from tui.search.background import LatestWorker
from tui.search.engine import Searcher
from tui.search.results import Search

#: Seconds after which a thread that has not answered is a fault.
TIMEOUT_S = 60.0


def finished(search: Search) -> Search:
    end = time.monotonic() + TIMEOUT_S
    while not search.is_done and time.monotonic() < end:
        search.run(0.01)
    assert search.is_done
    return search


@pytest.mark.parametrize(
    "query",
    ["黄河", "黄河 发展", "发展 -黄河", "in:三 发展", "yshj", "zhongqing", "7%", "/黄.游/", "不存在的词"],
)
def test_thread_finds_the_same_hits(query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = Searcher(huiji_outline()).search(query)
    monkeypatch.setattr(engine, "LONG_TEXT_CHARACTERS", 0)
    search = finished(Searcher(huiji_outline()).begin(query))
    assert search.results == expected


def test_report_of_usual_length_is_searched_at_once_without_a_thread() -> None:
    threads = threading.active_count()
    search = Searcher(huiji_outline()).begin("黄河")
    search.run(0)
    assert search.is_done
    assert threading.active_count() == threads


def test_hits_are_empty_until_the_thread_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    may_go_on = Event()
    find = Searcher.search
    monkeypatch.setattr(engine, "LONG_TEXT_CHARACTERS", 0)
    monkeypatch.setattr(Searcher, "search", lambda *arguments: may_go_on.wait() and find(*arguments))
    search = Searcher(huiji_outline()).begin("黄河")
    search.run(0.001)
    assert not search.is_done
    assert search.results.query.text == "黄河"
    assert search.results.hits == ()
    may_go_on.set()
    assert len(finished(search).results.hits) == 32


def test_fault_in_the_thread_is_raised_where_the_results_are_asked_for() -> None:
    search = Searcher(huiji_outline(), pattern_timeout_s=0.001).begin(r"/(.|.)+\d$/")
    with pytest.raises(UsageError, match="太费时"):
        finished(search)
    assert search.is_done


def test_worker_drops_a_job_that_waits_for_a_newer_one_and_ends_its_thread() -> None:
    worker, may_go_on, started, done = LatestWorker(), Event(), Event(), Event()
    ran: list[str] = []

    def first() -> None:
        started.set()
        may_go_on.wait(TIMEOUT_S)
        ran.append("first")

    def last() -> None:
        ran.append("last")
        done.set()

    worker.submit(first)
    assert started.wait(TIMEOUT_S)
    worker.submit(lambda: ran.append("dropped"))
    worker.submit(last)
    may_go_on.set()
    assert done.wait(TIMEOUT_S)
    assert ran == ["first", "last"]
    end = time.monotonic() + TIMEOUT_S
    while any(thread.name == "search" for thread in threading.enumerate()) and time.monotonic() < end:
        time.sleep(0.001)
    assert not any(thread.name == "search" for thread in threading.enumerate())


def test_a_job_for_idle_times_does_not_take_the_place_of_one_that_waits() -> None:
    worker, may_go_on, done = LatestWorker(), Event(), Event()
    worker.submit(may_go_on.wait)
    worker.submit(done.set)
    worker.submit_if_idle(list)
    may_go_on.set()
    assert done.wait(10)


def test_a_job_for_idle_times_runs_when_there_is_no_other() -> None:
    worker, done = LatestWorker(), Event()
    worker.submit_if_idle(done.set)
    assert done.wait(10)
