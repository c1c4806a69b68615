"""Compare the names of an actual and a target, and what is said around them."""

from __future__ import annotations

from tui.metrics.candidates import Candidate
from tui.metrics.sides import Side, grams_of
from tui.metrics.vocabulary import MIN_NAME_CHARACTERS

#: How much of a name the text around the other metric must say.
_COVERED = 0.75
#: Stands behind what a share is one of.
_SHARE = "占"
#: Words behind a thing that make an amount of it.
_AMOUNTS = ("投资", "产值", "收入", "营业收入", "利润", "增加值", "投入")
#: Characters that a name has more than one that means nearly the same, at most.
_MAX_WORD_CHARACTERS = 4
#: Characters of a name that is compared with one with a word more if what is done is the same, at least; one more if that
#: is told in other words.
_MIN_SHORT_CHARACTERS = 2
#: Characters of a name into which several words may be put, at least.
_MIN_WHOLE_CHARACTERS = 6


def ends_alike(pair: Candidate) -> bool:
    """Tell whether the last words of two names, which say what they are, are the same, or only one goes on."""
    one, other = pair.actual.core, pair.target.core
    return one[-2:] == other[-2:] or one.startswith(other) or other.startswith(one)


def has_a_word_more(pair: Candidate) -> bool:
    """Tell whether one name is the other with one word more, wherever it stands: 生猪(年)出栏."""
    shorter, longer = sorted((pair.actual.core, pair.target.core), key=len)
    more = len(longer) - len(shorter)
    least = MIN_NAME_CHARACTERS + (more > 2)
    if pair.actual.acts & pair.target.acts or pair.actual.bare_core == pair.target.bare_core:
        actions = {side.metric.indicator[:2] for side in pair}
        least = _MIN_SHORT_CHARACTERS + len(actions) - 1
    if not 0 < more <= _MAX_WORD_CHARACTERS or len(shorter) < least:
        return False
    same = next(
        (at for at, (one, other) in enumerate(zip(shorter, longer, strict=False)) if one != other),
        len(shorter),
    )
    return shorter[same:] == longer[same + more :] and longer[same:] not in _AMOUNTS


def has_words_more(pair: Candidate) -> bool:
    """Tell whether one name is the other with words put in: 签约(引进)亿元以上(重大)项目."""
    shorter, longer = sorted((pair.actual.core, pair.target.core), key=len)
    if (
        not _MIN_WHOLE_CHARACTERS <= len(shorter) < len(longer) <= 2 * len(shorter)
        or shorter[-2:] != longer[-2:]
    ):
        return False
    rest = iter(longer)
    return all(character in rest for character in shorter)


def longest_same(pair: Candidate) -> int:
    """Return how many characters in a row two names share."""
    longest = run = 0
    grams = frozenset(grams_of(pair.actual.plain_core))
    for gram in grams_of(pair.target.plain_core):
        run = run + 1 if gram in grams else 0
        longest = max(longest, run)
    return longest + 1 if longest else 0


def is_said_around(pair: Candidate) -> bool:
    """Tell whether all that one name says is said in or around the other."""
    actual, target = pair
    if not actual.core or not target.core:
        named, nameless = pair if actual.core else (target, actual)
        same_action = bool(nameless.doings & named.doings)
        return same_action and _covered(named.core, nameless) == 1.0
    if actual.core[-1] != target.core[-1] or min(actual.size, target.size) < 3:
        return False
    shorter, longer = sorted((actual.core, target.core), key=len)
    if not actual.grams & target.grams or not set(shorter) <= set(longer):
        return False
    return min(_covered(actual.core, target), _covered(target.core, actual)) >= _COVERED


def _covered(core: str, side: Side) -> float:
    """Return how much of a name, by characters, another metric's name and context say: 0 to 1."""
    said = side.grams | side.context
    covered = [False] * len(core)
    for index, gram in enumerate(grams_of(core)):
        if gram in said:
            covered[index] = covered[index + 1] = True
    if side.core and core[-1] == side.core[-1]:
        covered[-1] = True
    if True not in covered:
        return 0.0
    share = sum(covered) / max(1, len(core))
    # What comes before may only say whose it is; within a name a word makes another thing: 高新技术[后备]企业.
    return share if all(covered[covered.index(True) :]) else 0.0


def different_wholes(pair: Candidate) -> bool:
    """Tell whether two shares are of different things: 文化产业增加值占生产总值 and 数字经济占生产总值."""
    one, other = (side.core.partition(_SHARE)[0] if _SHARE in side.core else "" for side in pair)
    return bool(one and other) and one not in other and other not in one


def distinctions_agree(pair: Candidate) -> bool:
    """Tell whether each word that makes another thing of one name is said of the other, too."""
    actual, target = pair
    more, less = actual.distinctions - target.distinctions, target.distinctions - actual.distinctions
    return all(word in target.around for word in more) and all(word in actual.around for word in less)
