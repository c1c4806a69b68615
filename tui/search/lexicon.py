"""The tables a search looks things up in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from tui.search.fold import Folding, default_variants
from tui.search.readings import Readings, default_readings


class Lexicon:
    """Tables of one search, each loaded when first needed. Searches with different tables do not affect each other.

    Args:
        variants: Traditional characters and their simplified forms; the program's own by default.
        synonyms: Terms to look for as well, by folded term; the program's own by default.
        readings: How characters are pronounced; the program's own by default.
    """

    def __init__(
        self,
        variants: Mapping[str, str] | None = None,
        synonyms: Mapping[str, tuple[str, ...]] | None = None,
        readings: Readings | None = None,
    ) -> None:
        self._variants = variants
        self._synonyms = synonyms
        self._readings = readings

    @cached_property
    def folding(self) -> Folding:
        """Which characters are equal."""
        return Folding(default_variants() if self._variants is None else self._variants)

    @cached_property
    def synonyms(self) -> Mapping[str, tuple[str, ...]]:
        """Terms to look for as well, by folded term."""
        if self._synonyms is not None:
            return self._synonyms
        from tui.search.synonyms import default_synonyms  # reads YAML, which no start should wait for

        return default_synonyms()

    @cached_property
    def readings(self) -> Readings:
        """How characters are pronounced."""
        return default_readings() if self._readings is None else self._readings
