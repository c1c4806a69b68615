"""The versions of the rules by which reports are converted, and promises linked: what of a library is older."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_RULE_PACKAGES = ("convert", "links", "metrics", "report", "library")
#: Packages that decide what becomes of a promise, given the reports.
_LINK_PACKAGES = ("promises", "links", "metrics", "report")
#: The wording of the notes that a link keeps.
_LINK_MESSAGES = ("messages/promises.py",)
#: How characters are folded and read, by which a library is searched.
_READINGS = ("search/fold.py", "search/readings.py")
_CONTENT = ("indicators.json", "divisions.tsv", "pinyin.txt")


@cache
def rules_version() -> str:
    """Return a digest of the modules and tables that decide what a conversion gives."""
    return _digest(_RULE_PACKAGES, _CONTENT, _READINGS)


@cache
def link_rules_version() -> str:
    """Return a digest of the modules and tables that decide what is linked to a promise, and of the notes kept with it."""
    return _digest(_LINK_PACKAGES, _CONTENT[:1], _LINK_MESSAGES)


def _digest(packages: Iterable[str], content: Iterable[str], modules: Iterable[str] = ()) -> str:
    package = Path(__file__).parents[1]
    digest = hashlib.sha256()
    files = [file for name in packages for file in sorted((package / name).rglob("*.py"))]
    files += [package / name for name in modules]
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    from tui.report.resources import read_content

    for name in content:
        digest.update(read_content(name))
    return digest.hexdigest()[:16]
