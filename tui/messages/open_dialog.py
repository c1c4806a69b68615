"""Text of the dialog that opens a report."""

from __future__ import annotations

LIBRARY_REPORT = "书库"
CONTENTS, NO_CONTENTS = "目录", "没有章节"
CONTENTS_UNKNOWN = "打开过一次，或收进书库之后，这里列出目录"


def more_headings(count: int) -> str:
    """Tell how many headings are not shown."""
    return f"……还有 {count} 条"
