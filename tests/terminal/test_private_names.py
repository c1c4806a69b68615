"""Private names of Textual and Rich: those that are used exist, and are used in one package only."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from textual import events
from textual.widgets import Input

import tui
from tests.terminal.private_names import PRIVATE_NAMES

PACKAGE = Path(tui.__file__).parent
COMPAT = PACKAGE / "terminal" / "textual_compat"
COMPAT_MODULE = "tui.terminal.textual_compat"
METHOD = re.compile(r"def (_(?!_)\w+)\(")
FRAMEWORK = ("textual", "rich")
#: Underscored names of the standard library.
PUBLIC = {"_asdict", "_exit", "_fields", "_make", "_replace"}
ELSEWHERE = [path for path in sorted(PACKAGE.rglob("*.py")) if COMPAT not in path.parents]


@cache
def own_classes() -> set[type]:
    """Return all classes of the program; imports all its modules."""
    names = [module.name for module in pkgutil.walk_packages([str(PACKAGE)], "tui.")]
    return {
        value
        for name in names
        if not name.endswith("__main__")
        for value in vars(importlib.import_module(name)).values()
        if inspect.isclass(value) and value.__module__.startswith("tui.")
    }


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__")


def is_of_framework(module: str) -> bool:
    return module.partition(".")[0] in FRAMEWORK


def defines(owner: object, name: str) -> bool:
    """Whether a class or a module has a name; attributes of instances are looked for in the source."""
    if hasattr(owner, name):
        return True
    classes = owner.__mro__[:-1] if isinstance(owner, type) else ()
    pattern = re.compile(rf"self\.{name}\b[^=\n]*=|\b{name}: ")
    return any(name in (source := source_of(base)) and pattern.search(source) for base in classes)


@cache
def classes_in(module: str) -> dict[str, tuple[str, ast.ClassDef]]:
    """Return the sources of the classes of a module by their names; the module is parsed once, and not once a class."""
    try:
        path = Path(inspect.getsourcefile(sys.modules[module]) or "")
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    except (OSError, TypeError):  # a module written in C
        return {}

    def walk(node: ast.AST, names: str) -> Iterator[tuple[str, tuple[str, ast.ClassDef]]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.ClassDef):
                source = "".join(lines[child.lineno - 1 : child.end_lineno])
                yield names + child.name, (source, child)
                yield from walk(child, f"{names}{child.name}.")
            elif isinstance(child, ast.FunctionDef):
                yield from walk(child, f"{names}{child.name}.<locals>.")
            elif isinstance(child, ast.If | ast.Try):
                yield from walk(child, names)

    return dict(walk(parsed(path), ""))


def source_of(own: type) -> str:
    """Return the source of a class; nothing if it has none, as named tuples made by a call."""
    source, _ = classes_in(own.__module__).get(own.__qualname__, ("", None))
    return source


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def private_imports(tree: ast.Module) -> Iterator[str]:
    """Yield the private modules and names of the framework that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and is_of_framework(node.module):
            is_module_private = any(map(is_private, node.module.split(".")))
            for alias in node.names:
                if is_module_private or is_private(alias.name):
                    yield f"{node.module}.{alias.name}"
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names if is_of_framework(alias.name)]
            yield from (name for name in names if any(map(is_private, name.split("."))))


def private_attributes(tree: ast.AST, of_self: bool) -> Iterator[str]:
    """Yield the private attributes that are used of ``self`` and ``super()``, or of other objects."""
    attributes = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    for node in attributes:
        if is_private(node.attr) and node.attr not in PUBLIC:
            is_of_self = ast.unparse(node.value) in ("self", "cls", "super()")
            if is_of_self == of_self:
                yield node.attr


def inherited_private_names(own: type) -> set[str]:
    """Return the private names of the framework that a class overrides or uses of itself."""
    source, tree = classes_in(own.__module__).get(own.__qualname__, ("", ast.Module([], [])))
    names = {*private_attributes(tree, of_self=True), *METHOD.findall(source)}
    bases = [base for base in own.__mro__ if is_of_framework(base.__module__)]
    return {name for name in names if any(defines(base, name) for base in bases)}


def test_textual_has_the_private_names_that_are_used() -> None:
    missing = [
        f"{owner.__name__}.{name}"
        for owner, names in PRIVATE_NAMES.items()
        for name in names
        if not defines(owner, name)
    ]
    versions = f"Textual {version('textual')} and Rich {version('rich')}"
    assert not missing, f"{versions} lack {', '.join(missing)}: see tests/terminal/private_names.py"


def test_private_names_are_used_nowhere_else() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix(): names
        for path in ELSEWHERE
        if (names := [*private_imports(tree := parsed(path)), *private_attributes(tree, of_self=False)])
    }
    assert found == {}


def test_no_class_elsewhere_overrides_or_uses_private_names_of_its_bases() -> None:
    elsewhere = [own for own in own_classes() if not own.__module__.startswith(COMPAT_MODULE)]
    found = {own.__name__: names for own in elsewhere if (names := inherited_private_names(own))}
    assert found == {}


def test_each_private_name_that_is_used_is_listed() -> None:
    trees = [parsed(path) for path in COMPAT.glob("*.py")]
    used = {name.rpartition(".")[2] for tree in trees for name in private_imports(tree)}
    used |= {name for tree in trees for name in private_attributes(tree, of_self=False)}
    for own in own_classes():
        if own.__module__.startswith(COMPAT_MODULE):
            used |= inherited_private_names(own)
    listed = {name for names in PRIVATE_NAMES.values() for name in names}
    modules = {owner.__name__.rpartition(".")[2] for owner in PRIVATE_NAMES}
    assert used - listed - modules == set()


def test_the_scan_finds_imports_attributes_and_overrides() -> None:
    tree = ast.parse("from textual import _x, a\nfrom rich._y import b\nimport textual._z\nc._d\nself._e\n")
    assert [*private_imports(tree)] == ["textual._x", "rich._y.b", "textual._z"]
    assert [*private_attributes(tree, of_self=False)] == ["_d"]
    assert [*private_attributes(tree, of_self=True)] == ["_e"]
    assert inherited_private_names(_Box) == {"_suggestion", "_on_paste"}


class _Box(Input):
    def _on_paste(self, event: events.Paste) -> None:
        self._suggestion, self._own = "", event.text
