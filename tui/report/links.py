"""Write and read links to a place in a report: ``huiji:惠济区/2024#三(五)``, ``#“引文”``.

A link is made of what readers see: whose report of which year it is, the printed number of a chapter or section, words of the text.
It holds for the same report converted anew, and can be read aloud. Percent-encoded links mean the same; ``%``, ``#`` and what ends
a link in running text are encoded when a link is written, nothing else.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.messages import links as messages
from tui.report.errors import UsageError
from tui.report.model import Report
from tui.report.numerals import half_width

SCHEME = "huiji:"
#: Hexadecimal digits of a file's SHA-256 that name it.
DIGEST_DIGITS = 12
MAX_CHARACTERS = 4_000
_ADDRESSED = re.compile(
    r"(?P<address>[^#]*/[0-9]{4}#[0-9]{1,12}(?=#)|[^#]*)(?:#(?P<fragment>.*))?", re.DOTALL
)
_QUOTED = re.compile(
    r"(?P<place>[^“\"「]*)[“\"「](?P<quote>.+)[”\"」](?:~(?P<occurrence>[0-9]{1,4}))?", re.DOTALL
)
#: A quotation that is still being typed.
_UNCLOSED = re.compile(r"(?P<place>[^“\"「]*)[“\"「](?P<quote>[^”\"」]+)(?P<occurrence>)", re.DOTALL)
_YEAR = re.compile(r"(?P<place>.+)/(?P<year>[0-9]{4})(?:#[0-9]+)?")
_DIGEST = re.compile(r"[0-9a-f]{8,64}")
#: Characters that are encoded when a link is written; also ``%`` before two hexadecimal digits.
_ENCODED = re.compile(r"%(?=[0-9A-Fa-f]{2})|[\s<>\x00-\x1f\x7f]")


class Link(NamedTuple):
    """A place in a report.

    Attributes:
        address: The report: ``惠济区/2024``, the name of a file, or the beginning of its SHA-256; empty for the report at hand.
        place: A place in it, as one is named elsewhere: ``三(五)``, ``3.1``; empty for the whole report.
        quote: Words of the text, within the place if there is one; empty if only the place is meant.
        occurrence: Which of several passages that have these words, from 1 on; 0 if there is only one.
    """

    address: str = ""
    place: str = ""
    quote: str = ""
    occurrence: int = 0

    def __str__(self) -> str:
        """Return the link as text."""
        address = f"{SCHEME}{_encoded(self.address).replace('#', '%23')}" if self.address else ""
        fragment = _encoded(self.place)
        if self.quote:
            fragment += f"“{_encoded(self.quote)}”" + (f"~{self.occurrence}" if self.occurrence else "")
        return f"{address}#{fragment}" if fragment or not address else address

    @property
    def within(self) -> Link:
        """The same place in the report at hand."""
        return self._replace(address="")


def is_link(text: str) -> bool:
    """Tell whether a text begins as a link does."""
    text = half_width(text[:80].strip().lstrip("<"))
    return text.startswith("#") or text.lower().startswith(SCHEME)


def parse_link(text: str) -> Link:
    """Read a link.

    Raises:
        UsageError: If it names nothing.
    """
    from urllib.parse import unquote  # no link is read before the first screen

    text = text.strip().removeprefix("<").removesuffix(">")
    if len(text) > MAX_CHARACTERS:
        raise UsageError(messages.LINK_TOO_LONG)
    scheme = half_width(text[: len(SCHEME)]).lower() == SCHEME
    rest = text[len(SCHEME) :] if scheme else text
    match = _ADDRESSED.fullmatch(rest.replace("＃", "#", 1))
    address = unquote(match["address"]).strip().strip("/") if match else ""
    fragment = unquote((match["fragment"] or "") if match else "").strip()
    quoted = _QUOTED.fullmatch(fragment) or _UNCLOSED.fullmatch(fragment)
    link = Link(address, fragment)
    if quoted:
        link = Link(address, quoted["place"].strip(), quoted["quote"].strip(), int(quoted["occurrence"] or 0))
    if link == Link() or (address and not scheme):
        raise UsageError(messages.bad_link(text))
    return link


def names_report(address: str, report: Report) -> bool:
    """Tell whether an address is that of a report, as far as the report itself tells: by place and year, file or SHA-256."""
    source = report.source
    if _DIGEST.fullmatch(address) and source.sha256.startswith(address):
        return True
    if source.file and address.casefold() == source.file.casefold():
        return True
    match = _YEAR.fullmatch(address)
    if match is None or not report.place or str(report.front.plan_year) != match["year"]:
        return False
    return match["place"].endswith(report.place) or report.place.endswith(match["place"])


def file_address(report: Report) -> str:
    """Return the address of a report outside a library: the name of its file, or the beginning of its SHA-256."""
    name, digest = report.source.file, report.source.sha256[:DIGEST_DIGITS]
    return name if "." in name and "/" not in name else digest


def place_address(report: Report) -> str:
    """Return the address of a report by its place and year; empty if it does not tell them."""
    year = report.front.plan_year
    return f"{report.place}/{year}" if report.place and year else ""


def is_digest(address: str) -> bool:
    """Tell whether an address is the beginning of a SHA-256."""
    return _DIGEST.fullmatch(address) is not None


def _encoded(text: str) -> str:
    return _ENCODED.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), text)
