"""Finding Chinese by the letters of its readings: full (``huanghe``), initials (``yshj``) or mixed (``huangh``).

A match begins and ends between characters: each takes a whole syllable of the letters, or its initial
(``h``, or ``zh ch sh`` as a whole). How a character is read depends on the word it stands in (``重庆``
is chongqing); other readings are tried where asked for. The readings are those of ``content/pinyin.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property

from tui.report.content import read_content

MAX_LETTERS = 64
_LETTERS = re.compile(rf"[a-zü]{{2,{MAX_LETTERS}}}")
_LONGEST_SYLLABLE = 6
#: Stands for what is no Chinese character.
_SILENT = "\0"
_FIRST_CODE = 0xE000
#: Codes from here on stand for several readings.
_FIRST_KIND = 0xF000


class _Alone(dict[int, str]):
    """Code point to the code of the reading of the character by itself."""

    def __missing__(self, code: int) -> str:
        return _SILENT


class Readings:
    """The table: a code, which is one character, for each reading, in the order of the alphabet."""

    def __init__(self, table: str) -> None:
        rows = [line.split() for line in table.splitlines() if not line.startswith("#")]
        names = {row[0].lstrip("+") for row in rows if row[0].isascii()}
        names |= {row[1] for row in rows if not row[0].isascii()}
        self.codes = {name: chr(_FIRST_CODE + index) for index, name in enumerate(sorted(names))}
        self._alone = _Alone()
        self._others: dict[str, str] = {}
        self._words: dict[str, dict[tuple[int, int], dict[str, str]]] = {}
        for first, *rest in rows:
            if not first.isascii():
                self._add_words(first, self.codes[rest[0]], rest[1:])
            elif first.startswith("+"):
                for character in rest[0]:
                    self._others[character] = self._others.get(character, "") + self.codes[first[1:]]
            else:
                self._alone.update(dict.fromkeys(map(ord, rest[0]), self.codes[first]))

    def _add_words(self, character: str, code: str, words: list[str]) -> None:
        shapes = self._words.setdefault(character, {})
        for word in words:
            shapes.setdefault((word.index(character), len(word)), {})[word] = code

    def of(self, text: str) -> str:
        """How a text is read: a code for each of its characters."""
        codes = list(text.translate(self._alone))
        for character, shapes in self._words.items():
            at = text.find(character)
            if at >= 0:
                # The longest word decides; of two as long, the one that begins later.
                ordered = sorted(shapes.items(), key=lambda item: (item[0][1], -item[0][0]), reverse=True)
            while at >= 0:
                for (index, length), words in ordered:
                    code = words.get(text[at - index : at - index + length]) if at >= index else None
                    if code is not None:
                        codes[at] = code
                        break
                at = text.find(character, at + 1)
        return "".join(codes)

    def all_of(self, character: str) -> str:
        """The codes of all readings of a character."""
        return self._alone[ord(character)] + self._others.get(character, "")

    @cached_property
    def kinds(self) -> dict[str, str]:
        """For each set of readings that some character has, a code and the codes it stands for."""
        sets = sorted({self.all_of(character) for character in self._others})
        return {chr(_FIRST_KIND + index): codes for index, codes in enumerate(sets)}

    @cached_property
    def by_kind(self) -> dict[int, str]:
        """Code point to the code of the character's reading, or of all its readings where it has several."""
        code_of = {codes: kind for kind, codes in self.kinds.items()}
        several = {ord(character): code_of[self.all_of(character)] for character in self._others}
        return _Alone({**self._alone, **several})


@cache
def readings() -> Readings:
    """The table of the program, read once."""
    return Readings(read_content("pinyin.txt").decode("utf-8"))


def letters_of(words: str) -> str | None:
    """The letters to look up for what was typed, None where they can be no pinyin: ``lü`` is ``lv``."""
    words = words.lower()
    if not _LETTERS.fullmatch(words):
        return None
    return re.sub("([jqxy])v", r"\1u", words.replace("ü", "v"))


