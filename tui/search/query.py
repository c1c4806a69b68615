"""Queries: terms split on spaces, ``"…"`` a phrase, ``-词`` an exclusion, ``/…/`` a pattern, ``in:3.1`` a place.

A term is looked for as it is typed, in other forms of its numbers (一百 and 100), and as its synonyms; what was
found otherwise than as typed says so.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.report.errors import UsageError
from tui.report.numerals import chinese_digits, chinese_number
from tui.search.fold import fold_query

#: Patterns as text: they are compiled when something is searched, not before the first screen.
_TOKEN = r'(?P<minus>[-－])?(?:"(?P<phrase>[^"]*)"?|/(?P<pattern>(?:[^/\\]|\\.)+)/(?=\s|$)|(?P<place>in[:：]\S+)|(?P<word>[^\s"]+))'
_NUMBER = r"\d+|[零〇一二两三四五六七八九十百千万亿]{2,}|[十百千万亿]"


#: Terms of a query at most.
MAX_TERMS = 100


class Needle(NamedTuple):
    """Words to be found.

    Attributes:
        text: The folded words.
        with_marks: Whether quotation marks count.
        why: How they came from what was typed; empty where they are what was typed.
        is_number: Whether they are a number written otherwise, which must be a whole one.
    """

    text: str
    with_marks: bool
    why: str = ""
    is_number: bool = False


class Term(NamedTuple):
    """What a paragraph must hold, in any of some forms.

    Attributes:
        words: As typed.
        needles: Its forms, the one that was typed first; none for a pattern.
        pattern: A regular expression, None for words.
    """

    words: str
    needles: tuple[Needle, ...]
    pattern: str | None = None


class Query(NamedTuple):
    """What a paragraph must hold, what it must not, and where.

    Attributes:
        words: As typed.
        terms: All of them must be in a paragraph.
        excluded: None of them may be.
        places: Names of places one of which a hit must lie in.
    """

    words: str
    terms: tuple[Term, ...]
    excluded: tuple[Term, ...] = ()
    places: tuple[str, ...] = ()


def parse_query(words: str, synonyms: bool = True) -> Query:
    """The query a person typed; one that holds nothing to look for has no terms.

    Raises:
        UsageError: Where it says what is to be left out, or where to look, but not for what.
    """
    terms: dict[Term, None] = {}
    excluded: dict[Term, None] = {}
    places: dict[str, None] = {}
    for token in re.finditer(_TOKEN, words, re.IGNORECASE):
        if token["place"] is not None:
            places[token["place"][3:]] = None
            continue
        term = _term(token, synonyms)
        kind = excluded if token["minus"] else terms
        if term.needles or term.pattern:
            kind[term] = None
        if len(terms) + len(excluded) + len(places) > MAX_TERMS:
            raise UsageError(f"查询超过 {MAX_TERMS} 个词")
    if not terms and (excluded or places):
        raise UsageError(f"只有{'要排除的词' if excluded else '位置'}，还缺要找的词")
    return Query(words, tuple(terms), tuple(excluded), tuple(places))


def _term(token: re.Match[str], synonyms: bool) -> Term:
    if token["pattern"] is not None:
        return Term(token["pattern"], (), token["pattern"])
    phrase = token["phrase"] if token["phrase"] is not None else token["word"]
    text, with_marks = fold_query(phrase)
    if not text:
        return Term(phrase, ())
    needles = [Needle(text, with_marks)]
    needles += [Needle(other, with_marks, f"数字“{phrase}”", True) for other in _other_numbers(text)]
    if synonyms and token["phrase"] is None:
        needles += _synonyms(text, phrase)
    return Term(phrase, tuple(dict.fromkeys(needles)))


def _synonyms(text: str, phrase: str) -> Iterator[Needle]:
    from tui.search.synonyms import synonyms as table

    for other in table().get(text, ()):
        folded, with_marks = fold_query(other)
        yield Needle(folded, with_marks, f"“{phrase}”即{other}")


def _other_numbers(text: str) -> Iterator[str]:
    """The words with their numbers written otherwise: digits in Chinese, and Chinese in digits; 3% as 百分之三."""
    if "百分之" in text:
        value = chinese_number(text.removeprefix("百分之"))
        if text.startswith("百分之") and value is not None:
            yield f"{value}%"
        return
    if rate := re.fullmatch(r"(\d{1,8})(?:\.(\d+))?%", text):
        fraction = "点" + "".join("零一二三四五六七八九"[int(digit)] for digit in rate[2]) if rate[2] else ""
        yield f"百分之{chinese_digits(int(rate[1]))}{fraction}"
        return
    numbers = list(re.finditer(_NUMBER, text))
    if len(numbers) != 1 or "." in text:
        return
    number = numbers[0]
    if number[0].isascii():
        other = (
            chinese_digits(int(number[0])) if len(number[0]) <= 8 and not number[0].startswith("0") else ""
        )
        other = other if len(other) > 1 or number[0] == "10" else ""
    else:
        value = chinese_number(number[0])
        other = str(value) if value is not None and value >= 10 else ""
    if other:
        yield text[: number.start()] + other + text[number.end() :]
