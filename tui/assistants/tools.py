"""The table of tools, and how one is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tui.assistants import figures, reading, wording
from tui.assistants.answers import MAX_ITEMS, Record
from tui.assistants.parameters import Arguments, Parameter, read_arguments
from tui.assistants.reports import Reports
from tui.library.addresses import is_address
from tui.library.results import ORDERS
from tui.messages import assistants as messages
from tui.promises.model import CERTAINTIES, VERDICTS
from tui.report.errors import HuijiError, InternalError, UsageError, as_huiji_error, did_you_mean
from tui.report.model import STATUSES
from tui.report.sanitize import one_line

_Call = Callable[[Reports, dict[str, Any]], Record]


class Tool(NamedTuple):
    """A tool.

    Attributes:
        name: Its name, that of the command it answers like.
        call: Gives the answer.
        parameters: What it takes.
    """

    name: str
    call: _Call
    parameters: Sequence[Parameter]

    @property
    def title(self) -> str:
        """A short name for people."""
        return messages.TITLES[self.name]

    @property
    def description(self) -> str:
        """What it is for, for assistants."""
        return messages.TOOLS[self.name]


_REPORT, _SECTION = Parameter("report", most=100), Parameter("place_in_report", most=100)
_FILTER = Parameter("filter")
_PAGE = (
    Parameter("offset", "integer", most=1_000_000),
    Parameter("limit", "integer", least=1, most=MAX_ITEMS),
)
_WHERE = (
    Parameter("place", most=60),
    Parameter("level", choices=("national", "province", "city", "county")),
    Parameter("year", most=20),
)
_YEARS = (
    Parameter("from_year", "integer", least=1900, most=2200),
    Parameter("to_year", "integer", least=1900, most=2200),
)

TOOLS: tuple[Tool, ...] = (
    Tool("list", reading.list_reports, (*_WHERE, *_PAGE)),
    Tool(
        "search",
        reading.search,
        (Parameter("query", is_required=True), _REPORT, *_WHERE, Parameter("order", choices=ORDERS), *_PAGE),
    ),
    Tool(
        "show",
        reading.show,
        (
            _REPORT,
            _SECTION,
            Parameter("start", "integer", most=10_000_000),
            Parameter("max_characters", "integer", least=1, most=reading.MAX_TEXT),
        ),
    ),
    Tool(
        "metrics",
        figures.metrics,
        (_REPORT, _FILTER, Parameter("status", choices=STATUSES), _SECTION, *_PAGE),
    ),
    Tool("compare", figures.compare, (_REPORT, _FILTER, Parameter("pairs", "boolean"), *_PAGE)),
    Tool(
        "promises",
        figures.promises,
        (
            Parameter("report", is_required=True, most=100),
            _FILTER,
            Parameter("verdict", choices=VERDICTS),
            Parameter("certainty", choices=CERTAINTIES),
            _SECTION,
            *_PAGE,
        ),
    ),
    Tool(
        "series",
        figures.series,
        (
            Parameter("indicator", is_required=True, most=60),
            Parameter("place", is_required=True, most=60),
            Parameter("measure", choices=("growth", "level", "share")),
            *_YEARS,
            *_PAGE,
        ),
    ),
    Tool(
        "terms",
        wording.terms,
        (
            Parameter("term", most=60),
            *_WHERE,
            _REPORT,
            Parameter("compared_with", most=100),
            Parameter("gone", "boolean"),
            *_PAGE,
        ),
    ),
    Tool(
        "verify",
        wording.verify,
        (Parameter("quotes", "strings", is_required=True, most=20), _REPORT, *_WHERE, _PAGE[0]),
    ),
)
_BY_NAME: Mapping[str, Tool] = {tool.name: tool for tool in TOOLS}


def call_tool(
    name: str, arguments: Arguments, library: Path | None, stop: Callable[[], object] = int
) -> Record:
    """Return the answer of a tool.

    Args:
        name: The name of the tool.
        arguments: What it is given, unchecked.
        library: The file of the library; there may be none.
        stop: Called several times a second by what takes long; may raise to stop.

    Raises:
        HuijiError: For wrong arguments, and if there is no such report, place or library.
    """
    tool = _BY_NAME.get(name)
    if tool is None:
        raise UsageError(messages.no_such_tool(one_line(name[:40])) + did_you_mean(name, _BY_NAME, _BY_NAME))
    checked = read_arguments(tool.parameters, arguments)
    with Reports(library, stop) as reports:
        return tool.call(reports, checked)


def error_text(error: Exception) -> str:
    """Return an error as an assistant is told: one line, without paths of this machine."""
    told = as_huiji_error(error)
    if isinstance(told, InternalError):
        return messages.error(messages.INTERNAL)
    return messages.error(one_line(f"{_subject(told)}{told.message}"))


def _subject(error: HuijiError) -> str:
    """Return which report an error is about; files are not named."""
    return f"{error.path}: " if error.path and is_address(error.path) else ""
