"""Versions of the schema: files of an older one are read, and written as the current one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outline_file.test_faults import WHOLE
from tests.support.samples import CONTENT, huiji
from tui.cli.main import run
from tui.outline_file.reading import check_outline, read_outline
from tui.outline_file.schema import SCHEMA, SCHEMAS, current_id
from tui.outline_file.writing import write_outline

OLD = "huiji-outline/1"
#: One of each renamed part, and a metric in one of them.
OLD_FILE = """\
schema: huiji-outline/1
report:
  title: 报告
  source: {file: a.txt, encoding: utf-8, sha256: abc, characters: 9}
outline:
- id: "1"
  level: chapter
  text: 甲
  children:
  - {id: 1.more, level: part, text: 乙7%}
  - {id: 1.more2, level: part, text: 丙}
- {id: annex, level: part, text: 丁}
- {id: tail, level: part, text: 戊}
- {id: tail2, level: part, text: 己庚}
metrics:
- {id: m1, node: 1.more, span: [2, 4], quote: 7%, value: "7", unit: "%", measure: growth, status: target}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1", "1"),
        ("1.more", "1.continuation"),
        ("1.2.more3", "1.2.continuation3"),
        ("1.more.1", "1.continuation.1"),
        ("tail", "trailing"),
        ("tail2", "trailing2"),
        ("1.moreover", "1.moreover"),
        ("cocktail", "cocktail"),
        ("1.closing", "1.closing"),
    ],
)
def test_renamed_parts_get_their_current_ids(old: str, new: str) -> None:
    assert current_id(old) == new


def test_a_file_of_schema_1_is_read_with_the_current_ids_and_written_as_the_current_one() -> None:
    report = read_outline(OLD_FILE.encode(), "a.yaml")
    ids = [node.id for node in report.walk()]
    assert ids == ["1", "1.continuation", "1.continuation2", "annex", "trailing", "trailing2"]
    assert [metric.node for metric in report.metrics] == ["1.continuation"]
    written = write_outline(report)
    assert written.startswith(f"schema: {SCHEMA}\n".encode())
    assert read_outline(written, "a.yaml") == report


def test_ids_of_the_current_schema_are_kept() -> None:
    report = read_outline(OLD_FILE.replace(OLD, SCHEMA).encode(), "a.yaml")
    assert [node.id for node in report.walk()] == ["1", "1.more", "1.more2", "annex", "tail", "tail2"]
    assert [metric.node for metric in report.metrics] == ["1.more"]


def test_a_file_of_schema_1_may_not_hold_a_part_under_both_names() -> None:
    text = OLD_FILE.replace("id: 1.more2", "id: 1.continuation")
    assert [str(fault) for fault in check_outline(text.encode(), "a.yaml")] == [
        "a.yaml:11:10: id 1.continuation 重复，前一个在第 10 行"
    ]


@pytest.mark.parametrize("schema", SCHEMAS)
def test_check_accepts_all_schemas(schema: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(WHOLE.replace(SCHEMA, schema), encoding="utf-8")
    assert check_outline(path.read_bytes(), "a.yaml") == []
    assert run(["check", str(path)], lambda *_: 0) == 0
    assert "没有错误" in capsys.readouterr().err


def test_the_built_in_outline_has_the_current_schema() -> None:
    data = (CONTENT / "huiji-2024.yaml").read_bytes()
    assert data.startswith(f"schema: {SCHEMA}\n".encode())
    assert read_outline(data.replace(SCHEMA.encode(), OLD.encode()), "a.yaml") == huiji()
