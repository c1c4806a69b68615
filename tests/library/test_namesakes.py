"""Several places of one name in a library, and names of files that say something else than the text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.samples import SMALL
from tui.library.library import Library
from tui.report.errors import UsageError


@pytest.fixture
def namesakes(tmp_path: Path) -> Iterator[Library]:
    """Return a library with districts of two cities, and one of an unknown city, all of one name and year."""
    paths = []
    for folder, more in (("南京市", "坚持创新。"), ("福州市", "坚持开放。"), ("其他", "坚持绿色。")):
        (tmp_path / folder).mkdir()
        paths.append(tmp_path / folder / "鼓楼区2022.txt")
        text = SMALL.replace("某某县", "鼓楼区").replace("坚持项目为王。", f"坚持项目为王。{more}")
        paths[-1].write_text(text, encoding="utf-8")
    path = tmp_path / "library.db"
    with Library(path, write=True) as library:
        assert [step.outcome for step in library.add(paths)] == ["added"] * 3
    with Library(path) as library:
        yield library


def test_places_of_one_name_are_told_apart_wherever_they_are_named(namesakes: Library) -> None:
    assert namesakes.doubled() == []
    names = ["南京市鼓楼区", "福州市鼓楼区", "鼓楼区"]
    assert sorted(place for _, place in namesakes.info().years) == sorted(names)
    results = namesakes.search("坚持")
    assert sorted(str(group.value) for group in results.groups("place")) == sorted(names)
    assert sorted(results.facets().places) == sorted(names)


def test_json_tells_places_of_one_name_apart(
    namesakes: Library, huiji_tui: Callable[..., tuple[int, str, str]]
) -> None:
    _, out, _ = huiji_tui("search", "坚持", "--library", str(namesakes.path), "--format", "json")
    found = json.loads(out)
    places = {hit["report"]["place"] for hit in found["hits"]}
    assert places == set(found["facets"]["place"]) == {"南京市鼓楼区", "福州市鼓楼区", "鼓楼区"}


def test_an_address_offered_for_one_of_several_reports_names_that_report(namesakes: Library) -> None:
    with pytest.raises(UsageError) as caught:
        namesakes.find("鼓楼区/2022")
    offered = caught.value.message.rpartition("：")[2].split("、")
    assert len(offered) == 3
    assert len({namesakes.find(address) for address in offered}) == 3


def test_part_of_a_library_has_no_size_of_the_index(namesakes: Library) -> None:
    assert namesakes.info().index_bytes
    assert namesakes.info("place:南京市").index_bytes is None


def test_every_file_of_a_report_is_compared_with_it(tmp_path: Path) -> None:
    text = SMALL.replace("某某县", "青川县")
    paths = [tmp_path / name for name in ("青川县/2022.txt", "剑阁县/2019.txt", "青川县/2021.txt")]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with Library(tmp_path / "library.db", write=True) as library:
        assert [step.outcome for step in library.add(paths)] == ["added", "known", "known"]
        misnamed = dict(library.misnamed())
    assert sorted(misnamed) == sorted(map(str, paths[1:]))
    assert "剑阁县" in misnamed[str(paths[1])] and "2019" in misnamed[str(paths[1])]
    assert misnamed[str(paths[2])] == "正文是2022年，文件名是2021年"


@pytest.mark.parametrize(
    ("place", "years"),
    [
        ("南京市", 1),
        ("320100", 1),
        ("350000", 1),
        ("鼓楼区", 3),
        ("江苏", 1),
        ("江苏南京鼓楼", 1),
        ("河南", 0),
    ],
)
def test_a_filter_takes_names_and_codes_of_places(namesakes: Library, place: str, years: int) -> None:
    assert len(namesakes.reports(f"place:{place}")) == years


@pytest.mark.parametrize("place", ["南津市", "南京市鼓楼街", "无此"])
def test_a_place_that_is_none_is_refused(namesakes: Library, place: str) -> None:
    with pytest.raises(UsageError):
        namesakes.reports(f"place:{place}")
    with pytest.raises(UsageError):
        namesakes.search(f"坚持 place:{place}")
