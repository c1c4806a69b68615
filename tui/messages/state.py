"""Text about what is kept between runs: state, configuration, the clipboard."""

from collections.abc import Iterable

# -- config.toml -----------------------------------------------------------------------------------

NOT_UTF8 = "不是 UTF-8 文本"
NOT_TOML = "不是正确的 TOML"
NESTED_TOO_DEEP = "括号嵌套太深"
NUMBER_TOO_LONG = "数太长"
KEYS_IS_A_TABLE = "keys 应是一张表：[keys]"
WIDTH_IS_1_OR_2 = "ambiguous_width 应是 1 或 2"
LINKS_IS_TRUE_OR_FALSE = "citation_links 应是 true 或 false"


def change_colours_expected(values: Iterable[str]) -> str:
    """Return the message for a setting of colours that is none of those there are."""
    return f"change_colours 应是{'、'.join(f'“{value}”' for value in values)}之一"


def too_large(max_kib: int) -> str:
    """Return the message for a file that is too large."""
    return f"超过 {max_kib} KiB"


def no_setting(name: str, hint: str) -> str:
    """Return the message for an unknown setting."""
    return f"没有设置“{name}”{hint}"


def no_command(name: str, hint: str) -> str:
    """Return the message for an unknown command."""
    return f"没有操作“{name}”{hint}"


def no_key(name: str, hint: str) -> str:
    """Return the message for an unknown key."""
    return f"没有键“{name}”{hint}"


def keys_expected(command: str) -> str:
    """Return the message for a command whose value is neither a key nor a list of keys."""
    return f'{command} 应是一个键，或几个键：["/", "F4"]'


def key_taken(key: str, command: str) -> str:
    """Return the message for a key that another command has."""
    return f"键 {key} 已用于 {command}"


# -- state -------------------------------------------------------------------------------------------


def not_own_file(name: str) -> str:
    """Return the warning for a state file that is not the user's own regular file."""
    return f"{name} 不是本人的普通文件，不读也不写"


def cannot_read_state(folder: str) -> str:
    """Return the warning for a state folder that cannot be read."""
    return f"不能读取 {folder}，这次读到哪里记不住"


def cannot_write_state(folder: str) -> str:
    """Return the warning for a state folder that cannot be written."""
    return f"不能写入 {folder}，这次读到哪里记不住"


def set_aside(name: str) -> str:
    """Return the warning for a state file that could not be understood, with its new name."""
    return f"上次的记录读不懂，已另存为 {name}"


# -- clipboard ---------------------------------------------------------------------------------------

TERMINAL = "终端"


def ways(names: list[str]) -> str:
    """Return the ways a text was copied."""
    return "、".join(names)
