"""Text of ``verify``: whether quotations are in a report."""

from __future__ import annotations

from tui.messages.cli import PROGRAM

VERIFY_USAGE = f"""\
{PROGRAM} verify 引文 [报告 …] [选项]
      {PROGRAM} verify 引文 [条件 …] --library [选项]
      {PROGRAM} verify --file 文件 [报告 … 或 --library] [选项]"""
VERIFY = """\
核对引文：报告里有没有这句话，数字和文字有没有改动。
结论：一致（标点、空格、全角半角、繁简不计，有不同则注明）；数字改动（只有数字、年份、
单位不同，逐处列出）；文字改动（列出最接近的原句和不同之处）；未找到。
数字几乎都不同、文字也不同的，多是别处或别年的话，算未找到。
15万、十五万、150000 是同一个数，写法不同算一致，并注明。数字之外不足 5 字的引文，只分一致和未找到。
引文可以只是一句的一部分，也可以跨句；中间用……省略的，各部分须依次出现。
全部一致时退出状态为 0，有改动或未找到为 1，出错为 2 及以上。"""
VERIFY_EXAMPLES = f"""\
例：
  {PROGRAM} verify 地区生产总值增长7.5%左右
  {PROGRAM} verify 地区生产总值增长7.5%左右 郑州市/2024 报告.docx
  {PROGRAM} verify 大力发展低空经济 level:city year:2024
  {PROGRAM} verify --file 稿件.docx --library --format csv --bom > 核对.csv"""
WORDS = "引文"
WORDS_HELP = "引文，加不加引号都可以；与 --file 同用时不写"
FILE_HELP = "核对一个文件里的引文：稿件（txt、md、docx 等）中“”里 8 字以上的话，或一行一条；- 为标准输入"
SPLIT_HELP = "文件里怎样算一条：quoted 引号中的，lines 一行一条；默认看文件里有没有引号"
LIBRARY_HELP = "在书库里核对，不写文件则为自己的书库；可加条件 place:地区 level:city year:2018-2024"
NO_QUOTATION = "缺少引文"
SPLIT_ALONE = "--split 与 --file 同用"
NOTHING_TO_VERIFY = "文件里没有引文"

KINDS = {"exact": "一致", "changed_number": "数字改动", "reworded": "文字改动", "not_found": "未找到"}
SIGNS = {"exact": "✓", "changed_number": "✗", "reworded": "≈", "not_found": "✗"}
APARTS = {
    "spaces": "空格不同",
    "punctuation": "标点不同",
    "width": "全角半角不同",
    "script": "繁简或大小写不同",
    "numerals": "数字写法不同",
    "elision": "有省略",
}
COLUMNS = (
    "结论", "引文", "数字改动", "不同之处", "原文", "报告", "地区", "年度", "日期", "章节", "另有", "链接", "行",
    "出处",
)  # fmt: skip
TABLE_COLUMNS = ("结论", "引文", "报告", "位置", "改动")
QUOTED_LABEL, REPORT_LABEL = "引文：", "原文："


def too_long(limit: int) -> str:
    """Refuse a quotation of too many characters."""
    return f"引文超过 {limit} 字"


#: Why nothing like a short quotation was looked for.
ONLY_EXACT = "数字之外不足 5 字，只核对是否一致，不找相近的句子"


def with_changes(remark: str, changes: str) -> str:
    """Tell in which way a quotation differs that counts as exact, and where."""
    return f"{remark}：{changes}"


def change(report: str, quotation: str) -> str:
    """Tell what became of words of a report in a quotation."""
    if not report:
        return f"多出“{quotation}”"
    if not quotation:
        return f"少了“{report}”"
    return f"{report} → {quotation}"


def read_from(name: str, count: int, is_quoted: bool) -> str:
    """Tell how many quotations were read from a file."""
    return f"{name}：{'引号中的话' if is_quoted else '一行一条'}，共 {count} 条引文"


def others(count: int) -> str:
    """Tell that other reports have a quotation, too."""
    return f"另有 {count} 份报告也有" if count else ""


def more_in_report(count: int) -> str:
    """Tell that a report has a quotation several times."""
    return f"共 {count} 处" if count > 1 else ""


def summary(counts: dict[str, int]) -> str:
    """Sum up the conclusions."""
    return "，".join(f"{KINDS[kind]} {count} 条" for kind, count in counts.items() if count)
