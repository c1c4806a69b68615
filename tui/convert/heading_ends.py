"""Find where a heading ends that runs into its text without a mark: ``加强政府自身建设认真贯彻…``.

Copies lose the line break below a heading. Headings often end with what is to become better, and sentences begin with
what is done for it; where both meet in a long sentence, the heading ends.
"""

from __future__ import annotations

import re

#: How headings end, and how the sentences below them begin, each with an example.
ENDINGS: tuple[tuple[str, str], ...] = (
    ("发展|建设|增长|进程|力度|开放|改革|规划|工作", "推动现代农业发展"),
    ("水平|成绩|进展|成效|突破|新高地|格局|局面|稳定|互动", "保持大局稳定"),
    ("环境|体系|机制|制度|结构|基础|品质|质量|功能|效能|效率", "完善治理体系"),
    ("活力|动力|支撑|作用|能力|竞争力|公信力|力量|优势|后劲|空间|目标", "激发动力活力"),
    ("生活|收入|需求|事业|人民群众", "增加农民收入"),
)
BEGINNINGS: tuple[tuple[str, str], ...] = (
    ("认真|坚定不移|切实|着力|大力|扎实|积极|努力|深入|全面|进一步|加快|优先", "认真贯彻决策部署"),
    ("坚持|紧紧|按照|围绕|牢牢|牢固|站在|抓住|以|把|统筹", "坚持以人为本"),
    ("确保|发挥|充分|促进|加强|强化|加大|探索|实行|实施", "确保粮食安全"),
    ("今年|去年|各级", "今年要抓好落实"),
    ("(?:我|..)[省市区]?是(?:一个)?[^，。的]{2,4}大[省市区县]", "某省是农业大省"),
)
#: Characters of a heading, at the least, and those in which its end is looked for.
_MIN_HEADING, _MAX_SEARCHED = 6, 70
_ENDING = "|".join(rf"(?<={ending})" for endings, _ in ENDINGS for ending in endings.split("|"))
_BEGINNING = "|".join(beginnings for beginnings, _ in BEGINNINGS)
#: A verb alone tells what becomes of the words before: ``各项事业全面发展，…``.
_NO_PREDICATE = r"(?!..(?:[^、\u4e00-\u9fff]|$))"
#: As text: few reports have such headings.
_END = rf"(?:{_ENDING})(?=(?:{_BEGINNING}){_NO_PREDICATE})"
_SPACE = r"(?<=\S{5}[\u4e00-\u9fff”])[ \u3000\xa0]+(?=[\u4e00-\u9fff“])"


def unmarked_end(sentence: str) -> int | None:
    """Return where the heading ends with which a long sentence begins, None where that cannot be told."""
    searched = sentence[:_MAX_SEARCHED]
    match = re.search(_SPACE, searched) or re.compile(_END).search(searched, _MIN_HEADING)
    return match.start() if match else None