class Spelling:
    """Letters, and for each place in them what a character may take of them.

    Attributes:
        first: A pattern over codes which every match begins with.
    """

    def __init__(self, letters: str) -> None:
        self._end = len(letters)
        codes = readings().codes
        by_initial: dict[str, dict[str, str]] = {}
        for name, code in codes.items():
            by_initial.setdefault(name[0], {})[name] = code
        self._steps = [self._steps_from(letters, at, codes, by_initial) for at in range(self._end)]
        self.first = self.first_of({})

    def first_of(self, kinds: Mapping[str, str]) -> re.Pattern[str]:
        """A pattern over codes which every match begins with.

        Args:
            kinds: Codes that stand for several, and these.
        """

        def class_of(codes: set[str]) -> str:
            return "".join(sorted(codes | {kind for kind, several in kinds.items() if codes & set(several)}))

        begin = self._steps[0]
        ending = {code for code, ends in begin.items() if self._end in ends}
        going = {code for code, ends in begin.items() if any(end < self._end for end in ends)}
        second = {
            code for ends in begin.values() for end in ends if end < self._end for code in self._steps[end]
        }
        parts = [f"[{class_of(ending)}]"] if ending else []
        parts += [f"[{class_of(going)}](?=[{class_of(second)}])"] if going and second else []
        return re.compile("|".join(parts) or "(?!)")

    @staticmethod
    def _steps_from(
        letters: str, at: int, codes: dict[str, str], by_initial: dict[str, dict[str, str]]
    ) -> dict[str, set[int]]:
        steps: dict[str, set[int]] = {}
        for name, code in by_initial.get(letters[at], {}).items():
            steps[code] = {at + 1}
            if name[1:2] == "h" and letters.startswith("h", at + 1):
                steps[code].add(at + 2)
        for end in range(at + 1, min(at + _LONGEST_SYLLABLE, len(letters)) + 1):
            for name in _same_sounds(letters[at:end]):
                if name in codes:
                    steps[codes[name]].add(end)
        return steps

    @property
    def codes(self) -> set[str]:
        """All that any character of a match may be read as."""
        return {code for steps in self._steps for code in steps}

    def end_of(self, sounds: list[str] | str, start: int) -> int | None:
        """Where the shortest match from an offset ends, None where there is none.

        Args:
            sounds: For each character of a text the code, or codes, it may be read as.
            start: Offset to begin at.
        """
        states = {0}
        for at in range(start, len(sounds)):
            states = {
                end for state in states for code in sounds[at] for end in self._steps[state].get(code, ())
            }
            if self._end in states:
                return at + 1
            if not states:
                return None
        return None


def _same_sounds(syllable: str) -> tuple[str, ...]:
    """A syllable as the table has it: 略 is lve there, and lue to many who type."""
    return (syllable, syllable[0] + "ve") if syllable in ("lue", "nue") else (syllable,)


class Sounds:
    """How one text is read, ready to be searched."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._codes = readings().of(text)

    def find(self, letters: str) -> list[tuple[int, int]]:
        """The half-open spans whose characters, as read in their words, are spelt so; none overlap."""
        spelling = Spelling(letters)
        spans: list[tuple[int, int]] = []
        reached = 0
        for found in spelling.first.finditer(self._codes):
            start = found.start()
            if start >= reached and (end := spelling.end_of(self._codes, start)) is not None:
                spans.append((start, end))
                reached = end
        return spans

    def find_otherwise(self, letters: str) -> list[tuple[int, int]]:
        """The spans spelt so only if some character is read as in other words."""
        spelling = Spelling(letters)
        right = set(self.find(letters))
        kinds = readings().kinds
        spans: list[tuple[int, int]] = []
        reached = 0
        for found in spelling.first_of(kinds).finditer(self._kinds):
            start = found.start()
            if start < reached:
                continue
            sounds = [kinds.get(code, code) for code in self._kinds[start : start + len(letters)]]
            end = start + (spelling.end_of(sounds, 0) or 0)
            if end > start and (start, end) not in right and self._is_otherwise(spelling, start, end):
                spans.append((start, end))
                reached = end
        return spans

    def _is_otherwise(self, spelling: Spelling, start: int, end: int) -> bool:
        """Whether some character in a span may stand for a part of the letters as in other words."""
        usable, kinds = spelling.codes, readings().kinds
        return any(
            code in usable and code != self._codes[at]
            for at in range(start, end)
            for code in kinds.get(self._kinds[at], "")
        )

    @cached_property
    def _kinds(self) -> str:
        """As the codes, but a character of several readings has the code that stands for all of them."""
        return self._text.translate(readings().by_kind)
