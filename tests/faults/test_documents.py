"""Y01 to Y26, X01 to X16: malicious and inconsistent outline files, and texts that are not reports; each fails fast with a one-line error."""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.samples import CONTENT, SMALL
from tests.support.terminal import PROGRAM
from tui.convert.pipeline import convert
from tui.outline_file.reading import read_outline
from tui.report.errors import DataError, HuijiError

OUTLINE = (CONTENT / "huiji-2024.yaml").read_text(encoding="utf-8")
HEAD = "schema: huiji-outline/3\n"
REPORT = "report:\n  title: 报告\n  source: {file: a, encoding: utf-8, sha256: x, characters: 2}\n"
NODE = "outline:\n- id: body\n  level: part\n  text: 正文\n"
SOUND = HEAD + REPORT + NODE
#: Limits on the run time, and on the memory, of a program that reads a malicious file.
TIMEOUT_S, MEMORY_BYTES = 30, 400 * 1024 * 1024

BOMBS = {
    "Y01": "[" * 100_000,
    "Y02": "".join(f"{' ' * depth}a:\n" for depth in range(2000)),
    "Y03": "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "Y04": "a: &a {k: v}\n" + "b: {<<: [" + ",".join(["*a"] * 20_000) + "]}\n",
    "Y05": "a: " + "1:" * 200_000 + "1\n",
    "Y06": "".join(f"k{number}: 1\n" for number in range(100_000)),
}  # fmt: skip
INVALID = {
    "Y07": SOUND + "schema: huiji-outline/3\n",
    "Y08": SOUND.replace("  title: 报告", "  <<: {title: 报告}"),
    "Y09": SOUND.replace("  title: 报告", "  title: &t 报告\n  meeting: *t"),
    "Y10": SOUND.replace("title: 报告", "title: !!str 报告"),
    "Y11": SOUND + "---\na: 1\n",
    "Y12": "%YAML 1.1\n---\n" + SOUND,
    "Y19": "",
    "Y20": "只是一句话\n",
    "Y21": SOUND.replace("outline:\n- id: body\n  level: part\n  text: 正文\n", "outline: 一句话\n"),
    "Y22": SOUND.replace("  level: part\n", "  levl: part\n"),
    "Y23": OUTLINE.replace("quote: 6%", "quote: 7%", 1),
    "Y24": SOUND + "# " + "x" * (20 * 1024 * 1024) + "\n",
    "Y25": SOUND.replace("title: 报告", 'title: "报\\e告"'),
    "Y26": SOUND.replace("  title", "\ttitle"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_limited_time_and_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(BOMBS[name], encoding="utf-8")
    done = subprocess.run(
        [*PROGRAM, "check", str(path)],
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES)),
    )
    assert done.returncode == 65 and done.stderr == ""
    assert str(path) in done.stdout and len(done.stdout) < 20_000


@pytest.mark.parametrize("name", INVALID)
def test_schema_violations_are_reported_with_their_line(name: str) -> None:
    with pytest.raises(DataError) as caught:
        read_outline(INVALID[name].encode(), "a.yaml")
    words = str(caught.value)
    assert words.startswith("a.yaml:") and "\n" not in words
    assert caught.value.line is not None or name in ("Y19", "Y24")


@pytest.mark.parametrize(
    "words",
    ["2024-01-22", "no", "12:30", "1_000", "0123", "1.10"],
    ids=["Y13-date", "Y14-boolean", "Y15-time", "Y16-underscore", "Y17-octal", "Y18-decimal"],
)
def test_what_looks_like_a_date_or_a_number_stays_text(words: str) -> None:
    for written in (words, f'"{words}"'):
        report = read_outline(SOUND.replace("title: 报告", f"title: {written}").encode(), "a.yaml")
        assert report.front.title == words


def zipped(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(name, content)
    return file.getvalue()


#: Functions, because some contents take a second to build.
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "X08": (lambda: bytes(range(256)) * 40, "a.txt"),
    "X09": (lambda: b"", "a.txt"),
    "X14": (lambda: b"a" * (65 * 1024 * 1024), "a.txt"),
    "X15": (lambda: b"PK\x03\x04 no zip", "a.docx"),
    "X16": (lambda: zipped("word/document.xml", b" " * (300 * 1024 * 1024)), "a.docx"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_not_a_report_gives_a_one_line_error(
    name: str, tmp_path: Path, huiji_tui: Any
) -> None:
    make, called = REFUSED[name]
    (tmp_path / called).write_bytes(make())
    status, out, said = huiji_tui("outline", tmp_path / called)
    assert status == 65 and out == ""
    assert said.startswith("huiji-tui: ") and said.count("\n") == 1


READ = {
    "X01": SMALL.encode("gb18030"),
    "X02": SMALL.encode("utf-16"),
    "X03": b"\xef\xbb\xbf" + SMALL.encode(),
    "X04": SMALL.replace("\n", "\r\n").encode(),
    "X05": SMALL.replace("\n", "\r").encode(),
    "X06": SMALL.replace("\n", "\r\n", 5).replace("\n", "\r", 9).encode(),
    "X07": SMALL.encode()[:-1] + b"\xff\n",
}


@pytest.mark.parametrize("name", READ)
def test_a_report_is_read_in_every_encoding_and_with_every_line_ending(name: str) -> None:
    report = convert(READ[name], "a.txt")
    assert [node.heading for node in report.outline if node.level == "chapter"] == [
        "2021年工作回顾",
        "2022年工作安排",
    ]


SHAPES = {
    "X10": "甲" * 1_000_000,
    "X11": "没有标题。\n" * 1000,
    "X12": "".join(f"{mark}深\n" for mark in ("一、", "（一）", "1.", "（1）", "①", "一是", "第一，", "一要", "——", "a.")),
    "X13": "一、甲\n（三）乙。\n（三）丙。\n五、丁\n一、戊\n九、己\n",
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_a_text_of_unusual_structure_has_a_complete_outline(name: str) -> None:
    report = convert(SHAPES[name].encode(), "a.txt")
    assert "".join(report.text[node.own_start : node.own_end] for node in report.walk()) == report.text


def test_commands_print_the_error_of_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(INVALID["Y22"], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tui", "outline", str(path)], capture_output=True, text=True, timeout=TIMEOUT_S
    )
    with pytest.raises(HuijiError) as caught:
        read_outline(path.read_bytes(), str(path))
    assert done.stderr == f"huiji-tui: {caught.value}\n"
