"""The help: signs and colours of the screens, what can be typed, and where copies and files go.

A row has what is shown or typed, what it means, and the name of the style the first is drawn in; empty for that of keys.
"""

from __future__ import annotations

from tui.messages.alignment_screen import ELSEWHERE, IN_TEXT
from tui.messages.figure_screens import ABOVE_SIGN, OWN_SIGN
from tui.messages.metrics import STATUS_NAMES
from tui.messages.notes import COLOUR_MARKS, COLOUR_NAMES, LIKELY_MARK, NOTE_MARK, RULER_MARK
from tui.messages.past import BASIS_MARKS
from tui.messages.series import BASIS_NAMES
from tui.messages.verdicts import (
    BREAK_SIGN,
    LIKELY_SIGN,
    NO_REPORT,
    NO_REPORT_SIGN,
    OWN_VERDICT,
    SIGNS,
    VERDICT_NAMES,
)
from tui.messages.wording import KIND_NAMES, LIKELY, MOVED, NOT_FOUND

Row = tuple[str, str, str]

HELP, HINT = "帮助", "↑ ↓ PgDn PgUp 翻看，直接输入即筛选，Esc 关闭"
PLACEHOLDER = "操作、按键、记号、颜色，或拼音，如 导出、paiming、▲"
NOTHING_FOUND = "没有找到，换一个词试试"
#: Colours by the hue at which the next one begins, in degrees; without much colour, by brightness in percent.
HUES = {15: "红色", 36: "橙色", 70: "黄色", 165: "绿色", 195: "青色", 260: "蓝色", 320: "紫色", 361: "红色"}
GREYS = {25: "黑色", 80: "灰色", 101: "白色"}


def current_pane(name: str) -> str:
    """Return the heading of the focused pane's keys."""
    return f"{name}（当前栏）"


def current_dialog(name: str) -> str:
    """Return the heading of the keys of a dialog that is open."""
    return f"{name}（当前）"


# -- signs -----------------------------------------------------------------------------------------

_COMPARISON: tuple[Row, ...] = (
    ("▲ ▼", "目标高于、低于去年的结果；说“下降”的，比降幅", ""),
    ("=", "与去年相同", ""),
    ("✓", "去年的结果已在目标的上下限之内，或接近约数的目标：相差 0.5 个百分点或 10% 以内", "met"),
    ("○", "去年的结果尚未达到目标的上下限", "steady"),
    ("≈", "只是大致可比，状态栏说明不同之处", "steady"),
)


def _signed(*verdicts: str) -> Row:
    names = "、".join(VERDICT_NAMES[verdict] for verdict in verdicts)
    return SIGNS[verdicts[0]], names, ""


_PROMISES: tuple[Row, ...] = (
    _signed("exceeded"),
    (SIGNS["met"], f"{VERDICT_NAMES['met']}；目标写“左右”的，相差 0.5 个百分点或 5% 以内也是", ""),
    _signed("missed", "admitted"),
    _signed("met_in_words", "blanket"),
    _signed("not_comparable"),
    _signed("not_mentioned"),
    _signed("undecided"),
    (LIKELY_SIGN, "可能是这一项的结果，不计入各类的数目", ""),
    ("*", OWN_VERDICT, ""),
)
_YEARS: tuple[Row, ...] = (
    ("○ ● ◉", "目标、结果、两者同格", ""),
    ("▼ :", "未达目标的结果，与目标之差", ""),
    ("← →", "在年份旁：还有更早、更晚的年，左右移动即见", ""),
    ("≥6 ≤3 约7", "6 以上、3 以内、7 左右", ""),
    *((BASIS_MARKS[basis], name, "") for basis, name in BASIS_NAMES.items()),
    (BREAK_SIGN, "口径或单位变了，不与上年相连", ""),
    (NO_REPORT_SIGN, NO_REPORT, ""),
    (SIGNS["not_mentioned"], VERDICT_NAMES["not_mentioned"], ""),
)
_RANKS: tuple[Row, ...] = (
    (OWN_SIGN, "本地区：打开位次时所在的", ""),
    (ABOVE_SIGN, "本地区的上级", ""),
    ("○3 ●19", "在顶行：只有目标、只有结果的各有几地", ""),
)
_LISTS: tuple[Row, ...] = (
    ("▸ ▾", "可展开、已展开；命中与原句之前的 ▸ 是当前的一条", ""),
    ("≈", "命中的不是原词：同义词、拼音，或数字的另一种写法", "muted"),
    ("…", "太长，后面略去", ""),
)
_KINDS: tuple[Row, ...] = (
    (KIND_NAMES["same"], "一字不差，标点、空格不计", ""),
    (KIND_NAMES["edited"], "同一句，改了几个字；“数字”只改了数字", ""),
    (KIND_NAMES["rewritten"], "同一件事，换了说法", ""),
    (KIND_NAMES["subject"], "题目相同，或有一个分句相同", ""),
    (f"{KIND_NAMES['new']} {KIND_NAMES['gone']}", "只在后一份里；只在前一份里", ""),
    (".73", "类下的数：两句相近的程度，1 为相同", ""),
    (MOVED, "先后次序变了", ""),
    ("删去", "前一份里改掉的字", "removed"),
    ("添上", "后一份里新写的字", "added"),
)
_TERMS: tuple[Row, ...] = (
    ("次序", "每组里最能说明变化的在前；随年份更替的说法在末行", ""),
    (f"{IN_TEXT} 0→2", "前一份里 0 次，后一份里 2 次", ""),
    (f"{ELSEWHERE} 9→40", "书库里其他地区的报告，上一年 9 份提到，当年 40 份提到", ""),
)
_COUNTERPARTS: tuple[Row, ...] = (
    (LIKELY, "没有把握的", "muted"),
    (NOT_FOUND, "没有相近到可以对照的", "muted"),
    ("共有", "两边都有的词", "shared"),
)
_RELATED: tuple[Row, ...] = (
    ("0.78", "与本句相近的程度，1 为相同", ""),
    ("不同", "两句不同的词", "changed"),
    ("共有", "相近不多时，两句共有的词", "shared"),
)

