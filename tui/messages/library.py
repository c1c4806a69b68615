"""Text about libraries of reports."""

from __future__ import annotations

from datetime import datetime

# -- errors --------------------------------------------------------------------------------------

NOT_FILTERED = "hits_by_year 不能加条件：条件在保存的搜索词里"
WHOLE_LIBRARY = "sqlite 是整个书库，没有条件，要写到文件：-o 文件"
NO_LIBRARY = "还没有书库，用 huiji-tui library add 文件夹 建立"
GONE = "书库文件不在了"
NOT_A_LIBRARY = "不是 huiji-tui 的书库"
OLDER_LIBRARY = "是旧版本的书库，用 huiji-tui library rebuild 重建（自评结论与保存的搜索保留）"
NEWER_LIBRARY = "是更新版本的 huiji-tui 所建的书库，请升级后再用"
DAMAGED = "书库已损坏，用 huiji-tui library rebuild 重建（读得出的自评结论与保存的搜索保留）"
DISK_FULL = "磁盘已满，未写完的没有保存"
READ_ONLY = "书库不能写入：没有权限，或文件夹只读"
CANNOT_READ_OR_WRITE = "书库文件不能读写：磁盘有问题，或与它的连接中断"
OR_NO_LIBRARY = f"；{NO_LIBRARY}"
LINK_WITHOUT_REPORT = "链接里没有写明是哪份报告"
IS_FOLDER = "是文件夹，书库是一个文件"
CANNOT_OPEN = "书库打不开：没有权限，或文件夹不存在"
BUSY = "另一个程序正在写书库，稍后再试"
NO_LOCKING = "书库所在的文件夹不支持文件锁（多为网络文件夹），请用 --library 放到本机"


def no_such_view(name: str, views: tuple[str, ...]) -> str:
    """Refuse a view."""
    return f"没有这张表：{name[:40]}，可用：{'、'.join(views)}"


def cannot_make(why: str) -> str:
    """Say why a library cannot be made."""
    return f"不能建立书库：{why}"


def salvaged(kept: str) -> str:
    """Tell that a damaged library was put aside."""
    return f"书库已损坏，损坏的文件留作 {kept}；读得出的自评结论与保存的搜索已保留，现在重新转换"


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


def years_reversed(years: str, meant: str) -> str:
    """Refuse years of which the last comes first."""
    return f"年份应从早到晚：{years[:40]}，应写作 {meant}"


def no_such_place(place: str) -> str:
    """Refuse a place."""
    return f"没有这个地区，书库中也没有这样称呼的：{place[:40]}"


def no_reports_of(place: str) -> str:
    """Tell that a library has no report of a place."""
    return f"书库中没有{place[:40]}的报告"


def place_of_one_report(place: str) -> str:
    """Refuse a place in a report where many are searched."""
    return f"in:{place[:40]} 只能用于一份报告；书库里可用 in:plan、in:review、place:、level:、year:"


UNKNOWN_PLACES = "地区不明"
NO_HOME = "找不到主目录，请用 --library 指定书库"


def no_filter(rest: str) -> str:
    """Refuse words that are no filter, where paragraphs are searched."""
    return f"条件只有 place:、level:、year:、in:plan、in:review，不能写：{rest[:40]}"


def no_filter_of_reports(rest: str) -> str:
    """Refuse words that are no filter of reports: paragraphs have a tense, reports have none."""
    return f"这里的条件只有 place:、level:、year:（in: 只用于搜索段落），不能写：{rest[:40]}"


def no_such_report(report: int) -> str:
    """Refuse a number of a report."""
    return f"书库中没有第 {report} 份报告"


def no_such_query(name: str, names: list[str]) -> str:
    """Refuse the name of a saved query, and list those there are."""
    listed = (
        f"，有：{'、'.join(names[:10])}{'等' if len(names) > 10 else ''}" if names else "，用 --save 保存"
    )
    return f"没有保存过名为“{name[:40]}”的搜索{listed}"


def bad_name(longest: int) -> str:
    """Refuse a name for a saved query."""
    return f"名称应为 1 到 {longest} 个字，没有控制字符"


def name_taken(name: str, query: str) -> str:
    """Refuse to replace a saved query."""
    return f"名为“{name}”的搜索已有，是 {query[:60]}；要换，先用 library queries --delete {name} 删除"


NO_SUCH_ADDRESS = "没有这个文件；书库中的报告写作 地区/年度，如 郑州市/2024"


NO_SUCH_PATH = "书库中没有这个文件或文件夹；也可写报告：地区/年度，如 郑州市/2024"


def address_meant(address: str) -> str:
    """Offer the newest report of a place."""
    return f"；书库中有 {address}"


def no_such_address(years: list[int]) -> str:
    """Tell that a library has no such report, and which years it has of the place."""
    return (
        f"书库中没有这份报告，此地有：{_runs(years)}" if years else "没有这个文件，书库中也没有这个地区的报告"
    )


def no_next_report(years: list[int]) -> str:
    """Tell that a library has no report of the next year, and which years it has of the place."""
    return (
        f"书库中没有下一年的报告，结果无从对照；此地有：{_runs(years)}"
        if years
        else "地区或年份不明，找不到下一年的报告"
    )


