"""The server: offers the tools over standard input and output, in the Model Context Protocol.

This is the only module that needs the package ``mcp``.
"""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from types import FrameType

import anyio
import mcp_types as types
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

from tui import __version__
from tui.assistants.answers import as_json
from tui.assistants.parameters import input_schema
from tui.assistants.tools import TOOLS, call_tool, error_text
from tui.messages import assistants as messages
from tui.messages.cli import PROGRAM

_Context = ServerRequestContext[dict[str, object]]


class _NobodyWaits(Exception):
    """The client has cancelled a call, or has gone."""


def serve(library: Path | None) -> None:
    """Answer requests until standard input is closed.

    Args:
        library: The file of the library; there may be none.
    """
    logging.disable(logging.CRITICAL)  # clients show what comes on standard error
    with _leaving_at_once():
        try:
            anyio.run(_serve, make_server(library))
        except* (BrokenPipeError, ConnectionError):
            pass  # the client is gone


def make_server(library: Path | None) -> Server[dict[str, object]]:
    """Return the server, not yet connected."""
    one_at_a_time = anyio.CapacityLimiter(1)

    async def list_tools(_: _Context, __: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        return types.ListToolsResult(tools=_described())

    async def call(_: _Context, params: types.CallToolRequestParams) -> types.CallToolResult:
        is_over = Event()
        try:
            return await anyio.to_thread.run_sync(
                _result, params.name, params.arguments or {}, library, is_over,
                abandon_on_cancel=True, limiter=one_at_a_time,
            )  # fmt: skip
        finally:
            is_over.set()

    return Server(
        PROGRAM,
        version=__version__,
        title=messages.SERVER_TITLE,
        instructions=messages.INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call,
    )


def _described() -> list[types.Tool]:
    """Return what clients are told of the tools."""
    return [
        types.Tool(
            name=tool.name,
            title=tool.title,
            description=tool.description,
            input_schema=input_schema(tool.parameters),
            annotations=types.ToolAnnotations(
                title=tool.title,
                read_only_hint=True,
                destructive_hint=False,
                idempotent_hint=True,
                open_world_hint=False,
            ),
        )
        for tool in TOOLS
    ]


def _result(
    name: str, arguments: dict[str, object], library: Path | None, is_over: Event
) -> types.CallToolResult:
    """Return the answer of a tool, or one clear error; both as text, and the answer as data, too.

    Args:
        name: The tool.
        arguments: What it is given.
        library: The file of the library; there may be none.
        is_over: Set when nobody waits for the answer any more.
    """

    def stop() -> None:
        if is_over.is_set():
            raise _NobodyWaits

    try:
        answer = call_tool(name, arguments, library, stop)
    except Exception as error:
        text = types.TextContent(type="text", text=error_text(error))
        return types.CallToolResult(content=[text], is_error=True)
    text = types.TextContent(type="text", text=as_json(answer))
    return types.CallToolResult(content=[text], structured_content=answer)


async def _serve(server: Server[dict[str, object]]) -> None:
    async with stdio_server() as (read, write):
        await server.run(read, write, server.create_initialization_options())


@contextmanager
def _leaving_at_once() -> Iterator[None]:
    """End the process at a signal: a thread that waits for standard input cannot be interrupted, and there is nothing to save."""

    def leave(number: int, _: FrameType | None) -> None:
        os._exit(128 + number)

    names = ("SIGINT", "SIGTERM", "SIGHUP")
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, leave)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