# -- colours ---------------------------------------------------------------------------------------

_FIGURES: tuple[Row, ...] = (
    ("7.4%", f"{STATUS_NAMES['achieved']}的数：结果", "achieved"),
    ("8%以上", "目标", "target"),
    ("30%", "、".join(STATUS_NAMES[one] for one in ("expected", "ongoing", "background")), "metric"),
    ("5%", "当前的指标", "current-metric"),
)
_HITS: tuple[Row, ...] = (
    ("命中", "搜索的命中", "hit"),
    ("第二词", "第二个词的命中", "hit-2"),
    ("第三词", "第三个词的命中", "hit-3"),
    ("当前", "当前的命中", "current-hit"),
    ("选取", "选中的字", "selected"),
)
_NOTES: tuple[Row, ...] = (
    *(
        (f"{COLOUR_MARKS[colour]} {COLOUR_NAMES[colour]}色", "标色，行首有其数字", f"note-{colour}")
        for colour in COLOUR_MARKS
    ),
    (f"{NOTE_MARK} 批注", f"写有批注，行首有 {NOTE_MARK}", "noted"),
    (LIKELY_MARK, "在行首：批注、标色的原文有改动，这里是最相近的一段", "note-mark"),
)
_RULER: tuple[Row, ...] = (
    ("  ", "有命中的地方", "tick"),
    ("  ", "当前的命中", "current-tick"),
    ("  ", "屏幕上的这一段", "thumb"),
    (RULER_MARK, "屏幕之外有批注、标色；点击标尺可前往", ""),
)

# -- what can be typed -----------------------------------------------------------------------------

