"""Notices, hints and dialogs of the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.messages.quoting import quoted

# -- opening a report --------------------------------------------------------------------------

BUILT_IN_REPORT = "内置报告：惠济区 2024 年政府工作报告"
INPUT_READ_ONCE = "标准输入只能读一次"
NO_TERMINAL_FOR_KEYS = "没有终端可以读取按键"
OPENING_CANCELLED = "已取消，没有打开"
STARTING = "启动"
FILE_VANISHED = "报告文件已不在了，正文仍可读"


def file_changed(reload_key: str) -> str:
    """Tell that the open file has changed."""
    return f"报告文件已改动，{reload_key} 重新读入"


def converting(name: str, step: str) -> str:
    """Tell which step of a conversion runs."""
    return f"正在转换 {name}：{step}…"


def cancellable(work: str, cancel_key: str) -> str:
    """Tell what is done in the background, and how to cancel it."""
    return f"{work}（{cancel_key} 取消）"


def joined(notices: Iterable[str]) -> str:
    """Join several notices."""
    return "；".join(notices)


def resumed(top_key: str) -> str:
    """Tell that the report is shown where it was left."""
    return f"接着上次读到之处，{top_key} 到开头"


def doubts(doubts: Iterable[str], key: str) -> str:
    """Tell what the conversion was not sure of, and how to look at the places."""
    return f"存疑（{key} 逐条看）：{joined(doubts)}"


NO_DOUBTS = "转换没有存疑之处"
DOUBTS, DOUBTS_PLACEHOLDER = "存疑", "选一条，去看原文"


def position(section: str, percent: int, whole: int | None) -> str:
    """Tell where in which section a reader is, and, unless there is no room, how far into the text that is."""
    return f"{section} {percent}%" + (f" · 全文 {whole}%" if whole is not None else "")


def percentage(percent: int) -> str:
    """Write how far into the text a place is."""
    return f"{percent}%"


# -- title and status bar ----------------------------------------------------------------------

#: It fits into 20 columns.
TOO_SMALL = "终端小于 40×10"
HINTS = {
    "stay": "停在此处",
    "earlier": "更早的搜索",
    "walk_hits": "下/上一处",
    "concordance": "语境",
    "leave_search": "回到原处",
    "escape": "回正文",
    "show_all": "显示全部",
    "help": "帮助",
    "read": "去读",
    "fold": "展开/折叠",
    "sentence": "看原句",
    "tabs": "换页签",
    "filter": "筛选",
    "sort": "排序",
    "export": "导出",
    "details": "详情",
    "extend_sentence": "增减一句",
    "extend_character": "增减一字",
    "copy": "复制",
    "cite": "复制并注明出处",
    "note": "批注",
    "highlight": "标色",
    "cancel": "取消",
    "clear": "清除",
    "tree": "目录",
    "metrics": "指标",
    "search": "搜索",
    "walk_sections": "下/上一节",
    "go_to": "跳转",
    "quit": "退出",
    "library": "书库",
    "promises": "去年承诺",
    "back_to_table": "回表格",
    "back": "退回",
    "alignment": "对读",
    "counterparts": "前后对照",
    "related": "相似句",
    "tasks": "任务",
    "series": "历年",
    "series_table": "历年图表",
    "ranking": "位次",
    "mark": "标记",
    "theme": "换主题",
}


def of_year(year: int | None) -> str:
    """Name the year a report plans, where it does not state its date; empty if that is unknown."""
    return f"{year} 年" if year is not None else ""


def quit_with(quit_key: str) -> str:
    """Tell how to quit, when Esc has nothing to close."""
    return f"按 {quit_key} 退出"


def works_elsewhere(key: str, where: Sequence[tuple[str, str]]) -> str:
    """Tell where a key works that does nothing here: pairs of a pane and what the key does there."""
    return f"{key} 在这里没有作用；" + "；".join(f"在“{pane}”里：{label}" for pane, label in where)


def no_such_key(key: str, help_key: str, filter_key: str = "") -> str:
    """Tell that a key has no meaning at all, and how to see those that have; or how to filter by letters, where that can be."""
    how = f"要筛选先按 {filter_key}，" if filter_key else ""
    return f"{key} 没有用到，{how}按 {help_key} 看全部按键"


# -- searching ---------------------------------------------------------------------------------

NO_HITS = "没有命中"
SEARCHING = "查找中…"
ONLY_HIT = "只有这一处"
WRAPPED_TO_FIRST = "已过末处，回到第一处"
WRAPPED_TO_LAST = "已过首处，到最后一处"


def no_hits(hint: str) -> str:
    """Say that there are no hits, and how else a query might be written."""
    return f"{NO_HITS}：{hint}" if hint else NO_HITS


def how_to_search(search_key: str) -> str:
    """Tell how to search, when there is no query to step through."""
    return f"按 {search_key} 或直接输入中文开始搜索"


NO_TERM_HERE = "此处没有可查的词"


def searched_for(term: str, count: str) -> str:
    """Tell what was searched for, and which hit of how many is shown."""
    return f"查找{quoted(term)}：{f'命中 {count}' if count else SEARCHING}"


def hits(count: str, paragraphs: int, why: str) -> str:
    """Tell which hit of how many is current, in how many paragraphs they are, and why it matches."""
    return f"{f'≈ {why} · ' if why else ''}命中 {count} · {paragraphs} 段"


# -- selecting ---------------------------------------------------------------------------------


def how_to_select(select_key: str) -> str:
    """Tell how to select what the right button copies."""
    return f"先拖动、双击或按 {select_key} 选取，再按右键复制"


def how_to_extend(select_key: str) -> str:
    """Tell how to select, when there is no selection to change."""
    return f"先按 {select_key} 选取，再用 → ← 增减"


# -- moving about ------------------------------------------------------------------------------

LAST_SECTION, FIRST_SECTION = "已是最后一节", "已是开头"
NOTHING_BEHIND, NOTHING_AHEAD = "没有可退回之处", "没有可前进之处"
#: Typed instead of the letter of a bookmark, it means where the last jump began.
LAST_JUMP_MARK = "'"
NO_JUMP, AT_LAST_JUMP = "还没有跳转过", "这里就是上次跳转之前的位置"
ASK_FOR_JUMP = "再按 ' 回到上次跳转之前"
GO_TO, OPEN, COMMAND, BOOKMARKS = "跳转", "打开", "命令", "标记"
BOOKMARKS_PLACEHOLDER = "选一处标记，或输入其中的字"
PLACE_EXAMPLES = "3.4、三(四)、招商、zs、m190、50%、#“引文”；退出、打开、主题"
TYPED_EXAMPLES = "命令的名称：退出、打开、主题、导出、帮助"
PATH_PLACEHOLDER = "路径（Tab 补全）、书库里的地区和年份，或下列各行里的词"
COMMAND_PLACEHOLDER = "操作或标题中的词，或其拼音"
RECENT, BUILT_IN, FOLDER, FILE = "最近", "内置", "文件夹", "文件"


def counted(label: str, count: int) -> str:
    """Tell what was done how many times."""
    return f"{label} × {count}"


def to_line(number: int) -> str:
    """Tell which line or row was gone to."""
    return f"第 {number} 行"


def typed_command(name: str, label: str) -> str:
    """Name a command that can be typed, with its other name and what it does."""
    return f"{name}  {label}"


def theme(name: str, is_shown: bool) -> str:
    """Name a theme, and say whether it is the present one."""
    return f"{name}（现用）" if is_shown else name


def known_file(place: str, year: int | None, title: str) -> str:
    """Tell of what place and year the report in a file is, and its title."""
    return " ".join(filter(None, (place, str(year or ""), title)))


BOOKMARK_LETTER = "按一个字母或数字，记下此处"


def go_to_bookmark(letters: Iterable[str]) -> str:
    """Ask for the letter of a bookmark to go to."""
    return f"按一个字母或数字，去该处：{' '.join(letters) or '还没有标记'}；再按 ' 回到上次跳转之前"


def bookmark_set(letter: str, key: str) -> str:
    """Tell that a bookmark was set, and how to go to it."""
    return f"已记下 {letter}，按 {key} {letter} 回到此处"


def no_such_bookmark(letter: str) -> str:
    """Tell that no bookmark has the letter."""
    return f"没有标记 {letter}"


def no_bookmarks(key: str) -> str:
    """Tell that there are no bookmarks, and how to set one."""
    return f"还没有标记，按 {key} 和一个字母记下此处"


# -- metrics -----------------------------------------------------------------------------------

LAST_METRIC, FIRST_METRIC, NO_METRIC_HERE = "后面没有指标了", "前面没有指标了", "这里没有指标"
EXPORTED_METRICS, EXPORTED_COMPARISONS = "指标", "对照"
CORRECTED_BY_HAND = "大纲文件里改过"
NAME, VALUE, CONVERTED, NATURE = "指标", "数值", "换算", "性质"
COMPARISON, POSITION, REASONS, SENTENCE = "对照", "位置", "依据", "原句"
TODAYS_NAME, PART_OF, AMONG, BETTER, BREAKS = "今称", "其中", "范围", "优劣", "口径"
#: What the number of a target is, if not the target itself.
LIMITS = {"floor": "下限", "ceiling": "上限", "about": "约数"}
TARGET_IS_BETTER = {True: "目标好于结果", False: "目标不及结果"}
#: Which values of an indicator are better; nothing where that is not known.
BETTER_VALUES = {"higher": "越高越好", "lower": "越低越好", "within": "在合理区间内为好", "none": ""}


def part_of(whole: str) -> str:
    """Name the whole of which a figure is a part."""
    return f"属于{whole}"


def among(scope: str) -> str:
    """Name those among whom a rank is held."""
    return f"在{scope}中的位次"


def redefined(year: int, change: str) -> str:
    """Tell since when an indicator is defined otherwise, and how."""
    return f"{year}年起，{change}"


def listed(words: Iterable[str]) -> str:
    """Join words that say what a figure is."""
    return "，".join(words)


def clauses(parts: Iterable[str]) -> str:
    """Join clauses."""
    return "；".join(parts)


# -- copying and looks -------------------------------------------------------------------------

CHANGE_COLOURS = {
    "neutral": "升降不着色，目标更好的加粗",
    "red_up": "红涨绿跌",
    "good_bad": "按优劣着色：绿为更好，红为更差",
}
FULL_WIDTH, AS_PUBLISHED = "标点显示为全角", "标点按原样显示"


def copied(characters: int, with_citation: bool, ways: str) -> str:
    """Tell how much was copied, and into which clipboards."""
    return f"已复制 {characters} 字{'及出处' if with_citation else ''}：{ways}"


def to_be_copied(characters: int, copy: str, cite: str, cancel: str) -> str:
    """Tell what is lit and will be copied with the next key."""
    return f"选中这一句（{characters} 字），再按 {copy} 复制，{cite} 连同出处，{cancel} 取消"


def panel_row_copied(with_sentences: bool, ways: str) -> str:
    """Tell that a row of the panel was copied, and into which clipboards."""
    return f"已复制此行{'与原句、出处' if with_sentences else ''}：{ways}"


def screenshot_written(path: str) -> str:
    """Tell where the screen was written as a picture."""
    return f"截图已写入 {path}"


def theme_chosen(name: str) -> str:
    """Name the theme that colours the screen now."""
    return f"主题：{name}"


def line_width(cells: int) -> str:
    """Tell the new length of lines."""
    return f"行宽 {cells} 格"


def widest(cells: int) -> str:
    """Tell why lines are not made longer."""
    return f"行宽 {cells} 格，已是最宽"


def narrowest(cells: int) -> str:
    """Tell why lines are not made shorter."""
    return f"行宽 {cells} 格，已是最窄"


def no_room_for_wider(cells: int) -> str:
    """Tell that lines are as long as the pane is wide."""
    return f"行宽 {cells} 格，已占满正文一栏"


# -- dialogs -----------------------------------------------------------------------------------

HELP, DETAILS = "帮助", "详情"
THEME, THEMES_HINT = "主题", "↑ ↓ 试看，Enter 确定，Esc 照旧"
CLOSE, NEXT, PREVIOUS, COMPLETE, NOTHING_FOUND = "关闭", "下一个", "上一个", "补全", "没有找到"
DETAILS_HINT, DETAILS_KEYS = "Esc 关闭", "详情：Esc 关闭"
#: What the themes look like, by their names.
THEME_NOTES = {"墨": "深色", "宣": "浅色，如宣纸", "高对比": "黑底，颜色分明"}
PICK_HINT = "↑ ↓ 选择，Enter 确定，Esc 关闭"
