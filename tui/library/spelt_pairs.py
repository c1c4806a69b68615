"""Find in the index which pairs of characters letters may be spelt by, so that only paragraphs with these are read.

Each way to divide the letters among characters has a pair of neighbours that few paragraphs have. Of two characters that are all, and
have no other readings, each occurrence is a hit, which need not be read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from tui.library.candidates import Candidates
from tui.library.spellings import signs_of
from tui.search.pinyin import Spelling, spelling_of
from tui.search.readings import default_readings

#: The columns of a paragraph that tell where its own characters are.
OWN = "p.id, p.report, p.lead, p.lead + p.length, p.folded"
#: Nanoseconds to read a paragraph, to find one in the index, and to look for the followers of a character.
_READ_NS, _FIND_NS, _LOOK_NS = 12000, 300, 2000
#: So many characters may be spread over a line end so that a paragraph has not all their pairs: what is spelt there hides other hits.
_LONG = 6
#: How often a character is taken to be in a sample in which it is not.
_UNSEEN = 0.3
#: The characters that may take each part of the letters.
_Classes = tuple[frozenset[str], ...]


def are_in_pairs(letters: str) -> bool:
    """Tell whether letters are always spelt by two characters or more, and not by initials only, which are found otherwise."""
    signs = signs_of(letters)
    return not signs.are_initials and all(len(division) > 1 for division in signs.divisions)


class SpeltPairs:
    """Pairs of characters one of which is wherever letters are spelt.

    Args:
        letters: As :func:`tui.search.pinyin.letters_of` returns them; not one syllable.
        index: The paragraphs of the library.

    Attributes:
        sure: Pairs that are spelt so wherever they are.
        doubtful: Ids of paragraphs in which something else may be spelt so.
    """

    def __init__(self, letters: str, index: Candidates) -> None:
        self._spelling = spelling_of(letters, default_readings())
        self._index = index
        self._choice = _Choice(index)
        self.sure: set[str] = set()
        self.doubtful: set[int] = set()
        self._around: dict[str, list[tuple[_Classes, _Classes]]] = {}
        for division in signs_of(letters).divisions:
            self._add(_classes_of(division, self._spelling))
        if {pair[0] for pair in self.sure} & {pair[1] for pair in self.sure}:  # they may overlap
            self._around.update((pair, [((), ())]) for pair in self.sure)
            self.doubtful.update(index.with_one_of(self.sure))
            self.sure.clear()
        seconds = "".join(sorted({pair[1] for pair in self._around}))
        firsts = "".join(sorted({pair[0] for pair in self._around}))
        self._pattern = re.compile(f"([{firsts}])(?=([{seconds}]))" if firsts else "(?!)")

    def read(self, stop: Callable[[], object]) -> set[int]:
        """Read the doubtful paragraphs; return the ids of those in which something doubtful may be spelt so.

        Args:
            stop: Called often; may raise to stop.
        """
        rows = self._index.rows_of(OWN, sorted(self.doubtful), stop)
        return {
            number for number, _, lead, end, folded in rows if _has_any(self.starts_in(folded, lead, end))
        }

    def possible(self, doubtful: set[int]) -> list[int]:
        """Return the ids of all paragraphs in which the letters may be spelt, in order.

        Args:
            doubtful: What :meth:`read` returned.
        """
        before = {number - 1 for number in doubtful}  # what begins there may end in these
        return sorted({*doubtful, *before, *self._index.with_one_of(self.sure)})

    def starts_in(self, folded: str, lead: int, end: int) -> Iterator[int]:
        """Yield where something doubtful may begin in a span of a folded text, some offsets more than once."""
        for pair in self._around.keys() & map("".join, self._pattern.findall(folded, max(0, lead))):
            for before, behind in self._around[pair]:
                at = folded.find(pair, lead + len(before), end + len(before) + 1)
                while at >= 0:
                    start = at - len(before)
                    if _are(folded, start, before) and _are(folded, at + 2, behind):
                        yield start
                    at = folded.find(pair, at + 1, end + len(before) + 1)

    def _add(self, classes: _Classes) -> None:
        """Add the pairs for a way to divide the letters."""
        counts = self._choice.counts(classes)
        first, *others = sorted(range(len(counts)), key=counts.__getitem__)
        pairs = self._choice.pairs(*classes[first : first + 2])
        sure = set(filter(self._is_all, pairs)) if first == 0 else set()
        if sure:
            self.sure |= sure
            pairs = tuple(pair for pair in pairs if pair not in sure)
            found = self._choice.paragraphs(pairs)
        else:
            found = self._choice.beside(*classes[first : first + 2])
        for index in others:
            if found and self._choice.is_worth(len(found), *classes[index : index + 2]):
                beside = self._choice.beside(*classes[index : index + 2])
                if len(classes) < _LONG:
                    found = found & beside
                else:
                    found = frozenset(one for one in found if not beside.isdisjoint(range(one - 1, one + 2)))
        if found:
            self.doubtful |= found
            for pair in pairs:
                self._around.setdefault(pair, []).append((classes[:first], classes[first + 2 :]))

    def _is_all(self, pair: str) -> bool:
        """Tell whether the letters are spelt by two characters however these are read, so that no longer text is looked for."""
        codes = [default_readings().all_of(one) for one in pair]
        return all(len(every) == 1 for every in codes) and self._spelling.shortest_match(codes) == 2


def _has_any(offsets: Iterator[int]) -> bool:
    return next(offsets, None) is not None


def _are(text: str, start: int, classes: _Classes) -> bool:
    """Tell whether the characters from an offset on are of some classes."""
    return len(text) >= start + len(classes) and all(
        text[at] in some for at, some in enumerate(classes, start)
    )


class _Choice:
    """Looks for neighbours in an index."""

    def __init__(self, index: Candidates) -> None:
        self._followers = index.vocabulary()
        self._all_with = index.all_with
        self.pairs = cache(self._pairs)
        self._beside: dict[tuple[frozenset[str], frozenset[str]], frozenset[int]] = {}
        sample = index.sample()
        self._counts = Counter(sample)
        self._characters = index.characters() or 1
        self._scale = self._characters / (len(sample) or 1)
        self._often = cache(self._occurrences)

    def counts(self, classes: _Classes) -> list[float]:
        """Return about how often each two neighbours in a way to divide letters stand beside each other."""
        return [self._together(*some) for some in pairwise(classes)]

    def _together(self, firsts: frozenset[str], seconds: frozenset[str]) -> float:
        return self._often(firsts) * self._often(seconds) / self._characters

    def paragraphs(self, pairs: Iterable[str]) -> frozenset[int]:
        """Return the ids of the paragraphs with one of some pairs."""
        return self._all_with(tuple(pairs))

    def beside(self, firsts: frozenset[str], seconds: frozenset[str]) -> frozenset[int]:
        """Return the ids of the paragraphs with one of some characters before one of others."""
        if (firsts, seconds) not in self._beside:
            self._beside[firsts, seconds] = self.paragraphs(self.pairs(firsts, seconds))
        return self._beside[firsts, seconds]

    def is_worth(self, paragraphs: int, firsts: frozenset[str], seconds: frozenset[str]) -> bool:
        """Tell whether so many paragraphs are read later than found by what :meth:`beside` returns."""
        if (firsts, seconds) in self._beside:
            return True
        finding = self._together(firsts, seconds) * _FIND_NS + len(firsts) * _LOOK_NS
        return paragraphs * _READ_NS > finding

    def _pairs(self, firsts: frozenset[str], seconds: frozenset[str]) -> tuple[str, ...]:
        """Return the pairs in the index that two neighbours may be."""
        followers = self._followers
        return tuple(
            first + one
            for first in firsts
            if first in followers
            for one in seconds.intersection(followers[first])
        )

    def _occurrences(self, characters: frozenset[str]) -> float:
        return self._scale * sum(self._counts.get(one, _UNSEEN) for one in characters)


def _classes_of(division: tuple[str, ...], spelling: Spelling) -> _Classes:
    ends = list(accumulate(map(len, division)))
    return tuple(_taking(spelling, end - len(part), end) for part, end in zip(division, ends, strict=True))


@lru_cache(256)
def _taking(spelling: Spelling, start: int, end: int) -> frozenset[str]:
    """Return the characters that may take some of the letters."""
    found = (some for code, some in _characters().items() if end in spelling.ends_from(start, code))
    return frozenset("".join(found))


@cache
def _characters() -> Mapping[str, str]:
    """Return the characters that have each reading, by its code."""
    readings = default_readings()
    found: dict[str, str] = {}
    for character in map(chr, readings.set_table):
        for code in readings.all_of(character):
            found[code] = found.get(code, "") + character
    return found
