"""What is said of files that commands write, and of those that they do not replace."""

from __future__ import annotations

from collections.abc import Sequence

FORCE_ALONE = "--force 要与 -o 一起用"
FORCE_HELP = "已有这个文件也覆盖（报告、书库除外）"


def output_help(formats: Sequence[str]) -> str:
    """Return the help of ``-o``."""
    told = "写到此文件，不写 --format 则由后缀定格式；- 为标准输出"
    return told + ("；不写则打印，xlsx 在终端里存到当前文件夹" if "xlsx" in formats else "；不写则打印")


def unknown_ending(ending: str, formats: Sequence[str]) -> str:
    """Refuse a file whose ending stands for no format of the command."""
    return f"从 {ending} 看不出用哪种格式；请写 --format，可用：{'、'.join(formats)}"


def no_such_format(form: str, formats: Sequence[str]) -> str:
    """Refuse a file whose ending stands for a format that the command does not have."""
    return f"这个命令没有 {form} 格式，可用：{'、'.join(formats)}"


def written(path: str, rows: int | None) -> str:
    """Tell where output was written, and how many rows if they were counted."""
    return f"已写入 {rows} 行：{path}" if rows is not None else f"已写入：{path}"


def not_written(path: str, is_failed: bool) -> str:
    """Tell that there was nothing to write, or that not all of it could be made."""
    return f"{'未全部完成' if is_failed else '没有内容'}，没有写入：{path}"


# -- files that are not replaced -------------------------------------------------------------------------

IS_FOLDER = "是文件夹，不是文件，没有写入"
NOT_REGULAR = "不是普通文件，没有写入"
IS_SOURCE = "是要读的报告或书库，没有写入；请用 -o 换一个文件名"
_FORCE = "要覆盖请加 --force"
IS_LINK = f"是符号链接，没有写入；{_FORCE}（写到它指向的文件）"
OUTLINE_DIFFERS = f"大纲与转换所得不同，可能有人改过，没有覆盖；{_FORCE}"
FILE_EXISTS = f"已有这个文件，没有覆盖；{_FORCE}"


def cannot_make_folder(why: str) -> str:
    """Return the message for a folder that cannot be made."""
    return f"不能建立文件夹：{why}"
