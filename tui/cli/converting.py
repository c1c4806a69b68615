"""The command that converts: files and all of a folder, several at a time, each told of as it is done."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tui.cli import printing
from tui.cli.jobs import Conversion, conversions
from tui.cli.stopping import STOPPER
from tui.cli.targets import with_checksum, write_target
from tui.library.loading import STANDARD_INPUT, is_outline, read_bytes
from tui.report.errors import FOUND, DataError, HuijiError
from tui.workers.pool import Pool
from tui.workers.worker import Job

_LEVELS = (("chapter", "章"), ("section", "节"), ("topic", "主题"), ("item", "项"))
_TASK = "tui.cli.converting:convert_file"


class _Done(NamedTuple):
    """A file that was converted.

    Attributes:
        outline: Of it.
        lines: What there is to tell: how much was found, and what is uncertain.
    """

    outline: bytes
    lines: list[str]


def convert(options: Namespace) -> int:
    """Write the outline of each input beside it, or where it is told."""
    jobs = conversions(options)
    if len(jobs) == 1:
        return _convert_one(jobs[0], options)
    errors = [job.error for job in jobs if job.error is not None]
    for error in errors:
        printing.complain(str(error))
    jobs = [job for job in jobs if job.error is None]
    with printing.Progress(len(jobs)) as progress:
        for job, done in _results(jobs, options):
            progress.clear()
            try:
                if isinstance(done, HuijiError):
                    raise done
                _write(job, done, options)
            except HuijiError as error:
                errors.append(error)
                printing.complain(str(error))
            progress.step(job.path)
    return errors[0].exit_code if errors else FOUND


def _convert_one(job: Conversion, options: Namespace) -> int:
    if job.error is not None:
        raise job.error
    _write(job, _convert(read_bytes(job.path), job.path, options.encoding, options.verbose), options)
    return FOUND


def _write(job: Conversion, done: _Done, options: Namespace) -> None:
    """Write an outline where it goes, and say so.

    Raises:
        WriteError: If that cannot be done, or must not.
    """
    first, *more = done.lines
    if job.target == STANDARD_INPUT:
        printing.raw(with_checksum(done.outline).decode("utf-8"))
        told = done.lines if options.verbose else []
    else:
        is_new = write_target(Path(job.target), done.outline, job.path, options.force)
        told = [f"{first}{'' if is_new else '，没有变化'}", *more]
    for words in told:
        printing.tell(f"{job.target}：{words}" if words is told[0] else words)


def _results(
    jobs: Sequence[Conversion], options: Namespace
) -> Iterator[tuple[Conversion, _Done | HuijiError]]:
    """Convert in worker processes and yield the results as they come."""
    orders = [
        Job(_TASK, {"path": job.path, "encoding": options.encoding, "verbose": options.verbose})
        for job in jobs
    ]
    with Pool(len(jobs)) as pool:
        for index, outcome in pool.run(orders, stop=STOPPER.check):
            yield jobs[index], outcome.error or _Done(outcome.payload, outcome.value)


def convert_file(arguments: dict[str, Any], _: bytes, tell: object) -> tuple[list[str], bytes]:
    """Convert a file in a worker process: what there is to tell, and the outline."""
    path = arguments["path"]
    done = _convert(read_bytes(path), path, arguments["encoding"], arguments["verbose"])
    return done.lines, done.outline


def _convert(data: bytes, path: str, encoding: str | None, verbose: bool) -> _Done:
    from tui.convert.pipeline import convert_with_notes  # the process that only hands out work needs no rules
    from tui.outline_file.writing import write_outline

    name = "标准输入" if path == STANDARD_INPUT else path
    if is_outline(name, data):
        raise DataError("已是大纲，不用转换", path=name)
    conversion = convert_with_notes(data, name, encoding)
    report = conversion.report
    counts = [f"{sum(node.level == level for node in report.walk())} {label}" for level, label in _LEVELS]
    lines = [f"{'、'.join(counts)}、{len(report.metrics)} 指标"]
    lines += [f"  存疑：{doubt}" for doubt in report.doubts]
    lines += [f"  {note}" for note in conversion.notes] if verbose else []
    return _Done(write_outline(report), lines)
