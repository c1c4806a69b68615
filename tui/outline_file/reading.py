"""Read outline files strictly: each fault has a line, a column and the nearest valid name."""

from __future__ import annotations

from collections.abc import Collection

from tui.messages import outline_files as messages
from tui.messages import reports
from tui.outline_file.fields import Shapes
from tui.outline_file.schema import SCHEMA, SCHEMAS, SCHEMAS_WITH_OLD_IDS, current_id, read_doubts
from tui.outline_file.yaml_reader import YamlNode, read_yaml
from tui.report import model
from tui.report.errors import DataError, did_you_mean
from tui.report.grammar import DATE, NODE_ID
from tui.report.model import Comparison, Doubt, FrontMatter, Metric, NodeDraft, Report, Source, Speaker

#: Fields of metrics that older schemas do not have.
_SINCE_SCHEMA_3 = ("attributes", "part_of", "among", "canonical")


def read_outline(data: bytes, path: str) -> Report:
    """Return the report of an outline file.

    Raises:
        DataError: For the first fault found, with its line and column.
    """
    reader = _Reader(path)
    report = reader.report(read_yaml(data, path))
    if reader.faults:
        raise reader.faults[0]
    assert report is not None
    return report


def check_outline(data: bytes, path: str) -> list[DataError]:
    """Return all faults of an outline file, in file order."""
    reader = _Reader(path)
    try:
        reader.report(read_yaml(data, path))
    except DataError as error:
        return [error]
    return sorted(reader.faults, key=lambda fault: (fault.line or 0, fault.column or 0))


class _Reader(Shapes):
    """Reads the YAML tree; after a fault it goes on with what can still be checked."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._schema = SCHEMA
        #: The line of each node, by its id in the current schema.
        self._lines: dict[str, int] = {}

    # -- the schema --------------------------------------------------------------------------

    def report(self, root: YamlNode) -> Report | None:
        top = self.fields(
            root, messages.OUTLINE_FILE, ("schema", "report", "outline"), ("metrics", "comparisons")
        )
        self._schema = top.text("schema")
        if top.has("schema") and self._schema not in SCHEMAS:
            top.fault("schema", messages.wrong_schema(SCHEMAS, self._schema[:40]))
        front, source, doubts = self._front(top.node("report")) if top.has("report") else (None, None, ())
        drafts = [self._node(item) for item in top.items("outline")]
        text = model.joined_text(drafts)
        if len(text) > model.MAX_CHARACTERS:
            top.fault("outline", reports.text_too_long(len(text), model.MAX_CHARACTERS))
        elif source and len(text) != source.characters:
            top.fault("outline", messages.wrong_length(len(text), source.characters))
        metrics = self._metrics(top.items("metrics"), text)
        known = dict.fromkeys(metric.id for metric in metrics)
        pairs = [self._comparison(item, known) for item in top.items("comparisons")]
        if self.faults or front is None or source is None:
            return None
        return Report(front, source, text, model.place_nodes(drafts), tuple(metrics), tuple(pairs), doubts)

    def _front(self, node: YamlNode) -> tuple[FrontMatter, Source, tuple[Doubt, ...]]:
        fields = self.fields(
            node,
            "report",
            ("title", "source"),
            ("date", "meeting", "organisation", "speaker", "review_year", "plan_year", "doubts"),
        )
        speaker = None
        if fields.has("speaker"):
            person = self.fields(fields.node("speaker"), "speaker", ("name",), ("role",))
            speaker = Speaker(person.line("role"), person.line("name"))
        date = fields.line("date")
        if date and not DATE.fullmatch(date):
            fields.fault("date", messages.not_a_date(date[:40]))
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
        return front, source, read_doubts(fields.line("doubts"), source.characters)

    def _node(self, node: YamlNode) -> NodeDraft:
        fields = self.fields(
            node, messages.NODE, ("id", "level", "text"), ("number", "heading", "year", "children")
        )
        written_id = fields.line("id")
        node_id = self._current_id(written_id)
        if fields.has("id"):
            if not NODE_ID.fullmatch(written_id):
                fields.fault("id", messages.not_an_id(written_id[:40]))
            elif node_id in self._lines:
                fields.fault("id", messages.duplicate_id(written_id, self._lines[node_id]))
            self._lines.setdefault(node_id, node.line)
        return NodeDraft(
            node_id,
            fields.one_of("level", model.LEVELS),
            fields.text("text"),
            fields.line("number") or None,
            fields.line("heading") or None,
            fields.integer("year"),
            [self._node(item) for item in fields.items("children")],
        )

    def _current_id(self, written_id: str) -> str:
        return current_id(written_id) if self._schema in SCHEMAS_WITH_OLD_IDS else written_id

    def _metrics(self, items: list[YamlNode], text: str) -> list[Metric]:
        metrics: list[Metric] = []
        seen: set[str] = set()
        for item in items:
            metric = self._metric(item, text)
            if metric.id in seen:
                self.fault(item, messages.duplicate_metric(metric.id))
            seen.add(metric.id)
            metrics.append(metric)
        return sorted(metrics, key=lambda metric: metric.start)

    def _metric(self, node: YamlNode, text: str) -> Metric:
        fields = self.fields(
            node,
            messages.METRIC,
            ("id", "node", "span", "quote", "value", "unit", "measure", "status"),
            ("indicator", "qualifier", "estimated", "direction", "period", *_SINCE_SCHEMA_3),
        )
        start, end = fields.span("span", len(text))
        quote = fields.line("quote")
        if fields.has("span") and fields.has("quote") and text[start:end] != quote:
            fields.fault("quote", messages.wrong_quote(quote[:20], start, end, text[start:end][:20]))
        written_id = fields.line("node")
        node_id = self._current_id(written_id)
        if fields.has("node") and node_id not in self._lines:
            nearest = did_you_mean(written_id, self._lines)
            fields.fault("node", messages.no_such_node(written_id[:40]) + nearest)
        return Metric(
            fields.line("id"),
            node_id,
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
            fields.all_of("attributes", model.ATTRIBUTES),
            fields.line("part_of"),
            fields.line("among"),
            fields.line("canonical"),
        )

    def _comparison(self, node: YamlNode, metrics: Collection[str]) -> Comparison:
        fields = self.fields(
            node, messages.COMPARISON, ("indicator", "achieved", "target", "comparable"), ("note",)
        )
        for name in ("achieved", "target"):
            wanted = fields.line(name)
            if fields.has(name) and wanted not in metrics:
                nearest = did_you_mean(wanted, metrics)
                fields.fault(name, messages.no_such_metric(wanted[:40]) + nearest)
        return Comparison(
            fields.line("indicator"),
            fields.line("achieved"),
            fields.line("target"),
            fields.one_of("comparable", model.COMPARABLES),
            fields.line("note"),
        )
