"""Text of the tabs of the metrics panel that show other reports of the place: last year's promises, and earlier years."""

from __future__ import annotations

SEARCHING = "正在查找…"
