"""The lines that may begin a chapter or a section, and which of their styles is the outer one.

A style is the outer one of two if the other begins anew within it: told by the order of the numbers, not by the marks.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

from tui.convert.chapter_names import LONGEST, is_chapter_name, names_a_time, opens_no_chapter
from tui.report.numerals import HALF_WIDTH, small_number

_CN = "[一二三四五六七八九十]"
_STYLES = {
    "division": re.compile(rf"\s*第\s*(?P<number>{_CN}{{1,3}})\s*(?:部分|章|篇)[、:：]?\s*(?P<rest>\S.*)"),
    "comma": re.compile(
        rf"\s*(?P<number>{_CN}{{1,3}})\s*(?:、|[．.](?!\d(?!\d{{3}}年)))\s*(?P<rest>(?!{_CN}、)\S.*)"
    ),
    "bracket": re.compile(
        rf"\s*(?:[(（]\s*(?P<number>{_CN}{{1,3}})\s*[)）]|(?P<circled>[㈠-㈩]))[、.．]?\s*(?P<rest>\S.*)"
    ),
    "ordinal": re.compile(rf"\s*第(?P<number>{_CN}{{1,3}})[,，、]\s*(?P<rest>\S.*)"),
}
ITEM = re.compile(
    rf"\s*(?:(?P<number>\d{{1,2}})\s*[.、．](?!\d)|[(（](?P<bracket>\d{{1,2}})[)）]|(?P<circled>[①-⑳])"
    rf"|第(?P<nth>{_CN}{{1,3}})[,，、]|(?P<is>{_CN})(?:是|要)(?!否))\s*(?P<rest>\S.*)"
)
ADDRESS = re.compile(
    r"\s*(?:尊敬的)?(?:主席团[、，,]?|主任[、，,]?)?(?:各位(?:代表|委员|领导|副?主任)|同志们|代表们)[^。;；]{0,16}[:：,，!！、]"
)
SENTENCE_END = re.compile(r"[。!！?？](?:[”’」』])?")
HEADING_MAX = 45
#: A numbered heading that has its line for itself may be so long.
_LINE_MAX = 70
#: How many lines above sections that begin anew the chapter's name stands at most.
_LEAD_LINES = 4
#: What a table of contents puts between a heading and its page.
_CONTENTS_TAIL = re.compile(r"[.．…·\s]*\d*\s*$")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
Style = Literal["plain", "division", "comma", "bracket", "ordinal"]


class Line(NamedTuple):
    """A paragraph of the source: ``text`` without its line break, at offset ``start``."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class HeadingCandidate:
    """A line that may begin a chapter or a section.

    Attributes:
        index: Which line it is.
        style: How it is numbered.
        number: As printed, None where it is not numbered.
        heading: Its first sentence, without number and closing mark.
        after: Where in the line the heading ends.
    """

    index: int
    style: Style
    number: str | None
    heading: str
    after: int


def find_headings(lines: Sequence[Line], headings: frozenset[str]) -> list[HeadingCandidate]:
    """The lines that may begin a chapter or a section, without those of a table of contents.

    Args:
        lines: The report.
        headings: Lines, stripped, that its file sets as headings.
    """
    candidates = _without_contents(lines, _all_candidates(lines, headings))
    if any(candidate.style in ("plain", "division") for candidate in candidates):
        return candidates
    comma = [candidate for candidate in candidates if candidate.style == "comma"]
    return sorted([*candidates, *_leads(lines, comma)], key=lambda candidate: candidate.index)


def _all_candidates(lines: Sequence[Line], headings: frozenset[str]) -> list[HeadingCandidate]:
    """The lines that look like headings; numbers count up, or begin anew."""
    candidates: list[HeadingCandidate] = []
    reached: dict[str, int] = {}
    for index, line in enumerate(lines):
        candidate = _candidate(index, line.text, headings)
        if candidate is None:
            continue
        if candidate.number is not None:
            value = small_number(candidate.number) or 0
            if value != 1 and not 1 <= value - reached.get(candidate.style, -9) <= 2:
                continue
            reached[candidate.style] = value
        candidates.append(candidate)
    return candidates


def _without_contents(lines: Sequence[Line], candidates: list[HeadingCandidate]) -> list[HeadingCandidate]:
    """The heads without those of a table of contents: they stand close together, and each stands again below."""
    kept: list[HeadingCandidate] = []
    final = {(candidate.style, candidate.heading): place for place, candidate in enumerate(candidates)}
    last = -9  # the line of the last entry
    for place, candidate in enumerate(candidates):
        name = (
            _CONTENTS_TAIL.sub("", candidate.heading)
            if len(candidate.heading) <= _LINE_MAX
            else candidate.heading
        )
        again = final.get((candidate.style, name), -1) > place
        if again and (
            _is_bare(lines, candidates, place) or name != candidate.heading or candidate.index - last <= 2
        ):
            last = candidate.index
        else:
            kept.append(candidate)
    return kept