_QUERY: tuple[Row, ...] = (
    ("黄河 生态", "同一段里都有", ""),
    ("黄河|长江", "有一个即可；两边可加空格，不用拼音", ""),
    ('"依法 治国"', "半角引号里的连着找，也不找同义词", ""),
    ("黄河 -生态", "不要有“生态”的段", ""),
    ("hh huanghe", "每字的首字母，或拼音", ""),
    ("100 一百", "数字的两种写法都找", ""),
    ("GDP", "同义词也找，在命中前标 ≈", ""),
    ("/第[一二]产业/", "正则表达式，斜线也可用全角的／", ""),
    ("黄河 in:3.1", "只在这一章、这一节里", ""),
)
_LIBRARY_QUERY: tuple[Row, ...] = (
    ("place:河南省", "只在这个地区的报告里，连同下级", ""),
    ("level:city", "级别：national province city county", ""),
    ("year:2018-2024", "年份，也可只写一年或一头", ""),
    ("in:plan", "只在工作安排里；in:review 只在回顾里", ""),
)
_FILTER: tuple[Row, ...] = (
    ("生产总值", "名称或数值里的字，也可用拼音；在指标栏里直接输入中文即筛选", ""),
    ("绿 万平方米", "空格分开的条件都要满足", ""),
    ("绿|公里 绿 或 公里", "用 | 或“或”隔开的，满足一个即可", ""),
    ("status:target", "按性质：achieved target expected ongoing background", ""),
    ("unit:亿元", "按单位", ""),
    ("year:2024", "按年份", ""),
    ("in:3.4 in:三(四)", "只要这一章、这一节里的", ""),
    (">100亿", "按大小：> < >= <= =", ""),
)
_PLACES: tuple[Row, ...] = (
    ("3.4 三(四)", "章、节的编号", ""),
    ("招商 zhaoshang zs", "标题里的字，或其拼音", ""),
    ("m190", "第 190 个指标", ""),
    ("50%", "全文的一半处", ""),
    ("@1200", "第 1200 个字之后", ""),
    ("#“引文”", "有这句话的地方", ""),
    ("huiji:惠济区/2024#三(五)", "复制得到的链接，也可到别的报告", ""),
    ("郑州市/2024", "书库里的这份报告", ""),
    ("open 路径", "打开别的报告", ""),
    ("export 导出", "导出；还有 theme 主题、help 帮助、screenshot 截图、q 退出", ""),
)
_LIBRARY_PLACES: tuple[Row, ...] = (
    ("郑州 zz", "地区的名称，或其拼音", ""),
    ("郑州 2024", "这个地区这一年的报告", ""),
    ("三(五) 招商", "光标所在的报告里的章节：编号，或标题里的字", ""),
)
_FILTER_ROWS: tuple[Row, ...] = (("完成 mubiao", "行里都有这些字，也可用拼音", ""),)
_COUNTS: tuple[Row, ...] = (("5j 3] 10G", "数字紧接移动键：移动多次，或到第几行", ""),)
_MOUSE: tuple[Row, ...] = (
    ("单击", "选中，换页签，按下底行的按键", ""),
    ("单击列名", "按此列排序，再次单击则倒排；箭头指出排序的列", ""),
    ("双击 三击", "正文里选一句、一段；表格里打开原句", ""),
    ("拖动", "选取，到上下边缘外则继续滚动；沿右侧标尺拖动则翻到该处", ""),
    ("右键", "复制所选", ""),
    ("滚轮", "滚动指针所在的一栏", ""),
    ("对话框外单击", "关闭对话框", ""),
)
_OUTPUT: tuple[Row, ...] = (
    ("复制", "状态栏说明复制到了哪里：终端、tmux、桌面，或一个文件", ""),
    ("导出", "选内容、格式（CSV、Excel、JSON、Markdown、网页）和文件名；覆盖已有的文件之前会问", ""),
    ("表格", "huiji-tui compare -o 对照.xlsx 写成带格式的表格", ""),
)
DIALOG = "对话框"
DIALOG_ROWS: tuple[Row, ...] = (
    ("↑ ↓", "选一行", ""),
    ("Enter", "确定", ""),
    ("Tab", "补全", ""),
    ("Esc", "关闭", ""),
    ("F1", "帮助", ""),
)

#: Sections by name: heading and rows.
SECTIONS: dict[str, tuple[str, tuple[Row, ...]]] = {
    "comparison": ("记号：指标栏的对照", _COMPARISON),
    "promises": ("记号：承诺与结果", _PROMISES),
    "years": ("记号：历年、位次", _YEARS),
    "ranks": ("记号：位次", _RANKS),
    "lists": ("记号：目录与列表", _LISTS),
    "kinds": ("对读里的名称与颜色", _KINDS),
    "terms": ("提法的两栏数字", _TERMS),
    "counterparts": ("前后对照里的记号", _COUNTERPARTS),
    "related": ("相似句里的记号", _RELATED),
    "figures": ("颜色：数字", _FIGURES),
    "hits": ("颜色：命中与选取", _HITS),
    "notes": ("颜色：批注与标色", _NOTES),
    "ruler": ("右侧标尺", _RULER),
    "query": ("搜索的写法", _QUERY),
    "library-query": ("在书库里搜索，还可加", _LIBRARY_QUERY),
    "filter": ("筛选指标的写法", _FILTER),
    "filter-rows": ("筛选各行的写法", _FILTER_ROWS),
    "places": ("跳转的写法", _PLACES),
    "library-places": ("跳转的写法", _LIBRARY_PLACES),
    "output": ("复制与导出", _OUTPUT),
    "counts": ("移动多次", _COUNTS),
    "mouse": ("鼠标", _MOUSE),
}
