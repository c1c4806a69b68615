"""The mutation tester: its operators, its exceptions, and its outcomes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.mutants.__main__ import ROOT, sampled
from tests.mutants.equivalents import read_equivalents
from tests.mutants.mutant import Mutant
from tests.mutants.operators import mutants
from tests.mutants.runner import Result, Runner
from tests.mutants.targets import target_files


def changes(code: str) -> set[str]:
    """Return the replaced lines, stripped."""
    return {mutant.lines(code)[1] for mutant in mutants("a.py", code)}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("x = a < b", {"x = a <= b"}),
        ("x = a is not b", {"x = a is b"}),
        ("x = a not in b", {"x = a in b"}),
        ("x = (a) == (b)", {"x = (a) != (b)"}),
        ("x = a - b", {"x = a + b"}),
        ("x = a ** b", set()),
        ("x += y", {"x -= y", "pass"}),
        ("x = a and not b", {"x = a or not b", "x = a and (b)"}),
        ("x = 7", {"x = (7 + 1)", "x = (7 - 1)"}),
        ("x = 0.5", {"x = (0.5 * 100)"}),
        ("x = 0.0", {"x = (0.0 + 1)"}),
        ("x = True", {"x = False"}),
        ("x = '中'", {'x = ""'}),
        ("x = b'a'", {'x = b""'}),
        ("x = ''", set()),
        ("'''What it is.'''", set()),
        ("x: 'int' = y", set()),
        ("if f(): pass", {"if (not (f())): pass"}),
        ("def f() -> bool: return x", {"def f() -> bool: return not (x)"}),
        ("def f() -> int: return x", {"def f() -> int: return None"}),
        ("f(a, b)", {"f(a)", "pass"}),
        ("f(a, c=d)", {"f(a)", "pass"}),
        ("f(c=d, *a)", {"f( *a)", "pass"}),
        ("a.startswith(b)", {"a.endswith(b)", "pass"}),
        ("x = min(a)", {"x = max(a)"}),
        ("raise ValueError('what is wrong')", {"pass"}),
        ("a.b = c", {"pass"}),
    ],
)
def test_a_piece_of_code_is_changed_in_every_way(code: str, expected: set[str]) -> None:
    assert changes(code) == expected


def test_each_exception_is_dropped() -> None:
    code = "try: f()\nexcept (A, B): x = y"
    assert {"except (A, ): x = y", "except (B, ): x = y"} <= changes(code)
    assert {"except (): x = y"} <= changes("try: f()\nexcept A: x = y")
    assert {"with suppress(A): x = y", "with suppress(B): x = y"} <= changes("with suppress(A, B): x = y")


def test_patterns_lose_members_and_quantifiers() -> None:
    assert {
        "P = re.compile(r'[ab-d]+')",
        "P = re.compile(r'[\\u061cb-d]+')",
        "P = re.compile(r'[\\u061ca]+')",
    } <= (changes("P = re.compile(r'[\\u061cab-d]+')"))
    assert "P = re.compile('a*(b)?')" in changes("P = re.compile('a+(b)?')")
    assert "P = re.compile('a+(b)')" in changes("P = re.compile('a+(b)?')")


def test_a_mutant_names_its_line_and_the_lines_around_it() -> None:
    code = "x = y\n\nif a < b:\n    f()\n"
    mutant = next(mutant for mutant in mutants("a.py", code) if mutant.operator == "comparison")
    assert mutant.line(code) == 3
    assert "-if a < b:\n+if a <= b:" in mutant.diff(code)


def test_a_sample_is_the_same_each_time_and_has_some_of_each_file() -> None:
    found = [
        mutant._replace(path=path) for path in ("a", "b") for mutant in mutants("", "x = [1, 2, 3, 4, 5]")
    ]
    sample = sampled(found, 10, 1)
    assert sample == sampled(found, 10, 1) != sampled(found, 10, 2)
    assert len(sample) == 10 and [mutant.path for mutant in sample] == ["a"] * 5 + ["b"] * 5


def test_every_equivalent_mutant_is_one_that_exists_and_has_a_reason() -> None:
    sources = {path: (ROOT / path).read_text(encoding="utf-8") for path in target_files(ROOT)}
    listed = {equivalent[:3] for equivalent in read_equivalents()}

    def lines(mutant: Mutant) -> tuple[str, str, str]:
        return (mutant.path, *mutant.lines(sources[mutant.path]))

    exist = {
        lines(mutant)
        for path in {path for path, *_ in listed}
        for mutant in mutants(path, sources[path], lambda mutant: lines(mutant) in listed)
    }
    for equivalent in read_equivalents():
        assert equivalent[:3] in exist, equivalent
        assert len(equivalent.reason) > 10, equivalent


def test_every_target_has_tests() -> None:
    assert all(tests for tests in target_files(ROOT).values())


@pytest.mark.slow
def test_what_no_test_sees_survives_and_a_hang_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.mutants.runner.MIN_TIMEOUT_S", 5.0)
    code = "x = 0\ny = 5\nwhile y > 3:\n    y -= 1\n"
    for folder in ("tui", "tests/mutants", "content"):
        (tmp_path / folder).mkdir(parents=True)
    shutil.copy2(Path(__file__).with_name("worker.py"), tmp_path / "tests" / "mutants")
    (tmp_path / "tui" / "__init__.py").touch()
    (tmp_path / "tui" / "a.py").write_text(code)
    (tmp_path / "tests" / "test_a.py").write_text("from tui.a import y\ndef test_it(): assert y == 3\n")
    for name in ("pyproject.toml", "README.md"):
        (tmp_path / name).touch()
    wanted = {"x = (0 + 1)": "survived", "while y > (3 + 1):": "killed", "pass": "timeout"}
    chosen = [mutant for mutant in mutants("tui/a.py", code) if mutant.lines(code)[1] in wanted]
    told: list[Result] = []
    Runner(tmp_path, {"tui/a.py": ["tests/test_a.py"]}, told.append).run(chosen, 1)
    assert {result.mutant.lines(code)[1]: result.outcome for result in told} == wanted
    assert (tmp_path / "tui" / "a.py").read_text() == code
