"""Write the brief of a report: one page for a browser or a printer, or the same as Markdown."""

from __future__ import annotations

from argparse import Namespace

from tui.cli import output
from tui.cli.destination import STANDARD_OUTPUT
from tui.cli.exit_codes import OK
from tui.cli.reports import link_address, load_report, own_indicators, with_own_indicators
from tui.library.briefing import brief_sources
from tui.library.location import library_path
from tui.messages import pages as messages
from tui.metrics.indicators import Indicators
from tui.pages.brief_html import brief_html
from tui.pages.brief_markdown import brief_markdown
from tui.pages.choosing import make_brief
from tui.report.model import Report


def run(options: Namespace) -> int:
    """Write the brief."""
    indicators = own_indicators()
    report = _load(options.report, options, indicators)
    before = None if options.before is None else _load(options.before, options, indicators)
    library = library_path(options.library)
    has_library = options.library is not None or library.exists()
    brief = make_brief(brief_sources(report, options.report, before, library if has_library else None))
    if options.format == "html":
        text = brief_html(brief)
    else:
        text = brief_markdown(brief, link_address(report, options.report, options.library))
    output.write(text)
    if options.output not in (None, STANDARD_OUTPUT):
        shown = sum(len(group.tasks) for group in brief.tasks)
        output.tell(messages.in_brief(shown, brief.sources.before is not None))
    return OK


def _load(name: str | None, options: Namespace, indicators: Indicators) -> Report:
    return with_own_indicators(load_report(name, options.encoding, library=options.library), indicators)
