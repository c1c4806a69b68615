"""Names of what is told of the wording of reports, on the screen and in tables."""

from __future__ import annotations

#: Names of the kinds of pairs.
KIND_NAMES = {
    "same": "照旧", "edited": "改动", "rewritten": "改写", "subject": "同题", "new": "新增", "gone": "不见",
}  # fmt: skip
MOVED = "移位"
#: How sure a counterpart is, and what stands where there is none.
SURE, LIKELY, NOT_FOUND = "有把握", "≈ 可能", "未找到对应内容"
#: Names of the columns of CSV, by the fields.
FIELD_NAMES = {
    "kind": "类别", "score": "相似度", "moved": "移位", "from_path": "原章节", "from_start": "原起始位置", "from_end": "原结束位置",
    "from_text": "原句", "to_path": "现章节", "to_start": "现起始位置", "to_end": "现结束位置", "to_text": "现句", "changes": "变动",
}  # fmt: skip
#: The same of counterparts.
COUNTERPART_FIELD_NAMES = {
    "path": "章节", "heading": "标题", "counterpart": "对应章节", "counterpart_heading": "对应标题", "score": "相似度",
    "sure": "判断", "second": "其次章节", "second_heading": "其次标题", "second_score": "其次相似度", "second_sure": "其次判断",
}  # fmt: skip
