"""Synonyms: terms of ``content/synonyms.yaml`` to look for beside the one typed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from tui.messages import search as messages
from tui.outline_file.yaml_reader import Mapping as YamlMapping
from tui.outline_file.yaml_reader import Scalar, Sequence, YamlNode, read_yaml
from tui.report.errors import DataError
from tui.report.resources import read_content
from tui.search.fold import fold_term

FILE = "synonyms.yaml"
MAX_SYNONYMS = 20


@cache
def default_synonyms() -> Mapping[str, tuple[str, ...]]:
    """Load the program's synonyms, by folded term."""
    return MappingProxyType(read_synonyms(read_content(FILE), FILE))


def read_synonyms(data: bytes, path: str) -> dict[str, tuple[str, ...]]:
    """Return the synonyms of each term, by the term folded as in a query.

    Raises:
        DataError: Where it is not a mapping of terms to lists of terms, with line and column.
    """
    root = read_yaml(data, path, max_keys=1000)
    if not isinstance(root, YamlMapping):
        raise _fault(root, path, messages.SYNONYMS_NOT_A_MAPPING)
    synonyms: dict[str, tuple[str, ...]] = {}
    for term, (key, value) in root.entries.items():
        if not isinstance(value, Sequence) or not 1 <= len(value.items) <= MAX_SYNONYMS:
            raise _fault(value, path, messages.synonyms_not_a_list(term, MAX_SYNONYMS))
        others = [item.value.strip() for item in value.items if isinstance(item, Scalar)]
        if len(others) != len(value.items) or not all(others):
            raise _fault(value, path, messages.synonyms_not_terms(term))
        folded, _ = fold_term(term)
        if folded in (fold_term(other)[0] for other in others):
            raise _fault(key, path, messages.synonym_of_itself(term))
        synonyms[folded] = tuple(others)
    return synonyms


def _fault(node: YamlNode, path: str, message: str) -> DataError:
    return DataError(message, path=path, line=node.line, column=node.column)
