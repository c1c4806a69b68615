"""Text of notes and highlights: what is said of them, the dialog, the list, the command."""

from __future__ import annotations

from tui.messages.cli import PROGRAM

#: Names of the colours, and the marks that tell them apart without colour.
COLOUR_NAMES = {"": "不着色", "yellow": "黄", "green": "绿", "purple": "紫"}
COLOUR_MARKS = {"yellow": "1", "green": "2", "purple": "3"}
NOTE_MARK, RULER_MARK = "*", "-"
GONE, LIKELY, MOVED = "原文已改", "≈ 原文有改", "章节有变"
STATE_COMMA = "，"
#: Before a line where the passage of a note was changed; in one cell of every terminal.
LIKELY_MARK = "~"

# -- reading and writing -------------------------------------------------------------------------


def cannot_read(name: str, why: str) -> str:
    """Warn about notes that cannot be read."""
    return f"批注读不了：{name}：{why}"


def not_own_file(name: str) -> str:
    """Warn about a file of notes that is not the user's own regular file."""
    return f"批注文件 {name} 不是本人的普通文件，不读也不写"


def set_aside(name: str) -> str:
    """Warn about a file of notes that could not be understood, with its new name."""
    return f"有批注文件读不懂，已另存为 {name}"


def cannot_write(why: str) -> str:
    """Tell that notes cannot be written."""
    return f"批注没有写入：{why}"


def moved(section: str) -> str:
    """Tell in which section a passage was, or how its heading was."""
    return f"原在 {section}"


def too_long(limit: int) -> str:
    """Refuse a note."""
    return f"批注太长：最多 {limit} 字"


def passage_too_long(limit: int) -> str:
    """Refuse a passage."""
    return f"所选太长：最多 {limit} 字"


def too_many(limit: int) -> str:
    """Refuse another note."""
    return f"这份报告的批注太多：最多 {limit} 条"


# -- the screen of a report ----------------------------------------------------------------------

ADD, EDIT = "写批注", "改批注"
PLACEHOLDER = "写下批注，Enter 保存"
PRESS_AGAIN = "没有保存，再按 Esc 放弃"
LINE_END = "⏎"
NOTHING_HERE = "这里没有可批注的句子"
DELETED_HERE = "已删去批注"
NO_EDITOR = "没有编辑器，可用环境变量 VISUAL 或 EDITOR 指定"
EDITOR_NOT_HERE = "这个终端不能转到编辑器"
NO_PASSAGE_GONE = "这条批注的原文已改，停在原来的位置附近"
LIKELY_PLACE = "≈ 这条批注的原文有改动，这里是最相近的一段"


def dialog_hint(editor_key: str) -> str:
    """Tell what the keys of the dialog do."""
    return f"Enter 保存，{editor_key} 用编辑器写，Esc 关闭"


def editor_failed(name: str, why: str) -> str:
    """Tell that the editor cannot be run."""
    return f"编辑器 {name} 没有运行：{why}"


def noted(key: str) -> str:
    """Tell that a note was written, and how to list all."""
    return f"批注已保存，{key} 列出"


def coloured(colour: str) -> str:
    """Tell the colour of a highlight."""
    return f"标为{COLOUR_NAMES[colour]}色" if colour else "不再标色"


def changed_passages(likely: int, gone: int, key: str) -> str:
    """Tell that notes are at likely places, and that those whose passages are gone are kept."""
    parts = [f"{likely} 条批注的原文有改动，标 {LIKELY_MARK} 处为最相近的一段"] if likely else []
    parts += [f"{gone} 条批注的原文已改，仍保留着"] if gone else []
    return f"{'；'.join(parts)}，{key} 列出"


def in_title(count: int) -> str:
    """Tell how many notes a report has, behind its name."""
    return f"  批注 {count}"


# -- the list ------------------------------------------------------------------------------------

