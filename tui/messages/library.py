"""Text about libraries of reports."""

from __future__ import annotations

NO_LIBRARY = "还没有书库，用 huiji-tui library add 文件夹 建立"
NOT_A_LIBRARY = "不是 huiji-tui 的书库"
OLDER_LIBRARY = "是旧版本的书库，用 huiji-tui library rebuild 重建（笔记保留）"
NEWER_LIBRARY = "是更新版本的 huiji-tui 所建的书库，请升级后再用"
DAMAGED = "书库已损坏，用 huiji-tui library rebuild 重建"
DISK_FULL = "磁盘已满，未写完的没有保存"
READ_ONLY = "书库不能写入：没有权限，或文件夹只读"
CANNOT_OPEN = "书库打不开：没有权限，或文件夹不存在"
BUSY = "另一个程序正在写书库，稍后再试"
NO_LOCKING = "书库所在的文件夹不支持文件锁（多为网络文件夹），请用 --library 放到本机"


def cannot_make(error: OSError) -> str:
    """Say why the folder of the library cannot be made."""
    return f"不能建立书库所在的文件夹：{error.strerror or type(error).__name__}"


def unexpected(detail: str) -> str:
    """Give what SQLite said."""
    return f"书库出错：{detail[:200]}"


def places_disagree(said: str, named: str) -> str:
    """Say that the text names another place than the file."""
    return f"正文是{said}，文件名是{named}"


def years_disagree(planned: int, named: int) -> str:
    """Say that the text plans another year than the file names."""
    return f"正文是{planned}年，文件名是{named}年"


def no_such_level(level: str) -> str:
    """Refuse a level."""
    return f"没有这一级：{level[:40]}"


def no_years(years: str) -> str:
    """Refuse years."""
    return f"年份应为 2024 或 2018-2024：{years[:40]}"


def place_of_one_report(place: str) -> str:
    """Refuse a place in a report where many are searched."""
    return f"in:{place[:40]} 只能用于一份报告；书库里可用 in:plan、in:review、place:、level:、year:"
