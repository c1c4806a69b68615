"""Read ``config.toml``: keys of one's own, how wide the terminal draws ambiguous characters, what colours tell, what is copied.

::

    ambiguous_width = 2        # 1 or 2 cells; without it the terminal is asked
    change_colours = "red_up"  # rises red, falls green; or "good_bad", or "neutral"
    citation_links = true      # a link to the passage is copied with its citation
    citation_style = "gbt7714" # or "chinese", "published", "markdown", "bibtex"

    [keys]
    next_hit = "n"
    search = ["/", "F4"]

Faults are reported with their line and the nearest name; what is not faulty is used.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tui.keys.commands import PANES, Command
from tui.keys.names import known_names, read_key
from tui.keys.table import AT_WORK, SCREENS, layer_of
from tui.messages import citations as citation_messages
from tui.messages import errors as error_messages
from tui.messages import state as messages
from tui.report.errors import DataError, did_you_mean, reason
from tui.state.own_files import NotOwnFile, TooLarge, read_file
from tui.state.records import CHANGE_COLOURS, CITATION_STYLES, ChangeColours, CitationStyle, Settings

_Fault = Callable[..., None]

AMBIGUOUS, COLOURS, LINKS = "ambiguous_width", "change_colours", "citation_links"
STYLE = "citation_style"
#: The settings, and what is said of a value that is none.
_EXPECTED = {
    "keys": messages.KEYS_IS_A_TABLE,
    AMBIGUOUS: messages.WIDTH_IS_1_OR_2,
    COLOURS: messages.change_colours_expected(CHANGE_COLOURS),
    LINKS: messages.LINKS_IS_TRUE_OR_FALSE,
    STYLE: citation_messages.style_expected(CITATION_STYLES),
}
#: A file of 1,000 lines has some 30,000 bytes.
MAX_BYTES = 64 * 1024
#: Faults reported; a file with more of them is no configuration.
MAX_FAULTS = 50
#: Characters of an unknown name that are shown.
_MAX_NAME_CHARACTERS = 40
_Lines = dict[tuple[str | None, str], int]
#: Patterns as text: they are compiled where there is such a file.
_TABLE = r"\s*\[\[?([^\]]+)\]"
_ENTRY = r"""\s*["']?([^\s"'.=]+)["']?\s*[.=]"""
_PLACE = r"\(at line (\d+), column (\d+)\)"


@dataclass(slots=True)
class Config:
    """The configuration.

    Attributes:
        keys: Keys, as they are shown, by the id of their command.
        ambiguous_width: 1 or 2 cells; None if it is not set.
        change_colours: What the colours of rises and falls tell, unless it was chosen in the program.
        citation_links: Whether a link to the passage is copied with its citation.
        citation_style: How citations are written, unless that was chosen in the program.
        faults: What is wrong in the file.
    """

    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ambiguous_width: int | None = None
    change_colours: ChangeColours = "neutral"
    citation_links: bool = False
    citation_style: CitationStyle = "chinese"
    faults: list[DataError] = field(default_factory=list)


def citation_style(settings: Settings, config: Config) -> CitationStyle:
    """Return how citations are written: as was chosen in the program, else as the configuration says."""
    return settings.citation_style or config.citation_style


def load_config(folder: Path) -> Config:
    """Read a folder's ``config.toml``; return the defaults if there is none.

    The file may belong to somebody else: systems that manage configuration link to a store of theirs.
    """
    path = folder / "config.toml"
    try:
        text = read_file(path, MAX_BYTES, own=False, follow=True).decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return Config()
    except NotOwnFile:
        fault = error_messages.NOT_REGULAR
    except TooLarge:
        fault = messages.too_large(MAX_BYTES // 1024)
    except OSError as error:
        fault = reason(error)
    except UnicodeDecodeError:
        fault = messages.NOT_UTF8
    else:
        return read_config(text, str(path))
    return Config(faults=[DataError(fault, path=str(path))])


def read_config(text: str, path: str) -> Config:
    """Read the text of a file. Never raises; see :attr:`Config.faults`."""
    config = Config()

    def fault(message: str, line: int | None, column: int | None = None) -> None:
        config.faults.append(DataError(message, path=path, line=line, column=column))

    import tomllib  # not needed without a file

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        if place := re.search(_PLACE, str(error)):
            fault(messages.NOT_TOML, int(place[1]), int(place[2]))
        else:
            fault(messages.NOT_TOML, text.count("\n") + 1)
        return config
    except RecursionError:
        fault(messages.NESTED_TOO_DEEP, None)
        return config
    except ValueError:  # Python refuses to read numbers of more than 4,300 digits
        fault(messages.NUMBER_TOO_LONG, None)
        return config
    lines = _lines_by_name(text)
    for name, value in data.items():
        line = lines.get((None, name))
        if name == "keys" and isinstance(value, dict):
            _read_keys(config, lines, value, fault)
        elif name == AMBIGUOUS and type(value) is int and value in (1, 2):
            config.ambiguous_width = value
        elif name == COLOURS and value in CHANGE_COLOURS:
            config.change_colours = value
        elif name == LINKS and isinstance(value, bool):
            config.citation_links = value
        elif name == STYLE and value in CITATION_STYLES:
            config.citation_style = value
        elif name in _EXPECTED:
            fault(_EXPECTED[name], line)
        else:
            fault(messages.no_setting(_short(name), did_you_mean(name, list(_EXPECTED))), line)
        if len(config.faults) >= MAX_FAULTS:
            break
    return config


def _read_keys(config: Config, places: _Lines, wanted: dict[str, object], fault: _Fault) -> None:
    commands = {command.id: command for pane in PANES.values() for command in pane.commands}
    lines: dict[str, int | None] = {}
    for name, value in wanted.items():
        if len(config.faults) >= MAX_FAULTS:
            break
        line = lines[name] = places.get(("keys", name))
        names = [value] if isinstance(value, str) else value
        if name not in commands:
            fault(messages.no_command(_short(name), did_you_mean(name, commands)), line)
        elif not (isinstance(names, list) and names and all(isinstance(key, str) for key in names)):
            fault(messages.keys_expected(name), line)
        else:
            keys = [(key, read_key(key)) for key in names]
            for key, shown in keys:
                if shown is None and len(config.faults) < MAX_FAULTS:
                    fault(messages.no_key(_short(key), did_you_mean(key, known_names())), line)
            if all(shown for _, shown in keys):
                config.keys[name] = tuple(shown for _, shown in keys if shown)
    for name, key, other in list(_clashes(config.keys)):
        if name in config.keys:
            fault(messages.key_taken(key, other), lines[name])
            del config.keys[name]


def _clashes(own: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    """Yield configured commands whose key another command has in the same pane: id, key, the other's id."""
    for screen, widget in ((screen, widget) for screen, widgets in SCREENS.items() for widget in widgets):
        taken: dict[str, Command] = {}
        together = [
            command for name in (layer_of(screen), *AT_WORK[widget]) for command in PANES[name].commands
        ]
        for command in sorted(together, key=lambda command: command.id in own):
            for key in own.get(command.id, command.keys):
                other = taken.setdefault(key, command)
                if other.id != command.id and command.id in own and key not in command.keys:
                    yield command.id, key, other.id


def _lines_by_name(text: str) -> _Lines:
    """Return the first line that sets each name, by table (None above all tables, and for the tables themselves)."""
    lines: _Lines = {}
    table: str | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if head := re.match(_TABLE, line):
            table = head[1].strip()
            lines.setdefault((None, table), number)
        elif entry := re.match(_ENTRY, line):
            lines.setdefault((table, entry[1]), number)
    return lines


def _short(name: str) -> str:
    return name if len(name) <= _MAX_NAME_CHARACTERS else f"{name[:_MAX_NAME_CHARACTERS]}…"
