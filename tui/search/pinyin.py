"""Finding Chinese by the letters of its readings: full (``huanghe``), initials (``yshj``) or mixed (``huangh``).

A match begins and ends between characters: each takes a whole syllable of the letters, or its initial
(``h``, or ``zh ch sh`` as a whole). How a character is read depends on the word it stands in (``重庆``
is chongqing); other readings are tried where asked for. The readings are those of ``content/pinyin.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import repeat

from tui.report.resources import read_content

MAX_LETTERS = 64
_LETTERS = rf"[a-zü]{{2,{MAX_LETTERS}}}"
_LONGEST_SYLLABLE = 6
#: Characters of a piece of a text; those around it that words and matches may reach into; pieces that are kept.
_PIECE, _AROUND, _MOST_PIECES = 10_000, MAX_LETTERS + 16, 400
#: Places tried in vain before all of a piece are told from its end.
_IN_VAIN = 200
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
    if not re.fullmatch(_LETTERS, words):
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

    @property
    def longest(self) -> int:
        """Characters of a match at most: one for each letter."""
        return self._end

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

    def matching_starts(self, sounds: Sequence[str]) -> list[bool]:
        """For each offset whether a match begins there, in a time that does not grow with the letters.

        Args:
            sounds: For each character of a text the code, or codes, it may be read as.
        """
        moves: dict[
            str, list[tuple[int, int]]
        ] = {}  # for each code: letters it takes, and bits of where it may
        for at, steps in enumerate(self._steps):
            for code, ends in steps.items():
                for end in ends:
                    moves.setdefault(code, []).append((end - at, 1 << at))
        # Bit i of `reach`: what follows is spelt as the letters from i on, or begins with what is.
        done = reach = 1 << self._end
        found = []
        for codes in reversed(sounds):
            taken = [move for code in codes for move in moves.get(code, ())]
            reach = done | sum({bit for length, bit in taken if reach & (bit << length)})
            found.append(bool(reach & 1))
        return found[::-1]


class _Matches:
    """The matches in one piece of a text.

    Args:
        spelling: The letters.
        codes: For each character of the piece its code.
        kinds: Codes that stand for several, and these.
    """

    def __init__(self, spelling: Spelling, codes: str, kinds: Mapping[str, str]) -> None:
        self._spelling = spelling
        self._codes = codes
        self._kinds = kinds
        self._in_vain = 0
        self._starts: list[bool] | None = None

    def end_of(self, start: int) -> int | None:
        """Where the shortest match from an offset ends, None where there is none."""
        if self._in_vain > _IN_VAIN and self._starts is None:
            self._starts = self._spelling.matching_starts(self._sounds(0, len(self._codes)))
        if self._starts is not None and not self._starts[start]:
            return None
        length = self._spelling.end_of(self._sounds(start, start + self._spelling.longest), 0)
        self._in_vain += length is None
        return None if length is None else start + length

    def _sounds(self, start: int, end: int) -> list[str]:
        return [self._kinds.get(code, code) for code in self._codes[start:end]]


def _same_sounds(syllable: str) -> tuple[str, ...]:
    """A syllable as the table has it: 略 is lve there, and lue to many who type."""
    return (syllable, syllable[0] + "ve") if syllable in ("lue", "nue") else (syllable,)


class _Piece:
    """How a stretch of a text is read, with enough around it for words and matches that reach out of it.

    Attributes:
        start: Where in the whole text it begins.
        codes: For each character, the code of its reading in its word.
    """

    def __init__(self, text: str, start: int) -> None:
        self.start = start
        self.codes = readings().of(text)
        self._text = text

    @cached_property
    def kinds(self) -> str:
        """As the codes, but a character of several readings has the code that stands for all of them."""
        return self._text.translate(readings().by_kind)


class Sounds:
    """How one text is read, ready to be searched; looked through in pieces, which are read when they are reached."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: dict[int, _Piece] = {}

    def find(self, letters: str) -> list[tuple[int, int]]:
        """The half-open spans whose characters, as read in their words, are spelt so; none overlap."""
        return [span for spans in self.steps(letters) for span in spans]

    def find_otherwise(self, letters: str) -> list[tuple[int, int]]:
        """The spans spelt so only if some character is read as in other words."""
        return [span for spans in self.steps_otherwise(letters, self.steps(letters)) for span in spans]

    def steps(self, letters: str) -> Iterator[list[tuple[int, int]]]:
        """The spans of :meth:`find`, those of a piece in each step."""
        spelling = Spelling(letters)
        reached = 0
        for begin in range(0, len(self._text), _PIECE):
            piece, spans = self._piece(begin), []
            matches = _Matches(spelling, piece.codes, {})
            for found in spelling.first.finditer(piece.codes, max(reached, begin) - piece.start):
                start = found.start() + piece.start
                if start >= begin + _PIECE:
                    break
                if start >= reached and (end := matches.end_of(found.start())) is not None:
                    reached = end + piece.start
                    spans.append((start, reached))
            yield spans

    def steps_otherwise(
        self, letters: str, right: Iterable[Sequence[tuple[int, int]]] = repeat(())
    ) -> Iterator[list[tuple[int, int]]]:
        """The spans of :meth:`find_otherwise`, those of a piece in each step.

        Args:
            letters: What they are spelt as.
            right: For each piece the spans of :meth:`find`; none where that is known to find nothing.
        """
        spelling, kinds = Spelling(letters), readings().kinds
        first = spelling.first_of(kinds)
        reached = 0
        for begin, found_right in zip(range(0, len(self._text), _PIECE), right, strict=False):
            piece, spans = self._piece(begin), []
            matches = _Matches(spelling, piece.kinds, kinds)
            for found in first.finditer(piece.kinds, max(reached, begin) - piece.start):
                at, start = found.start(), found.start() + piece.start
                if start >= begin + _PIECE:
                    break
                if start < reached:
                    continue
                length = (matches.end_of(at) or at) - at
                if (
                    length
                    and (start, start + length) not in found_right
                    and _is_otherwise(spelling, piece, at, length)
                ):
                    reached = start + length
                    spans.append((start, reached))
            yield spans

    def _piece(self, begin: int) -> _Piece:
        piece = self._pieces.get(begin)
        if piece is None:
            if len(self._pieces) >= _MOST_PIECES:
                self._pieces.clear()
            start = max(0, begin - _AROUND)
            piece = self._pieces[begin] = _Piece(self._text[start : begin + _PIECE + _AROUND], start)
        return piece


def _is_otherwise(spelling: Spelling, piece: _Piece, start: int, length: int) -> bool:
    """Whether some character in a span may stand for a part of the letters as in other words."""
    usable, kinds = spelling.codes, readings().kinds
    return any(
        code in usable and code != piece.codes[at]
        for at in range(start, start + length)
        for code in kinds.get(piece.kinds[at], "")
    )
