"""The main screen: tree, search pane and metrics panel side by side, wired to one report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

from tui.report.errors import UsageError
from tui.report.model import Metric, Node, Report
from tui.report.outline import Outline
from tui.report.places import find_span, matching_nodes
from tui.screens.hints import hints_for
from tui.screens.jumps import JumpList
from tui.search.engine import NOTHING, Found, Searcher
from tui.widgets.hit_list import HitList
from tui.widgets.line_view import LineView
from tui.widgets.metrics_panel import MetricsPanel
from tui.widgets.outline_tree import OutlineTree
from tui.widgets.rows import BarRow, HintRow
from tui.widgets.search_box import SearchBox
from tui.widgets.text_pane import TextPane

MAX_CANDIDATES = 200


class MainScreen(Screen[None]):
    """One report: reading, searching, jumping, weighing."""

    BINDINGS = [
        Binding("slash,ctrl+f,f4", "search", "搜索", key_display="/ F4 Ctrl+F"),
        Binding("n,f3", "step_hit(1)", "下一处命中", key_display="n F3"),
        Binding("N,shift+f3", "step_hit(-1)", "上一处命中", key_display="N Shift+F3"),
        Binding("right_square_bracket", "step_node(1, 'section')", "下一节", key_display="]"),
        Binding("left_square_bracket", "step_node(-1, 'section')", "上一节", key_display="["),
        Binding("right_curly_bracket", "step_node(1, 'chapter')", "下一章", key_display="}"),
        Binding("left_curly_bracket", "step_node(-1, 'chapter')", "上一章", key_display="{"),
        Binding("colon,ctrl+g", "go_to_place", "跳转", key_display=": Ctrl+G"),
        Binding("H,alt+left,backspace", "back", "退回", key_display="H Alt+← 退格"),
        Binding("L,alt+right", "forward", "前进", key_display="L Alt+→"),
        Binding("full_stop", "step_figure(1)", "下一个指标", key_display="."),
        Binding("comma", "step_figure(-1)", "上一个指标", key_display=","),
        Binding("1", "focus_pane('tree')", "目录", key_display="1"),
        Binding("2", "focus_pane('text')", "正文", key_display="2"),
        Binding("3", "focus_pane('metrics')", "指标", key_display="3"),
        Binding("tab", "cycle_panes(1)", "下一栏", key_display="Tab"),
        Binding("shift+tab", "cycle_panes(-1)", "上一栏", key_display="Shift+Tab"),
        Binding("z", "toggle_hits", "收起或展开命中列表", key_display="z"),
        Binding("escape", "escape", "收起侧栏，清除搜索", key_display="Esc"),
        Binding("T,f10", "app.next_theme", "换主题", key_display="T F10"),
        Binding("question_mark,f1", "help", "帮助", key_display="? F1"),
        Binding("q,ctrl+q", "app.quit", "退出", key_display="q Ctrl+Q"),
    ]

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
        self._metric_starts = [metric.start for metric in report.metrics]
        self._start_at = find_span(self._outline, at)[0] if at is not None else None
        self._start_find = find
        self._found: Found = NOTHING
        self._current: int | None = None
        self._origin: tuple[int, int | None] | None = None
        self._origin_pane = "text"
        self._hits_hidden = False
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

        self.app.push_screen(GoToScreen(self._places), arrive)

    def _places(self, words: str) -> list[tuple[str, str, int]]:
        """The places a person may mean: id, label and offset of each."""
        nodes: Sequence[Node] = (
            matching_nodes(self._outline, words)
            if words.strip()
            else [node for node in self._outline.nodes if node.level in ("chapter", "section")]
        )
        places = [(node.id, self._outline.label(node), node.start) for node in nodes[:MAX_CANDIDATES]]
        if words.strip() and not places:
            try:
                start = find_span(self._outline, words)[0]
            except UsageError:
                return []
            places = [(words.strip()[:8], self._outline.path(self._outline.at(start)), start)]
        return places

    # -- searching ---------------------------------------------------------------------------

    def start_search(self, words: str | None = None) -> None:
        """Goes to the search box; with words, searches for them anew."""
        if not self.search_box.has_focus:
            self._origin = self.text_pane.position
            self._origin_pane = self.focused.id if self.focused is not None and self.focused.id else "text"
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
        self._found = self._searcher.search(words)
        hits = self._found.hits
        self._current = None
        if hits:
            first = self._found.index_from(self._origin_offset())
            self._current = first if first < len(hits) else 0
        searching = bool(self._found.query.terms)
        self.outline_tree.show_counts(self._searcher.counts(self._found) if searching else None)
        self.hit_list.show_hits(self._found, self._current)
        self.text_pane.mark_hits(self._found, self._current)
        self._size_hits()
        self._say("没有命中" if searching and not hits else "")
        if self._current is not None:
            self.text_pane.show_offset(hits[self._current].start)
        elif self._origin is not None and self.search_box.has_focus:
            self.text_pane.restore(self._origin)
        self._show_title()

    def _origin_offset(self) -> int:
        if self._origin is None:
            return self.text_pane.place
        anchor, focus_offset = self._origin
        return anchor if focus_offset is None else focus_offset

    def _size_hits(self) -> None:
        """Gives the hit list the rows it needs, at most a third of the height."""
        rows = 0 if self._hits_hidden else min(len(self._found.hits), max(1, (self.size.height - 3) // 3))
        if self.hit_list.styles.height is None or self.hit_list.styles.height.value != rows:
            self.hit_list.styles.height = rows
            self.hit_list.styles.display = "block" if rows else "none"

    def action_step_hit(self, direction: int) -> None:
        """Goes to the next or previous hit, round the end."""
        hits = self._found.hits
        if not hits:
            self._say("没有命中" if self._found.query.terms else "按 / 或直接输入中文开始搜索")
            return
        current = self._next_hit(direction)
        wrapped = not 0 <= current < len(hits)
        self._say(("已过末处，回到第一处" if direction > 0 else "已过首处，到最后一处") if wrapped else "")
        self._show_hit(current % len(hits))

    def _next_hit(self, direction: int) -> int:
        """The hit after the current one; or, where a person has read on, the one after the place."""
        hits, place = self._found.hits, self.text_pane.place
        if self._current is not None and hits[self._current].start == place:
            return self._current + direction
        first = self._found.index_from(place)
        return first if direction > 0 else first - 1

    def _show_hit(self, index: int) -> None:
        self._current = index
        self.text_pane.light(None)
        self.hit_list.show_hits(self._found, index)
        self.text_pane.mark_hits(self._found, index)
        self.text_pane.show_offset(self._found.hits[index].start)
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
        if self._origin is not None and self._found.hits:
            self._jumps.leave(self._origin_offset())
        self._origin = None
        self.set_focus(self.text_pane)
        self._show_hints()

    def action_leave_search(self) -> None:
        """Goes back to where the search began."""
        origin, self._origin = self._origin, None
        self.search_box.value = ""
        if origin is not None:
            self.text_pane.restore(origin)
        self.action_focus_pane(self._origin_pane if self._origin_pane in ("tree", "metrics") else "text")

    def action_toggle_hits(self) -> None:
        """Hides the hit list, or shows it again."""
        self._hits_hidden = not self._hits_hidden
        self._size_hits()

    # -- figures -----------------------------------------------------------------------------

    def action_step_figure(self, direction: int) -> None:
        """Goes to the next or previous figure."""
        place = self.text_pane.place
        index = (
            bisect_right(self._metric_starts, place)
            if direction > 0
            else bisect_left(self._metric_starts, place) - 1
        )
        if 0 <= index < len(self._metric_starts):
            self._show_metric(self._report.metrics[index])
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
        metrics = self._report.metrics
        index = bisect_right(self._metric_starts, event.offset) - 1
        if index < 0 or metrics[index].end <= event.offset:
            index += 1
        if index < len(metrics):
            self._show_metric(metrics[index])
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
        elif self.search_box.value:
            self._origin = None
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
        self._size_hits()
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
        about = " · ".join(
            filter(None, (_chinese_date(front.date), front.speaker.name if front.speaker else ""))
        )
        left = [(self._report.name, "strong"), (f"  {about}", "")]
        found = self._found
        right = ""
        if found.query.terms:
            right = (
                f"命中 {(self._current or 0) + 1}/{len(found.hits)} · {found.paragraphs} 段"
                if found.hits
                else "没有命中"
            )
        self.title_row.show(left, right, "notice")
        name = "2 搜索"
        if self.size.width < 70 and found.hits:
            name = f"{(self._current or 0) + 1}/{len(found.hits)}"
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
        hints = hints_for(str(pane), bool(self._found.hits), self._sides_slide)
        name = self._outline.path(node) if place <= node.start else self._outline.own_name(node)
        self.hint_row.show_hints(hints, self._notice, f"{name} {percent}%")


def _chinese_date(date: str) -> str:
    """``2024-01-22`` as it is said: 2024年1月22日."""
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    return f"{year}年{int(month)}月{int(day)}日" if day else date
