"""A source file and its syntax tree, with character offsets."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

#: Start and end of what is replaced, as half-open character offsets, and the replacement.
Edit = tuple[int, int, str]


class Source:
    """A file's text and the nodes of its syntax tree that may be changed.

    Attributes:
        text: The file.
        nodes: All nodes but annotations, decorators and docstrings, outermost first.
        parents: The parent of each node.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.parents: dict[ast.AST, ast.AST] = {}
        self.nodes: list[ast.AST] = []
        lines = text.splitlines(keepends=True)
        self._lines = [line.encode() for line in lines]
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line))
        self._visit(ast.parse(text))

    def _visit(self, node: ast.AST) -> None:
        self.nodes.append(node)
        if isinstance(node, ast.JoinedStr):  # Python 3.11 has no positions for the parts of f-strings
            return
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list"):
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST) and not _is_type_checking(child):
                    self.parents[child] = node
                    self._visit(child)

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Return the range of a node without surrounding parentheses."""
        return (
            self._offset(getattr(node, "lineno"), getattr(node, "col_offset")),  # noqa: B009
            self._offset(getattr(node, "end_lineno"), getattr(node, "end_col_offset")),  # noqa: B009
        )

    def _offset(self, line: int, byte: int) -> int:
        return self._starts[line - 1] + len(self._lines[line - 1][:byte].decode())

    def text_of(self, node: ast.AST) -> str:
        """Return the source of a node."""
        start, end = self.span(node)
        return self.text[start:end]

    def between(self, left: ast.AST, right: ast.AST, old: str, new: str) -> Iterator[Edit]:
        """Replace the operator between two nodes."""
        start, end = self.span(left)[1], self.span(right)[0]
        words = r"\s+".join(map(re.escape, old.split()))
        found = re.search(rf"(?<![\w*/<>=]){words}(?![\w*/<>=])", self.text[start:end])
        if found is not None:
            yield start + found.start(), start + found.end(), new

    def without(self, call: ast.Call, argument: ast.AST) -> Iterator[Edit]:
        """Drop an argument of a call with the comma before it, or after it if it is the first one."""
        start, end = self.span(argument)
        others = [node for node in (*call.args, *call.keywords) if node is not argument]
        if not others or isinstance(argument, ast.Starred):
            return
        before = [self.span(node)[1] for node in others if self.span(node)[1] <= start]
        if before:
            yield self.text.rfind(",", max(before), start), end, ""
        else:
            yield start, self.text.index(",", end) + 1, ""

    def returns(self, node: ast.AST) -> str:
        """Return the annotated return type of the function around a node."""
        while node in self.parents:
            node = self.parents[node]
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                return "" if node.returns is None else self.text_of(node.returns)
        return ""

    def is_inert(self, node: ast.Constant) -> bool:
        """Return whether a constant is a docstring, a type, or a name that only Python itself reads."""
        parent = self.parents.get(node)
        if isinstance(parent, ast.Expr):
            return True
        while parent is not None:
            if isinstance(parent, ast.Subscript) and self.text_of(parent.value) in (
                "Literal",
                "Callable",
                "type",
            ):
                return True
            if isinstance(parent, (ast.Assign, ast.AnnAssign)):
                target = parent.targets[0] if isinstance(parent, ast.Assign) else parent.target
                return self.text_of(target) in ("__slots__", "__all__", "__version__")
            if isinstance(parent, ast.Call) and self.text_of(parent.func) in ("cast", "TypeVar", "NewType"):
                return True
            parent = self.parents.get(parent)
        return False


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
