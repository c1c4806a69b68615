"""An indicator among places as rows of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from tui.exports.figures import ranking_table
from tui.exports.model import Export, shown_and_all
from tui.library.divisions import NATION, default_divisions
from tui.messages import figure_screens as messages
from tui.messages.gaps import gap_text
from tui.messages.series_help import LEVEL_NAMES
from tui.messages.sheets import rank_name
from tui.messages.verdicts import ACTUAL, GAP, NOTE, SIGNS, TARGET, VERDICT, VERDICT_NAMES, no_value
from tui.metrics.labels import format_short_value
from tui.promises.model import MISSED
from tui.screens.figures import notes_on, passage_of
from tui.screens.table import EVERY_ROW
from tui.search.labels import Labels
from tui.series.model import RankRow, Stated
from tui.series.ranking import rank_key, ranks_in
from tui.views.figures import RankSet
from tui.widgets.facet_bar import Facet
from tui.widgets.passage_pane import Passage, Remark
from tui.widgets.past_tabs import sign_of_row
from tui.widgets.rank_table import Dots
from tui.widgets.series_columns import Scale, scale_of
from tui.widgets.table_layout import Cell, Column, TableRow
from tui.widgets.table_order import RowOrder

#: The column of the place.
_PLACE = 2
#: Before the keys of rows of divisions above, and of places that state nothing.
_ABOVE, _MISSING = "above:", "missing:"


class RankContents:
    """The rows of a ranking: places that state something, those that do not, and the divisions above one's own place.

    Args:
        content: The ranking.

    Attributes:
        content: The ranking.
        dots: What is plotted of each row.
        scale: The unit of what is plotted.
    """

    columns: Sequence[Column] = (
        Column("own", "", "sign"),
        Column("rank", "", "sign"),
        Column("place", messages.PLACE, "name"),
        Column("actual", ACTUAL, is_right=True),
        Column("verdict", ""),
        Column("target", TARGET),
        Column("gap", GAP),
    )
    orders = messages.ORDERS
    column_orders = {"place": "place", "actual": "actual", "target": "target", "gap": "gap"}
    what = messages.WHAT_RANKING

    @property
    def falling_orders(self) -> Collection[str]:
        """Orders that begin with the largest value: the best first, unless lower is better."""
        return () if self.content.ranking.better in ("lower", "within") else ("actual", "target", "gap")

    def __init__(self, content: RankSet) -> None:
        self.content = content
        ranking = content.ranking
        rows = {_key(row): row for row in (*content.by_target.rows, *ranking.rows)}
        self._rows = list(rows.values())
        self._above = {_ABOVE + _key(row): row for row in ranking.above}
        self._by_key = rows | self._above
        named = {row.place.place for row in self._rows}
        silent = dict.fromkeys((*ranking.missing, *content.by_target.missing))
        self._missing = [name for name in silent if name not in named]
        # Beside the amount of a division all of its parts would be next to nothing.
        plotted = rows if ranking.measure == "level" else self._by_key
        stated = [each for row in plotted.values() for each in (row.target, row.actual)]
        self.scale: Scale = scale_of(stated)
        self.dots = {key: self._dots(row) for key, row in plotted.items()}

    @property
    def whose(self) -> str:
        """The level, the year and the indicator."""
        ranking = self.content.ranking
        return rank_name(ranking.year, self.content.parent, LEVEL_NAMES[ranking.level], ranking.name)

    def title(self, is_long: bool) -> str:
        """Return level, year and indicator."""
        ranking = self.content.ranking
        name = messages.indicator_title(ranking.name, ranking.measure)
        return messages.ranking_title(
            messages.LEVELS[ranking.level], self.content.parent, ranking.year, name, is_long
        )

    @cached_property
    def own_key(self) -> str:
        """The key of the row of one's own place; empty if it has none."""
        own = self.content.ranking.own
        if own in self._by_key:
            return own
        name = default_divisions().name_of(own)
        return _MISSING + name if name in self._missing else ""

    def has(self, key: str) -> bool:
        """Return whether there is a row with a key."""
        return key in self._by_key or key.removeprefix(_MISSING) in self._missing

    def row(self, key: str) -> RankRow | None:
        """Return what a row shows; None for a place that states nothing."""
        return self._by_key.get(key)

    @staticmethod
    def is_place(key: str) -> bool:
        """Return whether a row is of a place of the level, not of one above."""
        return not key.startswith(_ABOVE)

    # -- kinds ---------------------------------------------------------------------------------

    def facets(self) -> Sequence[Facet]:
        """Return how many places there are of each kind."""
        counts = Counter(map(_kind_of, self._rows))
        counts["missing"] = len(self._missing)
        total = len(self._rows) + len(self._missing)
        every = Facet(EVERY_ROW, messages.ALL_PLACES, messages.ALL_PLACES, total)
        kinds = [Facet(kind, name, sign, counts[kind]) for kind, (name, sign) in messages.KINDS.items()]
        return [every, *(facet for facet in kinds if facet.total)]

    # -- rows ----------------------------------------------------------------------------------

    def prepare_words(self) -> None:
        """Make what words are looked for in, in a thread."""
        self._labels.prepare()

    def rows(self, facet: str, order: str, words: str) -> Sequence[TableRow]:
        """Return the rows of a kind whose places have words, in an order; then the divisions above."""
        chosen = [row for row in self._rows if facet in (EVERY_ROW, _kind_of(row))]
        if order == "place":
            chosen.sort(key=lambda row: (row.place.code, row.place.place))
        else:
            places = {key: at for at, key in enumerate(self._sorted(order))}
            chosen.sort(key=lambda row: places[_key(row)])
        ranks = self._ranks[order if order in self._ranks else "actual"]
        shown = [self._row(_key(row), row, ranks.get(_key(row), "")) for row in chosen]
        if order != "place":  # those without a rank are compared with no other
            shown = [row._replace(group=int(not ranks.get(row.key))) for row in shown]
        if facet in (EVERY_ROW, "missing"):
            shown += [self._silent(name)._replace(group=2) for name in self._missing]
        if words.strip():
            found = {self._names[at] for at in self._labels.matching(words)}
            shown = [row for row in shown if row.cells[_PLACE].text in found]
        if facet == EVERY_ROW and not words.strip():
            shown += [self._row(key, row)._replace(group=3) for key, row in self._above.items()]
        return shown

    def _sorted(self, order: str) -> Iterable[str]:
        """Return the keys of all places: first those that are ranked by what is asked for, as they are ranked."""
        by_result, by_target = self.content.ranking.rows, self.content.by_target.rows
        if order == "gap":
            better = self.content.ranking.better
            return map(_key, sorted(self._rows, key=lambda row: rank_key(row, "gap", better)))
        rows = (*by_target, *by_result) if order == "target" else (*by_result, *by_target)
        return dict.fromkeys(map(_key, rows))

    @cached_property
    def _ranks(self) -> Mapping[str, Mapping[str, str]]:
        """The rank of each place, by what the places are sorted by."""
        by_result, by_target = self.content.ranking, self.content.by_target
        judged = [row for row in self._rows if row.gap is not None]
        judged.sort(key=lambda row: rank_key(row, "gap", by_result.better))
        by_gap = by_result._replace(by="gap", rows=tuple(judged))
        return {
            ranking.by: dict(zip(map(_key, ranking.rows), ranks_in(ranking), strict=True))
            for ranking in (by_result, by_target, by_gap)
        }

    @cached_property
    def _names(self) -> Sequence[str]:
        return [*(row.place.place for row in self._rows), *self._missing]

    @cached_property
    def _labels(self) -> Labels:
        return Labels(self._names)

    def _row(self, key: str, row: RankRow, rank: str = "") -> TableRow:
        is_own, is_above = key == self.own_key and bool(key), key.startswith(_ABOVE)
        mark = messages.OWN_SIGN if is_own else messages.ABOVE_SIGN if is_above else ""
        sign, style = sign_of_row(row)
        cells = (
            Cell(mark, "count"),
            Cell(rank.rjust(len(str(len(self._rows)))) if rank else "", "muted"),
            Cell(row.place.place, "strong" if is_own else "muted" if is_above else ""),
            _value(row.actual, row.has_results, "achieved"),
            Cell(sign, style),
            _value(row.target, row.has_plan, "target"),
            Cell(gap_text(row.gap, is_short=True), style),
        )
        return TableRow(key, cells)

    def _silent(self, name: str) -> TableRow:
        values = (
            Cell(no_value(True, is_short=True), "muted"),
            Cell(""),
            Cell(no_value(True, is_short=True), "muted"),
            Cell(""),
        )
        is_own = _MISSING + name == self.own_key
        mark = messages.OWN_SIGN if is_own else ""
        cells = (Cell(mark, "count"), Cell(""), Cell(name, "strong" if is_own else "muted"), *values)
        return TableRow(_MISSING + name, cells)

    def _dots(self, row: RankRow) -> Dots:
        missed = sign_of_row(row)[1] if row.verdict in MISSED else ""
        return Dots(self.scale.ends(row.target), self.scale.ends(row.actual), missed)

    # -- sentences -----------------------------------------------------------------------------

    def passages(self, key: str) -> tuple[Sequence[Passage], Sequence[Remark]]:
        """Return the sentences of a place, and what is to be said of it."""
        row = self._by_key.get(key)
        remarks = []
        if row is None:
            remarks.append(Remark(key.removeprefix(_MISSING), messages.NOT_STATED))
            return (), [*remarks, *self._above_remarks("")]
        figures = (TARGET, row.target), (ACTUAL, row.actual)
        passages = [
            passage_of(name, stated, self.content.paths) for name, stated in figures if stated is not None
        ]
        if row.verdict is not None:
            text = messages.verdict(VERDICT_NAMES[row.verdict], gap_text(row.gap, is_short=True))
            remarks.append(Remark(VERDICT, text))
        remarks += [Remark(NOTE, text) for text in notes_on(row)]
        return passages, [*remarks, *self._above_remarks(row.place.code)]

    def _above_remarks(self, code: str) -> Sequence[Remark]:
        """Return what those of the divisions above one's own place state that are above a place, too.

        Args:
            code: The code of the place; empty for one that is not known.
        """
        higher = {NATION, *default_divisions().lineage(code)} - {code}
        texts = [
            messages.above(row.place.place, _text(row.target), _text(row.actual))
            for row in self._above.values()
            if row.place.code in higher
        ]
        return [Remark(messages.ABOVE, "  ‹ ".join(texts))] if texts else []

    # -- text and files ------------------------------------------------------------------------

    def line(self, key: str) -> str:
        """Return a row as text."""
        row = self._by_key.get(key)
        if row is None:
            return f"{key.removeprefix(_MISSING)} {messages.NOT_STATED}"
        verdict = SIGNS[row.verdict] if row.verdict is not None else ""
        values = (ACTUAL, _text(row.actual)), (TARGET, _text(row.target))
        stated = [f"{name} {text}" for name, text in values if text]
        return "  ".join(filter(None, [row.place.place, *stated, verdict, gap_text(row.gap, is_short=True)]))

    def exports(self, shown: Sequence[str], order: RowOrder) -> Sequence[Export]:
        """Return the places that are shown, in their order, and all that state something; the rank is always that by result."""
        ranking, writer = self.content.ranking, self.content.writer
        if writer is None:
            return ()
        ranked, parent = len(ranking.rows), self.content.parent
        keys = [
            *map(_key, ranking.rows),
            *(key for key in map(_key, self._rows) if key not in self._ranks["actual"]),
        ]
        every = ranking._replace(rows=tuple(self._by_key[key] for key in keys))
        at = {key: index for index, key in enumerate(keys)}
        chosen = [at[key] for key in shown if key in at]
        tables = (
            (len(chosen), ranking_table(every, chosen, ranked, writer, parent)),
            (len(keys), ranking_table(every, range(len(keys)), ranked, writer, parent)),
        )
        return shown_and_all(self.what, self.whose, *tables)


def _key(row: RankRow) -> str:
    return row.place.code or row.place.place


def _kind_of(row: RankRow) -> str:
    """Return the kind of a place: what became of its target, or which of the two it states."""
    if row.verdict is not None:
        return "missed" if row.verdict in MISSED else row.verdict
    return "target" if row.target is not None else "actual"


def _text(stated: Stated | None) -> str:
    return format_short_value(stated.metric) if stated is not None else ""


def _value(stated: Stated | None, has_report: bool, style: str) -> Cell:
    if stated is None:
        return Cell(no_value(has_report, is_short=True), "muted")
    return Cell(_text(stated), style)
