"""What is answered to each line a reader writes; it holds where the reader is, and the list heard last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from tui.citation import Reference, cite
from tui.library.past import LastPromises, Past
from tui.messages import panes as pane_messages
from tui.messages import past as past_messages
from tui.messages import reading as messages
from tui.metrics.comparison import ComparisonRow, comparison_rows
from tui.reading.hits import Hits, is_one_letter
from tui.reading.listing import Choice, Listing, number_of
from tui.reading.pages import (
    Span,
    after_heading,
    comparison_choices,
    comparison_sentences,
    introduction,
    metric_choices,
    metric_line,
    metrics_of,
    offered_comparisons,
    part_line,
    passage_from,
    path_at,
    place_choices,
    promise_choices,
    promise_sentences,
    section_beyond,
)
from tui.reading.spelt import spelt_choices
from tui.report.errors import HuijiError, UsageError
from tui.report.model import Node
from tui.report.numerals import half_width
from tui.report.outline import Outline
from tui.report.sentences import sentence_at
from tui.search.metric_filter import filter_metrics
from tui.search.places import find_span


class Reader:
    """Reads a report line by line.

    Args:
        outline: The report.
        past: What a library knows of the year before; None without a library.

    Attributes:
        is_over: Whether the reader has left.
    """

    def __init__(self, outline: Outline, past: Past | None = None) -> None:
        self._outline = outline
        self._past = past
        self._hits = Hits(outline)
        #: What was read last, the part it is in (None for the whole report), and where reading goes on.
        self._passage: Span = passage_from(outline, 0) or (0, 0)
        self._node: Node | None = None
        self._next = 0
        #: The list heard last, and whether nothing was read since.
        self._listing = Listing(())
        self._is_listing = False
        self._asks_query = False
        self._lists_hits = False
        self._last_promises: LastPromises | None = None
        self.is_over = False
        actions: dict[str, Callable[[], Iterable[str]]] = {
            "menu": self._menu,
            "contents": self._contents,
            "read": lambda: self._read(self._node.start if self._node is not None else 0),
            "search": self._ask_query,
            "next_hit": lambda: self._step_hit(1),
            "previous_hit": lambda: self._step_hit(-1),
            "metrics": self._metrics,
            "compare": self._compare,
            "promises": self._promises,
            "next_section": lambda: self._step_section(1),
            "previous_section": lambda: self._step_section(-1),
            "up": self._up,
            "back": self._back,
            "hits": self._list_hits,
            "cite": self._cite,
            "quit": self._quit,
        }
        self._actions = {word: actions[name] for name, words in messages.COMMANDS.items() for word in words}

    @property
    def prompt(self) -> str:
        """What asks for the next line."""
        if self._asks_query:
            return messages.PROMPT_QUERY
        is_told = self._is_listing and not self._listing.goes_on
        return messages.PROMPT_NUMBER if is_told else messages.PROMPT_CONTINUE

    def greet(self) -> list[str]:
        """Return what is said at the beginning."""
        return [introduction(self._outline), *self._contents()]

    def answer(self, line: str) -> list[str]:
        """Return what is said to a line."""
        try:
            return list(self._answer(line.strip()))
        except HuijiError as error:
            return [str(error)]

    def _answer(self, line: str) -> Iterable[str]:
        if self._asks_query:
            self._asks_query = False
            return self._search(line) if line else [messages.NO_QUERY]
        if not line:
            return self._go_on()
        typed = half_width(line)
        if typed.isdecimal() and typed.strip("0"):
            return self._choose(typed)
        return self._obey(line)

    def _obey(self, line: str) -> Iterable[str]:
        """Answer a command, a query, or a place."""
        typed = half_width(line)
        action = self._actions.get(line) or self._actions.get(typed)
        if action is not None:
            return action()
        if line[0] in messages.SEARCH_MARKS or typed[0] in messages.SEARCH_MARKS:
            return self._search(line[1:].strip())
        return self._answer_words(line)

    def _answer_words(self, line: str) -> Iterable[str]:
        """Answer a command with words behind it, a place, or words to search for."""
        word, rest = [*line.split(maxsplit=1), ""][:2]
        if rest and word in messages.COMMANDS["search"]:
            return self._search(rest)
        if rest and word in messages.COMMANDS["metrics"]:
            return self._metrics(rest)
        if rest.isdecimal() and word in messages.COMMANDS["compare"]:
            return self._compared(number_of(rest))
        if rest.isdecimal() and word in messages.COMMANDS["promises"]:
            return self._promised(number_of(rest))
        if is_one_letter(line):
            return self._search(line)
        if choices := spelt_choices(self._outline, line):
            return [messages.spelt(line), *self._list(choices)]
        try:
            span = find_span(self._outline, line)
        except UsageError:
            return [messages.not_a_place(line), *self._search(line)]
        return self._open(line, span)

    # -- numbers and lists -------------------------------------------------------------------

    def _choose(self, number: str) -> Iterable[str]:
        choice = self._listing.item(number_of(number))
        if choice is None:
            return [messages.no_such_number(number, len(self._listing))]
        is_hit = self._lists_hits
        said = self._obey(choice.command)
        self._hits.are_current = is_hit or self._hits.are_current
        return said

    def _list(self, choices: Sequence[Choice]) -> list[str]:
        """Say the first items of another list."""
        self._listing, self._is_listing, self._lists_hits = Listing(choices), True, False
        return self._listing.say()

    def _go_on(self) -> Iterable[str]:
        """Say more of a list, or read on."""
        if self._is_listing and self._listing.goes_on:
            return self._listing.say()
        return self._read(self._next)

    # -- reading -----------------------------------------------------------------------------

    def _read(self, offset: int, stop: int | None = None) -> list[str]:
        """Read a paragraph, or what is left of it."""
        text = self._outline.report.text
        passage = passage_from(self._outline, offset, stop)
        self._is_listing = False
        if passage is None:
            self._next = 0
            return [messages.END]
        self._passage, self._next = passage, passage[1]
        self._node = self._outline.at(passage[0])
        return [text[slice(*passage)]]

    def _open(self, words: str, span: Span) -> Iterable[str]:
        """Go to a place: a part, a metric, or an offset."""
        self._hits.are_current = False
        node = next((node for node in self._outline.nodes if (node.start, node.end) == span), None)
        if node is not None:
            return self._open_part(node)
        metric = next((one for one in self._outline.report.metrics if (one.start, one.end) == span), None)
        said = [metric_line(metric)] if metric is not None else []
        return [*said, *self._read_sentence(span[0])]

    def _open_part(self, node: Node) -> list[str]:
        """Say what a part is; offer what is below it, or read it if there is nothing."""
        self._hits.are_current = False
        said, start = [part_line(self._outline, node)], after_heading(self._outline, node)
        if not node.children:
            return said + self._read(start)
        self._node, self._next = node, start
        self._passage = passage_from(self._outline, node.start) or self._passage
        return said + self._list(place_choices(self._outline, node))

    def _read_sentence(self, offset: int) -> list[str]:
        """Read the sentence at an offset, behind where it is."""
        start, end = sentence_at(self._outline.report.text, offset)
        return [path_at(self._outline, start), *self._read(start, end)]

    def _step_section(self, direction: int) -> list[str]:
        section = self._section(direction)
        if section is None:
            return [messages.LAST_SECTION if direction > 0 else messages.FIRST_SECTION]
        return self._open_part(section)

    def _section(self, direction: int) -> Node | None:
        """Return the next or the previous section, or a chapter without sections."""
        here = self._outline.section_at(self._passage[0]).start if self._node is not None else -1
        return section_beyond(self._outline, here, direction)

    def _back(self) -> list[str]:
        """Return to the list of hits from one of them, else go up."""
        return self._list_hits() if self._hits.are_current else self._up()

    def _up(self) -> list[str]:
        if self._node is None:
            return [messages.AT_TOP]
        parent = self._outline.parent(self._node)
        return self._contents() if parent is None else self._open_part(parent)

    def _contents(self) -> list[str]:
        """Offer the outermost parts, and what can be done with the whole report."""
        self._node, self._next, self._hits.are_current = None, 0, False
        return [*self._list([*place_choices(self._outline, None), *self._actions_here()]), messages.HINT]

    # -- the menu ----------------------------------------------------------------------------

    def _menu(self) -> list[str]:
        """Offer what can be done here, and how to say so."""
        return [*self._list(self._actions_here()), messages.HINT]

    def _actions_here(self) -> list[Choice]:
        return [Choice(text, messages.COMMANDS[name][0]) for name, text in self._offers()]

    def _offers(self) -> Iterable[tuple[str, str]]:
        """Yield what can be done here, what comes next first: the name of a command, and what is said of it."""
        words = {name: said[0] for name, said in messages.COMMANDS.items()}
        outline, node = self._outline, self._node
        if self._hits:
            yield from ((name, words[name]) for name in ("next_hit", "previous_hit"))
            yield "hits", messages.listed_hits(len(self._hits))
        yield from ((name, words[name]) for name in ("read", "search"))
        if count := len(metrics_of(outline, node)):
            yield "metrics", messages.metrics(count)
        if node is None:
            if self._rows:
                yield "compare", offered_comparisons(self._rows)
            if self._past is not None:
                yield "promises", messages.COMMANDS["promises"][1]
            return
        for name, direction in (("next_section", 1), ("previous_section", -1)):
            if (section := self._section(direction)) is not None:
                yield name, messages.section(direction > 0, outline.label(section))
        parent = outline.parent(node)
        yield "up", messages.parent(outline.label(parent) if parent is not None else messages.WHOLE)
        yield "cite", words["cite"]

    # -- searching ---------------------------------------------------------------------------

    def _ask_query(self) -> list[str]:
        self._asks_query = True
        return []

    def _search(self, query: str) -> list[str]:
        heading, is_found = self._hits.search(query)
        return self._list_hits() if is_found else [heading]

    def _list_hits(self) -> list[str]:
        """List the sentences with hits, from the first."""
        if not self._hits:
            return [messages.NO_HITS_YET]
        self._hits.are_current = False
        said = [self._hits.heading, *self._list(self._hits.choices())]
        self._lists_hits = True
        return said

    def _step_hit(self, direction: int) -> list[str]:
        """Read the next or the previous sentence with hits."""
        here = self._passage[0] if self._node is not None else -1
        said, start = self._hits.step(here, direction)
        if start is None:
            return [said]
        self._hits.are_current = True
        return [said, *self._read_sentence(start)]

    # -- figures -----------------------------------------------------------------------------

    def _metrics(self, words: str = "") -> list[str]:
        metrics = filter_metrics(metrics_of(self._outline, self._node), words, self._outline)
        if not metrics:
            return [pane_messages.NO_SUCH_METRICS if words else pane_messages.NO_METRICS_HERE]
        return [messages.metrics(len(metrics), words), *self._list(metric_choices(metrics))]

    @cached_property
    def _rows(self) -> Sequence[ComparisonRow]:
        return comparison_rows(self._outline.report)

    def _compare(self) -> list[str]:
        rows = self._rows
        if not rows:
            return [messages.NO_COMPARISONS]
        return [offered_comparisons(rows), *self._list(comparison_choices(self._outline, rows))]

    def _compared(self, number: int) -> list[str]:
        rows = self._rows
        if not 1 <= number <= len(rows):
            return [messages.no_such_number(str(number), len(rows))]
        return list(comparison_sentences(self._outline, rows[number - 1]))

    def _promises(self) -> list[str]:
        last = self._last_year()
        if not last.promises:
            return [messages.NO_PROMISES]
        heading = messages.promises(last.year, len(last.promises))
        return [heading, *self._list(promise_choices(last.promises))]

    def _promised(self, number: int) -> list[str]:
        last = self._last_year()
        if not 1 <= number <= len(last.promises):
            return [messages.no_such_number(str(number), len(last.promises))]
        return list(promise_sentences(self._outline, last, last.promises[number - 1]))

    def _last_year(self) -> LastPromises:
        if self._past is None:
            raise UsageError(past_messages.NO_LIBRARY)
        if self._last_promises is None:
            self._last_promises = self._past.promises()
        return self._last_promises

    # -- the rest ----------------------------------------------------------------------------

    def _cite(self) -> list[str]:
        start, end = self._passage
        return [cite(self._outline.report.text[start:end], Reference.of(self._outline, start))]

    def _quit(self) -> list[str]:
        self.is_over = True
        return []
