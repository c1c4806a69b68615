"""The command that converts: files and all of a folder, several at a time, each told of as it is done."""

from __future__ import annotations

import os
import signal
from argparse import Namespace
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import NamedTuple

from tui.cli import printing
from tui.convert.convert import Conversion, convert_with_notes
from tui.convert.load import OUTLINE_SUFFIXES, READABLE_SUFFIXES, STANDARD_INPUT, read_bytes
from tui.report.errors import FOUND, HuijiError, ReadError, UsageError
from tui.report.outline_write import write_outline
from tui.state.files import write_atomically

_LEVELS = (("chapter", "章"), ("section", "节"), ("topic", "主题"), ("item", "项"))


class _Job(NamedTuple):
    """A file and where its outline goes, ``-`` for standard output."""

    path: str
    target: str
    encoding: str | None


class _Done(NamedTuple):
    """What became of a job: what is printed, what is told, or what was wrong."""

    printed: str = ""
    told: tuple[str, ...] = ()
    fault: HuijiError | None = None


def convert(options: Namespace) -> int:
    """Writes the outline of each input beside it, or where it is told."""
    jobs = list(_jobs(options))
    faults: list[HuijiError] = []
    with printing.Progress(len(jobs) if len(jobs) > 1 else 0) as progress:
        for job, done in _done(jobs, options.verbose):
            progress.step(job.path)
            if done.printed or done.told or done.fault:
                progress.clear()
            printing.raw(done.printed)
            for words in done.told:
                printing.tell(words)
            if done.fault is not None and len(jobs) > 1:
                printing.complain(str(done.fault))
            if done.fault is not None:
                faults.append(done.fault)
    if faults and len(jobs) == 1:
        raise faults[0]
    return faults[0].exit_code if faults else FOUND


def _jobs(options: Namespace) -> Iterator[_Job]:
    """What is to be done.

    Raises:
        ReadError: For a folder without reports.
        UsageError: Where one output is named for several inputs.
    """
    paths = list(_files(options.inputs))
    folder = Path(options.output) if options.output and options.output != "-" else None
    if (
        options.output
        and len(paths) > 1
        and not (folder is not None and (folder.is_dir() or not folder.exists()))
    ):
        raise UsageError("多个输入时，-o 应是一个文件夹")
    if len(paths) == 1:
        path = paths[0]
        target = options.output or ("-" if path == STANDARD_INPUT else str(Path(path).with_suffix(".yaml")))
        if folder is not None and folder.is_dir():
            target = str(folder / Path(path).with_suffix(".yaml").name)
        yield _Job(path, target, options.encoding)
        return
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    taken: set[Path] = set()
    for path in paths:
        source = Path(path)
        target_path = (folder or source.parent) / source.with_suffix(".yaml").name
        if (
            target_path in taken
        ):  # of two files that differ in their type only, the later keeps its type in the name
            target_path = target_path.with_name(f"{source.name}.yaml")
        taken.add(target_path)
        yield _Job(path, str(target_path), options.encoding)


def _files(inputs: Sequence[str]) -> Iterator[str]:
    for path in inputs:
        if not Path(path).is_dir():
            yield path
            continue
        suffixes = set(READABLE_SUFFIXES) - set(OUTLINE_SUFFIXES)
        files = sorted(
            file for file in Path(path).iterdir() if file.suffix.lower() in suffixes and file.is_file()
        )
        if not files:
            raise ReadError("文件夹里没有能读的报告", path=path)
        yield from map(str, files)


def _done(jobs: Sequence[_Job], verbose: bool) -> Iterator[tuple[_Job, _Done]]:
    """The jobs as they end; several run beside each other."""
    workers = min(len(jobs), os.cpu_count() or 1)
    if workers < 2:
        yield from ((job, _do(job, verbose)) for job in jobs)
        return
    # What interrupts the program interrupts its parent: the others end with it, and say nothing.
    with ProcessPoolExecutor(
        workers, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)
    ) as pool:
        running = {pool.submit(_do, job, verbose): job for job in jobs}
        try:
            for future in as_completed(running):
                yield running[future], future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _do(job: _Job, verbose: bool) -> _Done:
    try:
        name = "标准输入" if job.path == STANDARD_INPUT else job.path
        conversion = convert_with_notes(read_bytes(job.path), name, job.encoding)
        outline = write_outline(conversion.report)
        told = tuple(_told(job.target, conversion, verbose))
        if job.target == "-":
            return _Done(outline.decode("utf-8"), told if verbose else ())
        write_atomically(Path(job.target), outline)
    except HuijiError as error:
        return _Done(fault=error)
    return _Done(told=told)


def _told(target: str, conversion: Conversion, verbose: bool) -> Iterator[str]:
    """How much was found, what is uncertain, and if it is asked for what was done to the text."""
    report = conversion.report
    counts = [f"{sum(node.level == level for node in report.walk())} {name}" for level, name in _LEVELS]
    yield f"{target}：{'、'.join(counts)}、{len(report.metrics)} 指标"
    for doubt in report.doubts:
        yield f"  存疑：{doubt}"
    if verbose:
        for note in conversion.notes:
            yield f"  {note}"
