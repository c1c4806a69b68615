"""What can be done, by pane: the one list that bindings, help, palette, hints and the README are made from.

With a Chinese input method on, letters never reach the program: every command has a key that is no letter.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Command(NamedTuple):
    """Something a key does.

    Attributes:
        id: What it is called in the file of a person's own keys.
        keys: The keys, as they are shown, the one to be hinted at first; none where only the palette offers it.
        action: The action of the screen or pane.
        label: What it does, in a few words.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    label: str


class Pane(NamedTuple):
    """Commands that work in one place.

    Attributes:
        name: The place, as the help has it.
        commands: What can be done there.
    """

    name: str
    commands: tuple[Command, ...]


def _pane(name: str, *commands: tuple[str, str, str, str]) -> Pane:
    return Pane(
        name, tuple(Command(id, tuple(keys.split()), action, label) for id, keys, action, label in commands)
    )


#: Commands by the pane they work in. Several panes may have one of the same id: it has the same keys in all.
PANES = {
    "everywhere": _pane(
        "各处",
        ("search", "/ F4 Ctrl+F", "search", "搜索"),
        ("next_hit", "n F3", "step_hit(1)", "下一处命中"),
        ("previous_hit", "N Shift+F3", "step_hit(-1)", "上一处命中"),
        ("next_section", "]", "step_node(1, 'section')", "下一节"),
        ("previous_section", "[", "step_node(-1, 'section')", "上一节"),
        ("next_chapter", "}", "step_node(1, 'chapter')", "下一章"),
        ("previous_chapter", "{", "step_node(-1, 'chapter')", "上一章"),
        ("go_to", ": Ctrl+G", "go_to", "跳转"),
        ("back", "H Alt+← 退格", "back", "退回"),
        ("forward", "L Alt+→", "forward", "前进"),
        ("next_figure", ".", "step_metric(1)", "下一个指标"),
        ("previous_figure", ",", "step_metric(-1)", "上一个指标"),
        ("tree", "1", "focus_pane('tree')", "目录"),
        ("text", "2", "focus_pane('text')", "正文"),
        ("metrics", "3", "focus_pane('metrics')", "指标"),
        ("next_pane", "Tab", "cycle_panes(1)", "下一栏"),
        ("previous_pane", "Shift+Tab", "cycle_panes(-1)", "上一栏"),
        ("select", "v F7", "select", "选取（选到此句）"),
        ("copy", "y Ctrl+C", "copy", "复制所选或本句"),
        ("cite", "Y Ctrl+Y", "copy(True)", "复制并注明出处"),
        ("mark", "m F5", "set_bookmark", "标记此处（再按字母或数字）"),
        ("go_to_mark", "'", "go_to_bookmark", "去标记处（再按字母或数字）"),
        ("marks", "F2", "list_bookmarks", "列出标记"),
        ("wider", "+", "measure(4)", "行宽些"),
        ("narrower", "-", "measure(-4)", "行窄些"),
        ("usual_width", "=", "measure(0)", "行宽如常"),
        ("full_marks", "w F6", "toggle_full_width", "标点全角或原样"),
        ("zoom", "F11", "zoom", "当前栏独占屏幕，再按复原"),
        ("hits", "z F8", "toggle_hits", "收起或展开命中列表"),
        ("escape", "Esc", "escape", "收起侧栏，停止打开，清除搜索"),
        ("open", "o Ctrl+O", "open_report", "打开别的报告"),
        ("reload", "r Ctrl+R", "app.reload", "重新读入（文件改动之后）"),
        ("export_metrics", "", "export('metrics')", "导出指标（CSV）"),
        ("export_comparisons", "", "export('compare')", "导出对照（CSV）"),
        ("theme", "T F10", "app.next_theme", "换主题"),
        ("palette", "Ctrl+P", "palette", "命令面板"),
        ("help", "? F1", "help", "帮助"),
        ("quit", "q Ctrl+Q", "app.quit", "退出"),
    ),
    "text": _pane(
        "正文",
        ("down", "↓ j", "scroll(1)", "下一行"),
        ("up", "↑ k", "scroll(-1)", "上一行"),
        ("half_page_down", "d Ctrl+D", "scroll_pages(0.5)", "下半页"),
        ("half_page_up", "u Ctrl+U", "scroll_pages(-0.5)", "上半页"),
        ("page_down", "空格 PgDn f", "scroll_pages(1)", "下一页"),
        ("page_up", "PgUp b", "scroll_pages(-1)", "上一页"),
        ("top", "g Home", "scroll_to_end(-1)", "到开头"),
        ("end", "G End", "scroll_to_end(1)", "到末尾"),
        ("right", "→ l", "extend(1)", "选区多一字"),
        ("left", "← h", "extend(-1)", "选区少一字"),
        ("choose", "Enter", "choose", "看此处的指标"),
    ),
    "query": _pane(
        "搜索框",
        ("query_next_hit", "↓", "screen.step_hit(1)", "下一处"),
        ("query_previous_hit", "↑", "screen.step_hit(-1)", "上一处"),
        ("earlier_query", "Ctrl+↑", "screen.recall(-1)", "更早的搜索"),
        ("later_query", "Ctrl+↓", "screen.recall(1)", "更晚的搜索"),
        ("stay", "Enter", "screen.stay", "停在此处"),
        ("leave_search", "Esc", "screen.leave_search", "回到原处"),
    ),
    "lists": _pane(
        "目录、指标两栏",
        ("down", "↓ j", "move(1)", "下一行"),
        ("up", "↑ k", "move(-1)", "上一行"),
        ("half_page_down", "d Ctrl+D", "move_page(0.5)", "下半页"),
        ("half_page_up", "u Ctrl+U", "move_page(-0.5)", "上半页"),
        ("page_down", "空格 PgDn f", "move_page(1)", "下一页"),
        ("page_up", "PgUp b", "move_page(-1)", "上一页"),
        ("top", "g Home", "move_to_end(-1)", "到开头"),
        ("end", "G End", "move_to_end(1)", "到末尾"),
        ("choose", "Enter", "choose", "打开"),
    ),
    "tree": _pane(
        "目录",
        ("right", "→ l", "unfold", "展开"),
        ("left", "← h", "fold", "折叠，再按到上级"),
        ("choose", "Enter", "choose", "去读"),
    ),
    "metrics": _pane(
        "指标",
        ("choose", "Enter", "choose", "看原句；对照中再按看另一句"),
        ("right", "→ l", "step_tab(1)", "下一页签：对照、本节、全部"),
        ("left", "← h", "step_tab(-1)", "上一页签"),
        ("filter", "c F9", "screen.filter_metrics", "筛选"),
        ("sort", "s F12", "screen.next_order", "换排序"),
        ("details", "i ;", "screen.details", "详情"),
    ),
    "filter": _pane(
        "筛选框",
        ("filter_done", "Enter", "screen.end_filter(True)", "停在此处"),
        ("filter_clear", "Esc", "screen.end_filter(False)", "显示全部"),
        ("filter_down", "↓", "screen.move_metric(1)", "下一个"),
        ("filter_up", "↑", "screen.move_metric(-1)", "上一个"),
    ),
}
#: The panes whose commands work in the pane of an id, its own first.
AT_WORK = {
    "text": ("text",),
    "query": ("query",),
    "filter": ("filter",),
    "tree": ("tree", "lists"),
    "metrics": ("metrics", "lists"),
}
EVERYWHERE = "everywhere"


class Keymap:
    """Which keys commands have: a person's own, or those they come with."""

    def __init__(self, own: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self.own = own or {}
        self._commands = {command.id: command for pane in PANES.values() for command in pane.commands}

    def keys(self, command: Command) -> tuple[str, ...]:
        """The keys of a command, as they are shown."""
        return self.own.get(command.id, command.keys)

    def first(self, *ids: str) -> str:
        """The first key of each command, as the bottom row shows them."""
        return " ".join(key for name in ids for key in self.keys(self._commands[name])[:1])

    def rows(self, pane: str) -> list[tuple[str, str]]:
        """The commands of a pane: keys, and what they do."""
        return [
            (" ".join(keys), command.label)
            for command in PANES[pane].commands
            if (keys := self.keys(command))
        ]
