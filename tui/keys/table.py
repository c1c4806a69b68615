"""Which commands work where, and the keys they have."""

from collections.abc import Mapping

from tui.keys.commands import PANES, Command

#: Panes whose commands work while a widget has the focus, by its id; the widget's own pane first.
AT_WORK = {
    "text": ("text",),
    "query": ("query",),
    "filter": ("filter",),
    "tree": ("tree", "lists"),
    "metrics": ("metrics", "lists"),
    "place-tree": ("place-tree", "lists"),
    "reports": ("reports", "lists"),
    "summary": ("summary", "lists"),
    "promises": ("promises", "table", "lists"),
    "tasks": ("table", "lists"),
    "series": ("series",),
    "ranking": ("ranking", "lists"),
    "sentence-pairs": ("alignment", "lists"),
    "term-list": ("alignment", "lists"),
    "counterparts": ("counterparts",),
    "related": ("table", "lists"),
    "hit-lines": ("concordance", "table", "lists"),
    "collocates": ("concordance", "table", "lists"),
    "notes": ("notes", "table", "lists"),
}
#: The screens, and the widgets that can have the focus there.
EVERYWHERE, IN_LIBRARY, IN_PROMISES, IN_TASKS = "everywhere", "library", "in-promises", "in-tasks"
IN_SERIES, IN_RANKING = "in-series", "in-ranking"
IN_ALIGNMENT = "in-alignment"
IN_COUNTERPARTS, IN_RELATED = "in-counterparts", "in-related"
IN_CONCORDANCE, IN_NOTES = "in-concordance", "in-notes"
SCREENS = {
    EVERYWHERE: ("text", "query", "filter", "tree", "metrics"),
    IN_LIBRARY: ("place-tree", "reports", "query", "filter", "summary"),
    IN_PROMISES: ("promises", "filter"),
    IN_TASKS: ("tasks", "filter"),
    IN_SERIES: ("series",),
    IN_RANKING: ("ranking", "filter"),
    IN_ALIGNMENT: ("sentence-pairs", "term-list", "filter"),
    IN_COUNTERPARTS: ("counterparts",),
    IN_RELATED: ("related", "filter"),
    IN_CONCORDANCE: ("hit-lines", "collocates", "filter"),
    IN_NOTES: ("notes", "filter"),
}
#: The pane of the commands that work everywhere on a screen, if it has not the screen's own name.
_SHARED = dict.fromkeys(
    (
        IN_PROMISES,
        IN_TASKS,
        IN_SERIES,
        IN_RANKING,
        IN_ALIGNMENT,
        IN_COUNTERPARTS,
        IN_RELATED,
        IN_CONCORDANCE,
        IN_NOTES,
    ),
    "view",
)


def layer_of(screen: str) -> str:
    """Return the pane of the commands that work everywhere on a screen."""
    return _SHARED.get(screen, screen)


def panes_of(screen: str) -> list[str]:
    """Return the panes of a screen, that of its own commands first, in the order of the table."""
    wanted = {name for widget in SCREENS[screen] for name in AT_WORK[widget]}
    return [layer_of(screen), *(name for name in PANES if name in wanted)]


class Keymap:
    """The keys commands have: the user's own, or the default ones."""

    def __init__(self, own: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self.own = own or {}
        self._commands = {command.id: command for pane in PANES.values() for command in pane.commands}

    def keys(self, command: Command) -> tuple[str, ...]:
        """Return the keys of a command as they are shown."""
        return self.own.get(command.id, command.keys)

    def first(self, *ids: str) -> str:
        """Return the first key of each command, separated by spaces, as the status bar shows them."""
        return " ".join(key for name in ids for key in self.keys(self._commands[name])[:1])

    def merged(self, pane: str) -> list[tuple[tuple[str, ...], Command]]:
        """Return the commands of a pane with their keys; commands that do the same are told once, with the keys of all."""
        found: dict[str, tuple[tuple[str, ...], Command]] = {}
        for command in PANES[pane].commands:
            keys, first = found.get(command.action, ((), command))
            found[command.action] = (*keys, *self.keys(command)), first
        return list(found.values())

    def rows(self, pane: str) -> list[tuple[str, str]]:
        """Return the commands of a pane that have keys: pairs of keys and label."""
        return [(" ".join(keys), command.label) for keys, command in self.merged(pane) if keys]
