"""Try mutants in parallel, each worker in its own copy of the project."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, NamedTuple

from tests.mutants.mutant import Mutant

#: Time limit of a mutant's run: a multiple of the time the tests take on the unchanged program, and a minimum.
SLOWER, MIN_TIMEOUT_S = 4.0, 15.0
BASELINE_TIMEOUT_S = 900.0
_COPIED = ("tui", "tests", "content", "pyproject.toml", "README.md")


class Result(NamedTuple):
    """The outcome of a mutant: ``killed``, ``survived`` or ``timeout``, the test that failed, and the seconds taken."""

    mutant: Mutant
    outcome: str
    killer: str
    seconds: float


class Worker:
    """A copy of the project and a process that runs tests in it."""

    def __init__(self, root: Path) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="mutants-")
        self._copy = Path(self._folder.name) / "project"
        for name in _COPIED:
            source = root / name
            if source.is_dir():
                shutil.copytree(source, self._copy / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                self._copy.mkdir(exist_ok=True)
                shutil.copy2(source, self._copy / name)
        self._process = subprocess.Popen(
            [sys.executable, str(self._copy / "tests" / "mutants" / "worker.py")],
            cwd=self._copy, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        if kind is not None:
            self._process.terminate()
        self._process.wait()
        self._folder.cleanup()

    def ask(self, path: str, source: str, tests: Sequence[str], timeout: float) -> dict[str, Any]:
        """Run tests with the content of a file replaced."""
        assert self._process.stdin is not None and self._process.stdout is not None
        job = {"path": path, "source": source, "tests": list(tests), "timeout": timeout}
        print(json.dumps(job), file=self._process.stdin, flush=True)
        result: dict[str, Any] = json.loads(self._process.stdout.readline())
        return result


class Runner:
    """Tries mutants of a project.

    Args:
        root: The project.
        tests: The test files of each changed file.
        report: Called with each result.
    """

    def __init__(self, root: Path, tests: dict[str, list[str]], report: Callable[[Result], None]) -> None:
        self._root = root
        self._tests = {path: list(files) for path, files in tests.items()}
        self._report = report
        self._sources = {path: (root / path).read_text(encoding="utf-8") for path in tests}
        self._baseline: dict[tuple[str, ...], float] = {}
        self._lock = threading.Lock()
        self._jobs: SimpleQueue[Mutant] = SimpleQueue()
        self.results: list[Result] = []
        self._failure: BaseException | None = None

    def run(self, mutants: Sequence[Mutant], workers: int) -> list[Result]:
        """Try all mutants.

        Raises:
            RuntimeError: Where the tests fail on the unchanged program.
        """
        for mutant in mutants:
            self._jobs.put(mutant)
        threads = [threading.Thread(target=self._work) for _ in range(workers)]
        for thread in threads:
            thread.start()
        try:
            for thread in threads:
                thread.join()
        except KeyboardInterrupt as error:  # each worker terminates its mutant
            self._failure = error
            for thread in threads:
                thread.join()
        if self._failure is not None:
            raise self._failure
        return self.results

    def _work(self) -> None:
        try:
            with Worker(self._root) as worker:
                while self._failure is None:
                    self._try(worker, self._jobs.get_nowait())
        except Empty:
            pass
        except BaseException as error:
            self._failure = error

    def _try(self, worker: Worker, mutant: Mutant) -> None:
        timeout = self._timeout(worker, mutant.path)
        source = mutant.apply(self._sources[mutant.path])
        answer = worker.ask(mutant.path, source, self._tests[mutant.path], timeout)
        result = Result(mutant, answer["outcome"], answer["killer"], answer["seconds"])
        with self._lock:
            self.results.append(result)
            self._move_forward(mutant.path, result.killer.partition("::")[0])
            self._report(result)

    def _timeout(self, worker: Worker, path: str) -> float:
        """Return the time limit for the tests of a file, after they have passed on the unchanged program."""
        with self._lock:
            key = tuple(sorted(self._tests[path]))
        if key not in self._baseline:
            answer = worker.ask(path, self._sources[path], self._tests[path], BASELINE_TIMEOUT_S)
            if answer["outcome"] != "survived":
                raise RuntimeError(f"the tests of {path} fail without a change:\n{answer['output']}")
            self._baseline[key] = answer["seconds"]
        return max(MIN_TIMEOUT_S, SLOWER * self._baseline[key])

    def _move_forward(self, path: str, test: str) -> None:
        """Move the test file that killed the last mutant of a file to the front of the order."""
        tests = self._tests[path]
        if test in tests:
            tests.insert(0, tests.pop(tests.index(test)))
