"""Text of the command line: help, errors of arguments, notices."""

PROGRAM = "huiji-tui"

# -- help ----------------------------------------------------------------------------------------

REPORT = "报告"
_FORMS = "报告：大纲 (.yaml)、文本、.md、.html、.mht、.docx、.rtf、.odt、.epub、.pdf、.ofd，装有 LibreOffice 时还有 .doc、.wps，或 - 表示标准输入；书库里的报告写作 地区/年度，如 郑州市/2024；"
REPORT_HELP = f"{_FORMS}不写则为内置的惠济区 2024 年报告"
REPORTS_HELP = (
    f"{REPORT_HELP}；可写多份，文件夹表示其中所有的报告，"
    "place:郑州市、level:city、year:2018-2024 表示书库里这样的报告"
)
BROWSE_REPORTS_HELP = (
    f"{_FORMS}不写则打开书库中最近读的报告；没有书库，或写了 --at，则为内置的惠济区 2024 年报告；"
    "写两份则打开对读：前一份在左，后一份在右"
)
BROWSE_USAGE = f"""\
{PROGRAM} [报告] [--at 位置] [--find 搜索词]
      {PROGRAM} 报告 报告
      {PROGRAM} --library [文件] [--find 搜索词]
      {PROGRAM} 命令 …"""
BROWSE = "政府工作报告的终端阅读器：目录、搜索、指标。"
BROWSE_MORE = """\
命令（各有 --help）：
  outline   打印目录
  show      打印正文：全文、某章、某节、某指标
  read      逐行读报告，供读屏软件使用
  search    搜索，按章节列出命中处
  metrics   列出指标
  compare   去年的结果与今年的目标对照
  promises  承诺对照：上一年的各项目标，下一年的报告怎么说
  series    书库里一个地区的一个指标，历年的目标与结果
  rank      书库里一个指标在各地的位次
  tasks     把工作安排分解为任务
  diff      逐句对读两份报告，或一份报告的安排与回顾
  terms     提法：一个词历年的情况，或一份报告新提与不再提的
  related   书库里与一句话相似的句子
  notes     打印、导入报告的批注
  brief     把报告写成一页简报，可打印
  verify    核对引文：一致、数字改动、改写，还是没有
  mcp       供人工智能助手查询报告（只读）
  library   把许多份报告建成书库，用 search 在其中搜索
  convert   把报告转换为 YAML 大纲，或一个网页
  check     检查大纲文件、同义词表、指标表
  keys      列出按键，并检查自定的按键

例：
  huiji-tui                        打开书库中最近读的报告；没有书库则是内置报告
  huiji-tui --library              浏览、搜索书库
  huiji-tui --at 3.1               从第三章第一节读起
  huiji-tui --find 黄河 报告.txt   打开另一份报告，并搜索“黄河”
  huiji-tui 去年.docx 今年.docx    对读两份报告；diff 则打印出来
  huiji-tui search 营商环境 --format json
  huiji-tui library add 报告/      建立书库
  huiji-tui 郑州市/2024            阅读书库里的报告
  huiji-tui search 低空经济 level:city year:2024
"""
PLACE = "位置"
AT_HELP = "打开后所在的位置：3.1、三(一)、m190、17%%、标题中的词，或链接：#“引文”、huiji:惠济区/2024#三(五)"
QUERY = "搜索词"
FIND_HELP = "打开后即搜索"
AMBIGUOUS_WIDTH_HELP = "终端把 “ ” — … · 画成几格；不写则问终端"
VERSION_HELP = "显示版本"
ENCODING = "名称"
ENCODING_HELP = "文本的编码；不写则自动判断"
BOM_HELP = "csv 前加 UTF-8 标记，供电子表格程序识别"

HEADINGS_HELP = "表头与状态等的文字：zh 中文（默认），en 为 json 中的英文名称，供脚本使用"

OUTLINE = "打印报告的目录。"
OUTLINE_EXAMPLES = "例：\n  huiji-tui outline --depth 2\n  huiji-tui outline 报告.txt --format json"
DEPTH_HELP = "只到第 N 层"

