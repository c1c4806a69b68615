"""Text of worker processes: how one ended, and that it gave no usable answer."""

BAD_ANSWER = "处理它的进程答非所问"
#: By SIGKILL, as when memory runs out.
KILLED = "处理它的进程被系统终止（SIGKILL，可能是内存不足）"
BAD_RECORD = "转换结果有误"


def timed_out(timeout_s: float) -> str:
    """Return the message for a file that took too long."""
    return f"{timeout_s:.0f} 秒内没有处理完，已停止"


def ended_by_signal(name: str) -> str:
    """Return the message for a process ended by a signal with a name."""
    return f"处理它的进程被终止（{name}）"


def ended_by_number(number: int) -> str:
    """Return the message for a process ended by a signal without a name."""
    return f"处理它的进程被终止（信号 {number}）"


def exited(status: int) -> str:
    """Return the message for a process that exited."""
    return f"处理它的进程意外退出（状态 {status}）"
