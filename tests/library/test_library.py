"""Adding, removing and listing; errors of the file; nothing is lost when the work is interrupted."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from tests.library.conftest import text_of
from tests.library.library_samples import outcomes
from tui.library.library import Library
from tui.library.location import plain_path
from tui.report.errors import DataError


def test_only_what_is_new_or_has_changed_is_read_again(path: Path, files: list[str]) -> None:
    assert outcomes(path, files) == ["added"] * 4
    assert outcomes(path, files) == ["unchanged"] * 4
    os.utime(files[0])
    assert outcomes(path, files) == ["unchanged"] * 4
    Path(files[0]).write_text(text_of("剑阁县", 2030), encoding="utf-8")
    assert outcomes(path, files) == ["added"] + ["unchanged"] * 3
    with Library(path) as library:
        assert len(library.reports()) == 4
        assert library.damages() == []


def test_the_same_report_in_two_files_counts_once(path: Path, files: list[str]) -> None:
    twin = Path(files[0]).with_suffix(".md")
    twin.write_text(Path(files[0]).read_text(encoding="utf-8").replace("\n", "\n\n"), encoding="utf-8")
    with Library(path, write=True) as library:
        assert sorted(step.outcome for step in library.add([files[0], str(twin)])) == ["added", "known"]
        (report,) = library.reports()
        assert set(report.files) == {files[0], str(twin)}
        assert library.remove([files[0]]) == 1
        assert len(library.reports()) == 1
        assert library.remove([str(twin)]) == 1
        assert library.reports() == []
        assert list(library.search("低空经济").hits()) == []


def test_a_folder_is_removed_with_all_in_it_and_no_other(path: Path, files: list[str]) -> None:
    outcomes(path, files)
    with Library(path, write=True) as library:
        assert library.remove([str(Path(files[0]).parent)]) == sum(
            Path(one).parent == Path(files[0]).parent for one in files
        )
        assert library.remove([str(Path(files[0]).parent)[:-1]]) == 0
        assert len(library.reports()) + 1 >= len(files) - 2


def test_files_that_fail_are_kept_with_the_reason_and_tried_again(
    path: Path, files: list[str], tmp_path: Path
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("  \n", encoding="utf-8")
    missing = str(tmp_path / "missing.txt")
    with Library(path, write=True) as library:
        steps = {step.path: step for step in library.add([files[0], str(bad), missing])}
        assert [steps[name].outcome for name in (files[0], str(bad), missing)] == [
            "added",
            "failed",
            "failed",
        ]
        assert [name for name, _ in library.failures()] == [str(bad)]
    bad.write_text(text_of("青川县", 2040), encoding="utf-8")
    assert outcomes(path, [str(bad)]) == ["added"]
    with Library(path) as library:
        assert library.failures() == []


def test_paths_may_hold_line_breaks_and_invalid_bytes(path: Path, tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    names = [os.fsdecode(folder + name) for name in (b"/a\nb.txt", b"/\xe9\x9d\x92\xff\xe5\x8e\xbf2024.txt")]
    texts = [
        text_of("青川县", 2030),
        text_of("青川县", 2031).replace("青川县", ""),
    ]  # the place is in the name only
    for name, text in zip(names, texts, strict=True):
        Path(name).write_text(text, encoding="utf-8")
    assert outcomes(path, names) == ["added"] * 2
    assert outcomes(path, names) == ["unchanged"] * 2
    with Library(path) as library:
        assert {name for report in library.reports() for name in report.files} == set(names)


def test_a_file_that_vanishes_keeps_its_report(path: Path, files: list[str]) -> None:
    outcomes(path, files)
    Path(files[0]).unlink()
    with Library(path, write=True) as library:
        assert library.vanished() == [files[0]]
        assert sorted(step.outcome for step in library.rebuild()) == ["added"] * 3
        assert len(library.reports()) == 4


def test_a_report_reads_back_as_it_was_converted(library: Library) -> None:
    from tests.support.samples import report_of

    for listed in library.reports():
        report = library.report(listed.id)
        assert report.text == report_of(text_of(listed.place, listed.plan_year or 0)).text
        assert report.metrics
    with pytest.raises(DataError):
        library.report(999)


def test_what_a_library_holds_is_counted(library: Library) -> None:
    info = library.info()
    assert (info.files, info.reports, info.failed, info.old) == (4, 4, 0, 0)
    assert info.years["county", "青川县"] == [2022, 2023]
    assert info.characters == sum(report.characters for report in library.reports())
    names, rows = library.view("metrics")
    assert len(list(rows)) == info.metrics > 20
    assert names[:2] == ["place", "level"]


def test_standard_input_is_known_by_its_content(
    path: Path, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def add(text: str) -> list[str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return outcomes(path, [plain_path("-")])

    first, second = text_of("青川县", 2022), text_of("剑阁县", 2023)
    assert [add(first), add(second), add(first)] == [["added"], ["added"], ["unchanged"]]
    assert outcomes(path, files) == ["added"] * 3 + ["known"]
    with Library(path, write=True) as library:
        names = [name for report in library.reports() for name in report.files if name.startswith("stdin:")]
        assert len(names) == len(set(names)) == 2
        assert library.vanished() == []
        assert {(report.place, report.plan_year) for report in library.reports("place:剑阁县")} == {
            ("剑阁县", 2022),
            ("剑阁县", 2023),
        }
        assert sorted(step.outcome for step in library.rebuild()) == ["added"] * 4
        assert len(library.reports()) == 5
        assert library.remove(names) == 2
        assert len(library.reports()) == 4


def test_a_file_that_holds_no_report_any_more_keeps_the_one_it_had(path: Path, files: list[str]) -> None:
    outcomes(path, files)
    Path(files[0]).write_text(" ", encoding="utf-8")
    assert outcomes(path, files) == ["failed"] + ["unchanged"] * 3
    with Library(path) as library:
        assert [name for name, _ in library.failures()] == [files[0]]
        assert len(library.reports()) == 4
    Path(files[0]).write_text(text_of("剑阁县", 2030), encoding="utf-8")
    assert outcomes(path, files) == ["added"] + ["unchanged"] * 3
    with Library(path) as library:
        assert library.failures() == []
        assert len(library.reports()) == 4


def test_a_file_that_changes_while_it_is_read_is_read_again_by_the_next_call(
    path: Path, files: list[str]
) -> None:
    with Library(path, write=True) as library:
        change = lambda name: Path(name).write_text(text_of("青川县", 2040), encoding="utf-8")  # noqa: E731
        assert [step.outcome for step in library.add(files[:1], tell=change)] == ["added"]
    assert outcomes(path, files[:1]) == ["added"]
    with Library(path) as library:
        assert [report.plan_year for report in library.reports()] == [2040]


def test_files_that_vanish_after_they_were_found_are_told(path: Path, files: list[str]) -> None:
    def vanish(name: str) -> None:
        for other in set(files) - {name}:
            Path(other).unlink(missing_ok=True)

    with Library(path, write=True) as library:
        steps = list(library.add(files, tell=vanish))
        assert {step.outcome for step in steps} == {"added", "failed"}
        assert library.failures() == []


def test_a_place_is_found_under_its_name_of_today_and_that_of_the_past(path: Path, tmp_path: Path) -> None:
    for place, year in (("徐水县", 2012), ("徐水区", 2022)):
        (tmp_path / f"{year}.txt").write_text(text_of(f"保定市{place}", year), encoding="utf-8")
    outcomes(path, [str(tmp_path / f"{year}.txt") for year in (2012, 2022)])
    with Library(path) as library:
        for name in ("徐水区", "徐水县", "保定市", "河北"):
            assert [report.plan_year for report in library.reports(f"place:{name}")] == [2012, 2022], name
        assert [report.place for report in library.reports()] == ["徐水县", "徐水区"]


def test_the_view_of_metrics_has_figures_as_printed_and_both_ends_of_a_range(
    path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "青川县2022.txt"
    more = "三次产业比重4.1∶40.1∶55.8。粮食产量3.0万吨。投资50亿元至60亿元。"
    file.write_text(
        text_of("青川县", 2022).replace("坚持项目为王。", f"坚持项目为王。{more}"), encoding="utf-8"
    )
    outcomes(path, [str(file)])
    with Library(path) as library:
        names, rows = library.view("metrics")
        records = {
            record["printed"]: record for record in (dict(zip(names, row, strict=True)) for row in rows)
        }
    assert "4.1∶40.1∶55.8" in records
    assert records["3.0万吨"]["value"] == 3
    ends = records["50亿元至60亿元"]
    assert (ends["base_value"], ends["base_value_to"], ends["base_unit"]) == (5e9, 6e9, "元")


def test_the_old_path_of_a_renamed_file_is_dropped(path: Path, files: list[str]) -> None:
    outcomes(path, files)
    renamed = Path(files[0]).with_name("新名.txt")
    Path(files[0]).rename(renamed)
    Path(files[1]).unlink()
    outcomes(path, [str(renamed)])
    with Library(path) as library:
        assert library.vanished() == [files[1]]
        assert len(library.reports()) == 4
        assert library.report_of_path(str(renamed)) is not None
        assert library.damages() == []
