"""The server in a process of its own, with the official client, and what it does when the client goes."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tui.cli.parser import PARSERS
from tui.messages import assistants as messages

pytest.importorskip("mcp", reason="the package mcp is not installed")

import anyio
import mcp_types as types
from mcp import Client, StdioServerParameters, stdio_client

from tests.assistants.test_tools import CALLS
from tui.assistants.tools import TOOLS, call_tool

COMMAND = (sys.executable, "-m", "tui", "mcp")
_WAIT_S = 60


class Talk:
    """What a client was told.

    Attributes:
        tools: The tools.
        instructions: What the server says of itself.
        results: The answers, in the order of the calls.
        errors: What was printed on standard error.
    """

    def __init__(
        self,
        tools: list[types.Tool],
        instructions: str | None,
        results: list[types.CallToolResult],
        errors: str,
    ) -> None:
        self.tools = tools
        self.instructions = instructions
        self.results = results
        self.errors = errors


def talk(library: Path, calls: Iterable[tuple[str, dict[str, Any]]], log: Path, mode: str = "auto") -> Talk:
    """Start the server, call tools, and close it."""

    async def run() -> Talk:
        with log.open("w+", encoding="utf-8") as errors:
            server = StdioServerParameters(
                command=COMMAND[0], args=[*COMMAND[1:], "--library", str(library)], env=dict(os.environ)
            )
            with anyio.fail_after(_WAIT_S):
                async with Client(stdio_client(server, errlog=errors), mode=mode) as client:
                    tools = (await client.list_tools()).tools
                    results = [await client.call_tool(name, arguments) for name, arguments in calls]
                    instructions = client.instructions
            return Talk(tools, instructions, results, log.read_text(encoding="utf-8"))

    return anyio.run(run)


@pytest.fixture(scope="module")
def talked(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> Talk:
    calls = [*CALLS, *WRONG_CALLS]
    return talk(shelf, calls, tmp_path_factory.mktemp("log") / "errors")


WRONG_CALLS: list[tuple[str, dict[str, Any]]] = [
    ("search", {}),
    ("search", {"query": "绿地", "nonsense": 1}),
    ("nonsense", {}),
    ("metrics", {"report": None, "filter": "新增绿地", "status": "target"}),
]


def test_the_client_is_told_of_read_only_tools_and_that_texts_are_quotations(talked: Talk) -> None:
    assert [tool.name for tool in talked.tools] == [tool.name for tool in TOOLS]
    for tool in talked.tools:
        assert tool.annotations is not None and tool.annotations.read_only_hint
        assert tool.description == messages.TOOLS[tool.name]
        for schema in tool.input_schema["properties"].values():
            assert schema["description"]
    assert talked.instructions == messages.INSTRUCTIONS
    assert talked.errors == ""


def test_each_tool_answers_in_text_and_data_what_it_answers_in_this_process(
    talked: Talk, shelf: Path
) -> None:
    for (name, arguments), result in zip(CALLS, talked.results, strict=False):
        assert not result.is_error
        assert result.structured_content == call_tool(name, arguments, shelf)
        assert json.loads(text_of(result)) == result.structured_content


def test_wrong_calls_get_one_error_each_and_the_server_goes_on(talked: Talk) -> None:
    *wrong, right = talked.results[len(CALLS) :]
    assert [result.is_error for result in wrong] == [True, True, True]
    assert all(text_of(result).startswith("错误：") for result in wrong)
    assert not right.is_error


def test_the_target_of_new_green_space_is_answered_with_its_source(talked: Talk) -> None:
    answer = talked.results[-1].structured_content
    assert answer is not None
    (item,) = answer["items"]
    assert item["quote"] == "20万平方米" and "新增绿地" in item["sentence"]
    assert "《惠济区政府工作报告》，2024年1月22日" in item["citation"]
    assert answer["sources"][item["report"]]["sha256"]


def test_clients_of_before_discovery_are_served_as_well(shelf: Path, tmp_path: Path) -> None:
    (result,) = talk(shelf, [("search", {"query": "低空经济"})], tmp_path / "errors", "legacy").results
    assert result.structured_content is not None
    assert result.structured_content["total"] == 2


def text_of(result: types.CallToolResult) -> str:
    (content,) = result.content
    assert isinstance(content, types.TextContent)
    return content.text


# -- the end -------------------------------------------------------------------------------------


@pytest.fixture
def server(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Return a server that has answered once."""
    process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin is not None and process.stdout is not None
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}
    request = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello}
    process.stdin.write(json.dumps(request).encode() + b"\n")
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["id"] == 1
    yield process
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        assert stream is not None
        stream.close()


def test_it_ends_quietly_when_standard_input_is_closed(server: subprocess.Popen[bytes]) -> None:
    assert server.communicate(timeout=_WAIT_S) == (b"", b"")
    assert server.returncode == 0


@pytest.mark.parametrize("name", ["SIGINT", pytest.param("SIGTERM", marks=pytest.mark.slow)])
def test_it_ends_quietly_at_a_signal(server: subprocess.Popen[bytes], name: str) -> None:
    number = signal.Signals[name]
    server.send_signal(number)
    assert server.wait(timeout=_WAIT_S) == 128 + number
    assert server.communicate() == (b"", b"")


def test_it_ends_quietly_when_nobody_reads(server: subprocess.Popen[bytes]) -> None:
    assert server.stdout is not None and server.stdin is not None and server.stderr is not None
    server.stdout.close()
    server.stdin.write(b'{"jsonrpc": "2.0", "id": 2, "method": "ping"}\n' * 3)
    server.stdin.close()
    assert server.wait(timeout=_WAIT_S) in (0, 141)
    assert server.stderr.read() == b""


def test_lines_that_are_no_messages_do_not_end_it(server: subprocess.Popen[bytes]) -> None:
    assert server.stdin is not None and server.stdout is not None
    server.stdin.write(b'hello\n\xff\xfe\n[1, 2]\n{"jsonrpc": "2.0", "id": 7, "method": "ping"}\n')
    server.stdin.flush()
    answers: list[dict[str, Any]] = []
    while not answers or answers[-1].get("id") != 7:
        answers.append(json.loads(server.stdout.readline()))
    assert answers[-1]["result"] is not None


# -- the command ---------------------------------------------------------------------------------


def test_a_library_that_is_named_must_be_there(
    huiji_tui: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    status, out, err = huiji_tui("mcp", "--library", tmp_path / "none.db")
    assert (status, out) == (66, "") and "还没有书库" in err


def test_without_the_package_it_is_said_what_to_install(
    monkeypatch: pytest.MonkeyPatch, huiji_tui: Callable[..., tuple[int, str, str]]
) -> None:
    monkeypatch.delitem(sys.modules, "tui.assistants.server", raising=False)
    for name in [name for name in sys.modules if re.match(r"(mcp|mcp_types|anyio)(\.|$)", name)]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("mcp", "mcp_types", "anyio"):
        monkeypatch.setitem(sys.modules, name, None)
    status, out, err = huiji_tui("mcp")
    assert (status, out) == (2, "") and "pip install 'huiji-tui[mcp]'" in err
    assert len(err.splitlines()) == 1


def test_help_lists_the_tools() -> None:
    text = PARSERS["mcp"]().format_help()
    assert all(f"  {tool.name} " in text for tool in TOOLS)


def test_no_other_command_imports_the_package() -> None:
    code = "import sys, tui.__main__, tui.cli.main, tui.cli.parser, tui.cli.search, tui.cli.library; tui.cli.parser.PARSERS['mcp']()"
    code += "; print([name for name in ('mcp', 'mcp_types', 'anyio', 'pydantic') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
