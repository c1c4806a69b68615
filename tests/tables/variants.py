"""Generate ``content/variants.txt``: each simplified character with its traditional variants."""

from __future__ import annotations

from collections import defaultdict
from importlib.metadata import version

from opencc import OpenCC

_PER_LINE = 24


def make() -> str:
    """Return the whole table as text."""
    convert = OpenCC("t2s").convert
    variants: defaultdict[str, list[str]] = defaultdict(list)
    for code in range(0x3400, 0xA000):
        simplified = convert(chr(code))
        if simplified != chr(code) and len(simplified) == 1 and simplified <= "\u9fff":
            variants[simplified].append(chr(code))
    words = [simplified + "".join(found) for simplified, found in sorted(variants.items())]
    lines = [" ".join(words[start : start + _PER_LINE]) for start in range(0, len(words), _PER_LINE)]
    head = f"# Simplified characters, each with its traditional ones; from OpenCC {version('opencc')} (Apache-2.0) by tests.tables."
    return "\n".join([head, *lines]) + "\n"
