"""Recognise the names of chapters without numbers: when something was or will be done, or work on the government itself."""

from __future__ import annotations

import re

from tui.report.grammar import PAUSES

#: Characters of an unnumbered heading.
MIN_NAME, MAX_NAME = 4, 34
_TIME = (
    r"(?:年|时期|以来|过去|今后|今年|去年|当前|届|上半年|下半年|一年|五年|[七八九十]五|十[一二三四五六]五)"
)
_DONE = r"(?:回顾|总结|工作|任务|目标|安排|部署|要求|思路|打算|计划|规划|意见|建议|形势|成就|成绩|情况|重点|措施|举措|谋划|设想|构想|考虑|展望|愿景|基本估计|取向|指导方针)"
_OWN_WORK = r"(?:加强|推进|强化|提升|提高|抓好|深化).{0,6}政府.{0,6}(?:建设|能力|水平|效能)"
#: Offices of speakers.
_OFFICE = r"(?:[省市州县区旗镇乡盟]\s*长(?![效期远足江三沙春治城])|主席|总理|专员|主任|署长)"
#: How the names of chapters end, each with an example.
CHAPTER_NAMES: tuple[tuple[str, str], ...] = (
    (rf"{_TIME}.{{0,16}}{_DONE}", "2023年工作回顾"),
    (_OWN_WORK, "全面加强政府自身建设"),
    (r"^(?:关于)?政府自身建设", "关于政府自身建设"),
    (
        r"^[“\"]?(?:(?:19|20)\d\d年?|十[一二三四五六]五|[八九]五)[”\"]?——.{4,24}",
        "2016——抢抓先机、扎实开局的一年",
    ),
)
#: How lines begin that are no headings, each with an example.
NO_HEADINGS: tuple[tuple[str, str], ...] = (
    (r"[—―–-]", "——2023年工作回顾"),
    (r"[(（]", "（2023年工作回顾）"),
    (r"在", "在2023年工作"),
    (r"根据|围绕|经(?!济|营|贸)|为", "根据今年工作安排"),
    (r"(?:(?:过去|这)?[一五]年来?|[一五]年来)[，,]", "一年来，我们推进各项工作"),
    (r"关于.*的报告", "关于2023年计划执行情况的报告及2024年计划"),
    (r"关于[^的]{0,20}(?:计划|预算)(?:执行情况)?(?:[和与及]|$)", "关于某市2023年国民经济和社会发展计划"),
    (
        r"(?![全我本各]|关于)[\u4e00-\u9fff]{1,12}[省市县区州旗盟国].{0,30}(?:计划|规划)$",
        "某省国民经济和社会发展第七个五年计划",
    ),
    (
        r".{2,30}(?:[局厅委办院校处部会镇乡]|公司|中心|街道|政府)(?:关于)?(?:19|20)\d\d年.{0,8}总结",
        "某市教育局2023年工作总结和2024年工作打算",
    ),
    (r".*(?:会议|大会)(?:上|通过)", "某市第四届人民代表大会第四次会议上"),
    (
        r".*[0-9〇○零一二三四五六七八九十]年\s*[0-9一二三四五六七八九十]+\s*月\s*[0-9一二三四五六七八九十]+\s*日",
        "二〇二四年一月二十二日的工作安排",
    ),
    (
        rf".{{0,20}}{_OFFICE}[\s:：?？—]*(?:[^{PAUSES}\s]{{0,4}}|[^{PAUSES}\s·]{{1,6}}·[^{PAUSES}\s·]{{1,6}})(?:\s+[^{PAUSES}\s]{{1,3}}){{0,2}}$",
        "某市人民政府市长　王　明",
    ),
    (r"\S(?:\s+\S){1,3}$", "王　小　明"),
    (r"\S{2,3}$", "王小明"),
    (r".*(?:秘书处|办公[室厅])$", "大会秘书处"),
    (r"<|来源[:：]|本稿", "<!-- 2023年工作回顾 -->"),
    (r".*\d\s*(?:[%％‰元亩]|万|亿|公里|平方)", "城镇登记失业率3.5%"),
    (r"[表图]\s*\d", "表1　2023年目标"),
)
#: How the names of chapters begin that name a subject: ``关于经济建设``.
SUBJECT = "关于"
_TIMED = re.compile(rf"{_TIME}.{{0,16}}{_DONE}$")
_NAME = re.compile("|".join(f"(?:{pattern})$" for pattern, _ in CHAPTER_NAMES))
_NO_HEADING = re.compile(rf"\s*(?:{'|'.join(pattern for pattern, _ in NO_HEADINGS)})")
_PAUSE = re.compile(f"[{PAUSES}]")
#: The longest name at the head of a text, before what begins its first sentence.
_AT_HEAD = re.compile(
    rf"\s*(?:[^{PAUSES}]{{0,12}}?{_TIME}[^{PAUSES}]{{0,14}}?{_DONE}(?:(?:和|及|与)[^{PAUSES}]{{2,10}}?{_DONE})?"
    rf"|[^{PAUSES}]{{0,4}}{_OWN_WORK})(?!(?:总体|主要|具体|重点|基本|下一步)?{_DONE}|纲要|[的和及与、，：:])"
)


def names_a_time(heading: str) -> bool:
    """Return whether a heading says when something was or will be done: ``2023年工作回顾``."""
    return bool(_TIMED.search(heading))


def is_chapter_name(line: str) -> bool:
    """Return whether a line without a number is a name that chapters have."""
    return (
        MIN_NAME <= len(line) <= MAX_NAME
        and not _PAUSE.search(line)
        and bool(_NAME.search(line))
        and not starts_as_no_heading(line)
    )


def starts_as_no_heading(line: str) -> bool:
    """Return whether a line starts in a way headings never do."""
    return bool(_NO_HEADING.match(line))


def name_end(text: str, start: int) -> int | None:
    """Return where the chapter name ends that begins at an offset, None where none begins there."""
    match = _AT_HEAD.match(text, start)
    return match.end() if match else None
