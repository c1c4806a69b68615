"""Texts of any size that are slow to read: what a rule matches, repeated.

Each generator returns a text of about the given number of characters. Most repeat one piece between the headings of a
report, so that metrics are extracted from it; some contain a counter, so that no two pieces are equal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count, product

Generator = Callable[[int], str]
HEAD, MIDDLE, END = "一、2023年工作回顾\n", "\n二、2024年工作安排\n", "\n各位代表！让我们携手奋进！\n"


def _framed(body: Callable[[int], str]) -> Generator:
    """Return a report with half of the text in each of two chapters; they differ, or one would be dropped as a copy."""
    return lambda size: HEAD + body(size // 2) + MIDDLE + "今年" + body(size // 2) + END


def _repeated(piece: str) -> Generator:
    return _framed(lambda size: piece * (size // len(piece)))


def _counted(piece: str) -> Generator:
    """Return a generator that repeats a piece with an increasing number in it."""

    def body(size: int) -> str:
        return "".join(piece.format(number) for number in range(size // len(piece.format(99999))))

    return _framed(body)


def _named(piece: str, characters: Sequence[str], length: int) -> Generator:
    """Return a generator that repeats a piece with a different short name in it each time."""

    def body(size: int) -> str:
        names = map("".join, product(characters, repeat=length))
        return "".join(
            piece.format(name) for name, _ in zip(names, range(size // (len(piece) + length)), strict=False)
        )

    return _framed(body)


def _run_then(piece: str, end: str) -> Generator:
    """Return a generator of one long run of a piece followed by a single different ending."""
    return _framed(lambda size: piece * (size // len(piece)) + end)


#: Matches of the rules, repeated without a break, grouped by what they concern: words before a number, words after
#: it, numbers, marks, structure, front matter, page numbers, faulty exports.
_PIECES = """
达到 增长 累计 同比 控制在 至2024年 由2023年底的 达到每千人口 达每年均 已有 可以 不低于 的 分别 预计达到 占年度目标的 完成年度计划的 总投资
超过达到 比上年增加 、完成 实现 提高到 由 从 下降至 年 年度 计划 目标 任务 增速 是 国有
项目 企业 可推广的 以上 左右 的项目 以上项目 加快推进 在建 和 及 应 建设 获 的
1个 1家 1% 7家， 8%、 1至 1-1 1—— 1万 1.5 1, 1,000, 1,000,000元 12345678 9 1/2 1/2、 3/4是 第7位， 第7位 居第7位， 第 前 1余 1多个 1亿元， 1:1 1+1 A1 1- 1A
2023年 2023年1月1日 2023-01-01 2023年至 2019-2023年 20 1月 上半年 一季度 五年来 2023
一 十 百 千 万 亿 点 零 三千 一万一千 百分之 百分之一 千分之 三分之 二分之一 七成 翻一番 一倍 三百五十千 五十千瓦 五百个 一百 三千余 第一 几
。 ， 、 ； ： ！ ？ … “ ” “” （ ） （） 《 》 ( ) [ ] 【 】 . · — – － - | + * # _ ~ / \\ " ' < > & % ^ $ @ =
一、 （一） (一) ㈠ 一是 一要 二是， 一是。 第一， 第一部分 第一章 1. 1、 1） （1） ① —— ――附件 附件1： 名词解释 各位代表： 各位代表！ 同志们， 尊敬的各位代表
政府工作报告 工作报告 —2023年1月1日在 在会议上 会议上 第一届人民代表大会第一次会议 第一届 市长 市长王 人民政府市长 代市长， 人民政府 王·李 、市长 现在
今年工作 年任务 回顾 今年 过去一年来 时期工作安排 加强政府建设 一、今年工作 一、年年年任务和年 一年来， 坚持 责任编辑 十件民生实事 十十 数据一览表 注释
?? \\r\\n \\n \\r &nbsp; &amp; &#12345; &lt; &am <U+00A0> <U+ _M_M_ 3_M_M_
和经济增长同步， 居民收入和经济增长同步。 和经济同步 经济增长基本保持 同步
http://a. 政务 强 千伏 周年 号 热线
啊 a Z é 𠀀 Ａ ０ ％ １， ﹣
"""
#: The same pieces with spaces and line breaks in them.
SPACED = [
    " ", "\n", "\t", "\u3000", "\xa0", "\n\n", " \n", "\u3000\n", "1 ", "1 个 ", "一 ", "一\n", "一、\n", "（一）\n\n", "一、 ",
    "1/2 ", "， ", "。 ", "。\u3000", "。\n", "1\n", "— 1 —\n", "- 1 - ", "第 1 页\n", "a\n", "啊\n", "|1|2|\n", "| 甲 | 1 |", "|\n",
    "甲\t1\n", "1个\n", "一是\n", "一是。\n", "1.\n", "各位代表：\n", "附件\n", "——甲。\n", "今年工作\n", "2023年工作回顾\n", "。。\n", "责任编辑\n",
    "— ", "　　一、", " \xa0", "甲 \xa0", "。 \xa0", "一、今年工作 ", "（一）甲乙丙丁 戊", "（ ", "\u3000\xa0", "十 ", "1、\n", "%\n", "1%\n",
]  # fmt: skip
#: Two alternating pieces.
TURNS = [
    "达到为", "增长超过", "1个、", "1%和", "一个，", "分别增长1%、2%，", "甲、乙分别为1个、2个，", "分别占1%、2%。", "甲1个，分别2个、3个；",
    "一是甲。二是乙。", "一是甲；", "甲乙丙丁。", "甲乙丙丁。" + "戊" * 50 + "。", "坚持甲乙丙。" + "丁" * 90 + "。\n", "——甲乙。" + "丙" * 50 + "。\n",
    "（一）甲。\n乙。\n", "一、甲\n（一）乙\n", "一、甲。\n一、乙。\n", "第一，甲。第二，乙。", "（一）甲（二）乙", "一、甲二、乙三、丙。", "1.甲\n2.乙\n",
    "新建甲1个、改建乙2个，", "由1%提高到2%，", "从一百个增加到", "总投资1亿元的甲项目，", "1亿元以上项目1个，", "超1亿元项目1个，", "年产1万吨甲项目",
    "“甲”1个“", "《甲》1个《", "(甲)1个(", "去年1个，今年2个，", "2023年1个，2024年2个，", "预计1个，累计2个，", "居第1位、第2位，",
    "完成率1%、2%", "甲和经济增长同步，乙1个，", "1——2个、", "1至2个", "1,000至2,000个", "一百万个", "三千余人", "百分之三以上，",
    "在会议在会议", "市长王某市长", "第一届人民代表大会第", "某市人民政府市长王某，", "附件1\n附件2\n", "各位代表：\n一、甲\n", "甲。" * 40 + "\n",
    "各位代表，" + "甲" * 60 + "\n", "甲" * 30 + "\n", "甲" * 29 + "，\n", "乙" * 46 + "\n", "甲" * 80 + "\n" + "乙" * 10 + "。\n", "一、" + "甲" * 70 + "\n",
]  # fmt: skip
#: Runs whose ending is required, or excluded, by the rule that matches them.
RUNS = [
    ("达到", "甲7家。"), ("的", "1个"), ("增长", "a1%"), ("1", "个"), ("1,000,", "1元"), ("一", "个"), ("万", "个"), ("年", "目标的1%"), (" ", "\xa0甲"), (" ", "1个"),
    ("（", "甲"), ("“", "”1个"), ("[", "1]"), ("甲", "1个"), ("甲，", "1个。"), ("1个，", "。"), ("?", "1"), ("—", "1—"), ("0", ".5个"), ("9", "%"), ("1-", "个"), ("\n", "甲"),
]  # fmt: skip
COUNTED = {
    "different-names": "甲{0}项目完成1个。",
    "different-lines": "第{0}项工作。\n",
    "numbers": "{0}\n",
    "pages": "— {0} —\n甲乙丙\n",
    "figures": "{0}个，",
    "in-step": "甲{0}和经济增长同步，完成1个，",
    "sections": "（一）甲{0}。\n乙{0}。\n",
    "chapters": "一、甲{0}\n乙。\n",
    "copies": "甲\n" * 300 + "乙{0}\n",
    "halves": "甲" * 60 + "{0}乙\n",
    "words": "w{0} ",
}
#: Different metric names, all made of a few characters.
NAMED: dict[str, tuple[str, Sequence[str], int]] = {
    "names-of-two-characters": ("新增{0}企业1家。", "甲乙", 11),
    "names-of-four-characters": ("完成{0}投资1亿元，", "甲乙丙丁", 6),
    "names-with-scopes": ("新增{0}企业1家。", ("市级", "省级", "甲", "乙"), 5),
    "names-that-share-an-end": ("新增{0}高新技术企业1家。", "甲乙丙丁戊己庚辛壬癸", 4),
    "growth-of-names": ("{0}增加值增长1%。", "甲乙丙丁戊己庚辛壬癸", 4),
}


def _front(piece: str) -> Generator:
    """Return a text with the pieces above the salutation, where title, meeting and speaker are looked for."""
    return lambda size: "政府工作报告" + piece * (size // len(piece)) + "\n各位代表：\n一、回顾\n甲。\n"


FRONT = ["（", "(", "在", "在会议", "第一届人民代表大会第", "市长", "，市长", "·市长", "2023年1月1", "王·", "人民政府", "在甲会议上市长\n", "甲\n", "（甲\n", "市长\n"]  # fmt: skip


def _bare(piece: str) -> Generator:
    """Return the repeated piece alone, without headings or added line breaks."""
    return lambda size: piece * (size // len(piece))


BARE = [
    "1个",
    "甲",
    "甲。",
    "一、",
    "1 ",
    "\n",
    "。 甲",
    "，",
    "一、今年工作甲乙丙。",
    "（一）甲 乙",
    "一、甲 。",
    "各位代表：",
    "一、年任务年任务、",
]


def _generators() -> dict[str, Generator]:
    found: dict[str, Generator] = {}
    numbers = count(1)
    for group, pieces, make in (
        ("piece", _PIECES.split(), _repeated), ("spaced", SPACED, _repeated), ("turn", TURNS, _repeated), ("front", FRONT, _front), ("bare", BARE, _bare),
    ):  # fmt: skip
        found |= {f"{group}-{next(numbers)}-{piece[:12]!r}": make(piece) for piece in dict.fromkeys(pieces)}
    found |= {f"run-{next(numbers)}-{piece}-{end}": _run_then(piece, end) for piece, end in RUNS}
    found |= {name: _counted(piece) for name, piece in COUNTED.items()}
    found |= {name: _named(*arguments) for name, arguments in NAMED.items()}
    return found


#: All generators by name.
GENERATORS = _generators()