WHAT = "批注"
COLOUR, BODY, PASSAGE, SECTION, CHANGED = "标", "批注", "原文", "章节", "时间"
ORDERS = {"text": "报告与原文次序", "time": "时间，新的在前"}
FACETS = {"": "全部", "here": "本报告", "body": "有批注", "mark": "只标色", "likely": LIKELY, "gone": GONE}
EVERY_REPORT = "全部报告"
LONG_TITLE, SHORT_TITLE = "批注与标色", "批注"
NO_NOTES_YET = "还没有批注"
DELETED = "已删去这条批注"
RESTORED = "已恢复删去的批注"
NOTHING_TO_RESTORE = "没有可恢复的批注"
REPORT_GONE = "报告不在原处，也不在书库里，打不开；批注仍保留着"
NO_NOTE_HERE = "这一行没有批注"
CREATED, STATE, COLOUR_OF = "写于", "状态", "颜色"
REPORT_MISSING = "报告不在"
GONE_LONG = "原文已改，找不到这一段；批注仍保留着"
LIKELY_LONG = "≈ 原文有改动，位置是最相近的一段；在那里改批注，即以现在的文字为准"
LOADING = "正在读取批注"


def deleted(key: str) -> str:
    """Tell that a note was deleted, and how to have it back."""
    return f"{DELETED}，{key} 恢复"


# -- the command ---------------------------------------------------------------------------------

COMMAND = """\
列出报告的批注与标色，连同原文与出处。批注存在用户的数据文件夹里，不在报告和书库里；
报告重新转换、大纲改正之后，按原文和前后文重新找到位置；原文有改动的，按最相近的一段定位，
注明“≈ 原文有改”；找不到的仍保留，注明“原文已改”。
json 是 W3C Web Annotation（TextQuoteSelector 与 TextPositionSelector），可用 --import 读回。
没有批注时退出状态为 1。"""
EXAMPLES = f"""\
例：
  {PROGRAM} notes
  {PROGRAM} notes 郑州市/2024 --format md
  {PROGRAM} notes --all --filter 营商环境 --format csv --bom > 批注.csv
  {PROGRAM} notes --all --format json > 批注.json
  {PROGRAM} notes --import 批注.json
  {PROGRAM} notes 报告.docx --import 别人的批注.json"""
ALL_HELP = "所有报告的批注，也包括报告已不在的"
FILTER, FILTER_HELP = "词", "只列批注、原文、章节或报告名中有这些词的，也可用拼音"
IMPORT_HELP = "读入 JSON 中的批注；写了报告的，没有注明出处的批注也在这份报告里找原文"
ALL_OR_REPORT = "--all 与报告只能写一样"
NONE_HERE = "这份报告没有批注"
NONE_AT_ALL = "没有批注"
NONE_MATCHING = "没有这样的批注"
FIELD_NAMES = {
    "report": "报告", "place": "地区", "year": "年度", "section": "章节", "colour": "标色", "body": "批注",
    "passage": "原文", "citation": "出处", "status": "状态", "created": "写于", "modified": "改于", "start": "起始位置",
    "end": "结束位置", "id": "编号",
}  # fmt: skip


def others(count: int) -> str:
    """Tell that other reports have notes."""
    return f"；别的报告有 {count} 条，用 --all 列出"


def draft(path: str) -> str:
    """Tell of a note that was being written in an editor when the program ended."""
    return f"有一条没写完的批注留在 {path}"


def likely_line(count: int) -> str:
    """Tell how many passages were changed."""
    return f"≈ {count} 条的原文有改动，位置是最相近的一段"


def moved_line(count: int) -> str:
    """Tell how many passages are in another section, or in one whose heading was changed."""
    return f"{count} 条所在的章节有变，状态一栏注明原在何处"


def gone_line(count: int) -> str:
    """Tell how many passages are gone."""
    return f"{count} 条的原文已改，仍保留着"


def imported(added: int, known: int, strange: int, broken: int) -> str:
    """Tell what was done with the annotations of a file."""
    parts = [f"读入 {added} 条"]
    parts += [f"已有 {known} 条"] if known else []
    parts += [f"不知是哪份报告的 {strange} 条，没有读入"] if strange else []
    parts += [f"读不懂的 {broken} 条，没有读入"] if broken else []
    return "，".join(parts)


NOT_JSON = "不是 JSON"
NO_ANNOTATIONS = "没有 Web Annotation 的批注"


def too_large(mebibytes: int) -> str:
    """Refuse a file."""
    return f"超过 {mebibytes} MiB"
