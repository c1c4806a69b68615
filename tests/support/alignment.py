"""Two small reports beside each other, made without a library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tests.support.samples import report_of
from tests.support.views import side
from tui.report.model import Report
from tui.report.sentences import sentence_at
from tui.view_session import ViewSession
from tui.views.alignment import Aligned, FoundTerms
from tui.views.model import TwoReports
from tui.visits import Source, View
from tui.wording.model import Alignment, Change, NewTerm, PairKind, SentencePair, Span

EARLIER = """\
政府工作报告
——2023年1月12日在青禾县第九届人民代表大会第三次会议上
青禾县人民政府县长 李 明
各位代表:
一、2022年工作回顾
一年来,全县上下攻坚克难,经济运行总体平稳。
地区生产总值增长6.1%,一般公共预算收入增长5%。
二、2023年重点工作
(一)狠抓项目建设
提高基本医保和大病保险保障水平,居民医保人均财政补助标准增加40元。
建设城乡供水一体化工程,改造老旧管网35公里。
加强文物保护利用和文化遗产保护传承。
深入推进“大众创业、万众创新”,办好县级创业孵化园。
(二)增进民生福祉
始终把安全生产放在心上,坚决遏制重特大事故。
推进农村厕所改造,完善长效管护机制。
各位代表!让我们携手奋进!
"""
LATER = """\
政府工作报告
——2024年1月16日在青禾县第九届人民代表大会第四次会议上
青禾县人民政府县长 李 明
各位代表:
一、2023年工作回顾
一年来,全县上下攻坚克难,经济运行总体平稳。
地区生产总值增长7.2%,一般公共预算收入增长8%。
二、2024年重点工作
(一)增进民生福祉
始终把安全生产放在心上,坚决遏制重特大事故。
继续提高城乡居民基本医保和大病保险保障水平,居民医保人均财政补助标准增加30元。
加强文物保护利用和非物质文化遗产传承。
(二)培育“新质生产力”
发展“低空经济”,建设通用机场,打造“新质生产力”高地。
推行“河长制”,每条河流都有人管。
各位代表!让我们携手奋进!
"""


@cache
def earlier() -> Report:
    """Return the earlier report."""
    return report_of(EARLIER)


@cache
def later() -> Report:
    """Return the later report."""
    return report_of(LATER)


def two_reports(first: Report | None = None, second: Report | None = None, **changes: object) -> TwoReports:
    """Return two reports to be read beside each other, and other fields."""
    sides = (
        side(first or earlier(), Source("earlier.txt")),
        side(second or later(), Source("later.txt")),
    )
    return TwoReports(*sides)._replace(**changes)  # type: ignore[arg-type]


def alignment_session(two: TwoReports | None = None, state: tuple[str, ...] = ()) -> ViewSession:
    """Return two reports as a screen has them."""
    two = two or two_reports()
    sources = (two.earlier.source, two.later.source) if two.earlier is not None else (two.later.source,)
    return ViewSession(View("alignment", sources, (), state), two)


#: Words that begin sentences of both reports, kind, score, whether moved, and the words that differ.
_PAIRS: tuple[tuple[str, str, PairKind, float, bool, tuple[tuple[str, str], ...]], ...] = (
    ("政府工作报告", "政府工作报告", "same", 1.0, False, ()),
    ("一、2022", "一、2023", "edited", 1.0, False, (("2022年", "2023年"),)),
    ("一年来", "一年来", "same", 1.0, False, ()),
    ("地区生产", "地区生产", "edited", 1.0, False, (("6.1%", "7.2%"), ("5%", "8%"))),
    ("二、2023", "二、2024", "edited", 1.0, False, (("2023年", "2024年"),)),
    ("(一)狠抓", "", "gone", 0.0, False, ()),
    ("(二)增进", "(一)增进", "edited", 1.0, True, (("二", "一"),)),
    ("始终把", "始终把", "same", 1.0, True, ()),
    ("推进农村", "", "gone", 0.0, False, ()),
    (
        "提高基本", "继续提高", "edited", 0.84, False,
        (("", "继续"), ("", "城乡居民"), ("40元", "30元")),
    ),
    ("建设城乡供水", "推行", "subject", 0.24, False, ()),
    ("加强文物", "加强文物", "rewritten", 0.53, False, (("文化遗产保护", "非物质文化遗产"),)),
    ("", "(二)培育", "new", 0.0, False, ()),
    ("", "发展", "new", 0.0, False, ()),
    ("深入推进", "", "gone", 0.0, False, ()),
)  # fmt: skip
_NEW = (("新质生产力", (2, 39)), ("低空经济", (1, 18)), ("河长制", (11, 28)))


def fixed_alignment() -> Alignment:
    """Return sentences of both reports beside each other, whatever rules would find."""
    return Alignment(earlier(), later(), tuple(_pair(*one) for one in _PAIRS))


def _pair(
    first: str, second: str, kind: PairKind, score: float, is_moved: bool, words: Sequence[tuple[str, str]]
) -> SentencePair:
    spans = _sentence(earlier(), first), _sentence(later(), second)
    changes = []
    at = [span[0] if span is not None else 0 for span in spans]
    for pair in words:
        change: list[Span] = []
        for index, (report, text) in enumerate(zip((earlier(), later()), pair, strict=True)):
            at[index] = report.text.index(text, at[index])
            change.append((at[index], at[index] + len(text)))
        is_number = all(text[:-1].replace(".", "").isdigit() for text in pair)
        changes.append(Change(change[0], change[1], is_number))
    return SentencePair(kind, spans[0], spans[1], score, is_moved, tuple(changes))


def _sentence(report: Report, words: str) -> Span | None:
    return sentence_at(report.text, report.text.index(words)) if words else None


def fixed_terms() -> FoundTerms:
    """Return terms with their shares elsewhere, whatever rules would find."""
    text = later().text
    new = [
        NewTerm(term, text.index(term), text.index(term) + len(term), True, 0, text.count(term), elsewhere)
        for term, elsewhere in _NEW
    ]
    at = text.index("民生")
    new.append(NewTerm("民生", at, at + 2, False, 1, 3, (20, 44)))
    at = text.index("2024年重点")
    new.append(NewTerm("2024年", at, at + 5, False, 0, 1, (0, 45), ("2024年", "2023年工作回顾")))
    text, term = earlier().text, "大众创业、万众创新"
    at = text.index(term)
    return FoundTerms(tuple(new), (NewTerm(term, at, at + len(term), True, 1, 0, (33, 4)),))


def fixed_steps(*_: object) -> Iterator[Aligned | FoundTerms]:
    """Yield both, in place of :func:`tui.views.alignment.alignment_steps`."""
    yield Aligned(fixed_alignment(), is_whole=True)
    yield fixed_terms()
