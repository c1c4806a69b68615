"""The version of the rules by which reports are converted: which of a library's are older."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_RULE_PACKAGES = ("convert", "metrics", "report", "library")
_CONTENT = ("indicators.json", "divisions.tsv", "pinyin.txt")


@cache
def rules_version() -> str:
    """Return a digest of the modules and tables that decide what a conversion gives."""
    package = Path(__file__).parents[1]
    digest = hashlib.sha256()
    files = [file for name in _RULE_PACKAGES for file in sorted((package / name).rglob("*.py"))]
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    from tui.report.resources import read_content

    for name in _CONTENT:
        digest.update(read_content(name))
    return digest.hexdigest()[:16]
