"""The screen of related sentences: those of the library that are most like one."""

from __future__ import annotations

from collections.abc import Sequence

from tui.keys.table import IN_RELATED
from tui.messages import related_screen as messages
from tui.screens.related_rows import RelatedContents
from tui.screens.table import TableScreen
from tui.screens.view import Hints
from tui.view_session import ViewSession
from tui.visits import JumpList, View, ViewKind
from tui.widgets.passage_pane import Passage, Remark
from tui.widgets.table_view import TableView


class RelatedScreen(TableScreen):
    """Sentences that are like one.

    Args:
        session: The sentence.
        jumps: What was left by jumps.
    """

    LAYER = IN_RELATED
    AUTO_FOCUS = "#related"
    NOTHING = messages.NOTHING_ALIKE

    def __init__(self, session: ViewSession, jumps: JumpList) -> None:
        self.related = RelatedContents(session.content)
        super().__init__(session, jumps, self.related, TableView(self.related.columns, id="related"))

    def passages_now(self) -> tuple[Sequence[Passage], Sequence[Remark]]:
        """Return the sentence at the cursor and one's own; the latter alone where there are no rows."""
        if self.table.row is None:
            return [self.related.own_passage()], ()
        return super().passages_now()

    def own_hints(self) -> Hints:
        """Return the keys that filter and sort, and the one that looks on from the sentence that is chosen."""
        passage = self.passages.passage
        is_other = passage is not None and passage.name == messages.RELATED
        return [*super().own_hints(), *([self.hint("look_on", "related")] if is_other else [])]

    def action_open_view(self, kind: ViewKind) -> None:
        """Show another view; for this kind, the sentences that are like the one at the cursor."""
        passage = self.passages.passage
        if kind != self.session.view.kind or passage is None or passage.source is None:
            super().action_open_view(kind)
        elif passage.name == messages.OWN:
            self.say(messages.OWN_SENTENCE)
        else:
            self.open_view(
                View(kind, (passage.source,)).at(passage.offset, passage.offset + len(passage.text))
            )
