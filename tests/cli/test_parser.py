"""Errors of arguments in Chinese."""

from __future__ import annotations

import argparse
import re

import pytest

from tui.cli.library_parser import LibraryParser
from tui.cli.parser import PARSERS, browse_parser
from tui.messages import cli as messages
from tui.messages import library_help
from tui.report.errors import UsageError


def said(*words: str) -> str:
    parser = PARSERS[words[0]]() if words[:1] and words[0] in PARSERS else browse_parser()
    with pytest.raises(UsageError) as caught:
        parser.parse_args(words[1:] if words[0] in PARSERS else words)
    return caught.value.message


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--nonsense"], "不认识的参数：--nonsense（见 huiji-tui --help）"),
        (["keys", "x"], "不认识的参数：x（见 huiji-tui keys --help）"),
        (["check"], "缺少参数：大纲（见 huiji-tui check --help）"),
        (["search"], "缺少参数：搜索词（见 huiji-tui search --help）"),
        (["convert"], "缺少参数：文件（见 huiji-tui convert --help）"),
        (["show", "--width"], "--width 后面缺少值（见 huiji-tui show --help）"),
        (["show", "--width", "x"], "--width 不能是 'x'（见 huiji-tui show --help）"),
        (["show", "--width", "3"], "--width 应在 4 到 1000 之间（见 huiji-tui show --help）"),
        (["outline", "--depth", "0"], "--depth 至少为 1（见 huiji-tui outline --help）"),
        (["--ambiguous-width", "3"], "--ambiguous-width 不能是 3，可用：1, 2（见 huiji-tui --help）"),
        (["metrics", "--bom=3"], "--bom 后面不能有值 '3'（见 huiji-tui metrics --help）"),
    ],
)
def test_errors_of_arguments_are_in_chinese(words: list[str], message: str) -> None:
    assert said(*words) == message


def test_a_message_argparse_words_differently_stays_readable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python versions do not agree on the wording."""
    for original in ("expected one argument", "the following arguments are required: %s"):
        monkeypatch.delitem(messages.ARGPARSE, original)
    assert said("show", "--width") == "--width expected one argument（见 huiji-tui show --help）"
    assert said("check") == "the following arguments are required: 大纲（见 huiji-tui check --help）"


def test_translations_keep_the_fields_of_their_originals() -> None:
    fields = dict.fromkeys(("argument_name", "message", "value", "choices", "type", "option", "matches"), "x")
    for original, translation in messages.ARGPARSE.items():
        for text in (original, translation):
            assert text % (fields if "%(" in text else ("x",) * text.count("%"))


def test_the_overview_lists_every_command() -> None:
    listed = re.findall(r"^  ([a-z]+) {2,}\S", messages.BROWSE_MORE.partition("\n\n")[0], re.MULTILINE)
    assert sorted(listed) == sorted(PARSERS)


@pytest.mark.parametrize("command", [name for name in PARSERS if name != "library"])
def test_help_begins_with_the_whole_usage(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        PARSERS[command]().parse_args(["--help"])
    assert capsys.readouterr().out.startswith(f"用法：huiji-tui {command} ")


@pytest.mark.parametrize("command", PARSERS)
def test_what_prints_data_can_write_it_to_a_file(command: str) -> None:
    parser = PARSERS[command]()
    if isinstance(parser, LibraryParser):
        pytest.skip("its actions have parsers of their own, see below")
    options = {option for action in _actions(parser) for option in action.option_strings}
    writes = command == "convert" or "--format" in options
    assert ("-o" in options, "--force" in options) == (writes, writes)


@pytest.mark.parametrize("action", library_help.ACTIONS)
def test_an_action_of_a_library_that_prints_data_can_write_it_to_a_file(action: str) -> None:
    words = ["metrics"] if action == "export" else ["a"] if action in ("add", "remove", "watch") else []
    if action in ("list", "info", "queries", "export"):
        options = LibraryParser().parse_args([action, *words, "-o", "a.json"])
        assert (options.output, options.format) == ("a.json", "json")
    else:
        with pytest.raises(UsageError, match="不认识的参数：-o"):
            LibraryParser().parse_args([action, *words, "-o", "a.csv"])


@pytest.mark.parametrize(
    ("words", "form"),
    [
        (["metrics"], "table"),
        (["metrics", "-o", "-"], "table"),
        (["metrics", "-o", "表"], "table"),
        (["metrics", "-o", "表.TXT"], "table"),
        (["metrics", "-o", "表.md"], "md"),
        (["metrics", "-o", "表.xlsx"], "xlsx"),
        (["metrics", "-o", "表.xlsx", "--format", "csv"], "csv"),
        (["metrics", "-o", "表.csv", "--format", "table"], "table"),
        (["search", "词", "-o", "a.txt"], "list"),
        (["outline", "-o", "a.yml"], "yaml"),
        (["show", "-o", "a.txt"], None),
        (["show", "-o", "a.md"], "md"),
        (["brief", "-o", "a.htm"], "html"),
        (["library", "export", "metrics", "-o", "a.txt"], "table"),
        (["library", "export", "metrics"], "csv"),
    ],
)
def test_a_file_s_ending_stands_for_the_format(words: list[str], form: str | None) -> None:
    assert PARSERS[words[0]]().parse_args(words[1:]).format == form


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["diff", "a", "-o", "a.xlsx"], "这个命令没有 xlsx 格式，可用：table、csv、json"),
        (["metrics", "-o", "a.doc"], "从 .doc 看不出"),
        (["metrics", "--force"], "--force 要与 -o 一起用"),
        (["show", "-o", " "], "-o/--output 报告不能是空的"),
    ],
)
def test_what_cannot_be_written_is_told_before_the_work(words: list[str], message: str) -> None:
    assert said(*words).startswith(message)


@pytest.mark.parametrize(
    "words",
    [
        ["metrics", "--status", "target", "--in", "1", "--status=achieved"],
        ["metrics", "-o", "a.csv", "--output", "b.csv"],
        ["search", "词", "--library=a.db", "--library", "b.db"],
        ["show", "--width", "40", "--width", "50", "--", "-x"],
        ["--at", "1", "--at", "2"],
    ],
)
def test_an_option_that_is_given_twice_is_an_error(words: list[str]) -> None:
    assert re.match(r"-\S+ 只能写一次（见 ", said(*words))


def test_a_parser_reads_options_anew_each_time() -> None:
    parser = PARSERS["show"]()
    assert [parser.parse_args(["--width", str(cells)]).width for cells in (40, 50)] == [40, 50]


def test_options_that_add_up_are_all_kept() -> None:
    parser = PARSERS["series"]()
    assert parser.parse_args(["gdp", "--place", "甲市", "--place", "乙市"]).places == ["甲市", "乙市"]


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return parser._actions
