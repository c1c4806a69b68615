"""Write a screenshot that needs nothing from the web."""

from __future__ import annotations

import re
from pathlib import Path

from tui.report.errors import WriteError
from tui.report.sanitize import one_line
from tui.state.files import create_new, write_atomically

_NAME = "huiji-tui.svg"
#: The fonts that Rich has fetched from the web: they have no Chinese, and every terminal's own font will do.
_WEB_FONTS = re.compile(r"@font-face\s*\{[^}]*\}\s*")


def write_screenshot(svg: str) -> str:
    """Write a screenshot into the current folder, under a name that is free; return its path.

    Raises:
        WriteError: If the folder cannot be written to.
    """
    path = create_new(Path(_NAME)).absolute()
    try:
        write_atomically(path, _WEB_FONTS.sub("", svg).encode("utf-8"))
    except WriteError:
        path.unlink(missing_ok=True)
        raise
    return one_line(str(path))
