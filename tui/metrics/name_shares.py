"""Name shares: 民生支出占财政支出 is 民生支出占财政支出比重."""

from __future__ import annotations

import re

from tui.metrics.name_words import SCOPE

#: What part is of what whole; 占地, 占比, 占道 are other words.
_SHARE = re.compile(
    r"(?P<part>[^,，;；。]*?[^,，;；。以约])(?:[已约也就均]|分别|仅|大约)*占(?![比用道有补据领股优座线]|地(?!方))(?:到了?|了)?(?P<whole>[^占,，;；。]{2,16})"
)
_SAYS_SO = re.compile(r"(?:[率重]|比例|份额|比值|占比)\Z")
#: 其中税收占70%: the whole is not named again.
_HAS_SHARE = re.compile(r"(?<![抢侵挤所])占(?:到|了|比)?(?:[约近超为达逾]|超过|达到)*\Z")
_SCOPE_ONLY = re.compile(SCOPE)
_SHARE_WORDS, _OWN_SHARE_WORD, _MAX_TAIL_CHARACTERS = re.compile("比例|比重|份额"), "占比", 8
#: 人均收入仅为全市平均水平的, 旅游收入相当于生产总值的.
_EQUALS = re.compile(
    r"(?P<part>[^,，;；。]*?)(?:[已约也仅只就]|分别)*(?:相当于|(?:[为是由从])(?=[^,，;；。]{0,10}平均))(?P<whole>[^,，;；。、]{2,14})(?:、[^,，;；。]{2,12})?的[近约]?\Z"
)
_EQUALS_ENDS = ("的", "近", "约")
_LAST_YEARS = re.compile(r"(?:去|上|前|当|同)[年期]|\d{4}年|总和|年前|过去")
_PART_OF, _IS_LIKE, _PART_WORD = r"\g<part>占\g<whole>比重", r"相当于\g<whole>比例", "占"


def as_share(name: str) -> str:
    """Return a name of a share that says so; other names as they are."""
    match = None if _PART_WORD not in name or _SAYS_SO.search(name) else _SHARE.fullmatch(name)
    return match.expand(_PART_OF) if match else name


def with_share_word(name: str, before: str) -> str:
    """Return what has a share (其中税收占70%) with the word for it; other names as they are."""
    has_share = (
        name and _PART_WORD in before[-_MAX_TAIL_CHARACTERS:] and _HAS_SHARE.search(before) is not None
    )
    is_said = _PART_WORD in name or _SAYS_SO.search(name) or _SCOPE_ONLY.fullmatch(name)
    return name + _OWN_SHARE_WORD if has_share and not is_said and not _SHARE_WORDS.search(name) else name


def compared_with(before: str) -> tuple[str, str]:
    """Return what a clause before a rate compares and with what (相当于生产总值比例); empty where it does not."""
    match = _EQUALS.search(before) if before.endswith(_EQUALS_ENDS) else None
    if match is None or _LAST_YEARS.search(match["whole"]):
        return "", ""
    return match["part"], match.expand(_IS_LIKE)
