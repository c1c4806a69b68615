"""Errors of reading, checking and writing outline files."""

from __future__ import annotations

from collections.abc import Iterable

#: What the parts of an outline file are called in errors.
OUTLINE_FILE, NODE, METRIC, COMPARISON = "大纲文件", "节点", "指标", "对照"
MAPPING, LIST, TEXT = "映射", "列表", "文本"
INTEGER, BOOLEAN = "整数", "true 或 false"


def wrong_schema(schemas: Iterable[str], found: str) -> str:
    """Refuse a version of the schema."""
    *newer, oldest = schemas
    return f"schema 应为 {'、'.join(newer)} 或 {oldest}，此处是 {found!r}"


def not_a_mapping(what: str, found: str) -> str:
    """Refuse a node where a mapping is expected."""
    return f"{what}应为“键: 值”的映射，此处是{found}"


def not_a_list(what: str, found: str) -> str:
    """Refuse a node where a list is expected."""
    return f"{what}应为列表，此处是{found}"


def not_a_text(name: str, found: str) -> str:
    """Refuse a node where text is expected."""
    return f"{name} 应为文本，此处是{found}"


def not_one_line(name: str) -> str:
    """Refuse text of several lines."""
    return f"{name} 应为一行文本"


def control_character(name: str, position: int, code: int) -> str:
    """Refuse a character by its position, counted from 1."""
    return f"{name} 第 {position} 字是不可显示的控制字符 U+{code:04X}"


def wrong_value(name: str, expected: str, found: str) -> str:
    """Refuse text that is no number or truth value."""
    return f"{name} 应为{expected}，此处是 {found!r}"


def unknown_field(what: str, name: str) -> str:
    """Refuse a field that is not part of the schema."""
    return f"{what}没有字段 {name!r}"


def missing_field(what: str, name: str) -> str:
    """Refuse a mapping without a field."""
    return f"{what}缺少字段 {name}"


def not_allowed(name: str, found: str) -> str:
    """Refuse a value that is none of those allowed."""
    return f"{name} 不能是 {found!r}"


def not_a_span(name: str, length: int) -> str:
    """Refuse a span of a text."""
    return f"{name} 应为 [起, 止] 两个偏移，0 ≤ 起 < 止 ≤ {length}"


def not_a_decimal(name: str) -> str:
    """Refuse a number."""
    return f'{name} 应为十进制数，如 "6.5"'


def too_many_digits(name: str, limit: int) -> str:
    """Refuse a number by its digits."""
    return f"{name} 的数太长，小数点前后各不超过 {limit} 位"


def not_a_range(name: str) -> str:
    """Refuse a list of numbers that is neither a range nor a ratio."""
    return f"{name} 应为一个数、[低, 高] 两个数，或一个比例的各数"


def wrong_length(characters: int, stated: int) -> str:
    """Refuse an outline whose text is not as long as its source."""
    return f"各节点文本相连共 {characters} 字，source.characters 为 {stated}"


def not_a_date(found: str) -> str:
    """Refuse a date."""
    return f"date 应形如 2024-01-22，此处是 {found!r}"


def not_an_id(found: str) -> str:
    """Refuse the id of a node."""
    return f"id 应形如 1.2.3，此处是 {found!r}"


def duplicate_id(node_id: str, line: int) -> str:
    """Refuse the id of a node that an earlier one has."""
    return f"id {node_id} 重复，前一个在第 {line} 行"


def duplicate_metric(metric_id: str) -> str:
    """Refuse the id of a metric that an earlier one has."""
    return f"指标 id {metric_id} 重复"


def wrong_quote(quote: str, start: int, end: int, text: str) -> str:
    """Refuse a quote that is not the text at its span."""
    return f"quote {quote!r} 与正文 [{start}, {end}] 处的 {text!r} 不符"


def no_such_node(node_id: str) -> str:
    """Refuse the id of an unknown node."""
    return f"没有节点 {node_id!r}"


def no_such_metric(metric_id: str) -> str:
    """Refuse the id of an unknown metric."""
    return f"没有指标 {metric_id!r}"


def outline_too_long(size: int, limit: int) -> str:
    """Refuse to write an outline that could not be read again."""
    return f"大纲有 {size} 字节，超过 {limit} 字节的不能再读入，没有写出"


def outline_too_large(nodes: int, depth: int) -> str:
    """Refuse to write an outline of too many nodes, or too deep, to be read again."""
    return f"大纲超过 {nodes} 个节点或 {depth} 层，不能再读入，没有写出"


# -- YAML -------------------------------------------------------------------------------------

NOT_UTF8 = "不是 UTF-8 文本"
EMPTY_DOCUMENT = "文件是空的"
ONE_DOCUMENT_ONLY = "只允许一个文档"
NO_DIRECTIVES = "不允许 YAML 指令 (%)"
NO_TABS = "不能用制表符 (Tab) 缩进"
NO_CONTROL_CHARACTERS = "有 YAML 不允许的控制字符"
KEY_MUST_BE_TEXT = "键必须是文本"
NO_MERGE_KEYS = "不允许合并键 <<"
#: What PyYAML says is wrong, by a part of its English message.
YAML_PROBLEMS = (
    ("mapping values are not allowed", "此处不能有“键: 值”"),
    ("could not find expected ':'", "缺少冒号"),
    ("did not find expected key", "此处应为键，检查缩进"),
    ("did not find expected node content", "此处缺少内容"),
    ("found unexpected end of stream", "引号或括号没有结束"),
    ("did not find expected <document start>", ONE_DOCUMENT_ONLY),
    ("did not find expected", "缩进或括号不对应"),
    ("block sequence entries are not allowed", "此处不能有“- ”列表项"),
    ("found unknown escape character", "不认识的转义字符"),
    ("found character that cannot start any token", "此字符不能开头"),
    ("undefined tag handle", "不允许标签"),
    ("found duplicate", "指令重复"),
    ("found incompatible YAML document", "不支持此 YAML 版本"),
)


def yaml_too_long(size: int, limit: int) -> str:
    """Refuse a document by its bytes."""
    return f"文件有 {size} 字节，大纲最多 {limit} 字节"


def yaml_syntax(problem: str) -> str:
    """Tell what PyYAML found, in English where there is no translation."""
    chinese = next((chinese for english, chinese in YAML_PROBLEMS if english in problem), problem)
    return f"YAML 语法错误：{chinese}"


def too_many_nodes(limit: int) -> str:
    """Refuse a document by its nodes."""
    return f"超过 {limit} 个节点"


def no_aliases(name: str) -> str:
    """Refuse an alias."""
    return f"不允许别名 *{name}"


def no_anchors(name: str) -> str:
    """Refuse an anchor."""
    return f"不允许锚点 &{name}"


def no_tags(name: str) -> str:
    """Refuse a tag."""
    return f"不允许标签 {name}"


def too_many_keys(limit: int) -> str:
    """Refuse a mapping by its keys."""
    return f"一个映射里的键超过 {limit} 个"


def duplicate_key(key: str, line: int) -> str:
    """Refuse a key that the mapping already has."""
    return f"键“{key}”重复，前一个在第 {line} 行"
