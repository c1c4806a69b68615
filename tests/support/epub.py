"""Build small EPUB books."""

from __future__ import annotations

from tests.support.docx import packed

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="{}"/></rootfiles></container>'
)


def package(items: str, spine: str) -> str:
    return f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine>{spine}</spine></package>'


def item(name: str, properties: str = "") -> str:
    return f'<item id="{name}" href="{name}" media-type="application/xhtml+xml" properties="{properties}"/>'


def page(body: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>题</title></head><body>{body}</body></html>"
    )


def epub(pages: dict[str, str], order: list[str] | None = None, folder: str = "OEBPS/") -> bytes:
    """Return a book of pages, given by name and body; ``order`` is that of reading."""
    spine = "".join(f'<itemref idref="{name}"/>' for name in order or pages)
    return packed({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER.format(f"{folder}content.opf"),
        f"{folder}content.opf": package("".join(map(item, pages)), spine),
        **{f"{folder}{name}": page(body) for name, body in pages.items()},
    })  # fmt: skip
