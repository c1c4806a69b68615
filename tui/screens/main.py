"""The main screen: what its keys do, wired to one report."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.message import Message
from textual.widget import Widget

from tui.keys.table import EVERYWHERE, Keymap
from tui.library.prepared import PreparedReport
from tui.report.model import NOT_STATED
from tui.screens.bookmarks import Bookmarks
from tui.screens.metrics_actions import WeighingScreen
from tui.search.places import find_span, matching_labels, places_for
from tui.state.store import Anchor, ReportState
from tui.widgets.bindings import bindings
from tui.widgets.outline_tree import OutlineTree
from tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from tui.screens.dialogs import Candidate, Candidates


_PLACES = "3.4、三(四)、招商、zhaoshang、zs、m190、50%"
#: What typed in the go-to box opens another report.
_OPEN = "open"


class MainScreen(WeighingScreen):
    """One report: reading, searching, jumping, weighing.

    Attributes:
        report_state: What is remembered of the report.
        recent: Paths of the reports opened last.
    """

    BINDINGS = bindings(EVERYWHERE)

    class OpenReport(Message):
        """A person wants to read another report: that at a path, or the built-in one."""

        def __init__(self, path: str | None) -> None:
            super().__init__()
            self.path = path

    class StopWork(Message):
        """A person does not want to wait for what is being done in the background."""

    def __init__(
        self,
        prepared: PreparedReport,
        report_state: ReportState,
        keymap: Keymap,
        at: str | None = None,
        find: str | None = None,
    ) -> None:
        super().__init__(prepared, keymap)
        self.report_state = report_state
        self.recent: list[str] = []
        self._marks = Bookmarks(report_state, self._report.text, keymap.first("go_to_mark"))
        self._find = find
        self._came_from = "text"
        #: The place the other panes show; none where they may show something else.
        self._followed: int | None = None
        self._recalled = 0
        if at is not None:
            self.text_pane.begin_at(find_span(self._outline, at)[0], gone_to=True)
        elif report_state.place is not None:
            self.text_pane.begin_at(report_state.place.find_in(self._report.text), gone_to=False)
        self._resumes = at is None and find is None and self.text_pane.first_offset > 0

    def on_mount(self) -> None:
        """Shows everything at the place to begin with, before the first layout."""
        self._too_small.show([("终端太小，至少 40×10", "strong")])
        self.search_box.update_node_styles(animate=False)  # lit, as the text has the focus
        self._show_title()
        self.catch_up()
        if self._resumes:
            self.say(f"接着上次读到之处，{self.keymap.first('top')} 到开头")
        elif doubts := [doubt for doubt in self._report.doubts if not doubt.startswith(NOT_STATED)]:
            self.say(f"存疑：{'；'.join(doubts)}")
        if self._find:
            self.call_after_refresh(self._open_with_query, self._find)

    def _open_with_query(self, words: str) -> None:
        self.start_search(words)
        self.action_stay()

    def remember(self) -> None:
        """Notes in the memory where the reading is."""
        self.report_state.place = Anchor.of(self._report.text, self.text_pane.first_offset)

    # -- reading -----------------------------------------------------------------------------

    @on(TextPane.OffsetShown)
    def _offset_shown(self, event: TextPane.OffsetShown) -> None:
        if event.offset != self._followed:
            self.catch_up()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A tree or a panel that a person has left shows the reading again, with the next key."""
        self._followed = None

    def catch_up(self) -> None:
        """Shows in the other panes where the reading is; behind a key at once, for all it does to be drawn together."""
        place = self.text_pane.place
        if place != self._followed:
            self._followed = place
            self.outline_tree.follow(place)
            self.metrics_panel.follow(place)
        self.show_hints()

    def _jump(self, offset: int) -> None:
        """Goes to an offset, remembering the place left."""
        self._jumps.leave(self.text_pane.place)
        self.say("")
        self.text_pane.go_to(offset)

    @on(OutlineTree.OpenNode)
    def _open_node(self, event: OutlineTree.OpenNode) -> None:
        self._jump(event.node.start)
        self._show_text()

    def action_step_node(self, direction: int, level: str) -> None:
        """Goes to the next or previous section or chapter."""
        levels = ("chapter", "part") if level == "chapter" else ("section", "chapter", "part")
        node = self._outline.step(self.text_pane.place, direction, levels)
        while node is not None and node.level == "part" and self._outline.parent(node) is not None:
            node = self._outline.step(node.start, direction, levels)
        if node is None:
            self.say("已是最后一节" if direction > 0 else "已是开头")
        else:
            self._jump(node.start)

    def action_back(self) -> None:
        """Goes back to the place left last."""
        self._travel(self._jumps.back(self.text_pane.place), "没有可退回之处")

    def action_forward(self) -> None:
        """Goes forward again."""
        self._travel(self._jumps.forward(self.text_pane.place), "没有可前进之处")

    def _travel(self, offset: int | None, nothing: str) -> None:
        self.say(nothing if offset is None else "")
        if offset is not None:
            self.text_pane.go_to(offset)

    def action_go_to(self) -> None:
        """Asks where to go: a place in the report, or with ``open`` another report."""

        def fitting(words: str) -> list[Candidate]:
            command, _, path = words.partition(" ")
            if command == _OPEN:
                return self._openings(path, f"{_OPEN} ")
            return self._jumps_to(places_for(self._outline, words))

        self._ask("跳转", _PLACES, 8, fitting)

    def action_open_report(self) -> None:
        """Asks which report to open."""
        self._ask("打开", "文件的路径，按 Tab 补全", 8, self._openings)

    def _openings(self, path: str, before: str = "") -> list[Candidate]:
        """What a path may mean; a folder goes into the box behind what stands before it there."""
        from tui.screens.report_list import report_choices  # not needed for the first screen

        results = report_choices(path, self.recent, lambda chosen: self.post_message(self.OpenReport(chosen)))
        return [
            (kind, name, before + pick if isinstance(pick, str) else pick) for kind, name, pick in results
        ]

    def _ask_place(self, title: str, places: Callable[[str], list[tuple[str, str, int]]]) -> None:
        self._ask(title, _PLACES, 8, lambda words: self._jumps_to(places(words)))

    def _jumps_to(self, places: list[tuple[str, str, int]]) -> list[Candidate]:
        def arrive(offset: int) -> None:
            self._jump(offset)
            self._show_text()

        return [(name, label, partial(arrive, offset)) for name, label, offset in places]

    def _ask(self, title: str, placeholder: str, first_column: int, candidates: Candidates) -> None:
        from tui.screens.dialogs import PickDialog  # not needed for the first screen

        def run(pick: Callable[[], object] | None) -> None:
            if pick is not None:
                pick()

        self.app.push_screen(PickDialog(title, placeholder, first_column, candidates), run)

    def action_palette(self) -> None:
        """Lists everything that can be done, and every heading, to pick one by words."""
        from tui.screens.help import actions_of

        pane = self.focused or self.text_pane
        actions: list[Candidate] = [
            (
                " ".join(self.keymap.keys(command)),
                command.label,
                partial(self.call_later, self.app.run_action, command.action, pane if is_own else self),
            )
            for command, is_own in actions_of(str(pane.id))
        ]

        def fitting(words: str) -> list[Candidate]:
            fitting = matching_labels((f"{keys} {label}" for keys, label, _ in actions), words)
            return [*(actions[at] for at in fitting), *self._jumps_to(places_for(self._outline, words))]

        self._ask("命令", "操作或标题中的词，或其拼音", 16, fitting)

    # -- searching ---------------------------------------------------------------------------

    def start_search(self, words: str | None = None) -> None:
        """Goes to the search box; with words, searches for them anew."""
        if self.focused is not self.search_box:  # it may have been left by a key of the same burst
            self._came_from = str(self.focused.id) if self.focused is not None else "text"
            self._flow.begin()
            self._open_side(None)
            self.set_focus(self.search_box)
            if words is not None:
                self.search_box.value = ""
            self.search_box.select_all()
        if words is not None:
            self.search_box.insert_words(words)

    def action_search(self) -> None:
        """Goes to the search box."""
        self.start_search()

    def action_step_hit(self, direction: int) -> None:
        """Goes to the next or previous hit, round the end."""
        self._flow.step(direction)
        self._show_title()

    @on(TextPane.HitChosen)
    def _hit_chosen(self, event: TextPane.HitChosen) -> None:
        # Another query may have been typed since.
        if self._flow.results.hits[event.index : event.index + 1] == (event.hit,):
            self._flow.show(event.index)
            self._show_title()
            self.set_focus(self.text_pane)

    def action_stay(self) -> None:
        """Stays at the current hit; the place left can be gone back to."""
        self.report_state.add_query(self.search_box.value)
        self._recalled = 0
        left = self._flow.stay()
        if left is not None:
            self._jumps.leave(left)
        self.set_focus(self.text_pane)
        self.show_hints()

    def action_leave_search(self) -> None:
        """Goes back to where the search began."""
        self.search_box.value = ""  # an empty query shows again what was seen when it began
        self._flow.forget()
        self.action_focus_pane(self._came_from if self._came_from in ("tree", "metrics") else "text")

    def action_recall(self, direction: int) -> None:
        """Puts an earlier (-1) or later (1) query into the box."""
        queries = self.report_state.queries
        self._recalled = max(-len(queries), min(0, self._recalled + direction))
        self.search_box.value = queries[self._recalled] if self._recalled else ""
        self.search_box.cursor_position = len(self.search_box.value)

    def action_toggle_hits(self) -> None:
        """Hides the hit list, or shows it again."""
        self._flow.toggle_list(self.size.height)

    # -- marks -------------------------------------------------------------------------------

    def action_set_bookmark(self) -> None:
        """Marks the place with the letter typed next."""
        self.say(self._marks.ask("set"))

    def action_go_to_bookmark(self) -> None:
        """Goes to the mark whose letter is typed next."""
        self.say(self._marks.ask("go"))

    def take_letter(self, character: str) -> bool:
        """Takes a key as the letter of a mark, if one was asked for."""
        if not self._marks.is_asking:
            return False
        offset, told = self._marks.answer(character, self.text_pane.place)
        if offset is not None:
            self._jump(offset)
        self.say(told)
        return True

    def action_list_bookmarks(self) -> None:
        """Lists the marks, to go to one of them."""
        rows = self._marks.rows(self._outline)
        if not rows:
            self.say(f"还没有标记，按 {self.keymap.first('mark')} 和一个字母记下此处")
            return
        self._ask_place("标记", lambda words: [row for row in rows if words in row[0] + row[1]])

    # -- taking away -------------------------------------------------------------------------

    def action_select(self) -> None:
        """Selects the sentence being read; with a selection, drops it."""
        self._show_text()
        if self.text_pane.selected is None:
            self.text_pane.start_selecting()
        else:
            self.text_pane.clear_selection()

    def action_copy(self, cite: bool = False) -> None:
        """Copies what is selected, or the sentence being read; with where it stands, if asked for."""
        from tui.screens.copying import take  # not needed for the first screen

        self.say(take(self._outline, self.text_pane, cite, self.app.copy_to_clipboard))
        self.text_pane.clear_selection()

    # -- the rest ----------------------------------------------------------------------------

    def action_escape(self) -> None:
        """Stops what is being done in the background; else slides a pane out; else clears the search. Never leaves."""
        if self._work:
            self.post_message(self.StopWork())
        elif self.focused is not self.text_pane:
            self.action_focus_pane("text")
        elif self.text_pane.selected is not None:
            self.text_pane.clear_selection()
            self.say("")
        elif self.search_box.value:
            self._flow.forget()
            self.search_box.value = ""
        else:
            self.say(f"按 {self.keymap.first('quit')} 退出")

    def action_measure(self, cells: int) -> None:
        """Makes the lines of the text longer or shorter; 0 gives them their usual length."""
        self.text_pane.set_measure(self.text_pane.measure + cells if cells else 0)
        self.say(f"行宽 {self.text_pane.text_width} 格")

    def show_full_width(self, full: bool) -> None:
        """Draws ASCII marks beside Chinese in full width, or as published."""
        self.text_pane.show_full_width(full)

    def action_toggle_full_width(self) -> None:
        """Changes between marks in full width and marks as published."""
        self.show_full_width(not self.text_pane.has_full_width)
        self.say("标点显示为全角" if self.text_pane.has_full_width else "标点按原样显示")

    def action_help(self) -> None:
        """Shows the keys, those of the focused pane first."""
        from tui.screens.dialogs import HelpDialog
        from tui.screens.help import help_rows  # not needed for the first screen

        pane: Widget = self.focused or self.text_pane
        self.app.push_screen(HelpDialog(help_rows(str(pane.id), self.keymap)))
