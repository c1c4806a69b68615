"""Reads an outline file strictly: what breaks the schema is named with line, column and nearest name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from tui.report import model
from tui.report.canonical import read_canonical
from tui.report.cleaning import first_control
from tui.report.errors import DataError, close_matches
from tui.report.model import FrontMatter, Metric, NodeDraft, Report, Source, Speaker
from tui.report.yaml_nodes import Mapping, Scalar, Sequence, YamlNode

SCHEMA = "huiji-outline/1"
_NODE_ID = re.compile(r"[a-z0-9]+(\.[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_DECIMAL = re.compile(r"-?\d+(\.\d+)?")

T = TypeVar("T", bound=str)


def read_outline(data: bytes, path: str) -> Report:
    """The report an outline file holds.

    Raises:
        DataError: For the first fault in the file, with its line and column.
    """
    reader = _Reader(path)
    report = reader.report(_document(data, path))
    if reader.faults:
        raise reader.faults[0]
    assert report is not None
    return report


def check_outline(data: bytes, path: str) -> list[DataError]:
    """All faults of an outline file, in file order; none if it is sound."""
    reader = _Reader(path)
    try:
        reader.report(_document(data, path))
    except DataError as error:
        return [error]
    return sorted(reader.faults, key=lambda fault: (fault.line or 0, fault.column or 0))


def _document(data: bytes, path: str) -> YamlNode:
    root = read_canonical(data)
    if root is None:
        from tui.report.yaml_events import read_yaml  # loading PyYAML takes longer than reading a report

        root = read_yaml(data, path)
    return root


class _Reader:
    """Walks the YAML tree; notes each fault and goes on with what can still be checked."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.faults: list[DataError] = []
        self._ids: dict[str, int] = {}

    def fault(self, node: YamlNode, message: str) -> None:
        self.faults.append(DataError(message, path=self._path, line=node.line, column=node.column))

    # -- shapes ------------------------------------------------------------------------------

    def fields(
        self, node: YamlNode, what: str, required: Iterable[str], optional: Iterable[str] = ()
    ) -> _Fields:
        """The entries of a mapping, with missing and unknown names noted."""
        if not isinstance(node, Mapping):
            self.fault(node, f"{what}应为“键: 值”的映射，此处是{_kind(node)}")
            return _Fields(self, node, {})
        required = tuple(required)
        known = (*required, *optional)
        for name, (key, _) in node.entries.items():
            if name not in known:
                near = close_matches(name[:40], known, 1)
                hint = f"，是否为 {near[0]}" if near else f"，可用：{'、'.join(known)}"
                self.fault(key, f"{what}没有字段 {name[:40]!r}{hint}")
        for name in required:
            if name not in node.entries:
                self.fault(node, f"{what}缺少字段 {name}")
        return _Fields(self, node, {name: value for name, (_, value) in node.entries.items()})

    def items(self, node: YamlNode, what: str) -> list[YamlNode]:
        if isinstance(node, Sequence):
            return node.items
        self.fault(node, f"{what}应为列表，此处是{_kind(node)}")
        return []

    # -- the schema --------------------------------------------------------------------------

    def report(self, root: YamlNode) -> Report | None:
        top = self.fields(root, "大纲文件", ("schema", "report", "outline"), ("metrics", "comparisons"))
        schema = top.text("schema")
        if top.has("schema") and schema != SCHEMA:
            self.fault(top.node("schema"), f"schema 应为 {SCHEMA}，此处是 {schema[:40]!r}")
        front, source = self._front(top.node("report")) if top.has("report") else (None, None)
        drafts = self._nodes(top.node("outline"), "outline") if top.has("outline") else []
        text = model.joined_text(drafts)
        if source and len(text) != source.characters:
            self.fault(
                top.node("outline"),
                f"各节点文本相连共 {len(text)} 字，source.characters 为 {source.characters}",
            )
        metrics = self._metrics(top.node("metrics"), text) if top.has("metrics") else []
        if self.faults or front is None or source is None:
            return None
        return Report(front, source, text, model.place_nodes(drafts), tuple(metrics))

    def _front(self, node: YamlNode) -> tuple[FrontMatter, Source]:
        fields = self.fields(
            node,
            "report",
            ("title", "source"),
            ("date", "meeting", "organisation", "speaker", "review_year", "plan_year"),
        )
        speaker = None
        if fields.has("speaker"):
            person = self.fields(fields.node("speaker"), "speaker", ("role", "name"))
            speaker = Speaker(person.line("role"), person.line("name"))
        date = fields.line("date")
        if date and not _DATE.fullmatch(date):
            self.fault(fields.node("date"), f"date 应形如 2024-01-22，此处是 {date[:40]!r}")
        source = Source("", "", "", 0)
        if fields.has("source"):
            from_file = self.fields(
                fields.node("source"), "source", ("file", "encoding", "sha256", "characters")
            )
            source = Source(
                from_file.line("file"),
                from_file.line("encoding"),
                from_file.line("sha256"),
                from_file.integer("characters") or 0,
            )
        front = FrontMatter(
            fields.line("title"),
            date,
            fields.line("meeting"),
            fields.line("organisation"),
            speaker,
            fields.integer("review_year"),
            fields.integer("plan_year"),
        )
        return front, source

    def _nodes(self, node: YamlNode, what: str) -> list[NodeDraft]:
        return [self._node(item) for item in self.items(node, what)]

    def _node(self, node: YamlNode) -> NodeDraft:
        fields = self.fields(node, "节点", ("id", "level", "text"), ("number", "heading", "year", "children"))
        node_id = fields.line("id")
        if fields.has("id"):
            if not _NODE_ID.fullmatch(node_id):
                self.fault(fields.node("id"), f"id 应形如 1.2.3，此处是 {node_id[:40]!r}")
            elif node_id in self._ids:
                self.fault(fields.node("id"), f"id {node_id} 重复，前一个在第 {self._ids[node_id]} 行")
            self._ids.setdefault(node_id, node.line)
        return NodeDraft(
            node_id,
            fields.one_of("level", model.LEVELS),
            fields.text("text"),
            fields.line("number") or None,
            fields.line("heading") or None,
            fields.integer("year"),
            self._nodes(fields.node("children"), "children") if fields.has("children") else [],
        )

    def _metrics(self, node: YamlNode, text: str) -> list[Metric]:
        seen: set[str] = set()
        metrics: list[Metric] = []
        for item in self.items(node, "metrics"):
            metric = self._metric(item, text)
            if metric.id in seen:
                self.fault(item, f"指标 id {metric.id} 重复")
            seen.add(metric.id)
            metrics.append(metric)
        return metrics

    def _metric(self, node: YamlNode, text: str) -> Metric:
        fields = self.fields(
            node,
            "指标",
            ("id", "node", "span", "quote", "value", "unit", "measure", "status"),
            ("indicator", "qualifier", "estimated", "direction", "period"),
        )
        start, end = fields.span("span", len(text))
        quote = fields.line("quote")
        if fields.has("span") and fields.has("quote") and text[start:end] != quote:
            self.fault(
                fields.node("quote"),
                f"quote {quote[:20]!r} 与正文 [{start}, {end}] 处的 {text[start:end][:20]!r} 不符",
            )
        in_node = fields.line("node")
        if fields.has("node") and in_node not in self._ids:
            near = close_matches(in_node[:40], self._ids, 1)
            self.fault(
                fields.node("node"), f"没有节点 {in_node[:40]!r}" + (f"，是否为 {near[0]}" if near else "")
            )
        return Metric(
            fields.line("id"),
            in_node,
            start,
            end,
            quote,
            fields.line("indicator"),
            fields.decimals("value"),
            fields.line("unit"),
            fields.one_of("qualifier", model.QUALIFIERS) if fields.has("qualifier") else "exact",
            fields.boolean("estimated"),
            fields.one_of("measure", model.MEASURES),
            fields.one_of("direction", model.DIRECTIONS) if fields.has("direction") else None,
            fields.one_of("status", model.STATUSES),
            fields.line("period"),
        )


