"""Convert files and folders to outline files or pages, several at a time, each reported as it is done."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tui.cli import output, printing
from tui.cli.doubts import doubt_lines
from tui.cli.exit_codes import OK, exit_code
from tui.cli.jobs import Conversion, work
from tui.cli.targets import with_checksum, write_export, write_target
from tui.library.folders import is_folder, skipped_lines
from tui.library.loading import STANDARD_INPUT, is_outline, read_bytes, read_report
from tui.messages import cli as messages
from tui.report.errors import DataError, HuijiError
from tui.report.model import Report
from tui.workers.pool import Pool
from tui.workers.worker import Job

_TASK = "tui.cli.convert:convert_file"


#: What to tell of a conversion (how much was found, then what is uncertain), and the file to write.
_Converted = tuple[list[str], bytes]


def run(options: Namespace) -> int:
    """Write the outline or the page of each input beside it, or to the output that is named."""
    jobs, skipped = work(options)
    for line in skipped_lines(skipped, options.verbose):
        output.tell(line)
    if len(jobs) == 1 and not any(map(is_folder, options.inputs)):
        return _convert_one(jobs[0], options)
    return _convert_all(jobs, len(skipped), options)


def _convert_all(jobs: Sequence[Conversion], skipped: int, options: Namespace) -> int:
    """Convert several files, of which some may fail, and tell how many did."""
    errors = [job.error for job in jobs if job.error is not None]
    for error in errors:
        output.complain(str(error))
    jobs = [job for job in jobs if job.error is None]
    converted = doubted = 0
    with printing.Progress(len(jobs)) as progress:
        for job, result in _results(jobs, options):
            progress.clear()
            try:
                if isinstance(result, HuijiError):
                    raise result
                _write(job, result, options)
                converted += 1
                doubted += any(map(messages.is_doubt, result[0]))
            except HuijiError as error:
                errors.append(error)
                output.complain(str(error))
            progress.step(job.path)
    output.tell(messages.summary(converted, doubted, len(errors), skipped))
    return exit_code(errors[0]) if errors else OK


def _convert_one(job: Conversion, options: Namespace) -> int:
    if job.error is not None:
        raise job.error
    _write(job, _CONVERTERS[options.html](job.path, options), options)
    return OK


def _write(job: Conversion, converted: _Converted, options: Namespace) -> None:
    """Write an outline or a page to its target, and tell of it.

    Raises:
        WriteError: If that cannot be done, or must not.
    """
    lines, data = converted
    if job.target == STANDARD_INPUT:
        output.write((data if options.html else with_checksum(data)).decode("utf-8"))
        lines = lines if options.verbose else []
    elif not _write_file(Path(job.target), data, job.path, options):
        lines = [lines[0] + messages.UNCHANGED, *lines[1:]]
    for number, line in enumerate(lines):
        output.tell(line if number else messages.about(job.target, line))


def _write_file(target: Path, data: bytes, source: str, options: Namespace) -> bool:
    if options.html:
        return write_export(target, data, [source], options.force)
    return write_target(target, data, source, options.force)


def _results(
    jobs: Sequence[Conversion], options: Namespace
) -> Iterator[tuple[Conversion, _Converted | HuijiError]]:
    """Convert in worker processes and yield the results as they come."""
    shared = {name: getattr(options, name) for name in ("encoding", "verbose", "html", "library")}
    orders = [Job(_TASK, {"path": job.path, **shared}) for job in jobs]
    with Pool(len(jobs)) as pool:
        for index, outcome in pool.run(orders, stop=options.stop):
            yield jobs[index], outcome.error or (outcome.value, outcome.payload)


def convert_file(arguments: dict[str, Any], _: bytes, tell: object) -> _Converted:
    """Convert a file in a worker process; return the lines to tell, and the outline or the page."""
    options = Namespace(**arguments)
    return _CONVERTERS[options.html](options.path, options)


def _outline(path: str, options: Namespace) -> _Converted:
    from tui.convert.pipeline import convert_with_notes  # the process that only hands out work needs no rules
    from tui.outline_file.writing import write_outline

    data = read_bytes(path)
    name = messages.STANDARD_INPUT if path == STANDARD_INPUT else path
    if is_outline(name, data):
        raise DataError(messages.IS_OUTLINE, path=name)
    conversion = convert_with_notes(data, name, options.encoding)
    report = conversion.report
    notes = [f"  {note}" for note in conversion.notes] if options.verbose else []
    return [*_lines(report), *notes], write_outline(report)


def _page(path: str, options: Namespace) -> _Converted:
    """Return the page of a report; also of an outline, which a person may have corrected, and of one of the library."""
    from tui.cli.reports import report_of_library
    from tui.library.addresses import library_with
    from tui.pages.report_html import report_html

    if library_with(path, options.library) is not None:
        report = report_of_library(path, options.library)
    else:
        name = messages.STANDARD_INPUT if path == STANDARD_INPUT else path
        report = read_report(read_bytes(path), name, options.encoding)
    return _lines(report), report_html(report).encode("utf-8")


def _lines(report: Report) -> list[str]:
    """Return what was found in a report, and what is uncertain."""
    counts = {level: sum(node.level == level for node in report.walk()) for level in messages.LEVELS}
    return [messages.converted(counts, len(report.metrics)), *doubt_lines(report)]


#: What makes the file to write, by whether it is a page.
_CONVERTERS = {False: _outline, True: _page}
