"""Cite a passage of a report. All citations are made here: in Chinese, as Markdown, by GB/T 7714—2015, as BibTeX.

What is not known of a report is left out.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.messages import citations as messages
from tui.messages import reports
from tui.messages.quoting import quoted
from tui.report.dates import spoken_date
from tui.report.markdown import escape
from tui.report.markdown import link as markdown_link
from tui.report.model import DEFAULT_TITLE, Report
from tui.report.outline import Outline
from tui.report.reference import ReportRef
from tui.report.sanitize import one_line
from tui.state.records import CitationStyle
from tui.typeset.full_width import full_width_marks

#: Titles inside of a title take the other kind of marks.
_INNER_TITLES = str.maketrans("《》", "〈〉")
#: The steps of a path, see :meth:`tui.report.outline.Outline.path`.
_PART = re.compile("|".join(sorted(reports.PART_NAMES.values(), key=len, reverse=True)))
_NUMBER = r"[零〇一二三四五六七八九十百\d]+"
_CHAPTER = re.compile(rf"({_NUMBER})(?:$|(?=[( ])|、[^ ]*)")
_HEADING = re.compile(r"[^( ]+")
_SECTION = re.compile(rf" ?\(({_NUMBER})\)")
#: What means something to LaTeX, and how it is written.
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "#$%&_"},
}  # fmt: skip
_LATEX_MARKS = re.compile(r"[\\{}~^#$%&_]")
_NO_BRACES = {ord(mark): f"%{ord(mark):02X}" for mark in "{}"}
_KEY_CHARACTERS = 8


class Reference(NamedTuple):
    """What is known of where a passage is from.

    Attributes:
        title: The report.
        date: When it was delivered, ISO 8601; empty if not known.
        author: Whose report it is; empty if not known.
        where: The path of chapter, section and topic; empty for the report itself.
        sha256: Of the file it is from.
    """

    title: str
    date: str = ""
    author: str = ""
    where: str = ""
    sha256: str = ""

    @classmethod
    def of(cls, outline: Outline, offset: int) -> Reference:
        """Return what is known of an offset of a report."""
        return cls.of_report(outline.report)._replace(where=outline.path(outline.at(offset)))

    @classmethod
    def of_report(cls, report: Report) -> Reference:
        """Return what is known of a report."""
        front = report.front
        author = front.organisation or (front.speaker.name if front.speaker else "")
        return cls(report.name, front.date, author, "", report.source.sha256)

    @classmethod
    def of_ref(cls, ref: ReportRef, where: str = "") -> Reference:
        """Return what is known of a place in a report without its text."""
        title = ref.title or DEFAULT_TITLE
        return cls(title if ref.place in title else ref.place + title, ref.date, "", where, ref.sha256)


def cite(passage: str, reference: Reference, style: CitationStyle = "chinese", link: str = "") -> str:
    """Return a passage with its source.

    Args:
        passage: The passage, as published.
        reference: Where it is from.
        style: How it is written.
        link: A link to the passage; empty for none.
    """
    shown = passage if style == "published" else full_width_marks(passage)
    if style == "bibtex":
        return _bibtex(reference, shown, link)
    if style == "markdown":
        source = escape(_chinese(reference))
        lines = [f"> {escape(line)}".rstrip() for line in shown.split("\n")]
        return "\n".join(
            [*lines, ">", f"> {messages.dashed(markdown_link(source, link) if link else source)}"]
        )
    below = [link] if link else []
    if style == "gbt7714":
        return "\n".join([quoted(shown), _standard(reference), *below])
    return "\n".join([messages.cited(quoted(shown), _chinese(reference)), *below])


def source(reference: Reference, style: CitationStyle = "chinese") -> str:
    """Return the source alone, on one line: ``《惠济区政府工作报告》，2024年1月22日，第三部分第（五）节``."""
    if style == "bibtex":
        return one_line(" ".join(_bibtex(reference).split("\n")))
    return _standard(reference) if style == "gbt7714" else _chinese(reference)


def locator(path: str) -> str:
    """Return a path as a citation tells it: ``第三部分第（五）节`` for ``三(五)提升城区绿化品质``, or for the labels of the nodes."""
    part = _PART.match(path)
    rest = path[part.end() :].strip() if part else path
    chapter, heading = _CHAPTER.match(rest), _HEADING.match(rest)
    named = part[0] if part else ""
    if chapter is not None:
        named += messages.chapter(chapter[1])
    elif heading is not None and not part:
        named += messages.named_chapter(quoted(full_width_marks(heading[0])))
    begun = chapter or heading
    section = _SECTION.match(rest, begun.end()) if begun is not None else None
    return one_line(named + (messages.section(section[1]) if section is not None else ""))


def _chinese(reference: Reference) -> str:
    title = messages.titled(one_line(reference.title).translate(_INNER_TITLES))
    return messages.COMMA.join(filter(None, (title, spoken_date(reference.date), locator(reference.where))))


def _standard(reference: Reference) -> str:
    """Return a reference by GB/T 7714—2015: of a report, whose address on the web is not known."""
    author = f"{one_line(reference.author)}. " if reference.author else ""
    date = f" ({reference.date})" if reference.date else ""
    where = locator(reference.where)
    end = f"{date}{f': {where}' if where else ''}."
    return f"{author}{one_line(reference.title)}[R].{end if date or where else ''}"


def _bibtex(reference: Reference, passage: str = "", link: str = "") -> str:
    """Return an entry; a passage is its annotation."""
    year, month, day = (*reference.date.split("-"), "", "", "")[:3]
    fields = {
        "title": reference.title,
        "year": year,
        "month": month.lstrip("0"),
        "day": day.lstrip("0"),
        "note": locator(reference.where),
        "annote": passage,
    }
    written = []
    if reference.author:  # in two pairs of braces: one name, however it is spelt
        written = [f"  {name} = {{{{{_latex(reference.author)}}}}}," for name in ("author", "institution")]
    written += [f"  {name} = {{{_latex(value)}}}," for name, value in fields.items() if value]
    if link:
        written.append(f"  url = {{{one_line(link).translate(_NO_BRACES)}}},")
    kind = "techreport" if reference.author else "misc"
    key = "-".join(filter(None, ("report", reference.date, reference.sha256[:_KEY_CHARACTERS])))
    return "\n".join([f"@{kind}{{{key},", *written, "}"])


def _latex(text: str) -> str:
    return _LATEX_MARKS.sub(lambda mark: _LATEX[mark[0]], one_line(text))
