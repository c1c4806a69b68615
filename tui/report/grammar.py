"""Patterns that several rules share: years, Chinese numerals, ends of sentences, values of outline files.

Most are text, for other patterns to be built of; those compiled here are needed at every start.
"""

from __future__ import annotations

import re

#: A year of the 20th or 21st century.
YEAR = r"(?:19|20)\d\d"
#: A character of the Chinese numbers of headings and items, which go up to 九十九.
NUMERAL = "[一二三四五六七八九十]"
#: Characters that end a sentence, a main clause, or any clause.
SENTENCE_ENDS = "。!！?？"
CLAUSE_ENDS = SENTENCE_ENDS + ";；:："
PAUSES = CLAUSE_ENDS + ",，"
#: How a speaker addresses the deputies.
ADDRESS = "各位代表"
#: Characters that may follow the end of a sentence as part of it.
CLOSING_QUOTES = "”’」』"
CLOSERS = CLOSING_QUOTES + "）)"

#: Words for levels of places, without the name of one.
_PLACE_LEVELS = ("自治区", "自治州", "自治县")
#: Characters of the year in a title.
YEAR_CHARACTERS = "0123456789年"

#: A decimal number: the digits before and after the point.
DECIMAL = re.compile(r"-?(\d+)(?:\.(\d+))?")
#: The id of a node, such as ``1.closing``.
NODE_ID = re.compile(r"[a-z0-9]+(\.[a-z0-9]+)*")
#: A day, as ISO 8601 has it.
DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


def names_place(place: str) -> bool:
    """Tell whether a place is named, not only its level: 某市, but not 市 or 自治区."""
    return len(place) > 1 and place not in _PLACE_LEVELS
