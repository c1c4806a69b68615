"""``python -m tests.tables [FILE …]``: regenerate the tables in ``content/``.

Without names all but ``divisions.tsv``, which needs the network and a package that is not among those for development.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.tables import divisions, indicators, pinyin, record, variants

TABLES = {
    "pinyin.txt": pinyin.make,
    "variants.txt": variants.make,
    "indicators.json": indicators.make,
    "indicator-order.json": indicators.make_order,
    "huiji-2024.json": record.make,
}
ON_REQUEST = {"divisions.tsv": divisions.make}

if __name__ == "__main__":
    content = Path(__file__).parents[2] / "content"
    for name in sys.argv[1:] or TABLES:
        text = (TABLES | ON_REQUEST)[name]()
        (content / name).write_text(text, encoding="utf-8", newline="\n")
