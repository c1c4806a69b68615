"""A search in a thread finds what a search finds, in the order that is asked for."""

from __future__ import annotations

import queue
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.library.library import Library
from tui.library.live_search import (
    FIRST_EXCERPTS,
    Collected,
    LiveSearch,
    Loaded,
    Posted,
    ReportExcerpts,
    Request,
    Update,
)

TIMEOUT_S = 30.0


class Listening:
    """A search whose updates wait in a queue."""

    def __init__(self, path: Path) -> None:
        self.posted: queue.Queue[Posted] = queue.Queue()
        self.live = LiveSearch(path, self.posted.put)

    def all_of(self, request: Request) -> list[Update]:
        """Return the updates of a request, to the last."""
        self.live.search(request)
        updates: list[Update] = []
        while not updates or not updates[-1].is_complete:
            update = self.posted.get(timeout=TIMEOUT_S)
            if isinstance(update, Update) and update.request is request:
                updates.append(update)
        return updates

    def next_of(self, kind: type[Posted]) -> Posted:
        while True:
            posted = self.posted.get(timeout=TIMEOUT_S)
            if isinstance(posted, kind):
                return posted


@pytest.fixture
def listening(library: Library) -> Iterator[Listening]:
    made = Listening(library.path)
    yield made
    made.live.close()


def numbers(library: Library) -> tuple[int, ...]:
    return tuple(one.id for one in library.reports())


@pytest.mark.parametrize(
    "query", ["企业", "低空经济", "黄河", "hh", '"发展低空"', "没有的词", "7%", "企业 -百家"]
)
def test_it_finds_what_a_search_finds(query: str, library: Library, listening: Listening) -> None:
    updates = listening.all_of(Request(query, numbers(library)))
    found = {one.report: one.total for update in updates for one in update.found}
    expected = {one.report.id: len(one.hits) for one in library.search(query).hits()}
    assert found == expected
    assert [update.counts for update in updates if update.counts is not None] == [expected]
    assert list(found) == [number for number in numbers(library) if number in expected]


def test_reports_come_in_the_order_asked_for(library: Library, listening: Listening) -> None:
    order = numbers(library)[::-1]
    updates = listening.all_of(Request("企业", order))
    assert [one.report for update in updates for one in update.found] == list(order)


def test_excerpts_show_the_hit_in_the_text(library: Library, listening: Listening) -> None:
    for update in listening.all_of(Request("企业", numbers(library))):
        for one in update.found:
            text = library.report(one.report).text
            for excerpt in one.excerpts:
                assert text[excerpt.hit.start : excerpt.hit.end] == excerpt.text
                assert excerpt.before + excerpt.text + excerpt.after in text


def test_all_hits_of_a_report_are_shown_when_asked_for(library: Library, listening: Listening) -> None:
    updates = listening.all_of(Request("业", numbers(library)))
    first = updates[1].found[0]
    assert len(first.excerpts) == FIRST_EXCERPTS < first.total
    listening.live.unfold(first.report)
    unfolded = listening.next_of(ReportExcerpts)
    assert isinstance(unfolded, ReportExcerpts)
    assert (unfolded.report, len(unfolded.excerpts)) == (first.report, first.total)


def test_a_newer_request_supersedes_the_one_before(library: Library, listening: Listening) -> None:
    requests = [Request(query, numbers(library)) for query in ("企", "企业", "黄", "黄河")]
    for request in requests[:-1]:
        listening.live.search(request)
    updates = listening.all_of(requests[-1])
    assert {one.total for update in updates for one in update.found} == {3}


def test_filters_alone_tell_which_reports_they_leave(library: Library, listening: Listening) -> None:
    updates = listening.all_of(Request("year:2022", numbers(library)))
    assert [len(update.reports) for update in updates if update.reports is not None] == [2]
    assert not updates[0].terms


def test_a_wrong_query_has_a_fault(library: Library, listening: Listening) -> None:
    (update,) = listening.all_of(Request("level:village", numbers(library)))
    assert "没有这一级" in update.fault


def test_a_report_is_loaded_also_without_a_query(library: Library, listening: Listening) -> None:
    number = numbers(library)[0]
    listening.live.load(number)
    loaded = listening.next_of(Loaded)
    assert isinstance(loaded, Loaded)
    assert loaded.report == library.report(number)


@pytest.mark.parametrize("query", ["/[/", "level:village", "in:nowhere"])
def test_after_a_wrong_query_the_next_one_is_answered(
    query: str, library: Library, listening: Listening
) -> None:
    assert listening.all_of(Request(query, numbers(library)))[-1].fault
    updates = listening.all_of(Request("黄河", numbers(library)))
    assert [one.total for update in updates for one in update.found] == [3]


def test_a_damaged_library_has_a_fault_in_plain_words(library: Library, tmp_path: Path) -> None:
    damaged = tmp_path / "library.db"
    raw = bytearray(library.path.read_bytes())
    raw[8192:] = bytes(len(raw) - 8192)
    damaged.write_bytes(raw)
    listening = Listening(damaged)
    for query in ("企业", "黄河"):
        assert "书库" in listening.all_of(Request(query, (1, 2, 3, 4)))[-1].fault
    listening.live.close()


def test_hits_are_collected_with_what_their_sentences_state(library: Library, listening: Listening) -> None:
    request = Request("企业", numbers(library))
    listening.all_of(request)
    wanted = numbers(library)[:2]
    listening.live.collect(wanted)
    collected = listening.next_of(Collected)
    assert isinstance(collected, Collected)
    assert (collected.request, collected.reports) == (request, wanted)
    expected = {one.report.id: len(one.hits) for one in library.search("企业").hits()}
    assert {one.report.id: len(one.hits) for one in collected.results} == {
        number: expected[number] for number in wanted
    }
    assert any(one.metrics for one in collected.results)


def test_without_the_library_the_fault_is_told(tmp_path: Path) -> None:
    listening = Listening(tmp_path / "none.db")
    (update,) = listening.all_of(Request("企业", (1,)))
    assert "还没有书库" in update.fault
    listening.live.close()


def test_closing_ends_the_thread(library: Library, listening: Listening) -> None:
    listening.all_of(Request("企业", numbers(library)))
    listening.live.close()
    end = time.monotonic() + TIMEOUT_S
    while listening.live._thread is not None and listening.live._thread.is_alive():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_each_who_asks_for_hits_gets_them(library: Library, listening: Listening) -> None:
    request = Request("企业", numbers(library))
    listening.all_of(request)
    wanted = [numbers(library)[:1], numbers(library)[1:]]
    for reports in wanted:
        listening.live.collect(reports)
    answers = [listening.next_of(Collected) for _ in wanted]
    assert [answer.reports for answer in answers if isinstance(answer, Collected)] == wanted
