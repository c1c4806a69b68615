"""Records of conversions are read back as written; anything else is refused."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import OTHER_REPORTS, SMALL, huiji, report_of
from tests.tables import record
from tui.library.loading import load_report
from tui.library.record import read_record, write_record
from tui.outline_file.reading import read_outline
from tui.report.hashing import sha256_hex
from tui.report.model import Comparison
from tui.report.resources import BUILT_IN, BUILT_IN_RECORD, read_content

KEY = "k" * 32
SHORT = report_of(SMALL)
REPORT = SHORT._replace(
    comparisons=(Comparison("增长", SHORT.metrics[0].id, SHORT.metrics[1].id, "loose", "口径不同"),)
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]))


def record_of() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(write_record(REPORT, KEY).partition(b"\n")[2])
    return loaded


def sealed(record: object, key: str = KEY) -> bytes:
    """Return a record with a correct checksum."""
    body = json.dumps(record).encode()
    return f"{sha256_hex(key.encode(), body)}\n".encode() + body


def refuses(data: bytes, key: str = KEY) -> bool:
    try:
        read_record(data, key)
    except ValueError:
        return True
    return False


def test_a_report_is_read_back_as_it_was_written() -> None:
    for report in (REPORT, huiji(), *map(load_report, map(str, OTHER_REPORTS[:5]))):
        assert read_record(write_record(report, KEY), KEY) == report
    assert sealed(record_of()) != write_record(REPORT, KEY)  # spaces
    assert read_record(sealed(record_of()), KEY) == REPORT


@given(
    st.lists(TEXTS | st.sampled_from(["\n", " ", "一、回顾\n", "(一)发展7%。", "新增5家。", "\u3000"])).map(
        "".join
    )
)
def test_any_report_is_read_back(text: str) -> None:
    if text.strip():
        report = report_of(text)
        assert read_record(write_record(report, KEY), KEY) == report


def test_a_metric_may_be_at_the_beginning() -> None:
    made = record_of()
    made["metrics"][0][2:4] = 0, 2
    assert read_record(sealed(made), KEY).metrics[0].quote == REPORT.text[:2]


def test_a_year_has_nine_digits_at_most_as_in_an_outline() -> None:
    for year, is_read in ((10**9 - 1, True), (10**9, False)):
        report = REPORT._replace(front=REPORT.front._replace(review_year=year))
        assert refuses(write_record(report, KEY)) is not is_read


def test_a_record_needs_its_key_and_an_intact_checksum() -> None:
    data = write_record(REPORT, KEY)
    assert refuses(data, "other")
    chance = random.Random(1)
    for _ in range(300):
        at = chance.randrange(len(data))
        assert refuses(data[:at] + bytes([data[at] ^ chance.randrange(1, 256)]) + data[at + 1 :])
        assert refuses(data[:at])
    assert refuses(b"") and refuses(b"\xff\n{}") and refuses(b"\n")


def change(*path: str | int) -> Callable[[object], Callable[[dict[str, Any]], None]]:
    def to(value: object) -> Callable[[dict[str, Any]], None]:
        def act(record: dict[str, Any]) -> None:
            inner: Any = record
            for step in path[:-1]:
                inner = inner[step]
            inner[path[-1]] = value(inner[path[-1]]) if callable(value) else value

        return act

    return to


#: Places in a record and what must not stand there. The first metric is 增长7.2% of the node 1.
WRONG: list[tuple[tuple[str | int, ...], list[object]]] = [
    (("format",), ["huiji-record/0", None, 1]),
    (("text",), [None, 1, [], lambda text: text + "x", lambda text: "\x1b" + text[1:], lambda text: text[:-1] + "\u202e"]),
    (("front",), [None, [], "1234567", lambda row: [*row, None]]),
    (("front", 0), [None, 1, "a\nb", "\x1b]52;c;eA==\x07", ["a"]]),
    (("front", 1), ["2022-13-01", "2022-1-1", "x", 20220101, 0, None, False, []]),
    (("front", 2), [None, 2]),
    (("front", 3), [None, 2]),
    (("front", 4), [[], ["a"], ["a", "b", "c"], "ab", 1, ["a", 1], ["a", None]]),
    (("front", 5), ["2021", 2021.0, True, -1, 10**9]),
    (("front", 6), ["2021", 2021.0, True, -1, 10**9]),
    (("source",), [None, [], "abcd"]),
    (("source", 0), [None, "a\nb"]),
    (("source", 1), [None, 1]),
    (("source", 2), [None, "", "0" * 63, "0" * 65, "G" * 64, "A" * 64]),
    (("source", 3), [None, 0, lambda count: count + 1, lambda count: count - 1, float, str]),
    (("outline",), [None, [], {}, "x", lambda nodes: nodes[1:], lambda nodes: [nodes[0], *nodes], lambda nodes: [*nodes, *nodes]]),
    (("outline", 0), [None, [], "1234567", lambda row: row[:-1], lambda row: [*row, 1]]),
    (("outline", 0, 0), [None, "", "A", "1..2", "a b", ["1"], 1, "1"]),
    (("outline", 0, 1), [None, "", "topik", ["part"], 1]),
    (("outline", 0, 2), [1, [], "a\nb", "\x9b"]),
    (("outline", 0, 3), [1, [], "a\nb", "\x9b"]),
    (("outline", 0, 4), ["2021", True, -1]),
    (("outline", 0, 5), [None, -1, lambda count: count + 1, lambda count: count - 1, float, True]),
    (("outline", 0, 6), [None, {}, "x", [1]]),
    (("metrics",), [None, {}, "x", [1], [[]], lambda rows: rows[::-1], lambda rows: [rows[0], *rows]]),
    (("metrics", 0), [None, lambda row: row[:-1], lambda row: [*row, 1], lambda row: tuple(row).__repr__()]),
    (("metrics", 0, 0), [None, 1, "a\nb", "m002", []]),
    (("metrics", 0, 1), [None, "9.9", "", [], 1]),
    (("metrics", 0, 2), [None, -1, 10**6, True, float, str]),
    (("metrics", 0, 3), [None, -1, 0, 10**6, True, float, str]),
    (("metrics", 0, 4), [None, 1, "a\nb", "\x07"]),
    (("metrics", 0, 5), [None, [], "7", ["7", "8", "9", "1", "2", "3"], [7], ["7,2"], ["-"], ["1e9"], [" 7"], ["NaN"], [None]]),
    (("metrics", 0, 6), [None, 1, "a\nb", "\x07"]),
    (("metrics", 0, 7), [None, "exactly", 1, []]),
    (("metrics", 0, 8), [None, 1, 0, "true", "false"]),
    (("metrics", 0, 9), [None, "groth", 1, []]),
    (("metrics", 0, 10), ["", "upp", 1, []]),
    (("metrics", 0, 11), [None, "", 1, []]),
    (("metrics", 0, 12), [None, 2021, "a\nb", "\x07"]),
    (("metrics", 0, 13), [None, 1, ["avg"], [1], "average"]),
    (("metrics", 0, 14), [None, 1, "a\nb", "\x07"]),
    (("metrics", 0, 15), [None, 1, "a\nb", "\x07"]),
    (("metrics", 0, 16), [None, 1, "a\nb", "\x07"]),
    (("comparisons",), [None, {}, [1], [[]]]),
    (("comparisons", 0, 0), [None, 1, "a\nb"]),
    (("comparisons", 0, 1), [None, "m999", 1, []]),
    (("comparisons", 0, 2), [None, "m999", 1, []]),
    (("comparisons", 0, 3), [None, "", "stric", 1]),
    (("comparisons", 0, 4), [None, 1, "a\nb"]),
    (("doubts",), [None, {}, "x", [1], [["a\nb", None]], [["\x1b", 0]], [[]], [["x"]], [["x", -1]], [["x", True]], [["x", 10**6]]]),
]  # fmt: skip
CASES = [
    pytest.param(path, value, id=f"{'-'.join(map(str, path))}-{number}")
    for path, values in WRONG
    for number, value in enumerate(values)
]


@pytest.mark.parametrize(("path", "value"), CASES)
def test_s14_whatever_a_conversion_could_not_have_given_is_refused(
    path: tuple[str | int, ...], value: object
) -> None:
    record = record_of()
    assert record["comparisons"] and record["metrics"]
    change(*path)(value)(record)
    assert refuses(sealed(record))


def test_s14_what_is_no_record_is_refused() -> None:
    for other in (None, 1, "x", [], {}, record_of() | {"more": 1}, [record_of()]):
        assert refuses(sealed(other))
    for name in record_of():
        record = record_of()
        del record[name]
        assert refuses(sealed(record))
    deep: list[Any] = []
    for _ in range(40):
        deep = [["1", "part", None, None, None, 0, deep]]
    assert refuses(sealed(record_of() | {"outline": deep}))
    body = b"[" * 100_000
    assert refuses(f"{sha256_hex(KEY.encode(), body)}\n".encode() + body)


def test_nodes_may_be_nested_as_deep_as_in_an_outline() -> None:
    def nested(levels: int) -> dict[str, Any]:
        record = record_of()
        length, below = len(REPORT.text), list[Any]()
        for number in range(levels, 0, -1):
            below = [[f"{number}", "part", None, None, None, length if number == levels else 0, below]]
        return record | {"outline": below, "metrics": [], "comparisons": []}

    assert len(list(read_record(sealed(nested(31)), KEY).walk())) == 31
    assert refuses(sealed(nested(33)))


def test_the_built_in_record_is_that_of_the_built_in_outline() -> None:
    outline = read_content(BUILT_IN)
    assert read_content(BUILT_IN_RECORD).decode("utf-8") == record.make()
    assert load_report(None) == read_outline(outline, BUILT_IN)


def test_an_edited_built_in_outline_replaces_its_record(monkeypatch: pytest.MonkeyPatch) -> None:
    corrected = read_content(BUILT_IN).replace("李伟光".encode(), "李光伟".encode())
    files = {BUILT_IN: corrected, BUILT_IN_RECORD: read_content(BUILT_IN_RECORD)}
    monkeypatch.setattr("tui.library.loading.read_content", files.__getitem__)
    speaker = load_report(None).front.speaker
    assert speaker is not None and speaker.name == "李光伟"
