"""The panes of the main screen: where they stand, which of them is seen, and the rows around them."""

from __future__ import annotations

from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.geometry import Region
from textual.reactive import Reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.keys.table import Keymap
from tui.library.prepared import PreparedReport
from tui.screens.hints import hints_for
from tui.screens.search_flow import SearchFlow
from tui.search.engine import Searcher
from tui.terminal.textual_compat import BareScreen
from tui.widgets.bars import StatusBar, TitleBar
from tui.widgets.line_widget import Background
from tui.widgets.metrics_panel import MetricsPanel
from tui.widgets.outline_tree import OutlineTree
from tui.widgets.search_box import SearchBox
from tui.widgets.styles import palette
from tui.widgets.text_pane import TextPane

#: Seconds between two slices of a search, when keys and painting have their turn.
_AFTER_KEYS = 0.001


class PanesScreen(BareScreen, Screen[None]):
    """Tree, search pane and metrics panel side by side, or sliding in over the text where there is no room."""

    #: The panes that win and lose the focus paint themselves; in the original the whole screen is painted.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    AUTO_FOCUS = "#text"
    HORIZONTAL_BREAKPOINTS = [
        (0, "-tiny"),
        (40, "-narrow"),
        (70, "-single"),
        (110, "-normal"),
        (150, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (10, "-tall")]

    def __init__(self, prepared: PreparedReport, keymap: Keymap) -> None:
        super().__init__()
        self.keymap = keymap
        self._report = prepared.report
        self._outline = prepared.outline
        self._notice = self._work = ""
        searcher = Searcher(self._outline)
        self.outline_tree = OutlineTree(prepared, id="tree")
        self.search_box = SearchBox(
            self._run_query, f"按 {keymap.first('search')} 或直接输入中文", id="query"
        )
        self.text_pane = TextPane(prepared, searcher, id="text")
        self.metrics_panel = MetricsPanel(prepared, id="metrics")
        self._title_row, self._search_name = TitleBar(id="title"), TitleBar(id="search-name")
        self._fault_row = TitleBar(id="query-fault")
        self._hint_row, self._too_small = StatusBar(id="hints"), TitleBar(id="too-small")
        self._flow = SearchFlow(
            searcher,
            self.outline_tree,
            self.text_pane,
            self.say,
            keymap.first("search"),
            # A message to oneself is handled at once: only a timer gives the keys that wait their turn.
            partial(self.set_timer, _AFTER_KEYS),
            self._show_search,
        )

    def compose(self) -> ComposeResult:
        """Title, three panes, hints; laid out for the size at once, which Textual does after the first painting."""
        self._set_size_classes()
        yield self._title_row
        with Background(id="body"):
            yield self.outline_tree
            with Background(id="centre"):
                with Background(id="search-row"):
                    yield self._search_name
                    yield self.search_box
                yield self._fault_row
                yield self.text_pane
            yield self.metrics_panel
        yield self._hint_row
        yield self._too_small

    def _set_size_classes(self) -> None:
        width, height = self.app.size
        steps = (width, self.HORIZONTAL_BREAKPOINTS), (height, self.VERTICAL_BREAKPOINTS)
        names = (max(step for step in each if cells >= step[0])[1] for cells, each in steps)
        self.add_class(
            *names, update=False
        )  # its widgets, whom alone they concern, are styled when they are mounted

    def render_lines(self, crop: Region) -> list[Strip]:
        """The ground, all of which the panes cover where there is room for them."""
        return [Strip.blank(crop.width, palette(self.app)["base"])] * crop.height

    def prepare_search(self) -> None:
        """Makes the first key of a search as quick as the others."""
        self._flow.prepare()

    def _run_query(self, words: str) -> None:
        """Searches; called by the box within the keystroke's own message."""
        self._flow.run(words, self.size.height)
        self._show_search()

    def _show_search(self) -> None:
        """Shows what is wrong with the query, or how many hits it has."""
        self._fault_row.display = bool(self._flow.fault)
        self._fault_row.show([(f" {self._flow.fault}", "notice")])
        self._show_title()

    # -- panes -------------------------------------------------------------------------------

    @property
    def _sides_slide(self) -> bool:
        """Whether the tree and the metrics panel slide in over the text."""
        return self.size.width < 110

    def action_focus_pane(self, pane: str) -> None:
        """Goes to a pane; one that is not seen slides in, and one that has the whole screen gives it back."""
        self._unzoom()
        self._open_side(pane)
        self.set_focus(self.query_one(f"#{pane}"))
        self.show_hints()

    def _open_side(self, pane: str | None) -> None:
        """Slides in the tree or the metrics panel where there is no room for them, and slides the other out."""
        body = self.query_one("#body")
        for side in ("tree", "metrics"):
            is_open = side == pane and self._sides_slide
            self.query_one(f"#{side}").set_class(is_open, "open")
            # What a pane covers would still cut wide characters where it ends: the style sheet hides it.
            body.set_class(is_open, f"{side}-open")

    def _show_text(self) -> None:
        self._open_side(None)
        self.set_focus(self.text_pane)

    def action_zoom(self) -> None:
        """Gives the focused pane the whole screen, or gives the others their room back."""
        here = str(self.focused.id) if self.focused is not None else "text"
        if not self._unzoom():
            self.query_one("#body").add_class(f"zoom-{here if here in ('tree', 'metrics') else 'centre'}")

    def _unzoom(self) -> bool:
        """Gives all panes their room back; whether one of them had it all."""
        body = self.query_one("#body")
        zoomed = [name for name in body.classes if name.startswith("zoom-")]
        body.remove_class(*zoomed)
        return bool(zoomed)

    def action_cycle_panes(self, direction: int) -> None:
        """Goes to the next or previous pane."""
        panes = ["tree", "text", "metrics"]
        here = self.focused.id if self.focused is not None and self.focused.id in panes else "text"
        self.action_focus_pane(panes[(panes.index(str(here)) + direction) % len(panes)])

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Other keys work in another pane, and it shows other things: all is drawn together."""
        super().set_focus(widget, scroll_visible, from_app_focus)
        if self.is_mounted:
            self._show_title()
            self.catch_up()

    def catch_up(self) -> None:
        """Show what has changed in other panes, too."""
        self.show_hints()

    def on_resize(self, event: events.Resize) -> None:
        """A third of another height is another number of rows."""
        if not self._sides_slide:
            self._open_side(None)
        self._flow.fit(self.size.height)
        self._show_title()
        self.show_hints()

    # -- rows at the top and the bottom ------------------------------------------------------

    def _show_title(self) -> None:
        front = self._report.front
        about = " · ".join(filter(None, (front.spoken_date, front.speaker.name if front.speaker else "")))
        left = [(self._report.name, "strong"), (f"  {about}", "")]
        self._title_row.show(left, self._flow.summary, "notice")
        name = self._flow.count if self.size.width < 70 and self._flow.count else "2 搜索"
        lit = self.focused in (self.search_box, self.text_pane)
        self._search_name.show([(name, "strong" if lit else "title")], lit=lit)

    def say(self, notice: str) -> None:
        """Tells a person something, in the bottom row, until the next key."""
        self._notice = notice
        self.show_hints()

    def show_work(self, what: str) -> None:
        """Tells what is being done in the background, in the bottom row, until it is told otherwise."""
        self._work = what
        self.show_hints()

    def forget_notice(self) -> None:
        """A key was pressed: what was said before is over."""
        self._notice = ""

    def show_hints(self) -> None:
        """Shows the keys that work now, or what was said last, and where the reading is."""
        place = self.text_pane.place
        node = self._outline.at(place)
        percent = 100 if self.text_pane.at_end else place * 100 // max(1, len(self._report.text))
        pane = self.focused.id if self.focused is not None else "text"
        selecting = self.text_pane.selected is not None
        hints = hints_for(str(pane), self.keymap, bool(self._flow.results.hits), self._sides_slide, selecting)
        name = self._outline.path(node) if place <= node.start else self._outline.own_name(node)
        self._hint_row.show_hints(hints, self._notice or self._work, f"{name} {percent}%")
