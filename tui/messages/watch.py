"""What ``library watch`` tells, and its help."""

from __future__ import annotations

from collections.abc import Sequence

#: Reports that are named in a line.
_MAX_NAMED = 5

WATCH = """\
每隔一段时间看一次文件夹（连同其中的文件夹），把新的、改过的文件加入书库，
再执行保存的搜索（search --save），说出各有哪些新的。每件事一行，行首是时间。
正在复制、下载的文件，等它不再变大才加入；加不进去的说一次，改过之后再试。
文件夹不见了、书库被别的程序占用，都会等它恢复。按 Ctrl-C 停止（退出状态 130）。"""
WATCH_EXAMPLES = """\
例：
  huiji-tui library watch 报告/ 下载/
  huiji-tui library watch 报告/ --every 60 >> 监视.log
  huiji-tui library watch 报告/ --once        # 用于 cron 等定时任务
  huiji-tui library watch 报告/ --format json | jq -r 'select(.event=="found")'"""
FOLDERS_HELP = "要看的文件夹，隐藏的文件与文件夹除外"
EVERY_HELP = "每隔几秒看一次，0.2 到 86400，默认 5"
EVERY_RANGE = "应在 0.2 与 86400 之间"
ONCE_HELP = "只看一次：加完就结束，还在变大的文件最多等 30 秒"
FORMAT_HELP = "text 一件事一行（默认），json 一件事一个 JSON 对象、一行"
SECONDS = "秒"
FOLDER = "文件夹"
NOT_A_FOLDER = "不是文件夹；加入单个文件用 library add"
NO_FOLDER = "没有这个文件夹"

_FILES = {
    "added": "已加入",
    "changed": "已更新",
    "known": "内容已有",
    "failed": "未能加入",
    "growing": "还在变大，未加入",
    "folder_gone": "文件夹不见了，等它恢复",
    "folder_back": "文件夹恢复了",
    "folder_failed": "文件夹不能读",
    "library_failed": "书库不能写，稍后再试",
    "library_back": "书库恢复了",
}


def started(folders: int, every_s: float) -> str:
    """Tell what is going on."""
    return f"监视 {folders} 个文件夹，每 {every_s:g} 秒看一次；按 Ctrl-C 停止"


def happened(kind: str, path: str, report: str, error: str) -> str:
    """Tell what happened to a file, a folder or the library."""
    return "  ".join(filter(None, (_FILES[kind], report, f"{path}：{error}" if error else path)))


def found(name: str, hits: int, reports: Sequence[str]) -> str:
    """Tell what a saved query has found."""
    named = "、".join(reports[:_MAX_NAMED]) + (" 等" if len(reports) > _MAX_NAMED else "")
    return f"搜索“{name}”有新的：{hits} 处，{len(reports)} 份报告（{named}）"


def query_failed(name: str, error: str) -> str:
    """Tell that a saved query cannot be run."""
    return f"搜索“{name}”不能执行：{error}"


def summary(counts: dict[str, int], duration: str) -> str:
    """Sum up what was done."""
    names = {"added": "加入", "changed": "更新", "known": "内容已有", "failed": "未能加入"}
    parts = [f"{name} {counts[kind]}" for kind, name in names.items() if counts.get(kind)]
    if counts.get("found"):
        parts.append(f"保存的搜索 {counts['found']} 次有新的")
    return f"{'，'.join(parts) or '没有新的文件'}（历时 {duration}）"


def stopped(summary: str) -> str:
    """Tell that the work was stopped, with what was done."""
    return f"已停止：{summary}"
