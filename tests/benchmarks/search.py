"""Time the search engine on one report and on texts up to the limit; compare ``str.count``, ripgrep and an OptionList."""

from __future__ import annotations

import asyncio
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import chain, islice

from textual.app import App, ComposeResult
from textual.widgets import OptionList

from tests.support.samples import huiji_outline, source_text
from tui.report.model import FrontMatter, Node, Report, Source
from tui.report.outline import Outline
from tui.search.engine import Searcher
from tui.search.query import parse_query
from tui.search.results import Hit

QUERIES = ("黄河", "高质量发展", "黄河 生态", "GDP", "7%", "yshj", "huanghe", "zhongqing", "/项目.{0,3}建设/")
ROUNDS = 15
#: Lengths of the long texts in reports; the limit is 2 million characters.
TIMES = (10, 100)


def run(short: bool) -> Iterator[str]:
    """Yield the lines of the table."""
    rounds = 2 if short else ROUNDS
    text, searcher = source_text(), Searcher(huiji_outline())
    prepared = _milliseconds(lambda: list(searcher.prepare()), 1)
    yield f"the report, {len(text)} characters; prepared in {prepared:.1f} ms"
    find = _milliseconds(lambda: text.count("黄河"), rounds)
    for query in QUERIES:
        took = _milliseconds(lambda query=query: searcher.search(query), rounds)  # type: ignore[misc]
        hits = len(searcher.search(query).hits)
        yield f"  {query}: {hits} hits in {took:.2f} ms, {took / find:.0f} × str.count"
    yield f"  an OptionList of 32 rows made anew: {asyncio.run(_option_list(rounds)):.1f} ms"
    for times in TIMES[:1] if short else TIMES:
        yield from _long(times, rounds)


def _long(times: int, rounds: int) -> Iterator[str]:
    text = source_text() * times
    searcher = Searcher(Outline(_report(text)))
    begun = time.perf_counter()
    searcher.search("没有这样的词")
    folded = (time.perf_counter() - begun) * 1000
    yield f"{len(text)} characters; folded in {folded:.0f} ms, once"
    for query in ("黄河", "高质量发展", "黄河 生态"):
        first = _milliseconds(lambda query=query: _first(searcher, query, 50), rounds)  # type: ignore[misc]
        whole = _milliseconds(lambda query=query: searcher.search(query), 1)  # type: ignore[misc]
        yield f"  {query}: first 50 hits {first:.2f} ms; all {len(searcher.search(query).hits)} {whole:.0f} ms"
    yield f"  str.count {_milliseconds(lambda: text.count('黄河'), rounds):.1f} ms"
    program = shutil.which("rg")
    if program:
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            command = [program, "-c", "黄河", file.name]
            took = _milliseconds(lambda: subprocess.run(command, capture_output=True, check=False), rounds)
        yield f"  ripgrep -c, with its start {took:.1f} ms"


def _first(searcher: Searcher, query: str, count: int) -> list[Hit]:
    return list(islice(chain.from_iterable(searcher.hits(parse_query(query))), count))


def _report(text: str) -> Report:
    node = Node("body", "part", None, None, None, 0, len(text), 0, len(text), ())
    front = FrontMatter("", "", "", "", None, None, None)
    return Report(front, Source("", "", "", len(text)), text, (node,), ())


async def _option_list(rounds: int) -> float:
    class Lists(App[None]):
        def compose(self) -> ComposeResult:
            yield OptionList(id="list")

    times = []
    app = Lists()
    async with app.run_test(size=(120, 40)) as pilot:
        options = app.query_one(OptionList)
        for number in range(rounds):
            begun = time.perf_counter()
            options.clear_options()
            options.add_options(
                [f"{number} {row} 贯彻落实《黄河保护法》,制定黄河生态保护负面清单" for row in range(32)]
            )
            await pilot.pause()
            times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def _milliseconds(work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)
