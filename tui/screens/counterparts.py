"""The screen of counterparts: what a report has done on a subject on the left, what it plans on the right."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from tui.exports.model import Export
from tui.keys.table import IN_COUNTERPARTS
from tui.messages import counterpart_screen as messages
from tui.messages.wording import NOT_FOUND
from tui.report.model import Node
from tui.screens.counterpart_rows import CounterpartContents, name_of
from tui.screens.view import Hints, ViewScreen
from tui.view_session import ViewSession
from tui.visits import JumpList, View
from tui.widgets.beside_pane import BesidePane
from tui.widgets.passage_pane import Passage, Remark

#: Columns of the screen below which the title is short.
_LONG_TITLE_FROM = 100


class CounterpartsScreen(ViewScreen):
    """The sections and topics of a report, each beside its counterpart.

    Args:
        session: The report.
        jumps: What was left by jumps.
    """

    LAYER = IN_COUNTERPARTS
    AUTO_FOCUS = "#counterparts"
    PASSAGE_HINT = "side"

    def __init__(self, session: ViewSession, jumps: JumpList) -> None:
        self.contents = CounterpartContents(session.content)
        self.pane = BesidePane(id="counterparts")
        super().__init__(session, jumps, self.pane)
        self._body.add_class("alone")
        node, side, choice, sentence, offset = (*session.view.state, "", "", "", "", "")[:5]
        found = self.contents.index_of(node)
        #: The section or topic that is shown, which of its counterparts, and both together.
        self.index = self.contents.index_at(int(offset or 0)) if found is None else found
        self.choice = int(choice or 0)
        self.pair = self.contents.pair(self.index, self.choice)
        self._begin = int(side or self.contents.side_of(self.unit)), int(sentence or 0)

    @property
    def unit(self) -> Node:
        """The section or topic that is shown."""
        return self.contents.units[self.index]

    # -- what is shown -------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the section or topic, as it was left."""
        self.pane.show(self.pair, *self._begin)
        self._advise()
        self.show_row()

    def _advise(self) -> None:
        """Say in an empty half how to get to what has a counterpart."""
        at = self.contents.nearest_paired(self.index)
        key = self.key_for("first_candidate")
        advice = messages.nearest_counterpart(key, self.contents.where(at)) if at is not None else ""
        self.pane.show_advice(advice)

    def show_row(self, chosen: int = 0) -> None:
        """Show the sentences at the cursor; the side keys act on is the one to open."""
        super().show_row(self.pane.side if all(self.pair.nodes) else 0)

    def view_now(self) -> View:
        """Return the view with the section or topic and the sentence at the cursor."""
        pane = self.pane
        sentence = pane.cursors[pane.side] or 0
        return self.session.view._replace(
            state=(self.unit.id, str(pane.side), str(self.choice), str(sentence))
        )

    def title_now(self, width: int) -> tuple[str, str]:
        """Return whose report it is, and how alike the two texts are."""
        ref, found = self.contents.content.side.ref, self.contents.content.counterparts[self.unit.id]
        title = messages.title(self.contents.place, ref.plan_year, width >= _LONG_TITLE_FROM)
        is_sure = self.choice < len(found) and found[self.choice].is_sure
        return title, messages.summary(self.choice + 1, len(found), is_sure)

    def passages_now(self) -> tuple[Sequence[Passage], Sequence[Remark]]:
        """Return the sentence at the cursor of each side; the whole text for a heading."""
        return [self._passage(side) for side in (0, 1) if self.pair.nodes[side] is not None], ()

    def _passage(self, side: int) -> Passage:
        node, text, report = self.pair.nodes[side], self.pair.sides[side], self.contents.content.side
        assert node is not None and text is not None
        sentence = self.pane.cursors[side]
        is_whole = sentence is None or self.pair.is_heading(side, sentence)
        start, end = (0, len(text.text)) if is_whole or sentence is None else text.sentences[sentence]
        where = name_of(report.outline, node)
        return Passage(
            messages.SHORT_SIDES[side], where, text.text[start:end], report.source, node.start + start,
            (), report.cited(node.start + start),
        )  # fmt: skip

    def own_hints(self) -> Hints:
        """Return the keys that choose section, topic and counterpart."""
        several = len(self.contents.content.counterparts[self.unit.id]) > 1
        matches = [self.hint("matches", "first_candidate", "second_candidate")] if several else []
        return [
            self.hint("sections", "next_section", "previous_section"),
            self.hint("topics", "right", "left"),
            *matches,
        ]

    def position(self) -> str:
        """Return which of the sections and topics is shown."""
        return f"{self.index + 1}/{len(self.contents.units)}"

    def copied(self, with_citation: bool) -> str:
        """Return the sentence at the cursor and the one that goes with it, or both texts at their headings."""
        passages, _ = self.passages_now()
        if self.pane.cursors[1 - self.pane.side] is None:
            passages = [one for one in passages if one.name == messages.SHORT_SIDES[self.pane.side]]
        if self.pair.likely_side is not None:
            unsure = messages.SHORT_SIDES[self.pair.likely_side]
            passages = [
                one._replace(name=messages.likely(one.name)) if one.name == unsure else one
                for one in passages
            ]
        return "\n".join(self.quoted(one, with_citation) for one in passages)

    def clear(self) -> bool:
        """Give both sides their room back; return False if they have it."""
        if not self.pane.is_zoomed:
            return False
        self.pane.toggle_zoom()
        return True

    # -- keys ----------------------------------------------------------------------------------

    def _show(self, index: int, choice: int, side: int | None = None) -> None:
        self.index, self.choice = index, choice
        self.pair = self.contents.pair(index, choice)
        self.pane.show(self.pair, self.contents.side_of(self.unit) if side is None else side)
        self._advise()
        self.show_row()

    def action_step_unit(self, direction: int, level: str = "") -> None:
        """Show the next (1) or previous (-1) section, or whatever is next: a section or a topic."""
        index = self.contents.step(self.index, direction, level)
        if index is not None:
            self._show(index, 0)
        elif level:
            self.say(messages.LAST_SECTION if direction > 0 else messages.FIRST_SECTION)
        else:
            self.say(messages.LAST if direction > 0 else messages.FIRST)

    def action_choose_match(self, choice: int) -> None:
        """Show the most alike counterpart (0) or the next (1); where there is none, go to the nearest that has one (0)."""
        found = self.contents.content.counterparts[self.unit.id]
        nearest = self.contents.nearest_paired(self.index)
        if not found and not choice and nearest is not None:
            self._show(nearest, 0)
        elif choice >= len(found):
            self.say(messages.NO_SECOND if found else NOT_FOUND)
        else:
            self._show(self.index, choice, self.pane.side)

    def action_step_passage(self, direction: int) -> None:
        """Have keys act on the other side."""
        if not self.pane.change_side():
            self.say(NOT_FOUND)

    def action_scroll_passages(self, direction: int) -> None:
        """Scroll the other side down (1) or up (-1)."""
        self.pane.scroll_side(1 - self.pane.side, direction * max(1, self.pane.size.height // 4))

    def action_zoom(self) -> None:
        """Give the side keys act on the whole screen, or give the other its room back."""
        self.pane.toggle_zoom()

    def exports(self) -> Sequence[Export]:
        """Return every section and topic with its counterparts."""
        return self.contents.exports()

    @on(BesidePane.SentenceReached)
    def _sentence_reached(self) -> None:
        self.show_row()
