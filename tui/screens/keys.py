"""The keys that work in every pane of the main screen."""

from __future__ import annotations

from textual.binding import Binding, BindingType

KEYS: list[BindingType] = [
    Binding("slash,ctrl+f,f4", "search", "搜索", key_display="/ F4 Ctrl+F"),
    Binding("n,f3", "step_hit(1)", "下一处命中", key_display="n F3"),
    Binding("N,shift+f3", "step_hit(-1)", "上一处命中", key_display="N Shift+F3"),
    Binding("right_square_bracket", "step_node(1, 'section')", "下一节", key_display="]"),
    Binding("left_square_bracket", "step_node(-1, 'section')", "上一节", key_display="["),
    Binding("right_curly_bracket", "step_node(1, 'chapter')", "下一章", key_display="}"),
    Binding("left_curly_bracket", "step_node(-1, 'chapter')", "上一章", key_display="{"),
    Binding("colon,ctrl+g", "go_to_place", "跳转", key_display=": Ctrl+G"),
    Binding("H,alt+left,backspace", "back", "退回", key_display="H Alt+← 退格"),
    Binding("L,alt+right", "forward", "前进", key_display="L Alt+→"),
    Binding("full_stop", "step_figure(1)", "下一个指标", key_display="."),
    Binding("comma", "step_figure(-1)", "上一个指标", key_display=","),
    Binding("1", "focus_pane('tree')", "目录", key_display="1"),
    Binding("2", "focus_pane('text')", "正文", key_display="2"),
    Binding("3", "focus_pane('metrics')", "指标", key_display="3"),
    Binding("tab", "cycle_panes(1)", "下一栏", key_display="Tab"),
    Binding("shift+tab", "cycle_panes(-1)", "上一栏", key_display="Shift+Tab"),
    Binding("v", "select", "选取（选到此句）", key_display="v"),
    Binding("y,ctrl+c", "copy", "复制所选或本句", key_display="y Ctrl+C"),
    Binding("Y", "copy(True)", "复制并注明出处", key_display="Y"),
    Binding("m", "mark", "标记此处", key_display="m 字母"),
    Binding("apostrophe", "go_to_mark", "去标记处", key_display="' 字母"),
    Binding("f2", "list_marks", "列出标记", key_display="F2"),
    Binding("plus", "measure(4)", "行宽些", key_display="+"),
    Binding("minus", "measure(-4)", "行窄些", key_display="-"),
    Binding("equals_sign", "measure(0)", "行宽如常", key_display="="),
    Binding("w,f6", "toggle_marks", "标点全角或原样", key_display="w F6"),
    Binding("f11", "zoom", "当前栏独占屏幕，再按复原", key_display="F11"),
    Binding("z", "toggle_hits", "收起或展开命中列表", key_display="z"),
    Binding("escape", "escape", "收起侧栏，清除搜索", key_display="Esc"),
    Binding("T,f10", "app.next_theme", "换主题", key_display="T F10"),
    Binding("ctrl+p", "palette", "命令面板", key_display="Ctrl+P"),
    Binding("question_mark,f1", "help", "帮助", key_display="? F1"),
    Binding("q,ctrl+q", "app.quit", "退出", key_display="q Ctrl+Q"),
]