SHOW = "打印正文：全文，或某些章、节、主题、指标所在的句子。"
SHOW_EXAMPLES = (
    "例：\n  huiji-tui show 3.1\n  huiji-tui show '三(四)' --width 60\n  huiji-tui show 报告.yaml --format text"
    "\n  huiji-tui show 郑州市/2024 m001"
    "\n  huiji-tui show 'huiji:惠济区/2024#三(五)'\n  huiji-tui show '#“全年地区生产总值”' --links"
    "\n  huiji-tui show m001 --cite\n  huiji-tui show 三(五) --cite --style bibtex"
)
SHOW_WORDS = "[报告] [位置 …]"
SHOW_WORDS_HELP = (
    REPORT_HELP + "；位置：3.1、三(一)、m190，或链接：#三(五)、#“引文”、huiji:惠济区/2024#三(五)"
)
WIDTH_HELP = "按 N 格折行，如阅读时所见"

SEARCH_USAGE = f"""\
{PROGRAM} search 搜索词 [报告 …] [选项]
      {PROGRAM} search 搜索词 [条件 …] --library [选项]
      {PROGRAM} search --saved 名称 [选项]"""
SEARCH = """\
搜索报告。空格隔开的词须在同一段中；"…" 是整体；-词 表示段中不能有；
甲|乙 有一个即可；in:3.1 限定位置；/…/ 是正则表达式；文件夹表示其中所有的报告。
字母先按原文找，再按拼音（全拼、首字母、混合）；简称也找全称（GDP、社零），
主要指标的一个名称也找其他名称（公共财政预算收入、一般公共预算收入），标 ≈。
写了 place:、level:、year: 或 --library，就在书库里搜索：每句之下列出句中的指标。"""
SEARCH_EXAMPLES = """\
例：
  huiji-tui search 黄河
  huiji-tui search '黄河 -生态' --count
  huiji-tui search 营商环境 甲.yaml 乙.txt --format json
  huiji-tui search yshj 报告文件夹
书库里：
  huiji-tui search 低空经济 level:city year:2024
  huiji-tui search 低空经济 level:city year:2024 --metrics
  huiji-tui search 低空经济 in:plan --library --by year
  huiji-tui search 低空经济 place:广东省 --format csv --bom > 命中.csv
  huiji-tui search 低空经济 place:广东省 -o 命中.xlsx
  huiji-tui search 低空经济 level:city --save 低空
  huiji-tui search --saved 低空"""
QUERY_HELP = "要找的词"
COUNT_HELP = "只打印命中数"

METRICS = """\
列出报告中的指标：名称、数值、性质、状态。多份报告或文件夹时，每行前有报告、地区、年度。
csv 与 json 中的数值：value 照原文的数，unit 照原文的单位；base_value 与 base_unit 化为
单个单位（1.2亿元：1.2、亿元；120000000、元）。范围是两个数，比例是各部分，csv 中以 - 相连。
中文数字写的数化为单个单位：一千二百零一亿元 是 120100000000、元。
百分之五 是 5、%；七成 是 7、成；三分之一 是 1、/3；翻一番 是 1、番（增加一倍），翻两番 是 2、番。"""
METRICS_EXAMPLES = """\
例：
  huiji-tui metrics --in 1.2
  huiji-tui metrics --status target --format csv > 目标.csv
  huiji-tui metrics --status target -o 目标.xlsx
  huiji-tui metrics 报告文件夹 --filter 生产总值 --format csv --bom > 生产总值.csv
  huiji-tui metrics 报告.txt --explain --format json
  huiji-tui metrics level:city year:2024 --filter 生产总值"""
IN_HELP = "只列此章、节、主题之内的"
STATUS_HELP = "只列此状态的：achieved 已完成、target 目标、expected 预期、ongoing 进行中、background 背景"
FILTER = "词"
FILTER_HELP = "再按词、拼音、status:target、unit:亿元、year:2024、in:3.4、>100亿 筛选；空格分开的都要有，| 或“或”隔开的有一个即可；可写多次，都要满足"
EXPLAIN_HELP = "列出每处数字是不是指标，以及判断的依据"

