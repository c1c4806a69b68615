"""What a person has set in ``config.toml``: keys of their own, and how wide their terminal draws some characters.

::

    ambiguous_width = 2        # 1 or 2 cells; without it the terminal is asked

    [keys]
    next_hit = "n"
    search = ["/", "F4"]

What is wrong in it is told with its line and the nearest name, and left out; the rest holds.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tui.keys.names import known_names, read_key
from tui.keys.table import AT_WORK, EVERYWHERE, PANES, Command
from tui.report.errors import DataError, close_matches, reason
from tui.state.own_files import NotOwnFile, TooLarge, read_file

_Fault = Callable[..., None]

AMBIGUOUS = "ambiguous_width"
#: Bytes of a file of settings at most: 1,000 lines are some 30,000.
MAX_BYTES = 64 * 1024
#: Faults told of at most; a file with more of them is no file of settings.
MAX_FAULTS = 50
_LONGEST_SHOWN = 40
_Lines = dict[tuple[str | None, str], int]
#: Patterns as text: they are compiled where there is such a file.
_TABLE = r"\s*\[\[?([^\]]+)\]"
_ENTRY = r"""\s*["']?([^\s"'.=]+)["']?\s*[.=]"""
_PLACE = r"\(at line (\d+), column (\d+)\)"


@dataclass(slots=True)
class Config:
    """What is set.

    Attributes:
        keys: Keys, as they are shown, by the id of their command.
        ambiguous_width: 1 or 2 cells; None where it is not set.
        faults: What was wrong.
    """

    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ambiguous_width: int | None = None
    faults: list[DataError] = field(default_factory=list)


def load_config(folder: Path) -> Config:
    """The settings in a folder's ``config.toml``; those it comes with where there is no such file.

    The file may belong to somebody else: systems that manage settings link to a store of theirs.
    """
    path = folder / "config.toml"
    try:
        text = read_file(path, MAX_BYTES, own=False, follow=True).decode("utf-8-sig")
    except FileNotFoundError:
        return Config()
    except NotOwnFile:
        fault = "不是普通文件"
    except TooLarge:
        fault = f"超过 {MAX_BYTES // 1024} KiB"
    except OSError as error:
        fault = reason(error)
    except UnicodeDecodeError:
        fault = "不是 UTF-8 文本"
    else:
        return read_config(text, str(path))
    return Config(faults=[DataError(fault, path=str(path))])


def read_config(text: str, path: str) -> Config:
    """The settings in a file's text; never raises: see :attr:`Config.faults`."""
    config = Config()

    def fault(message: str, line: int | None, column: int | None = None) -> None:
        config.faults.append(DataError(message, path=path, line=line, column=column))

    import tomllib  # only those who have set something need it

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        if place := re.search(_PLACE, str(error)):
            fault("不是正确的 TOML", int(place[1]), int(place[2]))
        else:
            fault("不是正确的 TOML", text.count("\n") + 1)
        return config
    except RecursionError:
        fault("括号嵌套太深", None)
        return config
    except ValueError:  # Python refuses to read numbers of more than 4,300 digits
        fault("数太长", None)
        return config
    lines = _lines_by_name(text)
    for name, value in data.items():
        line = lines.get((None, name))
        if name == "keys" and isinstance(value, dict):
            _read_keys(config, lines, value, fault)
        elif name == AMBIGUOUS and type(value) is int and value in (1, 2):
            config.ambiguous_width = value
        elif name in ("keys", AMBIGUOUS):
            fault(f"{name} 应是{'一张表：[keys]' if name == 'keys' else ' 1 或 2'}", line)
        else:
            fault(f"没有设置“{_short(name)}”{_nearest(name, ['keys', AMBIGUOUS])}", line)
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
            fault(f"没有操作“{_short(name)}”{_nearest(name, commands)}", line)
        elif not (isinstance(names, list) and names and all(isinstance(key, str) for key in names)):
            fault(f'{name} 应是一个键，或几个键：["/", "F4"]', line)
        else:
            keys = [(key, read_key(key)) for key in names]
            for key, shown in keys:
                if shown is None and len(config.faults) < MAX_FAULTS:
                    fault(f"没有键“{_short(key)}”{_nearest(key, known_names())}", line)
            if all(shown for _, shown in keys):
                config.keys[name] = tuple(shown for _, shown in keys if shown)
    for name, key, other in list(_clashes(config.keys)):
        if name in config.keys:
            fault(f"键 {key} 已用于 {other}", lines[name])
            del config.keys[name]


def _clashes(own: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    """Commands of one's own that take a key which another one has where both work: id, key, the other's id."""
    for panes in AT_WORK.values():
        taken: dict[str, Command] = {}
        together = [command for name in (EVERYWHERE, *panes) for command in PANES[name].commands]
        for command in sorted(together, key=lambda command: command.id in own):
            for key in own.get(command.id, command.keys):
                other = taken.setdefault(key, command)
                if other.id != command.id and command.id in own and key not in command.keys:
                    yield command.id, key, other.id


def _lines_by_name(text: str) -> _Lines:
    """The line that sets each name first, by its table (None above all of them, and for the tables themselves)."""
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
    return name if len(name) <= _LONGEST_SHOWN else f"{name[:_LONGEST_SHOWN]}…"


def _nearest(name: str, names: Iterable[str]) -> str:
    near = close_matches(name[:_LONGEST_SHOWN], names)
    return f"，是否为 {near[0]}" if near else ""
