"""Outline files are read back as written; faults have their line."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import CONTENT, SMALL, huiji, report_of
from tui.outline_file import writing, yaml_reader
from tui.outline_file.reading import check_outline, read_outline
from tui.outline_file.records import outline_record
from tui.outline_file.writing import write_outline
from tui.report.errors import DataError

WRITTEN = write_outline(report_of(SMALL)).decode()
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"]))


@given(
    st.lists(TEXTS | st.sampled_from(["\n", " ", "\n\n", "一、回顾\n", "(一)发展。", " #", ": ", "- "])).map(
        "".join
    )
)
def test_any_report_is_read_back_as_it_was_written(text: str) -> None:
    if not text.strip():
        return
    report = report_of(text)
    data = write_outline(report)
    assert read_outline(data, "a.yaml") == report
    assert write_outline(read_outline(data, "a.yaml")) == data


def test_metrics_are_sorted_by_offset() -> None:
    turned = huiji()._replace(metrics=huiji().metrics[::-1])
    assert turned.metrics != huiji().metrics
    assert read_outline(write_outline(turned), "a.yaml") == huiji()


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "said"),
    [
        ("unknown field", "  title:", "  titel:", 3, "titel"),
        ("nearest name", "  title:", "  titel:", 3, "title"),
        ("unknown level", "level: topic", "level: topik", None, "topic"),
        ("quote that is not the text", "quote: 7.2%", "quote: 7.3%", None, "7.2%"),
        ("span out of range", "span: [", "span: [9", None, "偏移"),
        ("unknown node", "node: 1.1.1", "node: 1.1.9", None, "是否为 1.1"),
        ("date", '"2022-02-08"', '"2022-2-8"', 4, "2024-01-22"),
        ("number", "characters: ", "characters: x", None, "整数"),
        ("schema", "schema: huiji-outline/3", "schema: huiji-outline/9", 1, "huiji-outline/2"),
        ("value", 'value: "7.2"', 'value: "7,2"', None, "十进制"),
    ],
)
def test_a_fault_has_its_line(name: str, old: str, new: str, line: int | None, said: str) -> None:
    assert old in WRITTEN, name
    text = WRITTEN.replace(old, new, 1)
    with pytest.raises(DataError) as caught:
        read_outline(text.encode(), "a.yaml")
    expected = line or text[: text.index(new)].count("\n") + 1
    assert (caught.value.path, caught.value.line) == ("a.yaml", expected)
    assert said in caught.value.message


def test_check_lists_all_faults_in_file_order() -> None:
    text = WRITTEN.replace("  title:", "  titel:", 1).replace("level: topic", "level: topik")
    faults = check_outline(text.encode(), "a.yaml")
    assert len(faults) == 2 + WRITTEN.count("level: topic")
    assert [fault.line for fault in faults] == sorted(fault.line or 0 for fault in faults)
    assert check_outline(WRITTEN.encode(), "a.yaml") == []


BOMBS = {
    "Y01": b"[" * 100_000,
    "Y02": "\n".join(" " * depth + "a:" for depth in range(2000)).encode(),
    "Y03": b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
    "Y04": b"a: &a {x: 1}\nb: {<<: [*a, *a]}\n",
    "Y05": b"a: " + b"1:" * 200_000,
    "Y06": b"\n".join(b"k%d: 1" % number for number in range(100_000)),
    "Y07": b"a: 1\nb: 2\na: 3\n",
    "Y08": b"a:\n  <<: {b: 1}\n",
    "Y09": b"a: &x 1\nb: *x\n",
    "Y10": b"a: !!python/name:os.system x\n",
    "Y11": b"a: 1\n---\nb: 2\n",
    "Y12": b"%YAML 1.1\n---\na: 1\n",
    "Y24": b"a: " + b"x" * (20 * 1024 * 1024),
    "Y25": b'schema: "\\e[31m"\n',
    "Y26": b"a:\n\tb: 1\n",
}


@pytest.mark.parametrize("name", BOMBS)
def test_dangerous_yaml_is_refused(name: str) -> None:
    begun = time.process_time()
    with pytest.raises(DataError) as caught:
        read_outline(BOMBS[name], "a.yaml")
    assert time.process_time() - begun < 5  # a hang, not a benchmark
    assert caught.value.line is not None or name == "Y24"


@pytest.mark.parametrize("value", ["2024-01-22", "no", "12:30", "1_000", "0123", "1.10", "~", "null", "0x1F"])
def test_text_stays_text(value: str) -> None:
    text = WRITTEN.replace("  title: 政府工作报告", f"  title: {value}", 1)
    assert read_outline(text.encode(), "a.yaml").front.title == value


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"# nothing\n", b"just text\n", b"- a\n", b"a: [1\n", b"\xff\xfe\xfd"]
)
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(DataError, match=r"a\.yaml"):
        read_outline(data, "a.yaml")


def test_the_built_in_outline_is_sound() -> None:
    assert check_outline((CONTENT / "huiji-2024.yaml").read_bytes(), "huiji-2024.yaml") == []
    assert len(huiji().metrics) > 250


def test_no_outline_is_written_that_could_not_be_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    report = report_of(SMALL)
    size = len(WRITTEN.encode())
    nodes, depth = writing._count(outline_record(report)), writing._depth(report.outline)
    for module in (writing, yaml_reader):
        monkeypatch.setattr(module, "MAX_BYTES", size)
    assert write_outline(report).decode() == WRITTEN
    for module in (writing, yaml_reader):
        monkeypatch.setattr(module, "MAX_BYTES", size - 1)
    with pytest.raises(DataError, match=f"sample.txt: 大纲有 {size} 字节，超过 {size - 1} 字节"):
        write_outline(report)
    with pytest.raises(DataError):
        read_outline(WRITTEN.encode(), "a.yaml")
    monkeypatch.undo()

    for name, limit in (("MAX_NODES", nodes), ("MAX_DEPTH", depth)):
        for module in (writing, yaml_reader):
            monkeypatch.setattr(module, name, limit)
        assert read_outline(write_outline(report), "a.yaml") == report
        for module in (writing, yaml_reader):
            monkeypatch.setattr(module, name, limit - 1)
        with pytest.raises(
            DataError, match=f"超过 {yaml_reader.MAX_NODES} 个节点或 {yaml_reader.MAX_DEPTH} 层"
        ):
            write_outline(report)
        with pytest.raises(DataError):
            read_outline(WRITTEN.encode(), "a.yaml")
        monkeypatch.undo()