class _Fields:
    """Typed access to the fields of one mapping; a fault is noted once and a neutral value returned."""

    def __init__(self, reader: _Reader, owner: YamlNode, values: dict[str, YamlNode]) -> None:
        self._reader = reader
        self._owner = owner
        self._values = values

    def has(self, name: str) -> bool:
        return name in self._values

    def node(self, name: str) -> YamlNode:
        return self._values.get(name, self._owner)

    def text(self, name: str) -> str:
        """Text of any length; control characters are a fault."""
        node = self._values.get(name)
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            self._reader.fault(node, f"{name} 应为文本，此处是{_kind(node)}")
            return ""
        control = first_control(node.value)
        if control is not None:
            self._reader.fault(
                node, f"{name} 第 {control + 1} 字是不可显示的控制字符 U+{ord(node.value[control]):04X}"
            )
        return node.value

    def line(self, name: str) -> str:
        """Text of one line."""
        text = self.text(name)
        if "\n" in text:
            self._reader.fault(self._values[name], f"{name} 应为一行文本")
        return text

    def integer(self, name: str) -> int | None:
        return self._parsed(name, "整数", lambda text: int(text) if re.fullmatch(r"\d{1,9}", text) else None)

    def boolean(self, name: str) -> bool:
        return bool(
            self._parsed(name, "true 或 false", lambda text: {"true": True, "false": False}.get(text))
        )

    def _parsed(self, name: str, what: str, parse: Callable[[str], int | None]) -> int | None:
        if name not in self._values:
            return None
        text = self.line(name)
        value = parse(text)
        if value is None and isinstance(self._values[name], Scalar):
            self._reader.fault(self._values[name], f"{name} 应为{what}，此处是 {text[:40]!r}")
        return value

    def one_of(self, name: str, allowed: tuple[T, ...]) -> T:
        text = self.line(name)
        for value in allowed:
            if value == text:
                return value
        if isinstance(self._values.get(name), Scalar):
            near = close_matches(text[:40], allowed, 1)
            hint = f"，是否为 {near[0]}" if near else f"，可用：{'、'.join(allowed)}"
            self._reader.fault(self._values[name], f"{name} 不能是 {text[:40]!r}{hint}")
        return allowed[0]

    def span(self, name: str, length: int) -> tuple[int, int]:
        if name not in self._values:
            return 0, 0
        node = self._values[name]
        ends = [item.value for item in self._reader.items(node, name) if isinstance(item, Scalar)]
        if len(ends) == 2 and all(re.fullmatch(r"\d{1,9}", end) for end in ends):
            start, end = map(int, ends)
            if start < end <= length:
                return start, end
        if isinstance(node, Sequence):
            self._reader.fault(node, f"{name} 应为 [起, 止] 两个偏移，0 ≤ 起 < 止 ≤ {length}")
        return 0, 0

    def decimals(self, name: str) -> tuple[Decimal, ...]:
        node = self._values.get(name)
        if node is None:
            return ()
        scalars = node.items if isinstance(node, Sequence) else [node]
        values: list[Decimal] = []
        for scalar in scalars:
            if not (isinstance(scalar, Scalar) and _DECIMAL.fullmatch(scalar.value)):
                self._reader.fault(scalar, f'{name} 应为十进制数，如 "6.5"')
                continue
            try:
                values.append(Decimal(scalar.value))
            except InvalidOperation:
                self._reader.fault(scalar, f"{name} 的数太长")
        if isinstance(node, Sequence) and len(node.items) != 2:
            self._reader.fault(node, f"{name} 应为一个数，或 [低, 高] 两个数")
        return tuple(values)


def _kind(node: YamlNode) -> str:
    if isinstance(node, Mapping):
        return "映射"
    return "列表" if isinstance(node, Sequence) else "文本"