def _is_bare(lines: Sequence[Line], candidates: list[HeadingCandidate], place: int) -> bool:
    """Whether nothing stands between a heading and the next one."""
    candidate = candidates[place]
    end = candidates[place + 1].index if place + 1 < len(candidates) else len(lines)
    below = (lines[index].text.strip() for index in range(candidate.index + 1, end))
    return not lines[candidate.index].text[candidate.after :].strip() and not any(below)


def _leads(lines: Sequence[Line], comma: list[HeadingCandidate]) -> list[HeadingCandidate]:
    """The short lines above each place where ``一、`` begins anew; none unless each place has one."""
    leads = []
    for candidate in comma:
        if candidate.number != "一":
            continue
        above = (index for index in range(candidate.index - 1, -1, -1) if lines[index].text.strip())
        names = [index for index in islice(above, _LEAD_LINES) if _may_be_chapter(lines[index].text.strip())]
        if not names:
            return []
        name = lines[names[0]].text
        leads.append(HeadingCandidate(names[0], "plain", None, name.strip(), len(name)))
    return leads if len(leads) > 1 else []


def _may_be_chapter(name: str) -> bool:
    """Whether a line could be a heading at all."""
    return (
        4 <= len(name) <= LONGEST
        and not re.search(r"[。；;！!？?：:,，]$", name)
        and not opens_no_chapter(name)
        and not any(pattern.match(name) for pattern in (ITEM, ADDRESS, *_STYLES.values()))
        and "工作报告" not in name
    )


def _candidate(index: int, text: str, headings: frozenset[str]) -> HeadingCandidate | None:
    for style, pattern in _STYLES.items():
        found = pattern.match(text)
        if found:
            heading = headline(found["rest"])
            whole = found["rest"].strip()
            if style == "comma" and len(heading) > (_LINE_MAX if heading == whole else HEADING_MAX):
                return None
            number = found["number"] or "一二三四五六七八九十"[ord(found["circled"]) - ord("㈠")]
            return HeadingCandidate(index, style, number, heading, found.start("rest") + len(heading))  # type: ignore[arg-type]
    name = text.strip()
    set_as_heading = name in headings and len(name) <= LONGEST and not ITEM.match(name)
    if (is_chapter_name(name) or set_as_heading) and not ADDRESS.match(name) and "工作报告" not in name:
        return HeadingCandidate(index, "plain", None, name, len(text))
    return None


def headline(rest: str) -> str:
    """The heading in what follows a number: its first sentence, without the closing mark."""
    end = SENTENCE_END.search(rest)
    return (rest[: end.start()] if end else rest).strip().rstrip(":：,，;；")


def outer_styles(
    lines: Sequence[Line], candidates: list[HeadingCandidate]
) -> tuple[Style | None, tuple[Style, ...]]:
    """The style of the chapters, None where there are none, and those that sections may have, the outer ones first."""
    comma = [candidate for candidate in candidates if candidate.style == "comma"]
    bracket = [candidate for candidate in candidates if candidate.style == "bracket"]
    named = [
        candidate
        for candidate in candidates
        if candidate.style == "plain" and is_chapter_name(lines[candidate.index].text.strip())
    ]
    plain = named or [candidate for candidate in candidates if candidate.style == "plain"]
    # In a report that brackets its sections, ordinals count sentences.
    ordinal: tuple[Style, ...] = () if bracket else ("ordinal",)
    if sum(candidate.style == "division" for candidate in candidates) > 1:
        return "division", ("comma", "bracket", *ordinal)
    if _holds(bracket, comma):
        return "bracket", ("comma",)
    if comma and not _lie_over(plain, comma):
        return "comma", ("bracket", *ordinal)
    if plain and (named or len(plain) > 1):
        return "plain", ("comma", "bracket", *ordinal)
    return None, ("bracket", *ordinal)


def _lie_over(plain: list[HeadingCandidate], comma: list[HeadingCandidate]) -> bool:
    """Whether names without numbers are chapters, and ``一、`` their sections: it begins anew below each of them."""
    begins = [place for place, candidate in enumerate(comma) if candidate.number == "一"]
    if not plain or plain[0].index > comma[0].index:
        return False
    if len(begins) > 1:
        names = [candidate.index for candidate in plain]
        between = ((comma[place - 1].index if place else -1, comma[place].index) for place in begins)
        return all(bisect(names, low) < bisect(names, high) for low, high in between)
    timed = [
        candidate
        for candidate in comma
        if names_a_time(candidate.heading) or YEAR.search(candidate.heading.translate(HALF_WIDTH))
    ]
    return 2 * len(timed) < len(comma)


def _holds(outer: list[HeadingCandidate], inner: list[HeadingCandidate]) -> bool:
    """Whether one style has the other within it: it begins first, and what begins anew in it lies between two of it."""
    begins = [candidate.index for candidate in inner if candidate.number == "一"]
    anew = any(candidate.number == "一" for candidate in outer[1:])
    return len(outer) > 1 and bool(begins) and not anew and outer[0].index < begins[0]
