"""Notes as W3C Web Annotations: https://www.w3.org/TR/annotation-model/.

An annotation has the passage as a ``TextQuoteSelector`` and a ``TextPositionSelector``, what was written as a ``TextualBody``, and the
colour as the ``styleClass`` of its target. What the model has no word for is below ``huiji``: which report it is, where in it the passage
stands, and the citation. Other programs ignore that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, UUID, uuid5

from tui.citation import source
from tui.notes.export import reference_of
from tui.notes.model import COLOURS, MAX_BODY, MAX_PASSAGE, Colour, Note, NotedReport, now
from tui.notes.placing import PlacedNote
from tui.notes.store import read_report
from tui.report.anchors import CONTEXT, Quote
from tui.report.sanitize import clean
from tui.state.records import CitationStyle

CONTEXT_IRI = "http://www.w3.org/ns/anno.jsonld"
_UUID, _KEY = "urn:uuid:", "urn:sha256:"
#: What is told of a report: not where a person keeps its file.
_SHARED = [field for field in NotedReport._fields if field != "path"]
#: Nesting of collections, pages and lists.
_MAX_DEPTH = 8


def annotation_page(placed: Iterable[PlacedNote], style: CitationStyle = "chinese") -> dict[str, Any]:
    """Return notes as a page of annotations, with their sources in a style of citations."""
    return {
        "@context": CONTEXT_IRI,
        "id": f"{_UUID}{uuid5(NAMESPACE_URL, 'huiji-tui:notes')}",
        "type": "AnnotationPage",
        "items": [annotation(one, style) for one in placed],
    }


def annotation(placed: PlacedNote, style: CitationStyle = "chinese") -> dict[str, Any]:
    """Return a note as an annotation."""
    note, home, span, *_ = placed
    start, end = span or (note.start, note.end)
    quote = {"exact": note.quote.exact, "prefix": note.quote.prefix, "suffix": note.quote.suffix}
    body = {"type": "TextualBody", "value": note.body, "format": "text/plain", "purpose": "commenting"}
    return {
        "@context": CONTEXT_IRI,
        "id": f"{_UUID}{note.id}" if _is_uuid(note.id) else note.id,
        "type": "Annotation",
        "motivation": "commenting" if note.body else "highlighting",
        "created": note.created,
        "modified": note.modified,
        **({"body": [body]} if note.body else {}),
        "target": {
            "source": f"{_KEY}{home.key}",
            **({"styleClass": note.colour} if note.colour else {}),
            "selector": [
                {"type": "TextQuoteSelector", **quote},
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
        "huiji": {
            "report": {field: getattr(home, field) for field in _SHARED},
            "section": note.section,
            "citation": source(reference_of(placed), style),
            "status": _status(placed),
        },
    }


def _status(placed: PlacedNote) -> str:
    if placed.span is None:
        return "gone" if placed.is_checked else "unchecked"
    return "likely" if placed.is_likely else "found"


class ReadNote(NamedTuple):
    """A note read from an annotation, and the report it names; None if it names none."""

    note: Note
    home: NotedReport | None


def read_annotations(data: Any) -> Iterator[ReadNote | None]:
    """Yield the notes of annotations, a page, a collection or a list; None for each that cannot be understood."""
    for item in _items(data, 0):
        try:
            yield _read(item)
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            yield None


def _items(data: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """Yield the annotations below collections, pages and lists."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(data, list):
        for one in data:
            yield from _items(one, depth + 1)
    elif isinstance(data, dict):
        kinds = _listed(data.get("type", ()))
        if "Annotation" in kinds:
            yield data
            return
        for field in ("items", "first", "annotations", "rows"):
            if isinstance(data.get(field), list | dict):
                yield from _items(data[field], depth + 1)


def _read(data: Mapping[str, Any]) -> ReadNote:
    target = _listed(data["target"])[0]
    selectors = {one["type"]: one for one in _listed(target["selector"]) if isinstance(one, dict)}
    quoted, position = selectors["TextQuoteSelector"], selectors.get("TextPositionSelector", {})
    exact, prefix, suffix = (_text(quoted.get(name, "")) for name in ("exact", "prefix", "suffix"))
    start = position.get("start", 0)
    if type(start) is not int or start < 0 or not exact or len(exact) > MAX_PASSAGE:
        raise ValueError
    body = "\n".join(_bodies(data))
    colour = _colour(target.get("styleClass"))
    if len(body) > MAX_BODY:
        raise ValueError
    if not body and not colour:
        colour = COLOURS[1]  # a highlight of another program
    own = data.get("huiji")
    own = own if isinstance(own, dict) else {}
    created = _text(data.get("created") or now())
    note = Note(
        _id(data.get("id"), exact, created),
        start,
        start + len(exact),
        Quote(exact, prefix[-CONTEXT:], suffix[:CONTEXT], start),
        _text(own.get("section", "")),
        body,
        colour,
        created,
        _text(data.get("modified") or created),
    )
    return ReadNote(note, read_report(own["report"]) if "report" in own else None)


def _bodies(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield the texts of an annotation; tags are none."""
    for one in [*_listed(data.get("body", [])), *_listed(data.get("bodyValue", []))]:
        if isinstance(one, str):
            yield clean(one)
        elif isinstance(one, dict) and one.get("purpose", "commenting") not in ("tagging", "classifying"):
            yield _text(one.get("value", ""))


def _colour(style: object) -> Colour:
    return next((colour for colour in COLOURS if colour in _listed(style or "")), "")


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return clean(value)


def _id(name: object, exact: str, created: str) -> str:
    """Return the UUID of an annotation; one that has another name always gets the same."""
    if isinstance(name, str) and _is_uuid(name.removeprefix(_UUID)):
        return name.removeprefix(_UUID).lower()
    return str(uuid5(NAMESPACE_URL, f"{name} {exact} {created}"))


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False
