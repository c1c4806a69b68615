"""Selecting a passage and copying it, with or without a citation; copying the row at the cursor of the panel."""

from __future__ import annotations

from collections.abc import Callable

from tui.messages import screens as messages
from tui.screens.panes import Panes
from tui.screens.report_links import ReportLinks
from tui.session import Session
from tui.state.config import citation_style


class Copying:
    """The selection in the text, the row at the cursor of the panel, and their way to the clipboard.

    Args:
        session: The report.
        panes: Have the text and the panel.
        say: Shows a notice.
        links: The links of the report, which are copied with citations if the configuration says so.
        key_for: Returns the first key of a command.
    """

    def __init__(
        self,
        session: Session,
        panes: Panes,
        say: Callable[[str], None],
        links: ReportLinks,
        key_for: Callable[[str], str],
    ) -> None:
        self._session, self._outline = session, session.prepared.outline
        self._links = links
        self._panes = panes
        self._say = say
        self._key_for = key_for

    @property
    def is_selecting(self) -> bool:
        """Whether a passage is selected."""
        return self._panes.text_pane.selected is not None

    def toggle_selection(self) -> None:
        """Select the sentence being read; drop the selection if there is one."""
        self._panes.focus_text()
        if self.is_selecting:
            self._panes.text_pane.clear_selection()
        else:
            self._panes.text_pane.start_selecting()

    def extend(self, direction: int) -> None:
        """Move the end of the selection by a character; say how to select where nothing is."""
        if self.is_selecting:
            self._panes.text_pane.extend_by_character(direction)
        else:
            self._say(messages.how_to_extend(self._key_for("select")))

    def clear_selection(self) -> None:
        """Drop the selection."""
        self._panes.text_pane.clear_selection()
        self._say("")

    def copy_selection(self) -> None:
        """Copy the selection; if there is none, say how to select."""
        if self.is_selecting:
            self.copy()
        else:
            self._say(messages.how_to_select(self._key_for("select")))

    def copy(self, with_citation: bool = False) -> None:
        """Copy the row at the cursor of the panel, or the selection; without one select the sentence being read, to be copied next."""
        pane = self._panes.text_pane
        if self._panes.focused == "metrics":
            self._copy_row(with_citation)
        elif pane.selected is None:
            self._panes.focus_text()
            pane.start_selecting()
            start, end = pane.selected or (0, 0)
            self._say(messages.to_be_copied(end - start, *map(self._key_for, ("copy", "cite", "escape"))))
        else:
            start, end = pane.selected
            passage = self._cited(start, end) if with_citation else self._outline.report.text[start:end]
            self._say(messages.copied(end - start, with_citation, self._send(passage)))
            pane.clear_selection()

    def _copy_row(self, with_citation: bool) -> None:
        """Copy the row at the cursor of the panel, which is lit; with the sentences of its figures if they are to be cited."""
        from tui.report.sentences import sentence_at
        from tui.screens.row_text import row_text

        row = self._panes.metrics_panel.row
        if row is None or row.is_heading:
            self._say(messages.NO_METRIC_HERE)
            return
        followed = self._panes.metrics_panel.followed
        lines = [row_text(row, followed.indicator if followed is not None else "")]
        if with_citation:
            text = self._outline.report.text
            spans = dict.fromkeys(sentence_at(text, metric.start) for metric in row.metrics)
            lines += [self._cited(*span) for span in spans]
        self._say(messages.panel_row_copied(len(lines) > 1, self._send("\n".join(lines))))

    def _cited(self, start: int, end: int) -> str:
        from tui.citation import Reference, cite  # not needed for the first screen

        config = self._session.config
        link = self._links.of_span(start, end) if config.citation_links else ""
        style = citation_style(self._session.report_store.settings, config)
        return cite(self._outline.report.text[start:end], Reference.of(self._outline, start), style, link)

    def _send(self, text: str) -> str:
        """Copy a text; return the names of the clipboards."""
        from tui.state.clipboard import copy
        from tui.state.paths import state_folder

        return copy(text, self._panes.screen.app.copy_to_clipboard, state_folder())
