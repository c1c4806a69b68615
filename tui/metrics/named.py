"""Find the quantities of a passage, each with its name; lists share or divide names."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.messages import metrics as messages
from tui.metrics import naming
from tui.metrics.limits import Statement, background_rule, is_in_brackets
from tui.metrics.name_before import name_before, names_before
from tui.metrics.name_completion import completed
from tui.metrics.name_context import Context, Item
from tui.metrics.name_lists import listed
from tui.metrics.name_parts import name_of_part, whole_of
from tui.metrics.name_shares import as_share
from tui.metrics.name_words import VERB_WORDS
from tui.metrics.paces import with_pace
from tui.metrics.passage import MAX_CLAUSE_CHARACTERS, Passage
from tui.metrics.quantity import Quantity, find_quantities
from tui.metrics.ranks import split_rank
from tui.metrics.remarks import remarks_of
from tui.metrics.units import COUNTED, RATES, base_quantity_power
from tui.report.model import Attribute
from tui.report.sentences import sentence_at

#: Marks of notes, and the number of an article: ``第四条　绿地率``, ``地区生产总值[2]``.
_NOT_OF_NAMES = re.compile(r"[\[〔［]\d{1,3}[\]〕］]|^第[一二三四五六七八九十百零〇]{1,7}条[ \u3000]+")
#: 国家科技奖 励: spaces of the page.
_SPACE, _INNER_SPACE = (
    " ",
    re.compile(r"(?<=[\u4e00-\u9fff“”]) +(?=[\u4e00-\u9fff“”\d])|(?<=\d) +(?=[\u4e00-\u9fff])"),
)
#: Characters behind a quantity that may say it is a limit: 50亿元以上高质量项目.
_LIMIT_CHARACTERS = 40
#: Characters of a sentence that are looked at.
_REACH_CHARACTERS = 200
#: 居第2位和第4位: among the same.
_NEXT_RANK = re.compile(r"[、和及与]?第")
#: 7个市进入前10名、柳州居第一: what is ranked stands behind the rank before.
_RANK_BEFORE = re.compile(r"\A.*(?:前|第)[\d一二三四五六七八九十]{1,3}[名位]?[、,，](?=[^、,，]{2})")
#: 3000平方米以上众创空间100家.
_LIMIT = re.compile(
    r"(?:及?其?以上|及?其?以下|级)的?(?:[^,，;；。、\d]{2,12}\d|\d+(?:\.\d+)?[余多]?[个家户])"
)
_OVER, _UNDER = re.compile(r"[超过]\Z"), re.compile(r"(?:低于|不足|小于|不到)\Z")
_COUNTED_BEHIND = re.compile(r"的?[^,，;；。、\d]{2,8}\d+(?:\.\d+)?[万]?[余多]?[个家幢栋户项座条处人名]")
_LISTED = re.compile(r"(?:及?以上|以下|以内|左右|余)?[、和及与]|[^、]{2,20}[、和及与]\Z")


#: 某开发区全国排名由第38位上升.
_OF_A_WHOLE = re.compile(r"(?<=[\u4e00-\u9fff]{2})在?(?:全[国省市区州]|全球)\Z")
#: 收入增长6%、增速居全国第五: the name before says of what.
_GROWTH = re.compile("增[速幅]")
#: 分别占全省的: of what something is a share.
_SHARE = re.compile(r"(?P<share>占[^占、和]{2,12}?)(?:的?(?:比重|比例))?")
#: 15个省级项目、10个市级项目分别完成投资: what is measured of each.
_MEASURED = re.compile(
    r"(?P<thing>[^,，;；。、\d]{2,16})分别(?:累计|已)?(?:完成|实现|达到?)?(?P<measure>投资额?|总?产值|(?:营业|销售|主营业务)收入|税收|利润)[达为到]*"
)
#: 降幅分别收窄: the changes of the things named before.
_CHANGE = re.compile("[增降涨跌减升][速幅]")
_RESPECTIVELY, _LINE_BREAK = "分别", "\n"
#: What only tells how a word is written from here on: 同比增长（以下简称“增长”）7%.
_ABBREVIATION = re.compile(r"[(（](?:以下(?:均|同|简称|称)|下同|简称)[^()（）]{0,16}[)）]")
#: 财政收入（按分税制计算，不含专项）增长: the rest of a remark.
_CLOSED = re.compile(r"\A[^（(、]{1,16}[)）]")
#: What only tells what is counted: 巡查（含养护）里程, 自然村（20户以上）道路.
_INCLUDED = re.compile(r"[(（](?:不?含[^()（）]{1,16}|\d[^()（）]{1,6}以[上下])[)）]")
#: Words before a number that say it is about so much, of that number alone.
_BOUND_BEFORE = re.compile("分别(?:突破|超过|高于|低于|接近|不低于|不少于|不超过|控制在)了?\\Z")
_ABOUT_BEFORE = re.compile(r"约[为占达]?\Z")
_MARKS, _GRADE = "、和及与", "级"
#: 企业和高校均达到20家: said of all.
_DOUBLINGS, _OF_ALL = "番", re.compile("[均都各]|双双")


class NamedQuantity(NamedTuple):
    """A quantity with its name and the text around it.

    Attributes:
        quantity: The number with its unit.
        before: Its clause up to it, behind the quantity before it.
        sentence: Half-open offsets of its sentence.
        name: What it measures.
        region: What of its clause may name it, up to it.
        named_by: Where the name was found.
        continues: Whether it continues a list with the quantity before it.
        part_of: For 其中, the name of the whole.
        among: For a rank, among whom.
        estimated: Whether the report says 预计.
        attributes: What else it remarks on the number.
    """

    quantity: Quantity
    before: str
    sentence: tuple[int, int]
    name: str
    region: str
    named_by: str
    continues: bool
    part_of: str = ""
    among: str = ""
    estimated: bool = False
    attributes: tuple[Attribute, ...] = ()

    @property
    def own(self) -> str:
        """What its clause itself calls what it measures, before it; may be a list of names."""
        return name_before(self.region, is_list=True) if len(self.region) > 1 else ""


def named_quantities(passage: Passage) -> list[NamedQuantity]:
    """Return the quantities of a passage with their names, in document order."""
    reader = _Reader(passage)
    shift = passage.half_start
    for found in find_quantities(passage.half[passage.start - shift : passage.end - shift]):
        quantity = found
        if passage.start:
            quantity = found._replace(start=found.start + passage.start, end=found.end + passage.start)
        if passage.outline.at(quantity.start).id != "front":
            reader.read(quantity)
    return _name_respectively(reader.result)


class _Reader:
    """Names quantities one after the other.

    Args:
        passage: Where they are.
    """

    def __init__(self, passage: Passage) -> None:
        self.result: list[NamedQuantity] = []
        self._outline = passage.outline
        self._text = passage.outline.report.text
        self._clauses = passage.clauses
        self._sentence = (0, 0)
        self._items: list[Item] = []
        self._ends = [0]  # of the quantities that are no part of another's name
        self._first = 0  # start of the first quantity of the sentence

    def read(self, quantity: Quantity) -> None:
        """Name the next quantity."""
        text, previous = self._text, self.result[-1].quantity.end if self.result else 0
        clause = self._clauses.start(quantity.start)
        before = _ABBREVIATION.sub("", text[max(previous, clause) : quantity.start])
        if quantity.start >= self._sentence[1]:
            self._sentence = sentence_at(text, quantity.start)
            self._items, self._first = [], quantity.start
        stop, among = quantity.start, ""
        if quantity.rule == "rank":
            cut, among = split_rank(text[clause : quantity.start])
            stop = clause + cut
            if self._sentence[0] <= previous and _NEXT_RANK.fullmatch(text, previous, quantity.start):
                stop, among = previous, self.result[-1].among
        behind = next((end for end in reversed(self._ends[-3:]) if end <= stop), clause)
        region = _without_spaces(_INCLUDED.sub("", _ABBREVIATION.sub("", text[max(behind, clause) : stop])))
        region = _CLOSED.sub("", region)
        if quantity.rule == "rank":
            region = _RANK_BEFORE.sub("", region)
        name, named_by = self._name(quantity, region)
        whole, (name, named_by) = self._in_context(quantity, name, named_by)
        name = with_pace(name, quantity, before)
        estimated, attributes = remarks_of(text, self._sentence[0], before, quantity.start)
        continues = bool(previous) and naming.continues(text[previous : quantity.start])
        self.result.append(
            NamedQuantity(
                quantity,
                before,
                self._sentence,
                name,
                region,
                named_by,
                continues,
                whole,
                among,
                estimated,
                attributes,
            )
        )
        after = text[quantity.end : quantity.end + _LIMIT_CHARACTERS]
        statement = Statement(quantity, before, after)
        is_limit = (quantity.unit == _GRADE or quantity.unit not in COUNTED) and (
            _is_limit(before, after) or (background_rule(statement) and not _UNDER.search(before))
        )
        is_limit = is_limit or is_in_brackets(statement)
        if quantity.unit in RATES or not is_limit:
            self._ends.append(quantity.end)
            self._items.append(Item(quantity, name, whole))

    def _name(self, quantity: Quantity, region: str) -> tuple[str, str]:
        if quantity.rule == "rank":
            name = _NOT_OF_NAMES.sub("", name_before(region))
            return _OF_A_WHOLE.sub("", name).strip(), messages.NAME_BEFORE
        name, named_by = naming.name_of(self._text, quantity, region)
        if _LINE_BREAK in name:  # what stands in two paragraphs is no name
            return "", named_by
        return _without_spaces(_NOT_OF_NAMES.sub("", name).strip()), named_by

    def _headline(self, offset: int) -> str:
        node = self._outline.at(offset)
        return (node.heading or "") if node.level == "topic" else ""

    def _in_context(self, quantity: Quantity, name: str, named_by: str) -> tuple[str, tuple[str, str]]:
        """Return the whole a quantity is part of, its completed name, and where that was found."""
        start = max(self._sentence[0], quantity.start - _REACH_CHARACTERS)
        previous = self._ends[-1] if self._items else start
        gap = self._text[max(previous, start) : quantity.start]
        lead = self._text[self._sentence[0] : min(self._first, self._sentence[0] + _REACH_CHARACTERS)]
        is_listed = bool(self._items) and bool(_LISTED.match(gap)) and len(gap) <= MAX_CLAUSE_CHARACTERS
        is_listed = is_listed and not set(gap) & set(",，;；:：")
        context = Context(quantity, gap, lead, self._items, self._headline(quantity.start), is_listed)
        whole = whole_of(name, context)
        completed_name, reason = completed(name, context)
        if whole and whole != name:
            return whole, (
                name_of_part(
                    completed_name if name in completed_name or _GROWTH.fullmatch(name) else name, whole
                ),
                reason or named_by,
            )
        return "", (completed_name, reason or named_by)


def _without_spaces(text: str) -> str:
    return _INNER_SPACE.sub("", text) if _SPACE in text else text


def _is_limit(before: str, after: str) -> bool:
    """Tell whether a number is part of the name of what is counted behind it."""
    return bool(_LIMIT.match(after) or (_OVER.search(before) and _COUNTED_BEHIND.match(after)))


def _name_respectively(quantities: list[NamedQuantity]) -> list[NamedQuantity]:
    """Give each quantity behind 分别 the name it belongs to.

    Either the names are listed before it (PM10、PM2.5平均浓度分别下降5%、4%), or they are those of as many quantities
    before it (就业3540人、转移就业244人,分别占年度任务的126%、152%).
    """
    named = list(quantities)
    for index, first in enumerate(quantities):
        if first.continues:
            continue
        end = index + 1
        is_respective = _RESPECTIVELY in first.before
        while end < len(quantities) and _goes_on(quantities[end], quantities[end - 1], is_respective):
            end += 1
        size = end - index
        if size < 2:
            continue
        if is_respective:
            named[index:end] = _qualified_alike(named[index:end])
        names = _measures_of_those_before(named, index, size) if is_respective else []
        names = names or listed(first.own, size)
        if is_respective and not names:
            names = listed(names_before(first.before.partition(_RESPECTIVELY)[0], size), size)
        if is_respective and not first.own and not names and index:
            names = _members_before(named[index - 1], first, size)
        if (not first.own or _CHANGE.fullmatch(first.own)) and not names:
            names = _names_before(named, index, size, is_respective=is_respective) or listed(first.name, size)
        for at, name in enumerate(names, start=index):
            named[at] = named[at]._replace(name=name, named_by=messages.NAMED_RESPECTIVELY)
    return _with_shared_things(named)


def _qualified_alike(listed_quantities: list[NamedQuantity]) -> list[NamedQuantity]:
    """Let what qualifies a list be of all: 左右 behind the last one (分别增长8%和8.5%左右), 分别突破 before the first one."""
    first, last = listed_quantities[0], listed_quantities[-1]
    if _BOUND_BEFORE.search(first.before):
        qualifier = first.quantity.qualifier
    elif last.quantity.qualifier == "about" and not _ABOUT_BEFORE.search(last.before):
        qualifier = "about"
    else:
        return listed_quantities
    return [
        one._replace(quantity=one.quantity._replace(qualifier=qualifier))
        if one.quantity.qualifier == "exact"
        else one
        for one in listed_quantities
    ]


def _with_shared_things(named: list[NamedQuantity]) -> list[NamedQuantity]:
    """Give quantities that only have a verb the thing behind the last one: 制定3件、修订5件地方性法规."""
    for index in range(len(named) - 2, -1, -1):
        this, following = named[index], named[index + 1]
        if (
            following.named_by == messages.NAME_BEHIND
            and this.named_by != messages.NAME_BEHIND
            and following.before[:1] in tuple(_MARKS)
            and _is_deed(following.before[1:])
            and _is_deed(this.own)
            and this.quantity.unit == following.quantity.unit
        ):
            thing = following.name[len(VERB_WORDS.at(following.name)) :]
            named[index] = this._replace(name=this.own + thing, named_by=messages.NAME_BEHIND)
    return named


def _is_deed(text: str) -> bool:
    return not text or VERB_WORDS.at(text) == text


def _names_before(named: list[NamedQuantity], index: int, size: int, *, is_respective: bool) -> list[str]:
    """Return the names of as many quantities before one in its sentence, if its list takes them in order."""
    before = [one for one in named[max(0, index - size) : index] if one.sentence == named[index].sentence]
    are_divided = all(one.named_by == messages.NAMED_RESPECTIVELY for one in before)
    return [one.name for one in before] if len(before) == size and (is_respective or are_divided) else []


def _members_before(before: NamedQuantity, first: NamedQuantity, size: int) -> list[str]:
    """Return the names a list holds of which something was said just before: 企业、高校数量均翻一番，分别达到20家、5所."""
    is_of_all = before.sentence == first.sentence and (
        before.quantity.unit == _DOUBLINGS or _OF_ALL.search(before.before)
    )
    return listed(before.own, size) if is_of_all else []


def _measures_of_those_before(named: list[NamedQuantity], index: int, size: int) -> list[str]:
    """Return the names of shares or measures of the quantities before.

    24个项目获甲奖、80个项目获乙奖，分别占全省的50%和40%; 15个省级项目、10个市级项目分别完成投资5亿元、3亿元.
    """
    first = named[index]
    measured = _MEASURED.fullmatch(first.before)
    if measured and named[max(0, index - 1)].name.endswith(measured["thing"]):
        names = _names_before(named, index, size, is_respective=True)
        return [name + measured["measure"] for name in names]
    share = _SHARE.fullmatch(first.own)
    names = _names_before(named, index, size, is_respective=True) if share else []
    return [as_share(name + share["share"]) for name in names] if share and all(names) else []


def _goes_on(this: NamedQuantity, before: NamedQuantity, is_respective: bool) -> bool:
    same_unit = base_quantity_power(this.quantity.unit)[1] == base_quantity_power(before.quantity.unit)[1]
    return this.continues and (same_unit or is_respective) and this.sentence == before.sentence
