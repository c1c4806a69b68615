"""Find Chinese by the letters of its readings: full (``huanghe``), initials (``yshj``) or mixed (``huangh``).

A match begins and ends between characters: each character takes a whole syllable of the letters, or its initial
(``h``, or ``zh ch sh`` as a whole). How a character is read depends on the word it stands in (重庆 is chongqing);
other readings are tried on request.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from tui.search.readings import Readings

MAX_LETTERS = 64
_LETTERS = rf"[a-zü]{{2,{MAX_LETTERS}}}"
_MAX_SYLLABLE_LETTERS = 6
#: 略 is lve in the table, and lue to many who type.
_ALSO_TYPED = {"lue": "lve", "nue": "nve"}
#: Failed starts after which all starts are computed at once.
_MAX_FAILED_STARTS = 1000


def letters_of(text: str) -> str | None:
    """Return the letters to look up for what was typed (``lü`` is ``lv``); None where they cannot be pinyin."""
    text = text.lower()
    if not re.fullmatch(_LETTERS, text):
        return None
    return re.sub("([jqxy])v", r"\1u", text.replace("ü", "v"))


class Spelling:
    """Letters, and which of them a character may take at each index.

    Args:
        letters: As :func:`letters_of` returns them.
        codes: The code of each reading.

    Attributes:
        length: The number of letters, and of the most characters of a match.
    """

    def __init__(self, letters: str, codes: Mapping[str, str]) -> None:
        self.length = len(letters)
        self._first: dict[bool, re.Pattern[str]] = {}
        by_initial: dict[str, dict[str, str]] = {}
        for name, code in codes.items():
            by_initial.setdefault(name[0], {})[name] = code
        self._steps = [self._steps_from(letters, at, codes, by_initial) for at in range(self.length)]

    def first_of(self, sets: Mapping[str, str]) -> re.Pattern[str]:
        """Compile a pattern over codes that matches where a match may begin.

        Args:
            sets: Codes of all sets of readings, and the codes in each; or none.
        """
        if bool(sets) not in self._first:
            self._first[bool(sets)] = self._compile(sets)
        return self._first[bool(sets)]

    def _compile(self, sets: Mapping[str, str]) -> re.Pattern[str]:
        def class_of(codes: set[str]) -> str:
            return "".join(sorted(codes | {code for code, members in sets.items() if codes & set(members)}))

        begin = self._steps[0].items()
        ending = {code for code, ends in begin if self.length in ends}
        moves = [(code, end) for code, ends in begin for end in ends if end < self.length]
        going = {code for code, _ in moves}
        second = {code for _, end in moves for code in self._steps[end]}
        parts = [f"[{class_of(ending)}]"] if ending else []
        parts += [f"[{class_of(going)}](?=[{class_of(second)}])"] if going and second else []
        return re.compile("|".join(parts) or "(?!)")

    @staticmethod
    def _steps_from(
        letters: str, at: int, codes: Mapping[str, str], by_initial: dict[str, dict[str, str]]
    ) -> dict[str, set[int]]:
        steps: dict[str, set[int]] = {}
        for name, code in by_initial.get(letters[at], {}).items():
            steps[code] = {at + 1}
            if name[1:2] == "h" and letters.startswith("h", at + 1):
                steps[code].add(at + 2)
        for end in range(at + 1, min(at + _MAX_SYLLABLE_LETTERS, len(letters)) + 1):
            syllable = letters[at:end]
            for name in (syllable, _ALSO_TYPED.get(syllable, "")):
                if name in codes:
                    steps[codes[name]].add(end)
        return steps

    @cached_property
    def codes(self) -> set[str]:
        """The codes any character of a match may have."""
        return {code for steps in self._steps for code in steps}

    def ends_from(self, at: int, codes: str) -> set[int]:
        """Return where in the letters a character may end that begins at an index; empty where it cannot.

        Args:
            at: The index.
            codes: The codes it may be read as.
        """
        return {end for code in codes for end in self._steps[at].get(code, ())}

    def all_ends_from(self, at: int) -> set[int]:
        """Return where in the letters some character may end that begins at an index."""
        return set().union(*self._steps[at].values())

    def shortest_match(self, sounds: Iterable[str]) -> int | None:
        """Return the length of the shortest match at the start of a text, None where there is none.

        Args:
            sounds: For each character of the text the code, or codes, it may be read as.
        """
        states = {0}
        for length, codes in enumerate(sounds, 1):
            states = {end for state in states for code in codes for end in self._steps[state].get(code, ())}
            if self.length in states:
                return length
            if not states:
                break
        return None

    def may_begin_with(self, sounds: Sequence[str]) -> bool:
        """Tell whether a match may begin with a text that has none.

        Args:
            sounds: For each character of the text the codes it may be read as.
        """
        states = {0}
        for codes in sounds:
            states = {end for state in states for end in self.ends_from(state, codes)}
        return bool(states)

    def matching_starts(self, sounds: Sequence[str]) -> list[bool]:
        """Tell for each offset whether a match begins there, in a time that does not grow with the letters.

        Args:
            sounds: For each character of a text the code, or codes, it may be read as.
        """
        #: For each code, how many letters it may take, and a bit for where.
        moves: dict[str, list[tuple[int, int]]] = {}
        for at, steps in enumerate(self._steps):
            for code, ends in steps.items():
                for end in ends:
                    moves.setdefault(code, []).append((end - at, 1 << at))
        # Bit i of `reach`: the text from here on begins with the letters from i on.
        done = reach = 1 << self.length
        starts = []
        for codes in reversed(sounds):
            taken = [move for code in codes for move in moves.get(code, ())]
            reach = done | sum({bit for length, bit in taken if reach & (bit << length)})
            starts.append(bool(reach & 1))
        return starts[::-1]


@lru_cache(32)
def spelling_of(letters: str, readings: Readings) -> Spelling:
    """Return the spelling of letters; preparing one takes longer than searching a paragraph."""
    return Spelling(letters, readings.codes)


class _Matcher:
    """Match letters in a text.

    Args:
        spelling: The letters.
        codes: A code for each character of the text.
        sets: Codes of sets of readings, and the codes in each.
    """

    def __init__(self, spelling: Spelling, codes: str, sets: Mapping[str, str]) -> None:
        self._spelling = spelling
        self._codes = codes
        self._sets = sets
        self._failed = 0
        self._starts: list[bool] | None = None

    def end_of(self, start: int) -> int | None:
        """Return the end of the shortest match from an offset, None where there is none."""
        if self._failed > _MAX_FAILED_STARTS and self._starts is None:
            self._starts = self._spelling.matching_starts(self._sounds(0, len(self._codes)))
        if self._starts is not None and not self._starts[start]:
            return None
        length = self._spelling.shortest_match(self._sounds(start, start + self._spelling.length))
        self._failed += length is None
        return None if length is None else start + length

    def _sounds(self, start: int, end: int) -> list[str]:
        return [self._sets.get(code, code) for code in self._codes[start:end]]


class Sounds:
    """How one text is read, ready to be searched.

    Args:
        text: The text, folded.
        readings: How characters are read.
        codes: For each character, the code of its reading in its word, if that is known.
    """

    def __init__(self, text: str, readings: Readings, codes: str | None = None) -> None:
        self._text = text
        self._readings = readings
        if codes is not None:
            self.codes = codes

    @cached_property
    def codes(self) -> str:
        """For each character, the code of its reading in its word."""
        return self._readings.of(self._text)

    @cached_property
    def _sets(self) -> str:
        """As the codes, but characters of several readings have the code of the set."""
        return self._text.translate(self._readings.set_table)

    def find(self, letters: str) -> list[tuple[int, int]]:
        """Return the half-open spans whose characters, as read in their words, are spelt so; none overlap."""
        return self._find(letters, {}, ())

    def find_otherwise(self, letters: str, known: Container[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the spans spelt so only if some character is read as in other words.

        Args:
            letters: What they are spelt as.
            known: The spans of :meth:`find`, which are left out.
        """
        return self._find(letters, self._readings.sets, known)

    def _find(
        self, letters: str, sets: Mapping[str, str], known: Container[tuple[int, int]]
    ) -> list[tuple[int, int]]:
        spelling = spelling_of(letters, self._readings)
        codes = self._sets if sets else self.codes
        matcher = _Matcher(spelling, codes, sets)
        spans: list[tuple[int, int]] = []
        reached = 0
        for match in spelling.first_of(sets).finditer(codes):
            start = match.start()
            end = matcher.end_of(start) if start >= reached else None
            if end is None:
                continue
            if not sets or ((start, end) not in known and self._is_otherwise(spelling, start, end)):
                reached = end
                spans.append((start, end))
        return spans

    def _is_otherwise(self, spelling: Spelling, start: int, end: int) -> bool:
        """Tell whether some character in a span can take part of the letters as it is read in other words."""
        return any(
            code in spelling.codes and code != self.codes[at]
            for at in range(start, end)
            for code in self._readings.sets.get(self._sets[at], "")
        )
