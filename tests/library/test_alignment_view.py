"""Which two reports are shown beside each other, and what is found of them, from a library and from files."""

from __future__ import annotations

from os import utime
from pathlib import Path
from shutil import copyfile

import pytest

from tests.library.conftest import text_of
from tui.library.library import Library
from tui.report.errors import HuijiError
from tui.view_session import open_view
from tui.views.alignment import Aligned, FoundTerms, alignment_steps, load_alignment
from tui.views.kept_terms import Compared, KeptTerms
from tui.views.model import TwoReports
from tui.visits import Source, View
from tui.wording.alignment import align


def load(library: Library | None, *sources: Source) -> tuple[View, TwoReports]:
    """Return the reports that a view is made from."""
    return load_alignment(View("alignment", sources), library, None, str)


def number(library: Library, address: str) -> Source:
    """Return how to open a report of the library."""
    return Source(library_report=library.find(address))


def test_a_report_is_beside_that_of_the_year_before(library: Library) -> None:
    view, two = load(library, number(library, "青川县/2023"))
    assert two.earlier is not None
    assert (two.earlier.ref.plan_year, two.later.ref.plan_year) == (2022, 2023)
    assert view.reports == (number(library, "青川县/2022"), number(library, "青川县/2023"))
    assert two.has_library and not two.reason


def test_any_two_reports_can_be_named_also_those_of_two_places(library: Library) -> None:
    _, two = load(library, number(library, "剑阁县/2022"), number(library, "保定市/2023"))
    assert two.earlier is not None
    assert (two.earlier.ref.place, two.later.ref.place) == ("剑阁县", "保定市")
    assert (two.before, two.after) == (None, None)


@pytest.mark.parametrize("address", ["青川县/2022", "保定市/2023"])
def test_without_a_report_of_the_year_before_the_reason_is_told_and_there_is_a_choice(
    library: Library, address: str
) -> None:
    view, two = load(library, number(library, address))
    place, year = address.split("/")
    assert two.earlier is None and f"没有{place} {int(year) - 1} 年的报告" in two.reason
    assert view.reports == (number(library, address),)
    assert len(two.choices) == 3 and address not in [label for label, _ in two.choices]


def test_reports_of_the_same_place_are_offered_first(library: Library) -> None:
    _, two = load(library, number(library, "青川县/2023"))
    assert [label for label, _ in two.choices][:2] == ["青川县/2022", "保定市/2023"]


def test_a_file_outside_the_library_is_beside_the_library_s_report_of_the_year_before(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "新.txt"
    path.write_text(text_of("青川县", 2024), encoding="utf-8")
    view, two = load(library, Source(str(path)))
    assert two.earlier is not None and two.earlier.ref.plan_year == 2023
    assert view.reports[1] == Source(str(path))
    path.write_text(text_of("无此县", 2024), encoding="utf-8")
    _, two = load(library, Source(str(path)))
    assert two.earlier is None and "没有无此县 2023 年的报告" in two.reason


def test_two_files_need_no_library(tmp_path: Path) -> None:
    paths = [tmp_path / "一.txt", tmp_path / "二.txt"]
    for path, year in zip(paths, (2022, 2023), strict=True):
        path.write_text(text_of("青川县", year), encoding="utf-8")
    _, two = load(None, *(Source(str(path)) for path in paths))
    assert two.earlier is not None and not two.has_library and not two.choices
    _, two = load(None, Source(str(paths[0])))
    assert two.earlier is None and "library add" in two.reason


def test_a_file_that_is_no_report_is_not_shown(tmp_path: Path, library: Library) -> None:
    with pytest.raises(HuijiError):
        load(library, Source(str(tmp_path / "没有.txt")), number(library, "青川县/2023"))


def test_the_steps_end_with_the_whole_alignment_and_the_terms(library: Library) -> None:
    _, two = load(library, number(library, "青川县/2023"))
    told: list[str] = []
    parts = list(alignment_steps(two, library.path, KeptTerms(), int, told.append))
    *aligned, terms = parts
    assert two.earlier is not None and isinstance(terms, FoundTerms)
    last = aligned[-1]
    assert isinstance(last, Aligned) and last.is_whole
    assert last.alignment == align(two.earlier.report, two.later.report)
    assert told[:2] == ["正在逐句对照", "正在找新旧提法"]
    shares = [int(step.removeprefix("正在找新旧提法 ").rstrip("%")) for step in told[2:]]
    assert shares == sorted(shares) and 70 <= shares[-1] <= 100


def test_terms_that_were_found_are_not_looked_for_again(library: Library, tmp_path: Path) -> None:
    _, two = load(library, number(library, "青川县/2023"))
    kept, told = KeptTerms(), list[str]()
    path = tmp_path / "library.db"
    copyfile(library.path, path)
    *_, first = alignment_steps(two, path, kept, int, str)
    with Library(path) as opened:
        assert opened.reports()
    *_, again = alignment_steps(two, path, kept, int, told.append)
    assert again is first and told == ["正在逐句对照"]
    utime(path, ns=(0, 1))
    *_, anew = alignment_steps(two, path, kept, int, told.append)
    assert anew == first and anew is not first
    *_, alone = alignment_steps(two, None, kept, int, told.append)
    assert alone is not anew


def test_terms_of_many_pairs_are_not_all_kept() -> None:
    kept = KeptTerms()
    for number in range(30):
        kept.keep(Compared(str(number), "", None), FoundTerms((), ()))
    found = [kept.get(Compared(str(number), "", None)) is not None for number in range(30)]
    assert found == [False] * 18 + [True] * 12


def test_too_few_other_reports_are_not_counted_and_it_is_said_why(library: Library) -> None:
    _, two = load(library, number(library, "剑阁县/2022"), number(library, "青川县/2023"))
    *_, terms = alignment_steps(two, library.path, KeptTerms(), int, str)
    assert isinstance(terms, FoundTerms) and terms.gone
    assert all(term.elsewhere is None for term in (*terms.new, *terms.gone))
    assert "别处的报告太少" in terms.notice
    *_, terms = alignment_steps(two, None, KeptTerms(), int, str)
    assert isinstance(terms, FoundTerms) and not terms.notice


def test_two_reports_of_one_year_are_not_compared_with_others(library: Library) -> None:
    _, two = load(library, number(library, "剑阁县/2022"), number(library, "青川县/2022"))
    *_, terms = alignment_steps(two, library.path, KeptTerms(), int, str)
    assert isinstance(terms, FoundTerms) and terms.gone
    assert terms.notice == "两份都是 2022 年的报告，未与书库里别处的报告比较"


def test_the_steps_stop_when_told_to(library: Library) -> None:
    _, two = load(library, number(library, "青川县/2023"))

    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        list(alignment_steps(two, library.path, KeptTerms(), stop, str))


def test_a_view_of_it_is_opened_as_any_other(library: Library) -> None:
    from tui.library_session import LibrarySession
    from tui.state.store import ReportStore

    below = LibrarySession(library, library.places(), ReportStore(None, ""))
    session = open_view(View("alignment", (number(library, "青川县/2023"),)), library.path, None, below)
    assert session.name == "对读" and isinstance(session.content, TwoReports)
