"""Write HTML: every text and attribute is escaped, the page allows itself no style and script but its own, and loads nothing."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterable, Mapping

from tui.report.resources import read_content

#: Elements without an end tag.
_VOID = ("meta", "input", "br", "col")
_FOLDER = "pages"
#: Nothing may be loaded, sent or embedded; style and script are allowed by what they contain.
_POLICY = "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"  # fmt: skip


class Markup(str):
    """Text that is HTML already; all other text is escaped."""

    __slots__ = ()


#: Values of attributes: text, or whether one without a value is there; None for one that is not.
Attributes = Mapping[str, str | bool | None]
Child = str | Markup


def escape(text: Child) -> Markup:
    """Return a text as HTML."""
    return text if isinstance(text, Markup) else Markup(html.escape(text, quote=True))


def joined(children: Iterable[Child], between: str = "") -> Markup:
    """Return children one behind the other."""
    return Markup(between.join(map(escape, children)))


def element(name: str, attributes: Attributes | None = None, *children: Child) -> Markup:
    """Return an element.

    Args:
        name: Its name, a constant of the program.
        attributes: Its attributes; names are constants of the program.
        children: Text, which is escaped, and elements.
    """
    written = "".join(
        f" {key}" if value is True else f' {key}="{html.escape(value, quote=True)}"'
        for key, value in (attributes or {}).items()
        if isinstance(value, str) or value
    )
    start = f"<{name}{written}>"
    return Markup(start if name in _VOID else f"{start}{joined(children)}</{name}>")


def link(anchor: str, *children: Child) -> Markup:
    """Return a link to an element of the same page; only its children without an anchor."""
    return element("a", {"href": f"#{anchor}"}, *children) if anchor else joined(children)


def document(title: str, body: Markup, style: str, script: str = "") -> str:
    """Return a whole page that needs no other file.

    Args:
        title: Its title.
        body: The element ``body``.
        style: The file of ``content/pages/`` with its style sheet.
        script: The file with its script; empty for none.
    """
    css, code = _own(style), _own(script) if script else ""
    policy = _POLICY.format(style=_source(css), script=_source(code) if code else "'none'")
    head = element(
        "head",
        None,
        element("meta", {"charset": "utf-8"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "color-scheme", "content": "light dark"}),
        element("meta", {"name": "referrer", "content": "no-referrer"}),
        element("title", None, title),
        element("style", None, Markup(css)),
        element("script", {"type": "module"}, Markup(code)) if code else "",
    )
    page = element("html", {"lang": "zh-CN"}, "\n", head, "\n", body, "\n")
    return f"<!DOCTYPE html>\n{page}\n"


def _own(name: str) -> str:
    return read_content(f"{_FOLDER}/{name}").decode("utf-8")


def _source(text: str) -> str:
    """Return what allows a style sheet or a script in the policy of a page: the hash of its text."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
