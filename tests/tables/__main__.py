"""``python -m tests.tables``: regenerate the tables in ``content/``."""

from __future__ import annotations

from pathlib import Path

from tests.tables import indicators, pinyin, record, variants

TABLES = {
    "pinyin.txt": pinyin.make,
    "variants.txt": variants.make,
    "indicators.json": indicators.make,
    "indicator-order.json": indicators.make_order,
    "huiji-2024.json": record.make,
}

if __name__ == "__main__":
    content = Path(__file__).parents[2] / "content"
    for name, make in TABLES.items():
        (content / name).write_text(make(), encoding="utf-8", newline="\n")
