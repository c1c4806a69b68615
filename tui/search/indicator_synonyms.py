"""Names of main indicators as synonyms: 公共财政预算收入 is also looked for as 一般公共预算收入.

Only names that mean the indicator wherever they stand in a text: what the table says of years and units is not known of a
text that is searched.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tui.metrics.indicators import built_in_entries
from tui.search.fold import fold_term

#: Characters of a name: shorter ones, such as 造林, occur in other names and in sentences about other things.
MIN_CHARACTERS = 4
#: Terms whose names are kept: each key pressed in the search box makes a new one.
_MAX_TERMS = 64


class _Indicator(NamedTuple):
    """The names of an indicator.

    Attributes:
        names: All names, folded.
        clear: Those that are long and mean the indicator without its measure, as printed, by the folded ones.
    """

    names: tuple[str, ...]
    clear: dict[str, str]


@lru_cache(_MAX_TERMS)
def other_names(folded: str) -> tuple[str, ...]:
    """Return the other names of the indicator that a folded term is a name of; none if it is not, or of several."""
    if len(folded) < MIN_CHARACTERS or folded.isascii():
        return ()
    table = load_names()
    named = [entry for entry in table if folded in entry.clear]
    if len(named) != 1:
        return ()
    others = {
        name: printed
        for name, printed in named[0].clear.items()
        if folded not in name  # found anyway
        and not any(entry is not named[0] and _misleads(name, folded, entry) for entry in table)
    }
    return tuple(
        printed
        for name, printed in others.items()
        if not any(other in name for other in others if other != name)
    )


@cache
def load_names() -> tuple[_Indicator, ...]:
    """Load the names of the program's indicators."""
    return tuple(_read_names())


def _read_names() -> Iterator[_Indicator]:
    for entry in built_in_entries():
        folded = [(fold_term(name.text)[0], name) for name in entry.names]
        clear = {
            text: name.text for text, name in folded if len(text) >= MIN_CHARACTERS and not name.measures
        }
        yield _Indicator(tuple(text for text, _ in folded), clear)


def _misleads(name: str, term: str, other: _Indicator) -> bool:
    """Return whether a name may be part of a name of another indicator where the term is not.

    新增就业 is: it begins 新增就业岗位. 国内生产总值 is not, beside 地区生产总值: 人均国内生产总值 is as near to it as
    人均地区生产总值 to the term. 出口总值 is, beside 出口总额: a single character before it makes another word, 进出口总值.
    """
    longer = [text for text in other.names if text != name and text.startswith(name)]
    ending = [text for text in other.names if text != name and text.endswith(name)]
    if name in other.names:
        return True
    if not longer and not ending:
        return False
    is_one_word = any(len(text) == len(name) + 1 for text in ending)
    return is_one_word or not any(term in text for text in other.names)
