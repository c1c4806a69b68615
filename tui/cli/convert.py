"""Convert files and folders to outline files, several at a time, each reported as it is done."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tui.cli import output, printing
from tui.cli.doubts import doubt_lines
from tui.cli.exit_codes import OK, exit_code
from tui.cli.jobs import Conversion, work
from tui.cli.targets import with_checksum, write_target
from tui.library.folders import is_folder, skipped_lines
from tui.library.loading import STANDARD_INPUT, is_outline, read_bytes
from tui.messages import cli as messages
from tui.report.errors import DataError, HuijiError
from tui.workers.pool import Pool
from tui.workers.worker import Job

_TASK = "tui.cli.convert:convert_file"


#: What to tell of a conversion (how much was found, then what is uncertain), and the outline file.
_Converted = tuple[list[str], bytes]


def run(options: Namespace) -> int:
    """Write the outline of each input beside it, or to the output that is named."""
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
    _write(job, _convert(job.path, options.encoding, options.verbose), options)
    return OK


def _write(job: Conversion, converted: _Converted, options: Namespace) -> None:
    """Write an outline to its target, and tell of it.

    Raises:
        WriteError: If that cannot be done, or must not.
    """
    lines, outline = converted
    if job.target == STANDARD_INPUT:
        output.write(with_checksum(outline).decode("utf-8"))
        lines = lines if options.verbose else []
    elif not write_target(Path(job.target), outline, job.path, options.force):
        lines = [lines[0] + messages.UNCHANGED, *lines[1:]]
    for number, line in enumerate(lines):
        output.tell(line if number else messages.about(job.target, line))


def _results(
    jobs: Sequence[Conversion], options: Namespace
) -> Iterator[tuple[Conversion, _Converted | HuijiError]]:
    """Convert in worker processes and yield the results as they come."""
    orders = [
        Job(_TASK, {"path": job.path, "encoding": options.encoding, "verbose": options.verbose})
        for job in jobs
    ]
    with Pool(len(jobs)) as pool:
        for index, outcome in pool.run(orders, stop=options.stop):
            yield jobs[index], outcome.error or (outcome.value, outcome.payload)


def convert_file(arguments: dict[str, Any], _: bytes, tell: object) -> _Converted:
    """Convert a file in a worker process; return the lines to tell, and the outline."""
    return _convert(arguments["path"], arguments["encoding"], arguments["verbose"])


def _convert(path: str, encoding: str | None, verbose: bool) -> _Converted:
    from tui.convert.pipeline import convert_with_notes  # the process that only hands out work needs no rules
    from tui.outline_file.writing import write_outline

    data = read_bytes(path)
    name = messages.STANDARD_INPUT if path == STANDARD_INPUT else path
    if is_outline(name, data):
        raise DataError(messages.IS_OUTLINE, path=name)
    conversion = convert_with_notes(data, name, encoding)
    report = conversion.report
    counts = {level: sum(node.level == level for node in report.walk()) for level in messages.LEVELS}
    lines = [messages.converted(counts, len(report.metrics))]
    lines += doubt_lines(report)
    lines += [f"  {note}" for note in conversion.notes] if verbose else []
    return lines, write_outline(report)
