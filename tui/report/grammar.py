"""How values look that an outline file and a record hold."""

from __future__ import annotations

import re

#: A number in decimal notation: the digits before and behind the point.
DECIMAL = re.compile(r"-?(\d+)(?:\.(\d+))?")
#: The id of a node, such as ``1.closing``.
NODE_ID = re.compile(r"[a-z0-9]+(\.[a-z0-9]+)*")
#: A day, as ISO 8601 has it.
DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
