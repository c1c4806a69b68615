"""How Chinese characters are read, by themselves and in words, from ``content/pinyin.txt``.

Each reading has a code, which is one character, so that regular expressions can scan the codes of a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import cache, cached_property
from types import MappingProxyType

from tui.report.resources import read_content

#: The code of everything that is no Chinese character.
_SILENT = "\0"
_FIRST_CODE = 0xE000
#: Codes from here on stand for a set of readings.
_FIRST_SET_CODE = 0xF000


class _CodeTable(dict[int, str]):
    """Code points of characters and their codes, for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        return _SILENT


class Readings:
    """How characters are read, by themselves and in words.

    Args:
        table: Lines as in ``content/pinyin.txt``.

    Attributes:
        codes: The code of each reading, in alphabetical order.
    """

    def __init__(self, table: str) -> None:
        rows = [line.split() for line in table.splitlines() if not line.startswith("#")]
        names = {row[0].lstrip("+") for row in rows if row[0].isascii()}
        names |= {row[1] for row in rows if not row[0].isascii()}
        self.codes = {name: chr(_FIRST_CODE + index) for index, name in enumerate(sorted(names))}
        self._alone = _CodeTable()
        self._others: dict[str, str] = {}
        self._words: dict[str, dict[tuple[int, int], dict[str, str]]] = {}
        #: Characters that stand beside one in its words.
        self._beside: dict[str, set[str]] = {}
        for first, *rest in rows:
            if not first.isascii():
                shapes = self._words.setdefault(first, {})
                beside = self._beside.setdefault(first, set())
                for word in rest[1:]:
                    index = word.index(first)
                    shapes.setdefault((index, len(word)), {})[word] = self.codes[rest[0]]
                    beside.update(word[max(0, index - 1) : index + 2])
            elif first.startswith("+"):
                for character in rest[0]:
                    self._others[character] = self._others.get(character, "") + self.codes[first[1:]]
            else:
                self._alone.update(dict.fromkeys(map(ord, rest[0]), self.codes[first]))
        for first, shapes in self._words.items():
            # The longest word decides; of two as long, the one that begins later.
            ordered = sorted(shapes.items(), key=lambda item: (item[0][1], -item[0][0]), reverse=True)
            self._words[first] = dict(ordered)

    def of(self, text: str) -> str:
        """Read a text: a code for each of its characters, as the word it stands in is read."""
        codes = list(text.translate(self._alone))
        for at, code in self.in_words(text, self._words.keys()):
            codes[at] = code
        return "".join(codes)

    def in_words(self, text: str, characters: Set[str]) -> Iterator[tuple[int, str]]:
        """Yield where some characters are in words that tell how they are read, and the codes of that."""
        for character in self._words.keys() & characters & set(text):
            beside = self._beside[character]
            at = text.find(character)
            while at >= 0:
                # Few occurrences are in a word: what stands beside the character tells that of most.
                if (text[at + 1 : at + 2] in beside or text[at - 1 : at] in beside) and (
                    code := self._in_word(text, at)
                ):
                    yield at, code
                at = text.find(character, at + 1)

    def at(self, text: str, at: int) -> str:
        """Return the code of a character of a text, as the word it stands in is read."""
        return self._in_word(text, at) or self._alone[ord(text[at])]

    def _in_word(self, text: str, at: int) -> str | None:
        """Return the code of a character if a word it stands in tells it."""
        for (index, length), words in self._words.get(text[at], {}).items():
            code = words.get(text[at - index : at - index + length]) if at >= index else None
            if code is not None:
                return code
        return None

    def all_of(self, character: str) -> str:
        """Return the codes of all readings of a character."""
        return self._alone[ord(character)] + self._others.get(character, "")

    @cached_property
    def sets(self) -> Mapping[str, str]:
        """A code for each set of readings that some character has, and the codes in it."""
        sets = sorted({self.all_of(character) for character in self._others})
        return MappingProxyType({chr(_FIRST_SET_CODE + index): codes for index, codes in enumerate(sets)})

    @cached_property
    def set_table(self) -> Mapping[int, str]:
        """Code points and the code of the character's reading, or of the set of its readings if there are several."""
        code_of = {codes: code for code, codes in self.sets.items()}
        several = {ord(character): code_of[self.all_of(character)] for character in self._others}
        return _CodeTable({**self._alone, **several})


@cache
def default_readings() -> Readings:
    """Load the program's readings."""
    return Readings(read_content("pinyin.txt").decode("utf-8"))
