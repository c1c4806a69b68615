"""Names of panes, commands and keys, as help, palette, hints and the README show them."""

from __future__ import annotations

SPACE, BACKSPACE = "空格", "退格"

#: The panes whose commands the help lists.
PANES = {
    "everywhere": "各处",
    "text": "正文",
    "query": "搜索框",
    "lists": "目录、指标两栏",
    "tree": "目录",
    "metrics": "指标",
    "filter": "筛选框",
}

#: What moves through the text and through lists.
_MOVING = {
    "down": "下一行",
    "up": "上一行",
    "half_page_down": "下半页",
    "half_page_up": "上半页",
    "page_down": "下一页",
    "page_up": "上一页",
    "top": "到开头",
    "end": "到末尾",
}
#: What each command does, by pane and id.
LABELS = {
    "everywhere": {
        "search": "搜索",
        "next_hit": "下一处命中",
        "previous_hit": "上一处命中",
        "next_section": "下一节",
        "previous_section": "上一节",
        "next_chapter": "下一章",
        "previous_chapter": "上一章",
        "go_to": "跳转",
        "back": "退回",
        "forward": "前进",
        "next_figure": "下一个指标",
        "previous_figure": "上一个指标",
        "tree": "目录",
        "text": "正文",
        "metrics": "指标",
        "next_pane": "下一栏",
        "previous_pane": "上一栏",
        "select": "选取（选到此句）",
        "copy": "复制所选或本句",
        "cite": "复制并注明出处",
        "mark": "标记此处（再按字母或数字）",
        "go_to_mark": "去标记处（再按字母或数字）",
        "marks": "列出标记",
        "doubts": "列出存疑之处",
        "wider": "行宽些",
        "narrower": "行窄些",
        "usual_width": "行宽如常",
        "full_marks": "标点全角或原样",
        "zoom": "当前栏独占屏幕，再按复原",
        "hits": "收起或展开命中列表",
        "escape": "收起侧栏，停止打开，清除搜索",
        "open": "打开别的报告",
        "reload": "重新读入（文件改动之后）",
        "export": "导出所列或全部（CSV）",
        "export_metrics": "导出指标（CSV）",
        "export_comparisons": "导出对照（CSV）",
        "theme": "换主题",
        "change_colours": "换升降的颜色：不着色、红涨绿跌、按优劣",
        "palette": "命令面板",
        "help": "帮助",
        "quit": "退出",
    },
    "text": {
        **_MOVING,
        "right": "选区多一字",
        "left": "选区少一字",
        "choose": "看此处的指标",
    },
    "query": {
        "query_next_hit": "下一处",
        "query_previous_hit": "上一处",
        "earlier_query": "更早的搜索",
        "later_query": "更晚的搜索",
        "stay": "停在此处",
        "leave_search": "回到原处",
    },
    "lists": {
        **_MOVING,
        "choose": "打开",
    },
    "tree": {
        "right": "展开",
        "left": "折叠，再按到上级",
        "choose": "去读",
    },
    "metrics": {
        "choose": "看原句；对照中再按看另一句",
        "right": "下一页签：对照、本节、全部",
        "left": "上一页签",
        "filter": "筛选",
        "sort": "换排序",
        "details": "详情",
    },
    "filter": {
        "filter_done": "停在此处",
        "filter_clear": "显示全部",
        "filter_down": "下一个",
        "filter_up": "上一个",
    },
}
