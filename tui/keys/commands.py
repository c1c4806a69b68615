"""The table of commands: bindings, help, palette, hints and the README's key table are made from it.

With a Chinese input method on, letters never reach the program: every command that has keys has one that is no letter.
"""

from typing import NamedTuple

from tui.messages.commands import BACKSPACE, LABELS, SPACE
from tui.messages.commands import PANES as PANE_NAMES


class Command(NamedTuple):
    """Something a key does.

    Attributes:
        id: Its name in ``config.toml``.
        keys: The keys as they are shown, the one to be hinted at first; empty if only the palette offers it.
        action: The action of the screen or pane.
        label: What it does, in a few words.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    label: str


class Pane(NamedTuple):
    """The commands of one pane.

    Attributes:
        name: Its name in the help.
        commands: What can be done there.
    """

    name: str
    commands: tuple[Command, ...]


#: Id, keys and action of commands.
_Rows = tuple[tuple[str, str, str], ...]
#: Back, forward and up.
_TRAVELLING: _Rows = (
    ("back", f"H Alt+← {BACKSPACE} Ctrl+O", "back"),
    ("forward", "L Alt+→ Ctrl+I", "forward"),
    ("up_level", "0 Alt+↑", "up_level"),
    ("go_to_mark", "'", "go_to_bookmark"),
)
#: The tables across reports.
_VIEWS: _Rows = (
    ("promises", "4", "open_view('promises')"),
    ("series", "5", "open_view('series')"),
    ("ranking", "6", "open_view('ranking')"),
    ("tasks", "7", "open_view('tasks')"),
    ("alignment", "8", "open_view('alignment')"),
    ("counterparts", "| Shift+F8", "open_view('counterparts')"),
    ("related", "~ Shift+F7", "open_view('related')"),
    ("concordance", "9", "open_view('concordance')"),
)
#: What moves the cursor of a list.
_MOVING: _Rows = (
    ("down", "↓ j", "move(1)"),
    ("up", "↑ k", "move(-1)"),
    ("half_page_down", "d Ctrl+D", "move_page(0.5)"),
    ("half_page_up", "u Ctrl+U", "move_page(-0.5)"),
    ("page_down", f"{SPACE} PgDn f", "move_page(1)"),
    ("page_up", "PgUp b", "move_page(-1)"),
    ("top", "g Home", "move_to_end(-1)"),
    ("end", "G End", "move_to_end(1)"),
)
#: Id, keys and action of each command, by the pane it works in. Where several panes have a command of the same id, it
#: has the same keys in all.
_COMMANDS: dict[str, _Rows] = {
    "everywhere": (
        ("search", "/ F4 Ctrl+F", "search"),
        ("next_hit", "n F3", "step_hit(1)"),
        ("previous_hit", "N Shift+F3", "step_hit(-1)"),
        ("search_word", "*", "search_word(1)"),
        ("search_word_before", "#", "search_word(-1)"),
        ("next_section", "]", "step_node(1, 'section')"),
        ("previous_section", "[", "step_node(-1, 'section')"),
        ("next_chapter", "}", "step_node(1, 'chapter')"),
        ("previous_chapter", "{", "step_node(-1, 'chapter')"),
        ("go_to", ": Ctrl+G", "go_to"),
        *_TRAVELLING,
        *_VIEWS,
        ("next_figure", ".", "step_metric(1)"),
        ("previous_figure", ",", "step_metric(-1)"),
        ("filter", "c F9", "filter_metrics"),
        ("sort", "s F12", "next_order"),
        ("reverse", "S Shift+F12", "reverse_order"),
        ("details", "i ;", "details"),
        ("tree", "1", "focus_pane('tree')"),
        ("text", "2", "focus_pane('text')"),
        ("metrics", "3", "focus_pane('metrics')"),
        ("next_pane", "Tab", "cycle_panes(1)"),
        ("previous_pane", "Shift+Tab", "cycle_panes(-1)"),
        ("select", "v F7", "select"),
        ("copy", "y Ctrl+C", "copy"),
        ("cite", "Y Ctrl+Y", "copy(True)"),
        ("mark", "m F5", "set_bookmark"),
        ("marks", "F2", "list_bookmarks"),
        ("note", "a Shift+F5", "add_note"),
        ("highlight", "A Shift+F9", "highlight"),
        ("notes", "M Shift+F2", "open_view('notes')"),
        ("doubts", "!", "list_doubts"),
        ("wider", "+", "measure(4)"),
        ("narrower", "-", "measure(-4)"),
        ("usual_width", "=", "measure(0)"),
        ("full_marks", "w F6", "toggle_full_width"),
        ("zoom", "F11", "zoom"),
        ("hits", "z F8", "toggle_hits"),
        ("escape", "Esc", "escape"),
        ("open", "o Shift+F4", "open_report"),
        ("reload", "r Ctrl+R", "app.reload"),
        ("export", "E Ctrl+E", "ask_export"),
        ("export_metrics", "", "export('metrics')"),
        ("export_comparisons", "", "export('comparisons')"),
        ("screenshot", "", "app.screenshot"),
        ("theme", "T F10", "app.next_theme"),
        ("themes", "Ctrl+T", "app.choose_theme"),
        ("change_colours", "C Shift+F10", "app.next_change_colours"),
        ("citation_style", "", "app.next_citation_style"),
        ("palette", "Ctrl+P", "palette"),
        ("help", "? F1", "help"),
        ("quit", "q Ctrl+Q", "app.quit"),
    ),
    "text": (
        ("down", "↓ j", "scroll(1)"),
        ("up", "↑ k", "scroll(-1)"),
        ("half_page_down", "d Ctrl+D", "scroll_pages(0.5)"),
        ("half_page_up", "u Ctrl+U", "scroll_pages(-0.5)"),
        ("page_down", f"{SPACE} PgDn f", "scroll_pages(1)"),
        ("page_up", "PgUp b", "scroll_pages(-1)"),
        ("top", "g Home", "scroll_to_end(-1)"),
        ("end", "G End", "scroll_to_end(1)"),
        ("right", "→ l", "screen.extend(1)"),
        ("left", "← h", "screen.extend(-1)"),
        ("choose", "Enter", "choose"),
    ),
    "query": (
        ("query_next_hit", "↓", "screen.step_hit(1)"),
        ("query_previous_hit", "↑", "screen.step_hit(-1)"),
        ("earlier_query", "Ctrl+↑", "screen.recall(-1)"),
        ("later_query", "Ctrl+↓", "screen.recall(1)"),
        ("stay", "Enter", "screen.stay"),
        ("leave_search", "Esc", "screen.leave_search"),
    ),
    "lists": (
        *_MOVING,
        ("choose", "Enter", "choose"),
    ),
    "tree": (
        ("right", "→ l", "unfold"),
        ("left", "← h", "fold"),
        ("choose", "Enter", "choose"),
    ),
    "metrics": (
        ("choose", "Enter", "choose"),
        ("right", "→ l", "step_tab(1)"),
        ("left", "← h", "step_tab(-1)"),
    ),
    "library": (
        ("search", "/ F4 Ctrl+F", "search"),
        ("next_hit", "n F3", "step_hit(1)"),
        ("previous_hit", "N Shift+F3", "step_hit(-1)"),
        ("next_section", "]", "step_report(1)"),
        ("previous_section", "[", "step_report(-1)"),
        ("go_to", ": Ctrl+G", "go_to"),
        *_TRAVELLING,
        *_VIEWS,
        ("notes", "M Shift+F2", "open_view('notes')"),
        ("tree", "1", "focus_pane('place-tree')"),
        ("text", "2", "focus_pane('reports')"),
        ("metrics", "3", "focus_pane('summary')"),
        ("next_pane", "Tab", "cycle_panes(1)"),
        ("previous_pane", "Shift+Tab", "cycle_panes(-1)"),
        ("filter", "c F9", "filter_places"),
        ("sort", "s F12", "next_order"),
        ("hits", "z F8", "toggle_hits"),
        ("zoom", "F11", "zoom"),
        ("escape", "Esc", "escape"),
        ("open", "o Shift+F4", "open_report"),
        ("reload", "r Ctrl+R", "reload"),
        ("export", "E Ctrl+E", "ask_export"),
        ("screenshot", "", "app.screenshot"),
        ("theme", "T F10", "app.next_theme"),
        ("themes", "Ctrl+T", "app.choose_theme"),
        ("palette", "Ctrl+P", "palette"),
        ("help", "? F1", "help"),
        ("quit", "q Ctrl+Q", "app.quit"),
    ),
    "place-tree": (
        ("right", "→ l", "unfold"),
        ("left", "← h", "fold"),
        ("choose", "Enter", "choose"),
    ),
    "reports": (
        ("right", "→ l", "screen.unfold_report"),
        ("choose", "Enter", "choose"),
    ),
    "summary": (
        ("right", "→ l", "step_tab(1)"),
        ("left", "← h", "step_tab(-1)"),
        ("choose", "Enter", "choose"),
    ),
    "view": (
        *_TRAVELLING,
        *_VIEWS,
        ("go_to", ": Ctrl+G", "go_to"),
        ("notes", "M Shift+F2", "open_view('notes')"),
        ("next_pane", "Tab", "step_passage(1)"),
        ("previous_pane", "Shift+Tab", "step_passage(-1)"),
        ("next_figure", ".", "scroll_passages(1)"),
        ("previous_figure", ",", "scroll_passages(-1)"),
        ("zoom", "F11", "zoom"),
        ("copy", "y Ctrl+C", "copy"),
        ("cite", "Y Ctrl+Y", "copy(True)"),
        ("escape", "Esc", "escape"),
        ("open", "o Shift+F4", "open_report"),
        ("reload", "r Ctrl+R", "reload"),
        ("export", "E Ctrl+E", "ask_export"),
        ("screenshot", "", "app.screenshot"),
        ("theme", "T F10", "app.next_theme"),
        ("themes", "Ctrl+T", "app.choose_theme"),
        ("change_colours", "C Shift+F10", "app.next_change_colours"),
        ("citation_style", "", "app.next_citation_style"),
        ("palette", "Ctrl+P", "palette"),
        ("help", "? F1", "help"),
        ("quit", "q Ctrl+Q", "app.quit"),
    ),
    "table": (
        ("choose", "Enter", "choose"),
        ("right", "→ l", "screen.step_facet(1)"),
        ("left", "← h", "screen.step_facet(-1)"),
        ("sort", "s F12", "screen.next_order"),
        ("reverse", "S Shift+F12", "screen.reverse_order"),
        ("filter", "c F9", "screen.start_filter"),
        ("search", "/ F4 Ctrl+F", "screen.start_filter"),
    ),
    "promises": (
        ("own_verdict", "=", "screen.ask_verdict"),
        ("first_candidate", "1", "screen.choose_candidate(1)"),
        ("second_candidate", "2", "screen.choose_candidate(2)"),
        ("third_candidate", "3", "screen.choose_candidate(3)"),
        ("earlier_years", "< {", "screen.step_years(-1)"),
        ("later_years", "> }", "screen.step_years(1)"),
    ),
    "series": (
        ("choose", "Enter", "choose"),
        ("right", "→ l", "step_year(1)"),
        ("left", "← h", "step_year(-1)"),
        ("down", "↓ j", "move(1)"),
        ("up", "↑ k", "move(-1)"),
        ("top", "g Home", "move_to_end(-1)"),
        ("end", "G End", "move_to_end(1)"),
        ("indicator", "c F9", "screen.ask_indicator"),
        ("next_measure", "m ;", "screen.next_measure"),
        ("add_place", "p F8", "screen.ask_place"),
        ("table_only", "t F6", "toggle_table"),
        ("sort", "s F12", "screen.next_order"),
        ("reverse", "S Shift+F12", "screen.reverse_order"),
    ),
    "ranking": (
        ("choose", "Enter", "choose"),
        ("next_kind", "→", "screen.step_facet(1)"),
        ("previous_kind", "←", "screen.step_facet(-1)"),
        ("indicator", "c F9", "screen.ask_indicator"),
        ("next_measure", "m ;", "screen.next_measure"),
        ("level", "l F7", "screen.next_level"),
        ("sort", "s F12", "screen.next_order"),
        ("reverse", "S Shift+F12", "screen.reverse_order"),
        ("search", "/ F4 Ctrl+F", "screen.start_filter"),
        ("earlier_years", "< {", "screen.step_years(-1)"),
        ("later_years", "> }", "screen.step_years(1)"),
    ),
    "alignment": (
        ("search", "/ F4 Ctrl+F", "screen.start_search"),
        ("next_hit", "n F3", "screen.step_hit(1)"),
        ("previous_hit", "N Shift+F3", "screen.step_hit(-1)"),
        ("terms", "1", "screen.show_terms"),
        ("sentences", "2", "screen.show_sentences"),
        ("next_kind", "→", "screen.step_facet(1)"),
        ("previous_kind", "←", "screen.step_facet(-1)"),
        ("only_changes", "m ;", "screen.toggle_same"),
        ("ignore_numbers", "=", "screen.toggle_numbers"),
        ("hide_terms", "t F6", "screen.toggle_terms"),
        ("other_report", "p F8", "screen.ask_report"),
        ("elsewhere", "e F7", "screen.search_library"),
        ("earlier_years", "< {", "screen.step_years(-1)"),
        ("later_years", "> }", "screen.step_years(1)"),
    ),
    "counterparts": (
        ("choose", "Enter", "choose"),
        ("next_section", "]", "screen.step_unit(1, 'section')"),
        ("previous_section", "[", "screen.step_unit(-1, 'section')"),
        ("right", "→ l", "screen.step_unit(1)"),
        ("left", "← h", "screen.step_unit(-1)"),
        *_MOVING,
        ("first_candidate", "1", "screen.choose_match(0)"),
        ("second_candidate", "2", "screen.choose_match(1)"),
    ),
    "concordance": (
        ("hit_lines", "1", "screen.show_tab('lines')"),
        ("collocates", "2", "screen.show_tab('collocates')"),
    ),
    "notes": (
        ("note", "a Shift+F5", "screen.edit_note"),
        ("highlight", "A Shift+F9", "screen.next_colour"),
        ("delete_note", "D Del", "screen.delete_note"),
        ("restore_note", "U Ctrl+Z", "screen.restore_note"),
    ),
    "filter": (
        ("filter_done", "Enter", "screen.end_filter(True)"),
        ("filter_clear", "Esc", "screen.end_filter(False)"),
        ("filter_down", "↓", "screen.move_metric(1)"),
        ("filter_up", "↑", "screen.move_metric(-1)"),
    ),
}
#: The same with names and labels.
PANES = {
    pane: Pane(
        PANE_NAMES[pane],
        tuple(Command(id, tuple(keys.split()), action, LABELS[pane][id]) for id, keys, action in commands),
    )
    for pane, commands in _COMMANDS.items()
}
