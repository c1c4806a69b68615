"""Patterns that many rules share: years, Chinese numerals, the end of a sentence, the fields of outline files.

Most are text for other patterns to be built of; what is compiled here is needed by every start.
"""

from __future__ import annotations

import re

#: A year of the 20th or 21st century.
YEAR = r"(?:19|20)\d\d"
#: A character of the numerals that count headings and items, which go up to 九十九.
NUMERAL = "[一二三四五六七八九十]"
#: Characters that end a sentence, a clause that could stand alone, or any clause.
SENTENCE_ENDS = "。!！?？"
CLAUSE_ENDS = SENTENCE_ENDS + ";；:："
PAUSES = CLAUSE_ENDS + ",，"
#: Characters that may follow the end of a sentence and belong to it.
CLOSING_QUOTES = "”’」』"
CLOSERS = CLOSING_QUOTES + "）)"

#: A number in decimal notation: the digits before and behind the point.
DECIMAL = re.compile(r"-?(\d+)(?:\.(\d+))?")
#: The id of a node, such as ``1.closing``.
NODE_ID = re.compile(r"[a-z0-9]+(\.[a-z0-9]+)*")
#: A day, as ISO 8601 has it.
DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
