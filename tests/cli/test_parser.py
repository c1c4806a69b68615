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


#: Commands that write other files than spreadsheets.
_WRITING = {"brief", "convert"}


@pytest.mark.parametrize("command", PARSERS)
def test_an_output_is_offered_only_where_a_file_is_written(command: str) -> None:
    parser = PARSERS[command]()
    if isinstance(parser, LibraryParser):
        pytest.skip("its actions have parsers of their own, see below")
    options = {option: action for action in _actions(parser) for option in action.option_strings}
    formats = options["--format"].choices if "--format" in options else ()
    writes = command in _WRITING or "xlsx" in (formats or ())
    assert ("-o" in options, "--force" in options) == (writes, writes)


@pytest.mark.parametrize("command", ["diff", "terms", "related", "notes"])
def test_an_output_that_cannot_be_written_is_an_unknown_option(command: str) -> None:
    assert said(command, "a", "-o", "a.xlsx").startswith("不认识的参数：-o")


def test_only_the_export_of_a_library_has_an_output() -> None:
    for action in library_help.ACTIONS:
        words = ["metrics"] if action == "export" else ["a"] if action in ("add", "remove") else []
        if action == "export":
            assert LibraryParser().parse_args([action, *words, "-o", "a.csv"]).output == "a.csv"
        else:
            with pytest.raises(UsageError, match="不认识的参数：-o"):
                LibraryParser().parse_args([action, *words, "-o", "a.csv"])


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return parser._actions
