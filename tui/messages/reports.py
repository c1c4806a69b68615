"""Errors and notes of reading and converting reports, and names of their parts."""

from __future__ import annotations

# -- reading files ----------------------------------------------------------------------------

STANDARD_INPUT = "标准输入"
EMPTY_FILE = "没有内容"
NOT_OPEN = "没有打开"
NOT_REGULAR_FILE = "不是普通文件（管道、设备或套接字）"
FORBIDDEN_CHARACTERS_IN_NAME = "文件名里有不允许的字符"
BINARY_FILE = "是二进制文件，不是文本；请用能打开它的软件另存为 .docx 或 .txt"
ZIP_ARCHIVE = "是压缩包，或者还不能读的文档格式；请先解开，或另存为 .docx 或 .txt"
OTHER_ARCHIVE = "是压缩包，请先解开"
IS_XML = "是 XML 文件，不是网页；请用能打开它的软件另存为 .docx 或 .txt"
PICTURE = "是图片，没有文字；请先用文字识别软件转成文本"
UNKNOWN_ENCODING = "不是 UTF-8、UTF-16、GB18030 或 Big5 文本，可用 --encoding 指定编码"
NO_TEXT = "文件里没有文字"
HAS_PASSWORD = "有密码；请先去掉密码再另存"
IS_SPREADSHEET = "是表格，不是文字文档"
IS_PRESENTATION = "是演示文稿，不是文字文档"
BY_LIBREOFFICE = "由 LibreOffice 转为 .docx 后读入"
LIBREOFFICE_FAILED = "LibreOffice 没能转换这个文件，请另存为 .docx 或 .txt"
PDF_PACKAGE_MISSING = "读 PDF 需要另装一个包：pip install 'huiji-tui[pdf]'"
DAMAGED_PDF = "不是完好的 PDF 文件"
DAMAGED_OR_LOCKED_PDF = "不是完好的 PDF 文件，或者有密码"
MHT_WITHOUT_PAGE = "里面没有网页；请用浏览器打开，另存为 .html"
OFD_WITHOUT_TEXT = "OFD 里没有文字，可能是扫描件"
PDF_WITHOUT_TEXT = "PDF 里没有文字，可能是扫描件"


def damaged(kind: str) -> str:
    """Refuse damaged bytes; ``kind`` is the suffix of the format."""
    return f"不是完好的 {kind} 文件"


def unusual_xml(kind: str) -> str:
    """Refuse XML that no program writes into such a file, such as a DOCTYPE."""
    return f"{kind} 文件里有不该有的 XML"


def file_too_large(megabytes: int) -> str:
    """Refuse a file of more bytes than a report has."""
    return f"超过 {megabytes} MiB"


def text_too_long(characters: int, limit: int) -> str:
    """Refuse a text of more characters than a report has."""
    return f"有 {characters:,} 字，超过 {limit // 10_000} 万字的上限，请拆成几个文件"


def unreadable_format(suffix: str) -> str:
    """Refuse a format that LibreOffice reads, where it is not installed."""
    return f"读 {suffix} 文件要用 LibreOffice，没有找到；请安装它，或另存为 .docx 或 .txt"


def libreoffice_too_slow(timeout_s: float) -> str:
    """Refuse a file that LibreOffice did not convert in time."""
    return f"LibreOffice {timeout_s:.0f} 秒内没有转换完，已停止；请另存为 .docx 或 .txt"


def not_in_encoding(encoding: str) -> str:
    """Refuse bytes that are no text in the encoding a person named."""
    return f"不是 {encoding} 编码的文本"


def no_such_encoding(encoding: str) -> str:
    """Refuse the name of an encoding."""
    return f"没有编码 {encoding}"


def not_as_marked(encoding: str) -> str:
    """Refuse bytes that are no text in the encoding their byte order mark names."""
    return f"有 {encoding} 标记，内容却不是该编码"


def unpacks_to_too_much(megabytes: int) -> str:
    """Refuse an archive by the bytes it unpacks to."""
    return f"解开后超过 {megabytes} MiB"


def too_many_elements(limit: int) -> str:
    """Refuse a document by its XML elements."""
    return f"解开后超过 {limit // 10_000} 万个元素"


def too_many_entries(limit: int) -> str:
    """Refuse an archive by its entries."""
    return f"压缩包里超过 {limit} 个文件"


def too_many_parts(limit: int) -> str:
    """Refuse a web archive by its parts."""
    return f"里面超过 {limit} 个部分，或嵌套太深"


