"""Text of searching, of naming places, and of filtering metrics."""

from __future__ import annotations

from tui.messages.quoting import quoted

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


#: How phrases and patterns are written, to those who wrote otherwise and found nothing.
PHRASE_MARKS = '“…”只匹配带引号的原文；连着找用 "…"'
PATTERN_MARKS = "正则写作 /…/ 或 ／…／"


def nothing_to_find(has_excluded: bool) -> str:
    """Refuse a query that says what to leave out, or where to look, but not for what."""
    return f"只有{'要排除的词' if has_excluded else '位置'}，还缺要找的词"


def pattern_too_long(limit: int) -> str:
    """Refuse a pattern of too many characters."""
    return f"正则太长：超过 {limit} 字"


#: Faults of patterns by how the ``regex`` package words them in English; what may follow these words is a letter or an escape.
_PATTERN_FAULTS = {
    "ambiguous group reference": "分组的引用不明确",
    "bad character in group name": "组名里有不能用的字符",
    "bad character range": "字符范围的两端颠倒",
    "bad escape (end of pattern)": "末尾的 \\ 之后缺少字符",
    "bad escape": "没有这种转义",
    "bad fuzzy cost limit": "模糊匹配的限度写法不对",
    "bad hex escape": "十六进制转义写法不对",
    "bad inline flags: cannot turn off global flag": "全局标志不能关闭",
    "bad inline flags: flag turned on and off": "同一标志又开又关",
    "bad inline flags: no flags after '-'": "- 之后缺少标志",
    "cannot refer to an open group": "不能引用还没有结束的分组",
    "expected character set": "这里应是字符集",
    "expected lookaround conditional": "这里应是环视条件",
    "expected }": "缺少 }",
    "group reference not allowed": "这里不能引用分组",
    "incomplete escape": "转义不完整",
    "invalid group reference": "没有所引用的分组",
    "invalid relative group number": "没有所引用的相对分组",
    "min repeat greater than max repeat": "重复次数的下限大于上限",
    "missing ]": "缺少 ]",
    "missing )": "缺少 )",
    "missing <": "缺少 <",
    "missing >": "缺少 >",
    "missing group name": "缺少组名",
    "missing relative group number": "缺少相对分组的编号",
    "missing {}": "缺少 {}",
    "more than one cost equation": "模糊匹配的代价式只能有一个",
    "multiple repeat": "重复符号连用",
    "nothing for fuzzy constraint": "模糊限度之前没有内容",
    "nothing to repeat": "重复符号之前没有内容",
    "repeat count too big": "重复次数太大",
    "repeated fuzzy cost": "模糊匹配的代价写了两次",
    "unbalanced parenthesis": "括号不配对",
    "undefined character name": "没有这个字符名",
    "undefined named list": "没有这个词表",
    "unexpected end of pattern": "没有写完",
    "unknown extension": "没有这种 (? 写法",
    "unknown group": "没有这个分组",
    "unknown property value": "没有这个属性值",
    "unknown property": "没有这个属性",
    "unknown verb": "没有这个 (* 动词",
    "unterminated character set": "字符集缺少 ]",
}


def pattern_fault(fault: str, position: int | None, length: int) -> str:
    """Refuse a pattern that cannot be compiled.

    Args:
        fault: How the ``regex`` package words what is wrong; words that are not known are left out.
        position: Where it is wrong, counted from 0; None if that is not known.
        length: Characters of the pattern.
    """
    known = next((words for words in _PATTERN_FAULTS if fault.startswith(words)), None)
    told = f"{PATTERN_WRONG}：{_PATTERN_FAULTS[known]}" if known is not None else PATTERN_WRONG
    if position is None:
        return told
    return f"{told}（{f'第 {position + 1} 个字处' if position < length else '末尾'}）"


def pattern_too_slow(pattern: str) -> str:
    """Say that a pattern was given up."""
    return f"/{pattern}/ 太费时，已停止"


# -- places --------------------------------------------------------------------------------------


def no_such_place(place: str, hint: str) -> str:
    """Say that the report has no such place."""
    return f"没有{quoted(place)}这个位置{hint}"


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
