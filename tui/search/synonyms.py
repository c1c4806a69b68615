"""What else to look for: the words of ``content/synonyms.yaml``, by what readers type."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tui.outline_file.yaml_reader import Mapping as YamlMapping
from tui.outline_file.yaml_reader import Scalar, Sequence, YamlNode, read_yaml
from tui.report.errors import DataError
from tui.report.resources import read_content
from tui.search.fold import fold_query

FILE = "synonyms.yaml"
MAX_WORDS = 20


@cache
def synonyms() -> Mapping[str, tuple[str, ...]]:
    """The words of the program, by folded word, read once."""
    return read_synonyms(read_content(FILE), FILE)


def read_synonyms(data: bytes, path: str) -> Mapping[str, tuple[str, ...]]:
    """What to look for beside each word, by the word folded as a query is.

    Raises:
        DataError: Where it is not a mapping of words to lists of words, with line and column.
    """
    root = read_yaml(data, path, max_keys=1000)
    if not isinstance(root, YamlMapping):
        raise _fault(root, path, "应为“词: [词, 词]”的映射")
    found: dict[str, tuple[str, ...]] = {}
    for word, (key, value) in root.entries.items():
        if not isinstance(value, Sequence) or not 1 <= len(value.items) <= MAX_WORDS:
            raise _fault(value, path, f"“{word}”之后应为列表，1 到 {MAX_WORDS} 个词")
        others = [item.value.strip() for item in value.items if isinstance(item, Scalar)]
        if len(others) != len(value.items) or not all(others):
            raise _fault(value, path, f"“{word}”的列表里只能有词")
        if fold_query(word)[0] in (fold_query(other)[0] for other in others):
            raise _fault(key, path, f"“{word}”不必列出自己")
        found[fold_query(word)[0]] = tuple(others)
    return found


def _fault(node: YamlNode, path: str, message: str) -> DataError:
    return DataError(message, path=path, line=node.line, column=node.column)
