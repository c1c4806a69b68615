"""Text about libraries of reports."""

from __future__ import annotations

# -- help ----------------------------------------------------------------------------------------

LIBRARY = """\
书库：把许多份报告放在一起搜索、浏览。书库是一个 SQLite 文件，
在用户数据文件夹中；--library 或环境变量 HUIJI_LIBRARY 指定别处。
动作（各有 --help）：
  add       加入文件、文件夹（再次执行只看有变化的）
  remove    移出文件、文件夹
  list      列出报告
  info      大小、份数、地区与年份
  check     检查书库，列出没能加入的文件
  export    导出 reports 或 metrics 表
  rebuild   按现在的规则重新转换所有文件"""
LIBRARY_EXAMPLES = """\
例：
  huiji-tui library add 报告/
  huiji-tui search 低空经济 level:city year:2024 --library
  huiji-tui library list place:河南省 --format csv
"""
ACTION = "动作"
ACTIONS = {
    "add": "把文件、文件夹加入书库，没有书库就建立。中断后再执行，从停下处继续。\n- 为标准输入：按内容记作 stdin:…，没有文件，报告一直保留。",
    "remove": "把文件、文件夹移出书库（不删除文件）。",
    "list": "列出书库中的报告。",
    "info": "书库的大小、份数，各地有哪些年份、缺哪些年份。",
    "check": "检查书库文件，列出没能加入的文件、已不在的文件、文字与文件名不合的报告。",
    "export": "导出一张表：reports 报告，metrics 指标。",
    "rebuild": "按现在的规则重新转换所有文件；笔记、判定与保存的搜索保留，文件已不在的报告也保留。",
}
ACTION_EXAMPLES = {
    "add": "例：\n  huiji-tui library add 报告/ 另一份.docx\n  curl 网址 | huiji-tui library add -",
    "remove": "例：\n  huiji-tui library remove 报告/2010/",
    "list": "例：\n  huiji-tui library list\n  huiji-tui library list place:郑州市 year:2020-",
    "info": "例：\n  huiji-tui library info",
    "check": "例：\n  huiji-tui library check",
    "export": "例：\n  huiji-tui library export metrics > 指标.csv",
    "rebuild": "例：\n  huiji-tui library rebuild",
}
PATH_HELP = "书库文件；不写则为 HUIJI_LIBRARY 或用户数据文件夹中的 library.db"
ADD_HELP = "文件、文件夹（连同其中的文件夹，隐藏的除外），或 -：标准输入"
REMOVE_HELP = "文件或文件夹"
FILTERS = "条件"
FILTERS_HELP = "place:地区 level:national|province|city|county year:2018-2024"
VIEWS = ("reports", "metrics")
TABLE = "表"
TABLE_HELP = "reports 或 metrics"
SEARCH_LIBRARY_HELP = (
    "搜索书库（不写文件则为自己的书库）；条件可加 place:、level:、year:2018-2024、in:plan、in:review"
)
BY_HELP = "书库的结果按报告列出（默认），或只按年份计数"

# -- errors --------------------------------------------------------------------------------------

NO_LIBRARY = "还没有书库，用 huiji-tui library add 文件夹 建立"
NOT_A_LIBRARY = "不是 huiji-tui 的书库"
OLDER_LIBRARY = "是旧版本的书库，用 huiji-tui library rebuild 重建（笔记保留）"
NEWER_LIBRARY = "是更新版本的 huiji-tui 所建的书库，请升级后再用"
DAMAGED = "书库已损坏，用 huiji-tui library rebuild 重建（读得出的笔记等保留）"
DISK_FULL = "磁盘已满，未写完的没有保存"
READ_ONLY = "书库不能写入：没有权限，或文件夹只读"
CANNOT_READ_OR_WRITE = "书库文件不能读写：磁盘有问题，或与它的连接中断"
CANNOT_OPEN = "书库打不开：没有权限，或文件夹不存在"
BUSY = "另一个程序正在写书库，稍后再试"
NO_LOCKING = "书库所在的文件夹不支持文件锁（多为网络文件夹），请用 --library 放到本机"


def cannot_make(why: str) -> str:
    """Say why a library cannot be made."""
    return f"不能建立书库：{why}"


def salvaged(kept: str) -> str:
    """Tell that a damaged library was put aside."""
    return f"书库已损坏，损坏的文件留作 {kept}；读得出的笔记等已保留，现在重新转换"


def unexpected(detail: str) -> str:
    """Give what SQLite said."""
    return f"书库出错：{detail[:200]}"


def places_disagree(said: str, named: str) -> str:
    """Say that the text names another place than the file."""
    return f"正文是{said}，文件名是{named}"


def years_disagree(planned: int, named: int) -> str:
    """Say that the text plans another year than the file names."""
    return f"正文是{planned}年，文件名是{named}年"


def no_such_level(level: str) -> str:
    """Refuse a level."""
    return f"没有这一级：{level[:40]}"


def no_years(years: str) -> str:
    """Refuse years."""
    return f"年份应为 2024 或 2018-2024：{years[:40]}"


def place_of_one_report(place: str) -> str:
    """Refuse a place in a report where many are searched."""
    return f"in:{place[:40]} 只能用于一份报告；书库里可用 in:plan、in:review、place:、level:、year:"


