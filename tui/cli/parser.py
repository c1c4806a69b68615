"""The words of the command line, with help in Chinese."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from typing import NoReturn

from tui import __version__
from tui.cli.main import PROGRAM
from tui.report.errors import UsageError
from tui.report.model import STATUSES
from tui.typeset.cells import cell_length, pad

_HELP_COLUMN, _HELP_WIDTH = 22, 80

_REPORT = (
    "报告：大纲 (.yaml)、文本、.md、.html、.docx、.pdf，或 - 表示标准输入；不写则为内置的惠济区 2024 年报告"
)
_COMMANDS = """\
命令（各有 --help）：
  outline   打印目录
  show      打印正文：全文、某章、某节、某指标
  search    搜索，按章节列出命中处
  metrics   列出指标
  compare   去年的结果与今年的目标对照
  convert   把报告转换为 YAML 大纲
  check     检查大纲文件
  keys      列出按键，并检查自定的按键

例：
  huiji-tui                        阅读内置报告
  huiji-tui --at 3.1               从第三章第一节读起
  huiji-tui --find 黄河 报告.txt   打开另一份报告，并搜索“黄河”
  huiji-tui search 营商环境 --format json
"""
_MESSAGES = (
    (r"unrecognized arguments: (.*)", r"不认识的参数：\1"),
    (r"the following arguments are required: (.*)", r"缺少参数：\1"),
    (r"argument (.*): expected one argument", r"\1 后面缺少值"),
    (r"argument (.*): expected at least one argument", r"\1 后面缺少值"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", r"\1 不能是 \2，可用：\3"),
    (r"argument (.*): invalid \w+ value: (.*)", r"\1 不能是 \2"),
    (r"argument (.*): ignored explicit argument (.*)", r"\1 后面不能有值 \2"),
    (r"ambiguous option: (.*) could match (.*)", r"\1 不明确，可能是：\2"),
    (r"argument (.*): (.*)", r"\1：\2"),
)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help whose columns stand straight with Chinese in them: widths are counted in cells."""

    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)

    def _format_action(self, action: argparse.Action) -> str:
        from tui.typeset.wrap import break_lines  # its patterns take 2 ms to load, and only help needs them

        words = f"  {self._format_action_invocation(action)}"
        help_text = self._expand_help(action) if action.help else ""
        lines = [help_text[a:b] for a, b in break_lines(help_text, _HELP_WIDTH - _HELP_COLUMN)]
        if cell_length(words) < _HELP_COLUMN:
            lines[0] = pad(words, _HELP_COLUMN) + lines[0]
        else:
            lines[0] = f"{words}\n{' ' * _HELP_COLUMN}{lines[0]}"
        return f"\n{' ' * _HELP_COLUMN}".join(lines) + "\n"


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese and raises instead of leaving."""

    def __init__(self, prog: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title, self._optionals.title = "参数", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份帮助")

    def error(self, message: str) -> NoReturn:
        for english, chinese in _MESSAGES:
            if re.fullmatch(english, message):
                message = re.sub(english, chinese, message)
                break
        raise UsageError(f"{message}（见 {self.prog} --help）")


def _formats(parser: argparse.ArgumentParser, *names: str, default: str | None = None) -> None:
    shown = f"，默认 {default}" if default else ""
    parser.add_argument(
        "--format", choices=names, default=default, help=f"输出格式：{'、'.join(names)}{shown}"
    )


def _encoding(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--encoding", metavar="名称", help="文本的编码；不写则自动判断")


def _width(text: str) -> int:
    width = int(text)
    if not 4 <= width <= 1000:
        raise argparse.ArgumentTypeError("宽度应在 4 到 1000 之间")
    return width


def _depth(text: str) -> int:
    depth = int(text)
    if depth < 1:
        raise argparse.ArgumentTypeError("层数至少为 1")
    return depth


def browse_parser() -> argparse.ArgumentParser:
    """``huiji-tui [REPORT] [--at PLACE] [--find QUERY]``."""
    parser = _Parser(PROGRAM, "政府工作报告的终端阅读器：目录、搜索、指标。", _COMMANDS)
    parser.usage = f"{PROGRAM} [报告] [--at 位置] [--find 搜索词]\n      {PROGRAM} 命令 …"
    parser.add_argument("report", nargs="?", metavar="报告", help=_REPORT)
    parser.add_argument("--at", metavar="位置", help="打开后所在的位置：3.1、三(一)、m190、17%%、标题中的词")
    parser.add_argument("--find", metavar="搜索词", help="打开后即搜索")
    _encoding(parser)
    parser.add_argument(
        "--ambiguous-width",
        type=int,
        choices=(1, 2),
        metavar="1|2",
        help="终端把 “ ” — … · 画成几格；不写则问终端",
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}", help="显示版本")
    return parser


def _outline() -> argparse.ArgumentParser:
    parser = _Parser(
        f"{PROGRAM} outline",
        "打印报告的目录。",
        "例：\n  huiji-tui outline --depth 2\n  huiji-tui outline 报告.txt --format json",
    )
    parser.add_argument("report", nargs="?", metavar="报告", help=_REPORT)
    parser.add_argument("--depth", type=_depth, metavar="N", help="只到第 N 层")
    _formats(parser, "tree", "json", "yaml", "md", default="tree")
    _encoding(parser)
    return parser


def _show() -> argparse.ArgumentParser:
    parser = _Parser(
        f"{PROGRAM} show",
        "打印正文：全文，或某些章、节、主题、指标所在的句子。",
        "例：\n  huiji-tui show 3.1\n  huiji-tui show 三(四) --width 60\n  huiji-tui show 报告.yaml --format text",
    )
    parser.add_argument(
        "words", nargs="*", metavar="[报告] [位置 …]", help=_REPORT + "；位置：3.1、三(一)、m190"
    )
    parser.add_argument("--width", type=_width, metavar="N", help="按 N 格折行，如阅读时所见")
    _formats(parser, "text", "wrapped", "md")
    _encoding(parser)
    return parser


def _search() -> argparse.ArgumentParser:
    parser = _Parser(
        f"{PROGRAM} search",
        '搜索报告。空格隔开的词须在同一段中；"…" 是整体；-词 表示段中不能有；\n'
        "in:3.1 限定位置；/…/ 是正则表达式；文件夹表示其中所有的报告。\n"
        "字母先按原文找，再按拼音（全拼、首字母、混合）；简称也找全称（GDP、社零），标 ≈。",
        "例：\n  huiji-tui search 黄河\n  huiji-tui search '黄河 -生态' --count\n"
        "  huiji-tui search 营商环境 甲.yaml 乙.txt --format json\n  huiji-tui search yshj 报告文件夹",
    )
    parser.add_argument("query", metavar="搜索词", help="要找的词")
    parser.add_argument("reports", nargs="*", metavar="报告", help=_REPORT)
    parser.add_argument("--count", action="store_true", help="只打印命中数")
    _formats(parser, "list", "json", default="list")
    _encoding(parser)
    return parser


def _metrics() -> argparse.ArgumentParser:
    parser = _Parser(
        f"{PROGRAM} metrics",
        "列出报告中的指标：名称、数值、性质、状态。",
        "例：\n  huiji-tui metrics --in 1.2\n  huiji-tui metrics --status target --format csv > 目标.csv",
    )
    parser.add_argument("report", nargs="?", metavar="报告", help=_REPORT)
    parser.add_argument("--in", dest="place", metavar="位置", help="只列此章、节、主题之内的")
    parser.add_argument(
        "--status",
        choices=STATUSES,
        help="只列此状态的：achieved 已完成、target 目标、ongoing 进行中、background 背景",
    )
    parser.add_argument(
        "--filter", metavar="词", help="再按词、拼音、status:target、unit:亿元、year:2024、>100亿 筛选"
    )
    parser.add_argument("--explain", action="store_true", help="列出每处数字是不是指标，以及判断的依据")
    _tables(parser)
    return parser


def _compare() -> argparse.ArgumentParser:
    parser = _Parser(
        f"{PROGRAM} compare",
        "去年的结果与今年的目标对照：▲ 高于去年，▼ 低于去年，＝ 持平，≈ 只是大致可比。",
        "例：\n  huiji-tui compare\n  huiji-tui compare 报告.txt --format csv --bom > 对照.csv",
    )
    parser.add_argument("report", nargs="?", metavar="报告", help=_REPORT)
    parser.add_argument("--pairs", action="store_true", help="只列有结果也有目标的")
    _tables(parser)
    return parser


def _tables(parser: argparse.ArgumentParser) -> None:
    _formats(parser, "table", "csv", "json", "md", default="table")
    parser.add_argument("--bom", action="store_true", help="csv 前加 UTF-8 标记，供电子表格程序识别")
    _encoding(parser)


def _convert() -> argparse.ArgumentParser:
    parser = _Parser(
        f"{PROGRAM} convert",
        "把报告转换为 YAML 大纲，写在原文件旁边（.yaml），并说明有几章几节、什么存疑。\n"
        "人改过的大纲、别的文件、符号链接都不覆盖；转换后没有改过的大纲会换成新的。\n"
        "能读 txt、md、html、docx；另装 huiji-tui[pdf] 也能读 pdf。",
        "例：\n  huiji-tui convert 报告.docx -v\n  huiji-tui convert 报告.txt -o 大纲.yaml\n"
        "  huiji-tui convert 报告文件夹 -o 大纲文件夹\n  cat 报告.txt | huiji-tui convert - -o -",
    )
    parser.add_argument("inputs", nargs="+", metavar="文件", help="要转换的文件或文件夹，- 表示标准输入")
    parser.add_argument(
        "-o", "--output", metavar="文件", help="写到此文件，多个输入时写到此文件夹，- 表示标准输出"
    )
    parser.add_argument(
        "--force", action="store_true", help="目标已有别的内容也覆盖，符号链接也写入（原文件除外）"
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="还列出略去、合并了什么")
    _encoding(parser)
    return parser


def _check() -> argparse.ArgumentParser:
    parser = _Parser(
        f"{PROGRAM} check",
        "检查大纲文件，逐条列出错误的行与列。",
        "例：\n  huiji-tui check 大纲.yaml",
    )
    parser.add_argument("outlines", nargs="+", metavar="大纲", help="大纲文件 (.yaml)，- 表示标准输入")
    return parser


def _keys() -> argparse.ArgumentParser:
    return _Parser(
        f"{PROGRAM} keys",
        "列出每个操作的名称、按键和作用；自定的按键（config.toml）若有错，指出行号。",
        '例：在 ~/.config/huiji-tui/config.toml 中写\n  [keys]\n  next_hit = "n"\n  search = ["/", "F4"]',
    )


PARSERS: dict[str, Callable[[], argparse.ArgumentParser]] = {
    "outline": _outline,
    "show": _show,
    "search": _search,
    "metrics": _metrics,
    "compare": _compare,
    "convert": _convert,
    "check": _check,
    "keys": _keys,
}
