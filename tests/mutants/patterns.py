"""Mutations of regular expressions: drop a member of a class, change a quantifier."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator

from tests.mutants.source import Edit, Source

#: One character of a class, as written in the source: an escape or itself.
_CHARACTER = r"(?:\\\\?(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[pP]\{[^}]*\}|.)|[^\\\]])"
_CLASS = re.compile(rf"\[\^?(\]?(?:{_CHARACTER})*)\]")
_MEMBER = re.compile(rf"{_CHARACTER}(?:-{_CHARACTER})?")
_QUANTIFIER = re.compile(r"(?<=[^\\(|\[?*+{^])(?:[*+?](?![+?])|\{\d*,?\d*\}[+?]?)")
_SWAPPED = {"*": "+", "+": "*", "?": ""}


def pattern_edits(source: Source, argument: ast.AST) -> Iterator[Edit]:
    """Yield edits of the strings that make up an argument."""
    start, _ = source.span(argument)
    for at, token in _texts(source.text_of(argument)):
        prefix = len(token) - len(token.lstrip("rRbBfFuU"))
        quotes = 3 if token[prefix : prefix + 3] in ('"""', "'''") else 1
        body = token[prefix + quotes : -quotes]
        for first, last, replacement in _edits(body):
            offset = start + at + prefix + quotes
            yield offset + first, offset + last, replacement


def _texts(code: str) -> Iterator[tuple[int, str]]:
    lines = [0]
    for line in code.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))
    try:
        for token in tokenize.generate_tokens(io.StringIO(f"{code}\n").readline):
            if token.type == tokenize.STRING:
                yield lines[token.start[0] - 1] + token.start[1], token.string
    except (tokenize.TokenError, IndentationError):
        return


def _edits(body: str) -> Iterator[Edit]:
    classes = [(found.start(1), found.end(1)) for found in _CLASS.finditer(body) if "{" not in found[0][:1]]
    for start, end in classes:
        members = list(_MEMBER.finditer(body, start, end))
        for member in members if len(members) > 1 else []:
            yield member.start(), member.end(), ""
    for found in _QUANTIFIER.finditer(body):
        if not any(start <= found.start() < end for start, end in classes):
            yield found.start(), found.end(), _SWAPPED.get(found[0], "")
