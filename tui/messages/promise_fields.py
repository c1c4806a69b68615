"""Chinese names of the columns of promises, and of one's own verdicts."""

from __future__ import annotations

#: Names of the columns of one's own verdicts, by the fields.
OWN_FIELD_NAMES = {
    "place": "地区", "year": "年度", "target": "编号", "indicator": "指标", "quote": "原文", "verdict": "自评结论", "note": "说明",
    "at": "时间", "sentence": "原句",
}  # fmt: skip
#: Names of the columns of CSV, by the fields.
FIELD_NAMES = {
    "place": "地区", "year": "年度", "target_id": "编号", "indicator": "指标", "canonical": "主要指标代码", "target": "目标",
    "actual": "结果", "verdict": "结论", "certainty": "把握", "gap": "差距", "gap_unit": "差距单位", "note": "说明",
    "own_verdict": "自评结论", "own_note": "自评说明", "target_path": "目标章节", "target_start": "目标起始位置",
    "target_end": "目标结束位置", "target_sentence": "目标原句", "actual_id": "结果编号", "actual_path": "结果章节",
    "actual_start": "结果起始位置", "actual_end": "结果结束位置", "actual_sentence": "结果原句", "sentence_start": "结果句起始位置",
    "sentence_end": "结果句结束位置", "candidates": "最像的句子",
}  # fmt: skip