NO_HOME = "找不到主目录，请用 --library 指定书库"


def no_filter(rest: str) -> str:
    """Refuse words that are no filter."""
    return f"只能写 place:、level:、year:，不能写：{rest[:40]}"


def no_such_report(report: int) -> str:
    """Refuse a number of a report."""
    return f"书库中没有第 {report} 份报告"


def dangling(table: str) -> str:
    """Tell that rows of a table belong to no report."""
    return f"表 {table} 中有不属于任何报告的行"


# -- notices -------------------------------------------------------------------------------------

REPORT_COLUMNS = ("编号", "地区", "级别", "年度", "标题", "日期", "字数", "文件")
LEVEL_NAMES = {"national": "全国", "province": "省级", "city": "地市", "county": "区县", "": "未知"}
SOUND = "书库没有问题"
STOPPED = "已停止；转换完的已写入书库，再次执行同一命令继续"
NO_REPORTS = "书库里没有这样的报告"
HIT_COLUMNS = ("地区", "级别", "年度", "章节", "前文", "命中", "后文", "报告")
YEAR_COLUMNS = ("年度", "命中", "报告")


def added(counts: dict[str, int], seconds: float) -> str:
    """Sum up what became of the files."""
    names = {"added": "加入", "known": "内容已有", "unchanged": "没有变化", "failed": "未能加入"}
    parts = [f"{name} {counts[key]}" for key, name in names.items() if counts.get(key)]
    return f"{'，'.join(parts) or '没有文件'}（{seconds:.1f} 秒）"


def progress(done: int, total: int, rate: float, left_s: float, path: str) -> str:
    """Say how far the work is."""
    digits = 0 if rate >= 10 else 1
    return f"{done}/{total} {rate:.{digits}f} 份/秒 剩 {_duration(left_s)} {path}"


def _duration(seconds: float) -> str:
    if seconds < 100:
        return f"{seconds:.0f} 秒"
    return f"{seconds / 60:.0f} 分" if seconds < 6000 else f"{seconds / 3600:.1f} 小时"


def failed(path: str, error: str) -> str:
    """Name a file that could not be added, and why."""
    return f"{path}: {error}"


def more_failed(count: int) -> str:
    """Tell that more files could not be added than are listed."""
    return f"……另有 {count} 个未能加入，library check 列出全部"


def failed_heading(count: int) -> str:
    """Head the list of files that could not be added."""
    return f"未能加入的文件 {count} 个："


def vanished_heading(count: int) -> str:
    """Head the list of files that are gone."""
    return f"已不在原处的文件 {count} 个（报告仍在书库里，library remove 可移出）："


def doubts_heading(count: int) -> str:
    """Head the list of reports whose text and file name disagree."""
    return f"文字与文件名不合的报告 {count} 份："


def doubled_heading(count: int) -> str:
    """Head the list of places and years with several reports."""
    return f"同一地区、同一年度有几份不同报告的 {count} 处："


def old_heading(count: int) -> str:
    """Tell how many reports were converted by earlier rules."""
    return f"按旧规则转换的报告 {count} 份，library rebuild 可重新转换"


def removed(files: int) -> str:
    """Tell how many files were removed."""
    return f"移出 {files} 个文件"


def size(path: str, file_bytes: int, index_bytes: int | None, characters: int) -> str:
    """Give the size of a library."""
    index = (
        f"，索引 {index_bytes / 1e6:.1f} MB（每字 {index_bytes / max(1, characters):.2f} 字节）"
        if index_bytes
        else ""
    )
    return f"{path}：{file_bytes / 1e6:.1f} MB{index}"


def counts(reports: int, files: int, characters: int, metrics: int) -> str:
    """Give the numbers of a library."""
    return f"报告 {reports} 份（文件 {files} 个），{characters / 1e4:.0f} 万字，指标 {metrics} 项"


def years(years: list[int]) -> str:
    """Write years, and those missing between them: ``2003-2010、2012　缺 2011``."""
    present = sorted(set(years))
    missing = sorted(set(range(present[0], present[-1])) - set(present)) if present else []
    return _runs(present) + (f"　缺 {_runs(missing)}" if missing else "")


def year_count(count: int, earlier: list[int]) -> str:
    """Write how many reports a place has, and of which years some are that have no column: ``9（另有 1959）``."""
    return f"{count}" + (f"（另有 {_runs(earlier)}）" if earlier else "")


def _runs(years: list[int]) -> str:
    """Write years, those that follow one another with their ends only."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][1] + 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return "、".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def report_heading(place: str, year: int | None, hits: int) -> str:
    """Head the hits of a report."""
    return f"{place} {year or '年份不明'}（{hits} 处）"


def total(hits: int, reports: int) -> str:
    """Sum up a search."""
    return f"共 {hits} 处，{reports} 份报告"


def facet(name: str, counted: dict[str, int]) -> str:
    """Give the hits by year or level."""
    return f"{name}：" + "  ".join(f"{key} {count}" for key, count in counted.items())


LIBRARY_OR_REPORTS = "--library 与报告文件只能写一种；要指定书库写 --library=文件"
