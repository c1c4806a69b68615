"""Text of exports: the dialog, what can be exported, what is said of files."""

from __future__ import annotations

TITLE = "导出"
HINT = "↑ ↓ 选一项，← → 换，Esc 关闭"
WHAT, FORM, HEADINGS, FILE = "内容", "格式", "列名", "文件"
FORM_NAMES = {"csv": "CSV", "xlsx": "Excel", "json": "JSON", "md": "Markdown", "html": "网页"}
HEADING_NAMES = {"zh": "中文", "en": "英文"}
#: Where there is nothing to choose: JSON has English names, pages and spreadsheets are Chinese.
FIXED_HEADINGS = {"json": "英文", "xlsx": "中文", "html": "中文", "md": "中文"}
WRITE = "Enter 写文件"
PRESS_AGAIN = "已有这个文件，再按 Enter 覆盖"
IS_SHOWN = "就是打开的文件，没有写入；请换一个文件名"
NO_NAME = "没有写文件名"
WRITING = "正在写文件…"
PATH = "文件名或路径"
REPORT = "报告"
BRIEF, PAGE = "简报", "报告网页"
NOTHING = "没有可导出的内容"


def elsewhere(key: str, screen: str) -> str:
    """Tell which screen exports what is shown, and how to open it."""
    return f"按 {key} 打开{screen}，在那里导出"


def whose(place: str, year: int | None) -> str:
    """Return the beginning of a file's name."""
    return f"{place or REPORT}{f'{year}年' if year is not None else ''}"


def counted(label: str, count: int | None, pairs: int | None = None) -> str:
    """Name what can be exported, with its rows, and how many of them are pairs of values."""
    rows = "" if count is None else f" {count} 行"
    return f"{label}{rows}" + (f"（成对 {pairs}）" if pairs is not None else "")


def shown(what: str) -> str:
    """Name the rows that are shown."""
    return f"所列{what}"


def every(what: str) -> str:
    """Name all rows."""
    return f"全部{what}"


def file_name(*parts: str) -> str:
    """Return the name of a file without its suffix: whose it is, what was chosen, what it has; empty parts are left out."""
    return "-".join(filter(None, parts))


def written(count: int | None, name: str, folder: str) -> str:
    """Tell what was written, and where: the name first, which is seen even where there is little room."""
    return f"已写入{'' if count is None else f' {count} 行'}：{name}（在 {folder}）"
