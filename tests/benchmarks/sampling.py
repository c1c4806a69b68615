"""Choose the digit runs to label from the reports in a folder, with a fixed seed and every report equally likely.

Run as a program, it prints them in their context for labelling.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tui.convert.decode import decode
from tui.report.errors import HuijiError

SEED, SIZE = 20240122, 200
RUN = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?")
_ESCAPED = re.compile(r"<U\+[0-9A-F]{4}>|&#?\w+;")


def readable_texts(folder: Path) -> dict[str, str]:
    """Return the plain texts of a folder's reports by file name."""
    texts = {}
    for path in sorted(folder.glob("*")):
        if path.suffix in (".txt", ".md"):
            try:
                texts[path.name] = decode(path.read_bytes(), path.name)[0]
            except HuijiError:
                continue
    return texts


def sampled(texts: dict[str, str]) -> Iterator[tuple[str, int, str]]:
    """Yield file, offset and digits of each run in the sample, in order."""
    chance = random.Random(SEED)
    runs = {
        name: list(RUN.finditer(_ESCAPED.sub(lambda part: "_" * len(part[0]), text)))
        for name, text in texts.items()
    }
    names = sorted(name for name, found in runs.items() if found)
    chosen: set[tuple[str, int, str]] = set()
    while len(chosen) < SIZE:
        name = chance.choice(names)
        found = chance.choice(runs[name])
        chosen.add((name, found.start(), found[0]))
    yield from sorted(chosen)


if __name__ == "__main__":
    found = readable_texts(Path(sys.argv[1]))
    for number, (name, start, digits) in enumerate(sampled(found)):
        text = found[name]
        before, after = text[max(0, start - 60) : start], text[start + len(digits) : start + len(digits) + 30]
        print(number, name, start, f"{before}⟦{digits}⟧{after}".replace("\n", "⏎"))
