"""Parse queries: terms split on spaces, ``"…"`` a phrase, ``甲|乙`` either, ``-词`` an exclusion, ``/…/`` or ``／…／`` a pattern, ``in:3.1`` a place.

A word with ``\\d``, ``\\s`` or ``\\w`` is a pattern without slashes.

A term is looked for as typed, with its number in another form (一百 and 100), and as its synonyms; the names of a main
indicator are synonyms of each other. Hits of the other forms say why they are hits.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.messages import search as messages
from tui.report.errors import UsageError
from tui.report.numerals import chinese_digits, chinese_number
from tui.search.fold import fold_term

#: Patterns as text: they are compiled when something is searched, not before the first screen.
_WORDS = r'(?:"[^"]*"?|[^\s"|｜]+)'
_PART = rf"(?P<minus>[-－])?(?:(?P<slash>[/／])(?P<pattern>(?:(?!(?P=slash))[^\\]|\\.)+)(?P=slash)(?=\s|$)|(?P<place>in[:：]\S+)|(?P<words>{_WORDS}(?:\s*[|｜]\s*{_WORDS})*))"
_NUMBER = r"\d+|[零〇一二两三四五六七八九十百千万亿]{2,}|[十百千万亿]"
#: Marks that an input method types in place of those of a phrase and of a pattern.
_OTHER_MARKS = (('[“”][^“”"]+[“”]', messages.PHRASE_MARKS), ("、[^、]+、", messages.PATTERN_MARKS))
#: A class of characters, which no report has: what holds one is a pattern without its slashes.
_CLASS = r"\\[dDsSwW]"
#: What only patterns have.
_OF_PATTERNS = r"\\[dDsSwWb]|\[[^\]\s]+\]|\.[*+]|^[/／]\S+"
MAX_TERMS = 100
_MAX_NUMBER_DIGITS = 8


class Form(NamedTuple):
    """A folded text that counts as a term.

    Attributes:
        text: The folded text.
        with_marks: Whether quotation marks count.
        why: How it differs from what was typed; empty for that itself.
        is_number: Whether it is a number in another form, which must be a whole one.
    """

    text: str
    with_marks: bool
    why: str = ""
    is_number: bool = False


class Term(NamedTuple):
    """What a paragraph must hold, in any of its forms.

    Attributes:
        text: As typed.
        forms: What was typed first, one for each word between bars; none for a pattern.
        pattern: A regular expression, None for plain text.
    """

    text: str
    forms: tuple[Form, ...]
    pattern: str | None = None


class Query(NamedTuple):
    """What a paragraph must hold, what it must not, and where.

    Attributes:
        text: As typed.
        terms: All of them must be in a paragraph.
        excluded: None of them may be.
        places: Names of places one of which a hit must lie in.
    """

    text: str
    terms: tuple[Term, ...]
    excluded: tuple[Term, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def has_pattern(self) -> bool:
        """Whether a term is a regular expression."""
        return any(term.pattern is not None for term in (*self.terms, *self.excluded))


def parse_query(text: str) -> Query:
    """Parse what a person typed; a query that holds nothing to look for has no terms.

    Args:
        text: The query as typed.

    Raises:
        UsageError: Where it only says what to leave out or where to look, or has too many terms.
    """
    terms: dict[Term, None] = {}
    excluded: dict[Term, None] = {}
    places: dict[str, None] = {}
    count = 0
    for part in re.finditer(_PART, text, re.IGNORECASE):
        if part["place"] is not None:
            places[part["place"][3:]] = None
            continue
        term = _term(part)
        if term.forms or term.pattern:
            (excluded if part["minus"] else terms)[term] = None
        count += len(re.findall(_WORDS, part["words"] or "")) - 1
        if len(terms) + len(excluded) + len(places) + count > MAX_TERMS:
            raise UsageError(messages.too_many_terms(MAX_TERMS))
    if not terms and (excluded or places):
        raise UsageError(messages.nothing_to_find(bool(excluded)))
    return Query(text, tuple(terms), tuple(excluded), tuple(places))


def hint_for(text: str) -> str:
    """Tell how a query is written that found nothing, if marks of an input method may be why; empty if not."""
    for marks, hint in _OTHER_MARKS:
        if re.search(rf"(?:^|\s){marks}(?:\s|$)", text):
            return hint
    is_pattern = any(part["pattern"] is not None for part in re.finditer(_PART, text))
    return messages.PATTERN_MARKS if not is_pattern and re.search(_OF_PATTERNS, text) else ""


def query_for(name: str) -> str:
    """Return a query for a name: as a phrase if it has anything that a query would understand otherwise."""
    return name if name.isalnum() else f'"{name.replace(chr(34), " ").strip()}"'


def _term(part: re.Match[str]) -> Term:
    if part["pattern"] is not None:
        return Term(part["pattern"], (), part["pattern"])
    if '"' not in part["words"] and re.search(_CLASS, part["words"]):
        return Term(part["words"], (), part["words"].replace("｜", "|"))
    words = [(match[0].strip('"'), match[0][0] == '"') for match in re.finditer(_WORDS, part["words"])]
    text = words[0][0] if len(words) == 1 else part["words"]
    typed: list[Form] = []
    others: list[Form] = []
    for word, is_quoted in words:
        folded, with_marks = fold_term(word)
        if folded:
            typed.append(Form(folded, with_marks))
            others += _other_forms(word, typed[-1], is_quoted)
    forms: dict[tuple[str, bool, bool], Form] = {}
    for form in (*typed, *others):
        forms.setdefault((form.text, form.with_marks, form.is_number), form)
    return Term(text, tuple(forms.values()))


def _other_forms(word: str, form: Form, is_quoted: bool) -> Iterator[Form]:
    """Yield the number of a word in its other form, and unless it is quoted, its synonyms."""
    for other in _other_numbers(form.text):
        yield Form(other, form.with_marks, messages.why_number(word), True)
    if is_quoted:
        return
    from tui.search.indicator_synonyms import other_names  # both read tables, which no start should wait for
    from tui.search.synonyms import default_synonyms

    for other in (*default_synonyms().get(form.text, ()), *other_names(form.text)):
        yield Form(*fold_term(other), messages.why_synonym(word, other))


def _other_numbers(folded: str) -> Iterator[str]:
    """Write the number of a term in its other form: 100 as 一百, 一百 as 100, 3% as 百分之三."""
    if "百分之" in folded:
        value = chinese_number(folded.removeprefix("百分之"))
        if folded.startswith("百分之") and value is not None:
            yield f"{value}%"
    elif rate := re.fullmatch(r"(\d{1,8})(?:\.(\d+))?%", folded):
        fraction = "点" + "".join("零一二三四五六七八九"[int(digit)] for digit in rate[2]) if rate[2] else ""
        yield f"百分之{chinese_digits(int(rate[1]))}{fraction}"
    else:
        numbers = list(re.finditer(_NUMBER, folded))
        other = _other_number(numbers[0][0]) if len(numbers) == 1 and "." not in folded else ""
        if other:
            yield folded[: numbers[0].start()] + other + folded[numbers[0].end() :]


def _other_number(number: str) -> str:
    """Write a whole number in its other form; empty where it has none worth looking for."""
    if not number.isascii():
        value = chinese_number(number)
        return str(value) if value is not None and value >= 10 else ""
    if len(number) > _MAX_NUMBER_DIGITS or number.startswith("0"):
        return ""
    other = chinese_digits(int(number))
    return other if len(other) > 1 or number == "10" else ""
