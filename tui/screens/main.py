"""The main screen: tree, search pane and metrics panel side by side, wired to one report."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from tui.metrics.lookup import metric_at_or_after, metric_beside
from tui.report.model import Metric, Report
from tui.report.outline import Outline
from tui.report.places import find_span, places_for
from tui.screens.hints import hints_for
from tui.screens.jumps import JumpList
from tui.screens.keys import KEYS
from tui.screens.search_flow import SearchFlow
from tui.search.engine import Searcher
from tui.widgets.hit_list import HitList
from tui.widgets.line_view import LineView
from tui.widgets.metrics_panel import MetricsPanel
from tui.widgets.outline_tree import OutlineTree
from tui.widgets.rows import BarRow, HintRow
from tui.widgets.search_box import SearchBox
from tui.widgets.text_pane import TextPane


class MainScreen(Screen[None]):
    """One report: reading, searching, jumping, weighing."""

    BINDINGS = KEYS

    HORIZONTAL_BREAKPOINTS = [
        (0, "-tiny"),
        (40, "-narrow"),
        (70, "-single"),
        (110, "-normal"),
        (150, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (10, "-tall")]

    def __init__(self, report: Report, at: str | None = None, find: str | None = None) -> None:
        super().__init__()
        self._report = report
        self._outline = Outline(report)
        self._searcher = Searcher(self._outline)
        self._start_at = find_span(self._outline, at)[0] if at is not None else None
        self._start_find = find
        self._came_from = "text"
        self._jumps: JumpList[int] = JumpList()
        self._notice = ""

    def compose(self) -> ComposeResult:
        """Title, three panes, hints."""
        yield BarRow(id="title")
        with Widget(id="body"):
            yield OutlineTree(self._outline, id="tree")
            with Widget(id="centre"):
                with Widget(id="search-row"):
                    yield BarRow(id="search-name")
                    yield SearchBox(self._run_query, id="query")
                yield HitList(self._outline, self._searcher, id="hits")
                yield TextPane(self._outline, id="text")
            yield MetricsPanel(self._outline, id="metrics")
        yield HintRow(id="hints")
        yield BarRow(id="too-small")

    def on_mount(self) -> None:
        """Finds the panes once, and shows the place asked for."""
        self.outline_tree = self.query_one("#tree", OutlineTree)
        self.search_box = self.query_one("#query", SearchBox)
        self.hit_list = self.query_one("#hits", HitList)
        self.text_pane = self.query_one("#text", TextPane)
        self.metrics_panel = self.query_one("#metrics", MetricsPanel)
        self.hint_row = self.query_one("#hints", HintRow)
        self.title_row = self.query_one("#title", BarRow)
        self.search_name = self.query_one("#search-name", BarRow)
        self._flow = SearchFlow(self._searcher, self.outline_tree, self.hit_list, self.text_pane, self._say)
        self.query_one("#too-small", BarRow).show([("终端太小，至少 40×10", "strong")], "")
        self.set_focus(self.text_pane)
        self._show_title()
        self._follow(0)
        self.call_after_refresh(self._open_start)

    def _open_start(self) -> None:
        if self._start_at is not None:
            self.text_pane.go_to(self._start_at)
        if self._start_find:
            self.start_search(self._start_find)
            self.action_stay()

    # -- reading -----------------------------------------------------------------------------

    @on(TextPane.PlaceShown)
    def _place_shown(self, event: TextPane.PlaceShown) -> None:
        self._follow(event.offset)

    def _follow(self, offset: int) -> None:
        self.outline_tree.follow(offset)
        self.metrics_panel.follow(offset)
        self._show_hints()

    def _jump(self, offset: int) -> None:
        """Goes to an offset, remembering the place left."""
        self._jumps.leave(self.text_pane.place)
        self._say("")
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
            self._say("已是最后一节" if direction > 0 else "已是开头")
        else:
            self._jump(node.start)

    def action_back(self) -> None:
        """Goes back to the place left last."""
        self._travel(self._jumps.back(self.text_pane.place), "没有可退回之处")

    def action_forward(self) -> None:
        """Goes forward again."""
        self._travel(self._jumps.forward(self.text_pane.place), "没有可前进之处")

    def _travel(self, offset: int | None, nothing: str) -> None:
        self._say(nothing if offset is None else "")
        if offset is not None:
            self.text_pane.go_to(offset)

    def action_go_to_place(self) -> None:
        """Asks where to go."""
        from tui.screens.sheets import GoToScreen  # not needed for the first screen

        def arrive(offset: int | None) -> None:
            if offset is not None:
                self._jump(offset)
                self._show_text()

        self.app.push_screen(GoToScreen(lambda words: places_for(self._outline, words)), arrive)

    # -- searching ---------------------------------------------------------------------------

    def start_search(self, words: str | None = None) -> None:
        """Goes to the search box; with words, searches for them anew."""
        if not self.search_box.has_focus:
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

    def _run_query(self, words: str) -> None:
        self._flow.run(words, self.size.height)
        self._show_title()

    def action_step_hit(self, direction: int) -> None:
        """Goes to the next or previous hit, round the end."""
        self._flow.step(direction)
        self._show_title()

    def _show_hit(self, index: int) -> None:
        self._flow.show(index)
        self._show_title()

    @on(HitList.CursorMoved)
    def _hit_cursor_moved(self, event: HitList.CursorMoved) -> None:
        self._show_hit(event.row)

    @on(LineView.RowChosen, "#hits")
    def _hit_chosen(self, event: LineView.RowChosen) -> None:
        self._show_hit(event.row)
        self.set_focus(self.text_pane)

    def action_stay(self) -> None:
        """Stays at the current hit; the place left can be gone back to."""
        left = self._flow.stay()
        if left is not None:
            self._jumps.leave(left)
        self.set_focus(self.text_pane)
        self._show_hints()

    def action_leave_search(self) -> None:
        """Goes back to where the search began."""
        self.search_box.value = ""
        self._flow.leave()
        self.action_focus_pane(self._came_from if self._came_from in ("tree", "metrics") else "text")

    def action_toggle_hits(self) -> None:
        """Hides the hit list, or shows it again."""
        self._flow.toggle_list(self.size.height)

    # -- taking away -------------------------------------------------------------------------

    def action_select(self) -> None:
        """Selects the sentence being read; with a selection, drops it."""
        self._show_text()
        if self.text_pane.selected is None:
            self.text_pane.start_selecting()
            self._say("↓ ↑ 增减一句  → ← 增减一字  y 复制  Y 复制并注明出处  Esc 取消")
        else:
            self.text_pane.select(None)
            self._say("")

    def action_copy(self, cite: bool = False) -> None:
        """Copies what is selected, or the sentence being read; with where it stands, if asked for."""
        from tui.screens.taking import take  # not needed for the first screen

        self._say(take(self._outline, self.text_pane, cite, self.app.copy_to_clipboard))
        self.text_pane.select(None)

    # -- figures -----------------------------------------------------------------------------

    def action_step_figure(self, direction: int) -> None:
        """Goes to the next or previous figure."""
        metric = metric_beside(self._report.metrics, self.text_pane.place, direction)
        if metric is not None:
            self._show_metric(metric)
        else:
            self._say("后面没有指标了" if direction > 0 else "前面没有指标了")

    def _show_metric(self, metric: Metric) -> None:
        self._say("")
        self.text_pane.light((metric.start, metric.end))
        self.text_pane.show_offset(metric.start)
        self.metrics_panel.point_at(metric)

    @on(MetricsPanel.OpenMetric)
    def _open_metric(self, event: MetricsPanel.OpenMetric) -> None:
        self._jumps.leave(self.text_pane.place)
        self._show_metric(event.metric)
        self._show_text()

    @on(TextPane.FigureAsked)
    def _figure_asked(self, event: TextPane.FigureAsked) -> None:
        metric = metric_at_or_after(self._report.metrics, event.offset)
        if metric is not None:
            self._show_metric(metric)
            self.action_focus_pane("metrics")

    # -- panes -------------------------------------------------------------------------------

    @property
    def _sides_slide(self) -> bool:
        """Whether the tree and the metrics panel slide in over the text."""
        return self.size.width < 110

    def action_focus_pane(self, pane: str) -> None:
        """Goes to a pane; one that is not seen slides in."""
        self._open_side(pane)
        self.set_focus(self.query_one(f"#{pane}"))
        self._show_hints()

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

    def action_cycle_panes(self, direction: int) -> None:
        """Goes to the next or previous pane."""
        panes = ["tree", "text", "metrics"]
        here = self.focused.id if self.focused is not None and self.focused.id in panes else "text"
        self.action_focus_pane(panes[(panes.index(str(here)) + direction) % len(panes)])

    def action_escape(self) -> None:
        """Slides a pane out; else clears the search. Never leaves."""
        if self.focused is not self.text_pane:
            self.action_focus_pane("text")
        elif self.text_pane.selected is not None:
            self.text_pane.select(None)
            self._say("")
        elif self.search_box.value:
            self._flow.forget()
            self.search_box.value = ""
        else:
            self._say("按 q 退出")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Other keys work in another pane."""
        self._show_title()
        self._show_hints()

    def on_resize(self, event: events.Resize) -> None:
        """A third of another height is another number of rows."""
        if not self._sides_slide:
            self._open_side(None)
        self._flow.fit(self.size.height)
        self._show_title()
        self._show_hints()

    def action_help(self) -> None:
        """Shows the keys, those of the focused pane first."""
        from tui.screens.help import help_rows  # not needed for the first screen
        from tui.screens.sheets import HelpScreen

        pane: Widget = self.focused or self.text_pane
        self.app.push_screen(HelpScreen(help_rows(pane, type(self))))

    # -- rows at the top and the bottom ------------------------------------------------------

    def _show_title(self) -> None:
        front = self._report.front
        about = " · ".join(filter(None, (front.spoken_date, front.speaker.name if front.speaker else "")))
        left = [(self._report.name, "strong"), (f"  {about}", "")]
        self.title_row.show(left, self._flow.summary, "notice")
        name = self._flow.count if self.size.width < 70 and self._flow.count else "2 搜索"
        lit = self.focused in (self.search_box, self.hit_list, self.text_pane)
        self.search_name.show([(name, "strong" if lit else "title")], lit=lit)

    def _say(self, notice: str) -> None:
        """Puts a notice in the bottom row until the next action."""
        self._notice = notice
        self._show_hints()

    def _show_hints(self) -> None:
        place = self.text_pane.place
        node = self._outline.at(place)
        percent = 100 if self.text_pane.at_end else place * 100 // max(1, len(self._report.text))
        pane = self.focused.id if self.focused is not None else "text"
        hints = hints_for(str(pane), bool(self._flow.found.hits), self._sides_slide)
        name = self._outline.path(node) if place <= node.start else self._outline.own_name(node)
        self.hint_row.show_hints(hints, self._notice, f"{name} {percent}%")
