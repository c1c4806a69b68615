"""Mutation operators: generate all mutants of a source file.

Each operator looks at one node of the syntax tree and yields replacements for a piece of the source, so a mutant is
the file as written with one small change, comments and line breaks included.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from tests.mutants.mutant import Mutant
from tests.mutants.patterns import pattern_edits
from tests.mutants.source import Edit, Source

_COMPARISONS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}
_ARITHMETIC: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "//"),
    ast.FloorDiv: ("//", "*"),
    ast.Div: ("/", "*"),
    ast.Mod: ("%", "//"),
    ast.BitOr: ("|", "&"),
    ast.BitAnd: ("&", "|"),
}
#: Methods and functions that are easily confused.
_TWINS = {
    "startswith": "endswith",
    "endswith": "startswith",
    "lstrip": "rstrip",
    "rstrip": "lstrip",
    "partition": "rpartition",
    "rpartition": "partition",
    "find": "rfind",
    "rfind": "find",
    "fullmatch": "match",
    "match": "search",
    "search": "match",
    "removeprefix": "removesuffix",
    "removesuffix": "removeprefix",
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "bisect_left": "bisect_right",
    "bisect_right": "bisect_left",
}
#: Calls whose text arguments are user-facing messages, and arguments that only affect speed.
_MESSAGE_CALLS = ("Error", "fault", "warn", "Warning")
_SPEED_ARGUMENTS = {"slots", "maxsize"}


def mutants(path: str, text: str, wanted: Callable[[Mutant], bool] = lambda _: True) -> list[Mutant]:
    """Return all mutants of a file, or only the wanted ones, in file order."""
    source = Source(text)
    found: dict[tuple[int, int, str], Mutant] = {}
    for node in source.nodes:
        for operator in OPERATORS:
            for start, end, replacement in operator(source, node):
                mutant = Mutant(path, start, end, replacement, operator.__name__.strip("_"))
                found.setdefault((start, end, replacement), mutant)
    return [mutant for _, mutant in sorted(found.items()) if wanted(mutant) and _is_valid(mutant.apply(text))]


def _is_valid(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


def _comparison(source: Source, node: ast.AST) -> Iterator[Edit]:
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        for left, operator, right in zip(sides, node.ops, sides[1:], strict=False):
            yield from source.between(left, right, *_COMPARISONS[type(operator)])


def _arithmetic(source: Source, node: ast.AST) -> Iterator[Edit]:
    if isinstance(node, ast.BinOp) and type(node.op) in _ARITHMETIC:
        yield from source.between(node.left, node.right, *_ARITHMETIC[type(node.op)])
    elif isinstance(node, ast.AugAssign) and type(node.op) in _ARITHMETIC:
        old, new = _ARITHMETIC[type(node.op)]
        yield from source.between(node.target, node.value, old + "=", new + "=")


def _logic(source: Source, node: ast.AST) -> Iterator[Edit]:
    if isinstance(node, ast.BoolOp):
        old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield from source.between(left, right, old, new)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        start, end = source.span(node)
        yield start, end, f"({source.text_of(node.operand)})"


def _condition(source: Source, node: ast.AST) -> Iterator[Edit]:
    if not isinstance(node, (ast.If, ast.While, ast.IfExp)):
        return
    if not isinstance(node.test, (ast.Compare, ast.BoolOp, ast.Constant)):
        start, end = source.span(node.test)
        yield start, end, f"(not ({source.text_of(node.test)}))"


def _constant(source: Source, node: ast.AST) -> Iterator[Edit]:
    if not isinstance(node, ast.Constant) or source.is_inert(node):
        return
    start, end = source.span(node)
    value = node.value
    if isinstance(value, bool):
        yield start, end, str(not value)
    elif isinstance(value, int):
        yield start, end, f"({source.text_of(node)} + 1)"
        yield start, end, f"({source.text_of(node)} - 1)"
    elif isinstance(value, float):
        yield start, end, f"({source.text_of(node)} {'* 100' if value else '+ 1'})"
    elif isinstance(value, (str, bytes)) and value and not _is_message(source, node):
        yield start, end, '""' if isinstance(value, str) else 'b""'


def _pattern(source: Source, node: ast.AST) -> Iterator[Edit]:
    if isinstance(node, ast.Call) and source.text_of(node.func).endswith(
        (".compile", ".fullmatch", ".search")
    ):
        for argument in node.args[:1]:
            yield from pattern_edits(source, argument)


def _statement(source: Source, node: ast.AST) -> Iterator[Edit]:
    deletable = (ast.AugAssign, ast.Raise, ast.Continue, ast.Break, ast.Delete)
    is_call = isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant)
    targets = node.targets if isinstance(node, ast.Assign) else []
    on_object = any(isinstance(target, (ast.Attribute, ast.Subscript)) for target in targets)
    if isinstance(node, deletable) or is_call or on_object:
        yield (*source.span(node), "pass")


def _returned(source: Source, node: ast.AST) -> Iterator[Edit]:
    if not isinstance(node, ast.Return) or node.value is None or isinstance(node.value, ast.Constant):
        return
    start, end = source.span(node.value)
    is_bool = source.returns(node) == "bool"
    yield start, end, f"not ({source.text_of(node.value)})" if is_bool else "None"


def _argument(source: Source, node: ast.AST) -> Iterator[Edit]:
    if not isinstance(node, ast.Call):
        return
    dropped = [keyword for keyword in node.keywords if keyword.arg not in (None, *_SPEED_ARGUMENTS)]
    for argument in [*node.args[1:][-1:], *dropped]:
        yield from source.without(node, argument)


def _exception(source: Source, node: ast.AST) -> Iterator[Edit]:
    if isinstance(node, ast.ExceptHandler) and node.type is not None:
        start, end = source.span(node.type)
        names = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    elif isinstance(node, ast.Call) and source.text_of(node.func) == "suppress" and node.args:
        start, end = source.span(node.args[0])[0], source.span(node.args[-1])[1]
        names = node.args
    else:
        return
    for dropped in names:
        kept = [source.text_of(name) for name in names if name is not dropped]
        tuple_ = isinstance(node, ast.ExceptHandler)
        yield start, end, f"({''.join(f'{name}, ' for name in kept)})" if tuple_ else ", ".join(kept)


def _twin(source: Source, node: ast.AST) -> Iterator[Edit]:
    if not isinstance(node, ast.Call):
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else source.text_of(node.func)
    if name in _TWINS:
        end = source.span(node.func)[1]
        yield end - len(name), end, _TWINS[name]


def _is_message(source: Source, node: ast.AST) -> bool:
    """Return whether a text is part of a message: tests may check parts of it only."""
    while node in source.parents:
        node = source.parents[node]
        if isinstance(node, ast.Call) and source.text_of(node.func).endswith(_MESSAGE_CALLS):
            return True
    return False


OPERATORS: tuple[Callable[[Source, ast.AST], Iterator[Edit]], ...] = (
    _comparison,
    _arithmetic,
    _logic,
    _condition,
    _constant,
    _pattern,
    _statement,
    _returned,
    _argument,
    _exception,
    _twin,
)
