"""Add reports to a library, remove, list, check and export them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence

from tui.cli import output, printing
from tui.cli.exit_codes import DATA, NOTHING_FOUND, OK
from tui.cli.library_adding import add, rebuild
from tui.cli.library_info import year_table
from tui.cli.tables import writer
from tui.library.library import Library, library_path
from tui.messages import library as messages
from tui.report.sanitize import one_line


def run(options: Namespace) -> int:
    """Do what is to be done with the library."""
    return _ACTIONS[options.action](options)


def _remove(options: Namespace) -> int:
    with Library(library_path(options.library), write=True) as library:
        removed = library.remove(options.paths)
    output.tell(messages.removed(removed))
    return OK if removed else NOTHING_FOUND


def _list(options: Namespace) -> int:
    with Library(library_path(options.library)) as library:
        reports = library.reports(" ".join(options.filters))
    rows = [
        (report.id, report.place, report.level, report.plan_year, report.title, report.date, report.characters, list(report.files))
        for report in reports
    ]  # fmt: skip
    names = ("id", "place", "level", "year", "title", "date", "characters", "files")
    if options.format == "json":
        printing.json_text({"reports": [dict(zip(names, row, strict=True)) for row in rows]})
    else:
        cells = [
            [str(number), place, messages.LEVEL_NAMES[level], str(year or ""), title, date, str(size), one_line("、".join(files))]
            for number, place, level, year, title, date, size, files in rows
        ]  # fmt: skip
        printer = writer(options.format, "reports", False)
        printer.add([list(messages.REPORT_COLUMNS), *cells])
        printer.close()
    if not rows:
        output.tell(messages.NO_REPORTS)
    return OK if rows else NOTHING_FOUND


def _info(options: Namespace) -> int:
    with Library(library_path(options.library)) as library:
        info, path = library.info(), str(library.path)
    if options.format == "json":
        years = [
            {"level": level, "place": place, "years": some} for (level, place), some in info.years.items()
        ]
        printing.json_text({**info._asdict(), "path": path, "years": years})
        return OK
    if options.format == "csv":
        printer = writer("csv", "years", False)
        rows = [
            [place, messages.LEVEL_NAMES[level], messages.years(some)]
            for (level, place), some in info.years.items()
        ]
        printer.add(
            [[messages.REPORT_COLUMNS[1], messages.REPORT_COLUMNS[2], messages.REPORT_COLUMNS[3]], *rows]
        )
        return OK
    printing.line(messages.size(path, info.file_bytes, info.index_bytes, info.characters))
    printing.line(messages.counts(info.reports, info.files, info.characters, info.metrics))
    if info.failed:
        printing.line(messages.failed_heading(info.failed).rstrip("："))
    if info.old:
        printing.line(messages.old_heading(info.old))
    for line in year_table(info.years, printing.terminal_width()):
        printing.line(line)
    return OK


def _check(options: Namespace) -> int:
    with Library(library_path(options.library)) as library:
        damages = library.damages()
        if damages:
            for line in (messages.DAMAGED, *damages):
                output.complain(line)
            return DATA
        failures, vanished, doubled = library.failures(), library.vanished(), library.doubled()
        doubts = [
            (report.place, report.plan_year, report.doubts) for report in library.reports() if report.doubts
        ]
    parts: Sequence[tuple[Callable[[int], str], Sequence[str]]] = (
        (messages.failed_heading, [messages.failed(one_line(path), error) for path, error in failures]),
        (messages.vanished_heading, [one_line(path) for path in vanished]),
        (
            messages.doubts_heading,
            [f"{place} {year or ''}：{said.replace(chr(10), '；')}" for place, year, said in doubts],
        ),
        (messages.doubled_heading, [f"{place} {year}" for place, year in doubled]),
    )
    for heading, lines in parts:
        if lines:
            printing.line(heading(len(lines)))
            for line in lines:
                printing.line(f"  {line}")
    output.tell(messages.SOUND)
    return OK


def _export(options: Namespace) -> int:
    with Library(library_path(options.library)) as library:
        names, rows = library.view(options.table)
        if options.format == "json":
            printer = writer("json", options.table, False)
            for row in rows:
                printer.add([dict(zip(names, row, strict=True))])
        else:
            printer = writer(options.format, options.table, False)
            printer.add([names])
            for row in rows:
                printer.add([names, ["" if cell is None else str(cell) for cell in row]])
        printer.close()
    return OK


_ACTIONS: dict[str, Callable[[Namespace], int]] = {
    "add": add,
    "remove": _remove,
    "list": _list,
    "info": _info,
    "check": _check,
    "export": _export,
    "rebuild": rebuild,
}