COMPARE = """\
去年的结果与今年的目标对照：
▲ 目标高于去年，▼ 低于去年，= 与去年相同；
✓ 去年的结果已在目标的上下限之内，或接近约数的目标（比率相差不超过 0.5 个百分点，
数额相差不超过 10%），○ 尚未达到；
≈ 只是大致可比：说法、范围或单位略有不同，或一为数额、一为增速，后面注明不同之处。
规划期的目标与此前几年的结果（年均、几年合计）列在当年的之后，注明各是哪几年；
规划期末的水平（城镇化率、生产总值等）与去年的水平也放在一起，标 ≈，名称后注明到哪一年。
多份报告或文件夹时，每行前有报告、地区、年度。"""
COMPARE_EXAMPLES = """\
例：
  huiji-tui compare
  huiji-tui compare 报告.txt -o 对照.xlsx
  huiji-tui compare 报告.txt --format csv --bom > 对照.csv
  huiji-tui compare 报告文件夹 --pairs
  huiji-tui compare 郑州市/2024"""
PAIRS_HELP = "只列有结果也有目标的"

CONVERT = """\
把报告转换为 YAML 大纲，写在原文件旁边（.yaml），并说明有几章几节、什么存疑。
人改过的大纲、别的文件、符号链接都不覆盖；转换后没有改过的大纲会换成新的。
--html 写成一个 .html 网页：目录、正文、指标、搜索都在一个文件里，不用联网；也可由大纲写成。
能读 txt、md、html、mht、docx、rtf、odt、epub、ofd；
另装 huiji-tui[pdf] 能读 pdf，有 LibreOffice 能读 doc、wps。"""
CONVERT_EXAMPLES = """\
例：
  huiji-tui convert 报告.docx -v
  huiji-tui convert 报告.txt -o 大纲.yaml
  huiji-tui convert 报告文件夹 -o 大纲文件夹
  huiji-tui convert 报告.docx --html -o 报告.html
  huiji-tui convert 郑州市/2024 --html -o 郑州.html
  cat 报告.txt | huiji-tui convert - -o -"""
FILE = "文件"
INPUTS_HELP = "要转换的文件或文件夹（连同其中的文件夹，隐藏的除外），- 表示标准输入"
OUTPUT_HELP = "写到此文件；多个输入、输入是文件夹或以 / 结尾时写到此文件夹；- 表示标准输出"
FORCE_HELP = "目标已有别的内容也覆盖，符号链接也写入（原文件除外）"
VERBOSE_HELP = "还列出略去、合并了什么，以及文件夹里略过的文件"

CHECK = "检查大纲文件，逐条列出错误的行与列。"
CHECK_EXAMPLES = "例：\n  huiji-tui check 大纲.yaml"
OUTLINE_FILE = "大纲"
OUTLINE_FILES_HELP = "大纲文件 (.yaml)，- 表示标准输入"

KEYS = "列出每个操作的名称、按键和作用；自定的按键（config.toml）若有错，指出行号。"
KEYS_EXAMPLES = """\
例：在 ~/.config/huiji-tui/config.toml 中写
  [keys]
  next_hit = "n"
  search = ["/", "F4"]"""


def given_twice(option: str) -> str:
    """Refuse a second value of an option."""
    return f"{option} 只能写一次"


def format_help(names: tuple[str, ...], default: str | None) -> str:
    """Return the help of ``--format``."""
    return f"输出格式：{'、'.join(names)}" + (f"，默认 {default}" if default else "")


# -- errors of arguments ---------------------------------------------------------------------------

#: Messages of argparse by their originals. Python versions word some differently; those not listed stay English.
ARGPARSE = {
    "usage: ": "用法：",
    "positional arguments": "参数",
    "options": "选项",
    "show this help message and exit": "显示这份帮助",
    "unrecognized arguments: %s": "不认识的参数：%s",
    "the following arguments are required: %s": "缺少参数：%s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s %(message)s",
    "expected one argument": "后面缺少值",
    "expected at least one argument": "后面缺少值",
    "invalid choice: %(value)r (choose from %(choices)s)": "不能是 %(value)r，可用：%(choices)s",
    "invalid %(type)s value: %(value)r": "不能是 %(value)r",
    "ignored explicit argument %r": "后面不能有值 %r",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s 不明确，可能是：%(matches)s",
}
WIDTH_RANGE = "应在 4 到 1000 之间"
COUNT_RANGE = "至少为 1"
#: What may stand behind a year.
YEAR_MARK = "年"
EMPTY_REPORT = "报告不能是空的；要读当前文件夹，写 ."
NO_WORDS = "不能为空"
DEPTH_WITH_YAML = "--depth 不能与 --format yaml 同用：大纲文件总是完整的"
OUTPUT_NOT_FOLDER = "-o 应是一个文件夹：有多个输入，或以 / 结尾"
INPUT_AMONG_OTHERS = "标准输入不能与其他输入一起转换"


