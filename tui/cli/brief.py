"""Write the brief of a report: one page for a browser or a printer, or the same as Markdown."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tui.cli import output
from tui.cli.exit_codes import OK
from tui.cli.reports import link_address, load_report, own_indicators, with_own_indicators
from tui.cli.targets import write_export
from tui.library.briefing import brief_sources
from tui.library.loading import STANDARD_INPUT
from tui.library.location import library_path
from tui.messages import cli as cli_messages
from tui.messages import pages as messages
from tui.metrics.indicators import Indicators
from tui.pages.brief_html import brief_html
from tui.pages.brief_markdown import brief_markdown
from tui.pages.choosing import make_brief
from tui.report.errors import UsageError
from tui.report.model import Report

#: Formats by the ends of file names.
_FORMATS = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md"}


def run(options: Namespace) -> int:
    """Write the brief."""
    target = options.output or STANDARD_INPUT
    form = options.format or _format_of(target)
    indicators = own_indicators()
    report = _load(options.report, options, indicators)
    before = None if options.before is None else _load(options.before, options, indicators)
    library = library_path(options.library)
    has_library = options.library is not None or library.exists()
    brief = make_brief(brief_sources(report, options.report, before, library if has_library else None))
    if form == "html":
        text = brief_html(brief)
    else:
        text = brief_markdown(brief, link_address(report, options.report, options.library))
    if target == STANDARD_INPUT:
        output.write(text)
        return OK
    write_export(Path(target), text.encode("utf-8"), [options.report, options.before], options.force)
    shown = sum(len(group.tasks) for group in brief.tasks)
    told = messages.wrote_brief(shown, brief.sources.before is not None)
    output.tell(cli_messages.about(target, told))
    return OK


def _load(name: str | None, options: Namespace, indicators: Indicators) -> Report:
    return with_own_indicators(load_report(name, options.encoding, library=options.library), indicators)


def _format_of(target: str) -> str:
    """Return the format a file's name stands for.

    Raises:
        UsageError: If it stands for none.
    """
    if target == STANDARD_INPUT:
        return "md"
    form = _FORMATS.get(Path(target).suffix.lower())
    if form is None:
        raise UsageError(messages.BAD_SUFFIX)
    return form
