"""Text of searching, of naming places, and of filtering metrics."""

from __future__ import annotations

# -- why a hit is one ----------------------------------------------------------------------------


def why_number(term: str) -> str:
    """Say that a hit is a number written in another form."""
    return f"数字“{term}”"


def why_synonym(term: str, other: str) -> str:
    """Say that a hit is a synonym of the term."""
    return f"“{term}”即{other}"


def why_pinyin(letters: str) -> str:
    """Say that a hit is pronounced as the letters typed."""
    return f"拼音 {letters}"


def why_other_reading(letters: str) -> str:
    """Say that a hit is pronounced so in other words."""
    return f"拼音 {letters}，异读"


# -- queries that cannot be searched -------------------------------------------------------------

PATTERN_REPEATS_TOO_OFTEN = "正则重复次数太多"
PATTERN_TOO_DEEP = "正则嵌套太深"
PATTERN_WRONG = "正则有误"


def too_many_terms(limit: int) -> str:
    """Refuse a query of too many terms."""
    return f"查询超过 {limit} 个词"


def nothing_to_find(has_excluded: bool) -> str:
    """Refuse a query that says what to leave out, or where to look, but not for what."""
    return f"只有{'要排除的词' if has_excluded else '位置'}，还缺要找的词"


def pattern_too_long(limit: int) -> str:
    """Refuse a pattern of too many characters."""
    return f"正则太长：超过 {limit} 字"


def pattern_fault(detail: str) -> str:
    """Refuse a pattern that cannot be compiled, with the detail the ``regex`` package gives in English."""
    return f"{PATTERN_WRONG}：{detail.replace(' at position ', '，位置 ')}"


def pattern_too_slow(pattern: str) -> str:
    """Say that a pattern was given up."""
    return f"/{pattern}/ 太费时，已停止"


# -- places --------------------------------------------------------------------------------------


def no_such_place(place: str, hint: str) -> str:
    """Say that the report has no such place."""
    return f"没有“{place}”这个位置{hint}"


def no_such_metric(metric_id: str, count: int) -> str:
    """Say that the report has no such metric."""
    return f"没有指标 {metric_id}，共有 {count} 项"


# -- filtering metrics ---------------------------------------------------------------------------


def filter_too_many_terms(limit: int) -> str:
    """Refuse a filter of too many terms."""
    return f"筛选超过 {limit} 个词"


def number_too_long(limit: int) -> str:
    """Refuse a limit with more digits than are exact."""
    return f"数太长：超过 {limit} 位"


def no_such_field(field: str, hint: str) -> str:
    """Say that metrics have no such field."""
    return f"不能按 {field} 筛选{hint}"


def no_such_value(field: str, value: str, hint: str) -> str:
    """Say that a field has no such value."""
    return f"{field} 不能是 {value}{hint}"


# -- synonyms.yaml -------------------------------------------------------------------------------

SYNONYMS_NOT_A_MAPPING = "应为“词: [词, 词]”的映射"


def synonyms_not_a_list(term: str, limit: int) -> str:
    """Say that the synonyms of a term are no list, or too long a list."""
    return f"“{term}”之后应为列表，1 到 {limit} 个词"


def synonyms_not_terms(term: str) -> str:
    """Say that a list holds something else than terms."""
    return f"“{term}”的列表里只能有词"


def synonym_of_itself(term: str) -> str:
    """Say that a term is its own synonym."""
    return f"“{term}”不必列出自己"