def too_many_lists(limit: int) -> str:
    """Refuse a document by its numbered lists."""
    return f"编号列表超过 {limit} 个"


def too_many_styles(limit: int) -> str:
    """Refuse a document by its styles."""
    return f"样式超过 {limit} 个"


def nested_too_deep(limit: int) -> str:
    """Refuse a document by how deep it is nested."""
    return f"嵌套超过 {limit} 层"


def too_many_pages(limit: int) -> str:
    """Refuse a document by its pages."""
    return f"超过 {limit} 页"


def page_too_long(number: int, limit: int) -> str:
    """Refuse a document by the characters of one of its pages."""
    return f"第 {number} 页超过 {limit // 10_000} 万字"


def page_of_file_too_long(limit: int) -> str:
    """Refuse a document by the characters of a page whose number is not known."""
    return f"有一页超过 {limit // 10_000} 万字"


# -- conversion -------------------------------------------------------------------------------

FINDING_STRUCTURE = "分章节"
FINDING_METRICS = "找指标"
COMPARING_METRICS = "对照指标"
#: The heading of footnotes and endnotes, which follow the text.
NOTES_HEADING = "注释"


def bytes_unread(count: int) -> str:
    """Note places that could not be decoded."""
    return f"{count} 处字节读不懂，以 � 代替"


def page_furniture_dropped(characters: int) -> str:
    """Note what was left out of a web page."""
    return f"略去网页上正文以外的文字 {characters} 字"


def notes_moved(count: int) -> str:
    """Note footnotes and endnotes."""
    return f"脚注和尾注 {count} 条移到文末"


def comments_dropped(count: int) -> str:
    """Note comments of a Markdown file."""
    return f"略去 {count} 处注释（如图片说明）"


def turned_pages_dropped(count: int) -> str:
    """Note where a newspaper went on on another page."""
    return f"去掉 {count} 处转版标记"


def tags_dropped(count: int) -> str:
    """Note HTML tags in a text that is no web page."""
    return f"去掉 {count} 个 HTML 标签"


def bold_marks_dropped(count: int) -> str:
    """Note bold marks without a counterpart on their line."""
    return f"去掉 {count} 个 ** 标记"


def orphan_marks_dropped(count: int) -> str:
    """Note marks behind numbers that were lost."""
    return f"去掉 {count} 处失去编号的顿号"


def spaces_restored(count: int) -> str:
    """Note question marks that were spaces."""
    return f"{count} 处 ?? 还原为空格"


def indents_broken(count: int) -> str:
    """Note paragraphs whose line break was lost before their indent."""
    return f"{count} 处段首空格前补上换行"


def per_mille_restored(count: int) -> str:
    """Note per mille signs that had become a per cent sign and a full stop."""
    return f"{count} 处“％。”还原为千分号"


def copies_dropped(characters: int) -> str:
    """Note text that stood there twice."""
    return f"略去重复的正文 {characters} 字"


def page_numbers_dropped(count: int) -> str:
    """Note page numbers."""
    return f"去掉 {count} 个页码"


def paragraph_split(count: int) -> str:
    """Note a report that was one paragraph."""
    return f"整篇一段，按标题分为 {count} 段"


def wraps_joined(count: int) -> str:
    """Note wrapped lines."""
    return f"合并 {count} 处硬换行"


def numbers_joined(count: int) -> str:
    """Note numbers on lines of their own."""
    return f"接上 {count} 处单独成行的编号"


def halves_joined(count: int) -> str:
    """Note paragraphs that broke off."""
    return f"接上 {count} 处断开的段落"


# -- names of nodes ---------------------------------------------------------------------------

OVERVIEW = "概述"
#: Parts of a report, and parts of a chapter, by the last word of their ids.
PART_NAMES = {
    "front": "题头",
    "opening": "开场",
    "closing": "结语",
    "body": "正文",
    "annex": "附件",
    "trailing": "文末",
}
INNER_PART_NAMES = {"closing": "结尾", "continuation": "续"}


def item_name(number: str | None) -> str:
    """Name an item without a heading."""
    return f"第{number}项"


def with_file(name: str, file: str) -> str:
    """Name a report whose place is unknown."""
    return f"{name}（{file}）"


def spoken_date(year: str, month: int, day: int) -> str:
    """Write a date as it is said."""
    return f"{year}年{month}月{day}日"
