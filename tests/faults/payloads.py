"""Test data that a terminal would interpret or could not display, by fault id, for reports, file names and queries."""

from __future__ import annotations

import re

#: Control characters except ESC (which the screen itself is written with), and invisible characters.
FORBIDDEN = re.compile(
    "[\x00-\x06\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe0f\ufeff\ue000-\uf8ff\U000e0000-\U0010ffff]"
)
#: Each contains a unique word to search for in the program's output.
PAYLOADS = {
    "T01": "\x1b[31m赤甲\x1b[0m",
    "T02": "\x1b]0;题乙\x07",
    "T03": "\x1b]8;;http://x\x1b\\链丙\x1b]8;;\x1b\\",
    "T04": "\x1b]52;c;5LiB\x07丁",
    "T05": "\x1bP戊\x1b\\",
    "T06": "\x1b_己\x1b\\",
    "T07": "\x1b[6n庚",
    "T08": "\x1bc辛",
    "T09": "\x1b[?1049l壬",
    "T10": "\x9b31m癸\x9d0;x\x9c",
    "T11": "\x0e子\x0f",
    "T12": "\x00丑",
    "T13": "\x7f寅\x08",
    "T14": "\r卯\x0b\x0c",
    "T15": "\u202e辰\u202c",
    "T16": "\u2066巳\u2069",
    "T17": "午\u200b\u200d\u2060",
    "T18": "未\U000e0041\U000e007f",
    "T19": "申\u2028\u2029",
    "T20": "酉\ufeff\u00ad",
    "T21": "戌\ue000\U000f0000",
    "T22": "亥" + "\u0301" * 50,
    "T23": "👨\u200d👩\u200d👧家",
    "T24": "🇨🇳旗",
    "T25": "❤\ufe0f心",
    "T26": "[/方",
    "T27": "[@click=app.quit]括[/]",
    "T28": "[A1]弧[/x]",
    "T29": "[二]元$x",
    "T30": "尾\\",
}
#: The byte sequences of each that must not appear in the output, since a terminal interprets or cannot display them.
RAW = {
    name: [text.encode(), *(character.encode() for character in text if FORBIDDEN.match(character))]
    for name, text in PAYLOADS.items()
    if name <= "T22"
} | {"T23": ["\u200d".encode()], "T25": ["\ufe0f".encode()]}
RAW["T22"] = [("\u0301" * 5).encode()]
#: The payloads that a file name can contain.
IN_NAMES = "".join(
    text for key, text in PAYLOADS.items() if "\0" not in text and "/" not in text and key < "T20"
)


def report_text() -> str:
    """Return a report with all payloads in its title, front matter, headings, text and metrics."""
    every = "".join(PAYLOADS.values())
    figures = "".join(
        f"{text}新增绿地{number}2万平方米，" for number, text in enumerate(PAYLOADS.values(), 1)
    )
    short = [
        f"（{number}）{text}抓项目。新增{text}企业{value}家，增长7%。\n"
        for number, text, value in zip("一二三四五", PAYLOADS.values(), range(11, 16), strict=False)
    ]
    return (
        f"{every}政府工作报告\n——2024年1月22日在某某县{PAYLOADS['T01']}人民代表大会会议上\n某某县人民政府县长 王{PAYLOADS['T03']}明\n"
        f"各位代表：\n现在报告工作。\n一、2023年{PAYLOADS['T02']}工作回顾\n{every}{figures}\n{''.join(short)}"
        f"二、2024年工作{PAYLOADS['T04']}安排\n{'坚持稳中求进，扎实推进各项工作。' * 400}\n（一）抓项目。新增企业20家以上，{figures}\n名词解释{PAYLOADS['T09']}\n1.{every}\n"
    )
