"""E13: any fault in the settings file is reported in one line, and the program starts."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

from tests.support.terminal import PROGRAM, Terminal
from tui.state import config as module
from tui.state.config import Config, load_config, read_config

STRANGE: dict[str, tuple[bytes, str]] = {
    "brackets": (b"a = " + b"[" * 5000, "括号嵌套太深"),
    "closed-brackets": (b"a = " + b"[" * 5000 + b"]" * 5000, "括号嵌套太深"),
    "braces": (b"a = " + b"{a=" * 5000, "括号嵌套太深"),
    "huge-number": (b"ambiguous_width = 1" + b"0" * 5000, "数太长"),
    "huge-exponent": (b"ambiguous_width = 1e999", ":1: ambiguous_width 应是 1 或 2"),
    "not-a-number": (b"ambiguous_width = nan", ":1: ambiguous_width 应是 1 或 2"),
    "float": (b"ambiguous_width = 1.0", ":1: ambiguous_width 应是 1 或 2"),
    "true": (b"ambiguous_width = true", ":1: ambiguous_width 应是 1 或 2"),
    "zero": (b"\nambiguous_width = 0", ":2: ambiguous_width 应是 1 或 2"),
    "three": (b"ambiguous_width = 3", ":1: ambiguous_width 应是 1 或 2"),
    "text": (b"ambiguous_width = '1'", ":1: ambiguous_width 应是 1 或 2"),
    "colours": (b"change_colours = 'red'", ":1: change_colours 应是“neutral”、“red_up”、“good_bad”之一"),
    "a-list-of-colours": (b"change_colours = ['red_up']", ":1: change_colours 应是"),
    "date": (b"ambiguous_width = 2024-13-45", "不是正确的 TOML"),
    "end": (b"\na = ", ":2: 不是正确的 TOML"),
    "place": (b"\na = 1 2", ":2:7: 不是正确的 TOML"),
    "far-place": (b"\n" * 99 + b"abcdefghij = 1 2", ":100:16: 不是正确的 TOML"),
    "nul": (b"a = '\0'", "不是正确的 TOML"),
    "latin-1": (b"# caf\xe9", "不是 UTF-8 文本"),
    "GBK": ("# 宽度".encode("gbk"), "不是 UTF-8 文本"),
    "UTF-16": ("ambiguous_width = 2".encode("utf-16"), "不是 UTF-8 文本"),
    "surrogates": (b"# \xed\xa0\x80", "不是 UTF-8 文本"),
    "long-name": (b"[keys]\n" + b"a" * 60_000 + b" = 'x'", f":2: 没有操作“{'a' * 40}…”"),
    "long-key": (b"[keys]\nsearch = '" + b"a" * 60_000 + b"'", f":2: 没有键“{'a' * 40}…”"),
    "control": (b"[keys]\n\"\\u001b]0;x\\u0007\" = 'x'", "没有操作“␛]0;x␇”"),
    "too-long": (b"#" * (64 * 1024 + 1), "超过 64 KiB"),
}


@pytest.mark.parametrize("data", STRANGE.values(), ids=[f"E13-{name}" for name in STRANGE])
def test_each_fault_of_the_configuration_is_one_line(data: tuple[bytes, str], tmp_path: Path) -> None:
    raw, told = data
    path = tmp_path / "config.toml"
    path.write_bytes(raw)
    config = load_config(tmp_path)
    assert (config.keys, config.ambiguous_width) == ({}, None)
    (fault,) = config.faults
    assert str(fault).startswith(str(path))
    assert told in str(fault)
    assert "\n" not in str(fault) and len(str(fault)) < 300


def test_e13_a_byte_order_mark_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b"\xef\xbb\xbfambiguous_width = 2\r\n")
    assert load_config(tmp_path) == Config(ambiguous_width=2)
    (tmp_path / "config.toml").write_bytes(b"change_colours = 'good_bad'\n")
    assert load_config(tmp_path) == Config(change_colours="good_bad")
    (tmp_path / "config.toml").write_bytes(b"#" * (64 * 1024 - 20) + b"\nambiguous_width = 1")
    assert load_config(tmp_path) == Config(ambiguous_width=1)


def test_e13_configuration_that_is_not_a_regular_file_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "config.toml"
    assert load_config(tmp_path) == Config()
    os.mkfifo(path)
    assert [str(fault) for fault in load_config(tmp_path).faults] == [f"{path}: 不是普通文件"]
    path.unlink()
    path.symlink_to(path)
    assert len(load_config(tmp_path).faults) == 1
    path.unlink()
    path.symlink_to(tmp_path / "store.toml")  # as configuration managers do
    (tmp_path / "store.toml").write_text("ambiguous_width = 2")
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert load_config(tmp_path) == Config(ambiguous_width=2)


def test_e13_at_most_50_faults_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each looks for the nearest name, which takes a millisecond."""
    calls: list[str] = []

    def did_you_mean(name: str, names: object) -> str:
        calls.append(name)
        return ""

    monkeypatch.setattr(module, "did_you_mean", did_you_mean)
    texts = (
        "".join(f"a{number}=1\n" for number in range(6000)),
        "[keys]\n" + "".join(f"a{number}='x'\n" for number in range(6000)),
        "[keys]\nsearch=[" + "'xx'," * 9000 + "]",
    )
    for text in texts:
        config = read_config(text, "config.toml")
        assert len(config.faults) == 50
    assert len(calls) == 3 * 50


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("key = 1", ":1: 没有设置“key”，是否为 keys"),
        ("a" * 40 + " = 1", f":1: 没有设置“{'a' * 40}”"),
        ("\n[[keys]]", ":2: keys 应是一张表"),
        ("\n  [ keys ]\n  \"nexthit\"  =  'x'", ":3: 没有操作“nexthit”"),
        ("[keys]\n\t'nexthit'='x'", ":2: 没有操作“nexthit”"),
        ("\ncolour.red = 1", ":2: 没有设置“colour”"),
        ("\ncolour . red = 1", ":2: 没有设置“colour”"),
        ("[colour]\nnexthit = 1\n[keys]\nnexthit = 'x'", ":4: 没有操作“nexthit”"),
        ("[keys]\nnexthit = 'x'\n[colour]\nnexthit = 1", ":2: 没有操作“nexthit”"),
        ("[keys]\nsearch = [\n]\n# nexthit = 1\nnexthit = 'x'", ":5: 没有操作“nexthit”"),
    ],
)
def test_faults_have_the_line_of_their_name(text: str, told: str) -> None:
    assert any(str(fault).startswith(f"c.toml{told}") for fault in read_config(text, "c.toml").faults)


@pytest.mark.parametrize(
    "line",
    ["[" + " " * 60_000, " " * 60_000 + "x", "a" * 60_000, "[" * 60_000, "'" * 60_000, "a" + " " * 60_000],
)
def test_e13_finding_lines_takes_linear_time(line: str) -> None:
    begun = time.perf_counter()
    module._lines_by_name(line)
    assert time.perf_counter() - begun < 1


def test_e13_the_screen_shows_faults_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "huiji-tui").mkdir()
    (tmp_path / "huiji-tui" / "config.toml").write_bytes(STRANGE["brackets"][0])
    environment = {"XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [*PROGRAM, "keys"], env={**os.environ, **environment}, capture_output=True, text=True, timeout=20
    )
    assert done.returncode == 65
    assert done.stderr.count("\n") == 1 and "括号嵌套太深" in done.stderr
    with Terminal(PROGRAM, environment=environment) as terminal:
        terminal.wait_for("括号嵌套太深")
        terminal.send("q")
        assert terminal.wait_until_left() == 0