def bad_year(text: str) -> str:
    """Refuse what is no year."""
    return f"年度应写作 2023，现在是：{text[:40]}"


def see_help(message: str, program: str) -> str:
    """Return an error of the arguments with a pointer to the help."""
    return f"{message}（见 {program} --help）"


# -- output ------------------------------------------------------------------------------------------

STANDARD_INPUT = "标准输入"
OUTPUT_CLOSED = "标准输出已关闭"


def error_line(message: str) -> str:
    """Return an error as standard error shows it: as other programs do, with their name in front."""
    return f"{PROGRAM}: {message}"


def output_failed(why: str) -> str:
    """Return the message for standard output that cannot be written."""
    return f"输出失败：{why}"


def about(name: str, message: str) -> str:
    """Return a message about a file."""
    return f"{name}：{message}"


# -- search ------------------------------------------------------------------------------------------


HIT_COLUMNS = ("报告", "位置", "前文", "命中", "后文")


def hits_in_report(name: str, total: int) -> str:
    """Return the heading of a report's hits."""
    return f"{name}  {total} 处"


def hits(total: int, paragraphs: int) -> str:
    """Return the number of hits and of the paragraphs that have them."""
    return f"{total} 处，{paragraphs} 段"


# -- metrics, compare ----------------------------------------------------------------------------------

METRIC_COLUMNS = ("编号", "位置", "指标", "数值", "性质", "状态", "时期")
METRIC = "指标"
COMPARISON_COLUMNS = ("指标", "结果", "目标", "", "变化与说明")

# -- convert, check, keys ------------------------------------------------------------------------------

KEY_COLUMNS = ("操作", "按键", "在", "作用")
NO_FAULTS = "没有错误"
NOT_AN_OUTLINE = "不是大纲文件（.yaml）；请先用 convert 转换"
IS_OUTLINE = "已是大纲，不用转换"
UNCHANGED = "，没有变化"
NO_REPORTS = "文件夹里没有能读的报告"
NO_SUCH_REPORTS = "书库里没有这样的报告"
#: Counted in the line that ``convert`` prints, by level.
LEVELS = {"chapter": "章", "section": "节", "topic": "主题", "item": "项"}


def skipped(count: int, names: list[str], office: int) -> str:
    """Tell how many files of a folder were skipped.

    Args:
        count: How many.
        names: Names of some of them.
        office: How many of them need LibreOffice.
    """
    listed = f"：{'、'.join(names)}{'等' if len(names) < count else ''}" if names else ""
    needed = f"（其中 {office} 个 .doc、.wps 文件要装 LibreOffice 才能读）" if office else ""
    return f"略过 {count} 个不是报告或读不了的文件{needed}{listed}"


def more_faults(count: int) -> str:
    """Return the number of faults not listed."""
    return f"还有 {count} 处错误"


def converted(counts: dict[str, int], metrics: int) -> str:
    """Return what a conversion gave: nodes by level, and metrics."""
    return "、".join([f"{counts[level]} {label}" for level, label in LEVELS.items()] + [f"{metrics} 指标"])


_DOUBT = "  存疑："


def doubt(what: str, line: int | None) -> str:
    """Return a line for something uncertain, with the line of the text it is about."""
    return f"{_DOUBT}{what}" if line is None else f"{_DOUBT}{what}（正文第 {line} 行）"


def is_doubt(line: str) -> bool:
    """Return whether a line is one for something uncertain."""
    return line.startswith(_DOUBT)


def summary(converted: int, doubted: int, failed: int, skipped: int) -> str:
    """Sum up the conversion of several files; what there was none of is left out.

    Args:
        converted: Files converted.
        doubted: Those of them with something uncertain.
        failed: Files that could not be converted.
        skipped: Files of other kinds.
    """
    parts = [f"已转换 {converted} 个" + (f"（{doubted} 个有存疑）" if doubted else "")]
    parts += [f"{label} {count} 个" for label, count in (("失败", failed), ("略过", skipped)) if count]
    return "，".join(parts)


def same_target(source: str, target: str) -> str:
    """Return why a file is not converted: another one has the same target."""
    return f"与 {source} 同名，大纲都是 {target}，没有转换"
