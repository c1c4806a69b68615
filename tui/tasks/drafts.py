"""Cut a sentence of a plan into its promises: spans of clauses, each with its deadline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.messages.tasks import DEADLINE_COMMA
from tui.tasks.clauses import Clause, clauses, items
from tui.tasks.deadlines import deadlines_in
from tui.tasks.roles import HAS_VERB, Role, is_topic, role_of

_SPACE = re.compile(r"[ \t\u3000]+")
#: 其中, which makes a promise a part of the one before.
_PART = re.compile("其中[,:]?")
#: How a remark begins whose subject is the clauses before it.
_PREDICATES = re.compile("(?:对[^,]{2,20}来[讲说])?(?:是|也是|既是|都是|事关|意义|至关重要|具有)")
#: How a remark begins that goes on to the end of its sentence: 这是充分考虑实际情况,科学确定的,既务实可行,又积极进取.
_COMMENTS = re.compile("这(?:是|既|也|就是|不仅|都|充分|主要|符合|体现)")
#: What a clause has that promises something even in such a remark.
_PROMISES = re.compile(r"\d|(?:我们)?要(?!求)|必须|确保|力争")
#: How clauses before a colon end that only lead to what follows.
_LEAD = re.compile(
    r"(?:目标|任务|指标|工作|重点|措施|方面|要求|如下|以下|[是为]|即|原则|安排|考虑|做到|要|抓好|事项)$"
)
#: What a list is announced with, where its items follow on their own lines: 聚焦十项重点工作.
_COUNTED = re.compile(r"(?<!“)[几一二两三四五六七八九十\d]+[个项大件条]")
#: What only says when the remark behind it holds: 疫情影响下，很多企业面临困难.
_SITUATION = re.compile(r"(?:影响|形势|背景|情况|条件|压力|挑战)下[, ]*\Z")
#: Characters of what stands before a colon and is no promise: 工业方面, 去产能.
_MAX_LABEL = 8
#: What a further item of an enumeration begins with, if it is a promise of its own: 新建学校5所、改造管网30公里.
_DOES = re.compile(
    r"(?:新[建增开签认]|改[建造扩]|扩建|建[成设]|完成|启动|开工|竣工|引进|培[育训养]|实施|打造|创建|续建|修[建复]|整治|治理|投产|组建|拆除|安装|发放|招引|净增|"
    r"淘汰|压减|转移|种植|解决|争[取创]|[举兴]办|办好|推进|迁建|提升|清理|盘活|处置|供应|关停)+"
)
_QUANTITY = re.compile(
    r"\d+(?:\.\d+)?(?:万|亿|多|余)*(?:平方米|平方公里|立方米|公里|千瓦|吨|亩|个|所|座|条|套|家|户|人次|人|台|辆|处|件|项|元|名|场|次|张|床|%)?(?:以上|左右)?"
)
_MIN_OBJECT = 2
#: How the first of two clauses begins that are one promise, and the second: 既抓高速路，也抓断头路.
_PAIRS = re.compile("(?:我们|要|政府|各级)*(?:既|不仅|不但|一手)")
_PAIRED = re.compile("(?:也|又|还|更|而且|一手)")
#: How a clause begins that says for whom, and others go on about: 让群众就近上学，逛美丽的公园.
_LETS, _FIGURE = ("让", "使"), re.compile(r"\d")
#: How a clause ends whose noun the next one tells: 新开工甲厂等23个50亿元以上，乙厂等300个亿元以上工业项目.
_UNFINISHED = re.compile(r"\d[余多]?[个家项](?:超|过)?(?:\d[\d.]*)?[百千十]?[万亿]元(?:及?以上|级)?\Z")
#: What joins a sentence to the one before it.
_JOINS = re.compile(
    r"(?:(?:与此)?同时|此外|另外|因此|为此|所以|总之|首先|其次|再次|最后(?!一)|一方面|另一方面|当然|并且|而且|各位代表)[,:!]?(?=[^,:])[ \t\u3000]*"
)
#: How a clause begins that is a promise even if it could only lead to one.
_DEMANDS = re.compile("(?:我们)?要(?!求)")


class Draft(NamedTuple):
    """A task before it has its number.

    Attributes:
        start: Of its half-open span.
        end: Of that span.
        deadline: By when it is to be done, as the report says it.
        part_of: Index, among the drafts of its sentence, of the task it is a part of; None if of none.
    """

    start: int
    end: int
    deadline: str
    part_of: int | None = None


def drafts_of(half: str, start: int, end: int, first_year: int | None) -> list[Draft]:
    """Return the promises of a sentence.

    Args:
        half: The text in half-width characters.
        start: Of the sentence, behind its number.
        end: Of the sentence.
        first_year: The first year planned; None if it is not known.
    """
    drafts: list[Draft] = []
    deadline = ""
    whole: int | None = None
    for segment, mark in _segments(clauses(half, start, end)):
        is_last = segment[-1].end + 1 >= end
        if mark == ":" and whole is None and _only_leads(half, segment, is_last=is_last):
            words = half[segment[0].start : segment[-1].end]
            deadline = next(reversed(deadlines_in(words, first_year)), deadline)
            continue
        group = _Group(half, deadline, first_year)
        for clause, following in zip(segment, [*segment[1:], None], strict=True):
            is_head = clause is segment[0] and following is not None and _is_topic(half, clause, following)
            group.add(clause, is_head=is_head)
        deadline = group.deadline
        for draft in group.drafts(segment[-1].end):
            is_part = bool(drafts) and _PART.match(half, draft.start) is not None
            drafts.append(draft._replace(part_of=len(drafts) - 1 if is_part else whole))
        if mark == ":" and drafts:
            whole = len(drafts) - 1
    return drafts


def _segments(parts: list[Clause]) -> Iterator[tuple[list[Clause], str]]:
    """Yield the clauses between semicolons and colons, and the mark behind them."""
    segment: list[Clause] = []
    for clause in parts:
        segment.append(clause)
        if clause.mark != ",":
            yield segment, clause.mark
            segment = []
    if segment:
        yield segment, ""


def _only_leads(half: str, segment: list[Clause], *, is_last: bool) -> bool:
    """Return whether the clauses before a colon only lead to what follows: 主要预期目标是."""
    last = segment[-1]
    if len(segment) == 1 and (
        last.end - last.start <= _MAX_LABEL or (is_last and _COUNTED.search(half, last.start, last.end))
    ):
        return True
    return _LEAD.search(half, last.start, last.end) is not None


def _is_topic(half: str, clause: Clause, following: Clause) -> bool:
    return is_topic(_words(half, clause), _words(half, following))


def _words(half: str, clause: Clause) -> str:
    return _SPACE.sub("", half[clause.start : clause.end])


class _Group:
    """Collects the clauses between two semicolons into promises.

    Args:
        half: The text in half-width characters.
        deadline: What an earlier opening of the sentence says for them.
        first_year: The first year planned.

    Attributes:
        deadline: What covers the clauses that follow.
    """

    def __init__(self, half: str, deadline: str, first_year: int | None) -> None:
        self.deadline = deadline
        self._half = half
        self._first_year = first_year
        self._spans: list[tuple[int, int, str]] = []
        #: Where clauses start that belong to the next promise.
        self._pending: int | None = None
        self._has_remark = self._comments = self._pairs = self._lets = self._is_unfinished = False

    def add(self, clause: Clause, *, is_head: bool = False) -> None:
        """Add the next clause.

        Args:
            clause: The clause.
            is_head: Whether it only names what the next one is about.
        """
        words = _words(self._half, clause)
        self._comments = (self._comments or _COMMENTS.match(words) is not None) and not _PROMISES.search(
            words
        )
        if self._comments:
            self._has_remark = True
            return
        role: Role = "means"
        if not is_head:
            role = self._role(words)
        start = clause.start if self._pending is None else self._pending
        if role == "remark":
            self._has_remark = True
            if self._pending is not None and _SITUATION.search(self._half, self._pending, clause.start):
                self._pending = None
            if _PREDICATES.match(words):
                self._spans, self._pending = [], None  # what stands before is what the remark is about
        elif role == "means":
            self.deadline = DEADLINE_COMMA.join(deadlines_in(words, self._first_year)) or self.deadline
            self._pending = start
        elif role == "effect" and self._pending is None and self._spans:
            self._extend(clause.end)
        else:
            for index, (first, last) in enumerate(_promises(self._half, clause)):
                self._spans.append((first if index else start, last, self.deadline))
            self._pending = None

    def _role(self, words: str) -> Role:
        """Return what a clause is, behind those before it."""
        was_unfinished, self._is_unfinished = self._is_unfinished, _UNFINISHED.search(words) is not None
        if was_unfinished and self._spans and _FIGURE.search(words):
            return "effect"
        if self._pairs and _PAIRED.match(words):
            self._pairs = False
            return "effect"
        self._pairs = _PAIRS.match(words) is not None
        role = role_of(words, is_dated=bool(self.deadline), is_first=not self._spans)
        if role == "task" and self._lets and not HAS_VERB.search(words) and not _FIGURE.search(words):
            return "effect"
        self._lets = role == "effect" and (self._lets or words.startswith(_LETS))
        return role

    def drafts(self, end: int) -> list[Draft]:
        """Return the promises; what leads to none belongs to the last one.

        Args:
            end: Where the last clause ends.
        """
        if self._pending is not None and self._spans:
            self._extend(end)
        elif self._pending is not None and (
            not self._has_remark or _DEMANDS.match(self._half, self._pending)
        ):
            self._spans.append((self._pending, end, self.deadline))
        return [
            Draft(
                self._behind_joint(start, stop),
                stop,
                DEADLINE_COMMA.join(deadlines_in(self._half[start:stop], self._first_year)) or covering,
            )
            for start, stop, covering in self._spans
        ]

    def _behind_joint(self, start: int, end: int) -> int:
        """Return where a promise starts behind the words that join it to what is before it."""
        joint = _JOINS.match(self._half, start, end)
        return joint.end() if joint and joint.end() < end else start

    def _extend(self, end: int) -> None:
        start, _, deadline = self._spans[-1]
        self._spans[-1] = (start, end, deadline)


def _promises(half: str, clause: Clause) -> list[tuple[int, int]]:
    """Return the spans of the items of a clause if each is a promise of its own, else its span."""
    found = items(half, clause)
    texts = [half[start:end] for start, end in found]
    if len(found) > 1 and all(map(_has_object, texts)) and all(map(_DOES.match, texts[1:])):
        return found
    return [(clause.start, clause.end)]


def _has_object(item: str) -> bool:
    """Return whether an item counts something it names: 新建学校5所, but not 新开工9个."""
    rest = _QUANTITY.sub("", item)
    return rest != item and len(_DOES.sub("", rest, count=1)) >= _MIN_OBJECT
