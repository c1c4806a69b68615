"""Words of letters that only spell headings: whether they are to be searched for, or go to one, is asked."""

from __future__ import annotations

from tui.messages import reading as messages
from tui.reading.listing import Choice
from tui.report.outline import Outline
from tui.search.pinyin import letters_of
from tui.search.places import matching_nodes

#: Headings that are offered at most.
_MOST_HEADINGS = 5


def spelt_choices(outline: Outline, words: str) -> list[Choice]:
    """Return what letters may mean: a search, and the headings they spell; nothing where they name a place, or no heading."""
    if letters_of(words) is None or words in outline.by_id:
        return []
    nodes = matching_nodes(outline, words)
    if not nodes or words.lower() in outline.label(nodes[0]).lower():
        return []
    headings = [Choice(messages.go_to(outline.label(node)), node.id) for node in nodes[:_MOST_HEADINGS]]
    return [Choice(messages.search_for(words), f"/{words}"), *headings]