def ambiguous_address(address: str, addresses: list[str]) -> str:
    """Ask which of several reports is meant."""
    return f"{address[:40]} 有 {len(addresses)} 份，写明是哪一份：{'、'.join(addresses[:10])}"


def dangling(table: str) -> str:
    """Tell that rows of a table belong to no report."""
    return f"表 {table} 中有不属于任何报告的行"


# -- notices -------------------------------------------------------------------------------------

REPORT_COLUMNS = ("编号", "地区", "级别", "年度", "标题", "日期", "字数", "文件")
LEVEL_NAMES = {"national": "全国", "province": "省级", "city": "地市", "county": "区县", "": "未知"}
SOUND = "书库文件完好"
STOPPED = "已停止；转换完的已写入书库，再次执行同一命令继续"
NO_REPORTS = "书库里没有这样的报告"
NO_QUERIES = "没有保存的搜索，用 search 搜索词 --save 名称 保存"
HIT_COLUMNS = ("地区", "级别", "年度", "章节", "前文", "命中", "后文", "原句", "句中指标", "报告")
METRIC_COLUMNS = ("报告", "指标", "数值", "状态", "时期", "位置")
GROUPS = {"year": "年度", "place": "地区", "level": "级别"}
GROUP_COLUMNS = ("命中", "有命中的报告", "搜索的报告")
QUERY_COLUMNS = ("名称", "搜索词", "上次", "命中", "报告", "新的报告")
#: Before the metrics that a sentence states.
METRICS = "句中指标："
SEMICOLON = "；"


def added(counts: dict[str, int], seconds: float) -> str:
    """Sum up what became of the files."""
    names = {"added": "加入", "known": "内容已有", "unchanged": "没有变化", "failed": "未能加入"}
    parts = [f"{name} {counts[key]}" for key, name in names.items() if counts.get(key)]
    return f"{'，'.join(parts) or '没有文件'}（{seconds:.1f} 秒）"


def progress(done: int, total: int, rate: float, left_s: float, path: str) -> str:
    """Say how far the work is."""
    digits = 0 if rate >= 10 else 1
    return f"{done}/{total} {rate:.{digits}f} 份/秒 剩 {duration(left_s)} {path}"


def duration(seconds: float) -> str:
    """Say how long something takes."""
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


def misnamed_heading(count: int) -> str:
    """Head the list of files whose names disagree with the reports in them."""
    return f"文件名与正文不合的文件 {count} 个："


def misnamed(path: str, said: str) -> str:
    """Name a file, and what its name disagrees with."""
    return f"{path}：{said}"


def checked(counts: list[int]) -> str:
    """Sum up what a check has found, in the order in which it lists that."""
    names = ("未能加入", "已不在原处", "文件名与正文不合", "同地同年多份", "未能对照")
    parts = [f"{name} {count}" for name, count in zip(names, counts, strict=True) if count]
    return f"检查完毕：{'，'.join(parts) or '没有发现问题'}"


def doubled_heading(count: int) -> str:
    """Head the list of places and years with several reports."""
    return f"同一地区、同一年度有几份不同报告的 {count} 处："


def unlinked_heading(count: int) -> str:
    """Head the list of reports whose promises could not be linked to the results."""
    return f"与下一年的报告未能对照的 {count} 份："


def old_heading(count: int) -> str:
    """Tell how many reports were converted by earlier rules."""
    return f"按旧规则转换的报告 {count} 份，library rebuild 可重新转换"


def query_deleted(name: str) -> str:
    """Tell that a saved query was deleted."""
    return f"已删除“{name}”"


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


def metric(name: str, value: str, status: str, period: str) -> str:
    """Write a metric: ``签约项目 40个以上（目标 2024）``."""
    return f"{name} {value}（{status} {period}".strip() + "）"


def report_heading(place: str, year: int | None, hits: int, before: int) -> str:
    """Head the hits of a report, of a saved query with how many there were when it was last run."""
    return f"{place} {year or '年份不明'}（{hits} 处{f'，上次 {before} 处' if before else ''}）"


def total(hits: int, reports: int) -> str:
    """Sum up a search."""
    return f"共 {hits} 处，{reports} 份报告"


def metrics_in_all(count: int) -> str:
    """Tell how many metrics the sentences of the hits state."""
    return f"这些句子里的指标 {count} 项"


def total_of(listed: int, hits: int, reports: int) -> str:
    """Sum up a search of which only the first hits are listed."""
    return f"列出 {listed} 处；{total(hits, reports)}"


def nothing_new(at: str, hits: int, reports: int) -> str:
    """Tell that a saved query finds what it found before."""
    return f"{moment(at)} 以来没有新的；{total(hits, reports)}"


def moment(at: str) -> str:
    """Write a time in ISO 8601 as local time, to the minute; empty if there is none."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M") if at else ""


def saved(name: str) -> str:
    """Tell that a query was saved."""
    return f"已存为“{name}”；search --saved {name} 列出此后新的"


def not_kept(why: str) -> str:
    """Warn that what a saved query has found stays new."""
    return f"没能记下已看过的，下次还会列出：{why}"


NO_TERMS = "没有要找的词，只有条件；列出报告用 huiji-tui library list"
