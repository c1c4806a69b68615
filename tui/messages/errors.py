"""Text of errors: what the system refused, what went wrong inside, names that were meant."""

from collections.abc import Iterable

NO_FILE = "没有这个文件"
NO_PERMISSION = "没有权限"
IS_FOLDER = "是文件夹，不是文件"
LINK_LOOP = "符号链接绕成了圈"
PATH_TOO_LONG = "路径太长"
NOT_REGULAR = "不是普通文件"
BAD_NAME = "文件名里有不允许的字符"
OUT_OF_MEMORY = "内存不足"
TOO_DEEP = "嵌套太深"


def internal(kind: str, detail: str) -> str:
    """Return the message for a fault of the program itself."""
    return f"内部错误：{kind}" + (f"：{detail}" if detail else "")


def nearest(name: str) -> str:
    """Return the end of a message about an unknown name: the one that was probably meant."""
    return f"，是否为 {name}"


def available(names: Iterable[str]) -> str:
    """Return the end of a message about an unknown name: those there are."""
    return f"，可用：{'、'.join(names)}"


def folder_not_writable(why: str) -> str:
    """Tell why the current folder cannot be written to."""
    return f"当前文件夹不能写入：{why}"


def cannot_write(why: str) -> str:
    """Return the message for a file that cannot be written."""
    return f"不能写入：{why}"
