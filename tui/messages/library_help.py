"""Help of the commands of a library."""

from __future__ import annotations

from tui.messages import watch

LIBRARY = """\
书库：把许多份报告放在一起搜索、浏览。书库是一个 SQLite 文件，
在用户数据文件夹中；--library 或环境变量 HUIJI_LIBRARY 指定别处。
动作（各有 --help）：
  add       加入文件、文件夹（再次执行只看有变化的）
  remove    移出文件、文件夹、报告
  list      列出报告
  info      大小、份数、地区与年份
  check     检查书库，列出没能加入的文件
  queries   列出保存的搜索，各有多少新的
  export    导出整个书库，或 reports、metrics、promises、hits_by_year 表
  rebuild   按现在的规则重新转换所有文件
  watch     监视文件夹，随时加入新的报告"""
LIBRARY_EXAMPLES = """\
例：
  huiji-tui library add 报告/
  huiji-tui search 低空经济 level:city year:2024
  huiji-tui library list place:河南省 --format csv
  huiji-tui show 郑州市/2024
"""
ACTION = "动作"
ACTIONS = {
    "add": "把文件、文件夹加入书库，没有书库就建立，再把相邻两年的报告对照一遍（见 promises）。中断后再执行，从停下处继续。\n- 为标准输入：按内容记作 stdin:…，没有文件，报告一直保留。",
    "remove": "把文件、文件夹、报告移出书库（不删除文件）。什么也没有移出时退出状态为 1。",
    "list": "列出书库中的报告。",
    "info": "书库的大小、份数，各地有哪些年份、缺哪些年份。",
    "check": "检查书库文件，列出没能加入的文件、已不在的文件、文件名与正文不合的文件。书库文件损坏时退出状态为 65，否则为 0。",
    "queries": "列出用 search --save 保存的搜索：上次的结果，以及上次以来有几份报告有新的。",
    "export": "导出一张表：reports 报告，metrics 指标，promises 承诺对照，hits_by_year 保存的搜索各年的命中；或整个书库：sqlite。",
    "rebuild": "按现在的规则重新转换所有文件；自评结论与保存的搜索保留，文件已不在的报告也保留。",
    "watch": watch.WATCH,
}
ACTION_EXAMPLES = {
    "add": "例：\n  huiji-tui library add 报告/ 另一份.docx\n  curl 网址 | huiji-tui library add -",
    "remove": "例：\n  huiji-tui library remove 报告/2010/\n  huiji-tui library remove 郑州市/2010",
    "list": "例：\n  huiji-tui library list\n  huiji-tui library list place:郑州市 year:2020-",
    "info": "例：\n  huiji-tui library info\n  huiji-tui library info place:河南省 level:city",
    "check": "例：\n  huiji-tui library check",
    "queries": """\
例：
  huiji-tui search 低空经济 level:city --save 低空
  huiji-tui library queries
  huiji-tui search --saved 低空
  huiji-tui library queries --delete 低空""",
    "export": """\
例：
  huiji-tui library export metrics place:郑州市 -o 指标.csv --bom
  huiji-tui library export sqlite -o 备份.db""",
    "rebuild": "例：\n  huiji-tui library rebuild",
    "watch": watch.WATCH_EXAMPLES,
}
PATH_HELP = "书库文件；不写则为 HUIJI_LIBRARY 或用户数据文件夹中的 library.db"
ADD_HELP = "文件、文件夹（连同其中的文件夹，隐藏的除外），或 -：标准输入"
REMOVE_HELP = "文件、文件夹，或报告：地区/年度，如 郑州市/2024"
FILTERS = "条件"
FILTERS_HELP = "place:地区 level:national|province|city|county year:2018-2024"
TABLES = ("reports", "metrics", "promises", "hits_by_year", "sqlite")
TABLE = "表"
TABLE_HELP = "reports、metrics、promises、hits_by_year，或 sqlite：整个书库"
EXPORT_FILTERS_HELP = "只导出这些报告的：place:地区 level:city year:2018-2024"


SEARCH_LIBRARY_HELP = (
    "搜索书库，不写文件则为自己的书库；词不必加引号，"
    "可加条件 place:地区 level:city year:2018-2024 in:plan in:review"
)
METRICS_HELP = "只列命中所在句子里的指标，一行一个：报告、名称、数值、状态、时期（书库）"
FILTER_HELP = "与 --metrics 同用：再按词、拼音、status:target、unit:亿元、>100亿 筛选指标，空格分开的都要有，| 隔开的有一个即可（书库）"
BROWSE_HELP = "打开书库（不写文件则为自己的书库），浏览、搜索其中的报告"
BY_HELP = "按报告列出（report，默认），或按年度 year、地区 place、级别 level 计数（书库）"
SORT_HELP = "报告的次序：place 按地区、新的在前（默认），year 按年度，hits 按命中数（书库）"
LIMIT_HELP = "只列前 N 处，末行仍说明共有多少（书库）"
NAME = "名称"
SAVE_HELP = "用此名称保存这次搜索（书库）"
DELETE_HELP = "删除此名称的搜索"
SAVED_HELP = "再搜一次保存的搜索，只列上次以来新的：新报告，命中多了的报告；没有新的时退出状态为 1"
