"""Text of what stands behind the program's name, and of waiting for commands."""

MOST_REPORTS = "最多写两份报告：一份是阅读，两份是对读"
ONE_REPORT = "--at、--find 和 - 只能与一份报告同用"
LIBRARY_OR_REPORT = "--library 与报告只能写一种；要指定书库写 --library=文件"
NO_TERMINAL = "需要在终端中运行；逐行读用 read，打印内容用 outline、show、search 等命令"
NO_FILE_OR_COMMAND = "没有这个文件或命令"


def at_work(seconds: int) -> str:
    """Tell that a command is still at work."""
    return f"还在处理，已 {seconds} 秒"
