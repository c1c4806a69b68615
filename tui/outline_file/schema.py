"""Versions of the outline schema, and the ids that nodes of an older version get.

Schema 3 says more of metrics: attributes, what a figure is part of, among whom it ranks, and its indicator. Schema 2 renamed two kinds of parts: text that continues after a list is ``continuation`` (was ``more``), what a web
page adds after the report is ``trailing`` (was ``tail``). Files of older schemas are read, and written as schema 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.report.model import Doubt

SCHEMA = "huiji-outline/3"
#: The versions that can be read.
SCHEMAS = (SCHEMA, "huiji-outline/2", "huiji-outline/1")
#: Versions with the old ids of nodes.
SCHEMAS_WITH_OLD_IDS = ("huiji-outline/1",)
#: Separates the doubts in the one line that holds them.
DOUBT_SEPARATOR = "；"
#: A doubt with the offset it is about: ``章编号不连续：缺“二”@1234``.
_DOUBT = re.compile(r"(?P<text>.*?)(?:@(?P<offset>[0-9]{1,9}))?")
_RENAMED_PARTS = {"more": "continuation", "tail": "trailing"}


def written_doubts(doubts: Iterable[Doubt]) -> str:
    """Return the line that holds doubts, each with its offset."""
    return DOUBT_SEPARATOR.join(
        doubt.text if doubt.offset is None else f"{doubt.text}@{doubt.offset}" for doubt in doubts
    )


def read_doubts(line: str, length: int) -> tuple[Doubt, ...]:
    """Return the doubts a line holds; an offset beyond the length of the text is left out."""
    doubts = []
    for written in filter(None, line.split(DOUBT_SEPARATOR)):
        match = _DOUBT.fullmatch(written)
        offset = int(match["offset"]) if match and match["offset"] else None
        text = match["text"] if match else written
        doubts.append(Doubt(text, offset if offset is not None and offset <= length else None))
    return tuple(doubts)


def current_id(node_id: str) -> str:
    """Return the current id of a node of schema 1: ``1.1.more2`` becomes ``1.1.continuation2``."""
    return re.sub(
        r"\b(more|tail)(?=\d*(?:\.|$))", lambda match: _RENAMED_PARTS[match[0]], node_id, flags=re.ASCII
    )
