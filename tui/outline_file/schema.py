"""Versions of the outline schema, and the ids that nodes of an older version get.

Schema 2 renamed two kinds of parts: text that continues after a list is ``continuation`` (was ``more``), what a web
page adds after the report is ``trailing`` (was ``tail``). Files of schema 1 are read, and written as schema 2.
"""

from __future__ import annotations

import re

SCHEMA = "huiji-outline/2"
#: The versions that can be read.
SCHEMAS = (SCHEMA, "huiji-outline/1")
#: Separates the doubts in the one line that holds them.
DOUBT_SEPARATOR = "；"
_RENAMED_PARTS = {"more": "continuation", "tail": "trailing"}


def current_id(node_id: str) -> str:
    """Return the current id of a node of schema 1: ``1.1.more2`` becomes ``1.1.continuation2``."""
    return re.sub(
        r"\b(more|tail)(?=\d*(?:\.|$))", lambda match: _RENAMED_PARTS[match[0]], node_id, flags=re.ASCII
    )
