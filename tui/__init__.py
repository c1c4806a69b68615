"""A terminal browser for Chinese government work reports, and its functions for other programs.

``from tui import load_report, search, metrics, comparisons, promises, tasks, notes, align, counterparts, new_terms, gone_terms, brief, page,
verify, link_to, find_link, open_library`` gives the functions of :mod:`tui.api`. They are loaded on first use, so that starting the program
does not import what it does not need.
"""

import sys

TYPE_CHECKING = False  # as type checkers know it; importing typing would delay the first screen
if TYPE_CHECKING:
    from tui.api import (
        align,
        brief,
        comparisons,
        counterparts,
        find_link,
        gone_terms,
        link_to,
        load_report,
        metrics,
        new_terms,
        notes,
        open_library,
        page,
        promises,
        search,
        tasks,
        verify,
    )

__version__ = "0.1.0"
__all__ = [
    "align",
    "brief",
    "comparisons",
    "counterparts",
    "find_link",
    "gone_terms",
    "link_to",
    "load_report",
    "metrics",
    "new_terms",
    "notes",
    "open_library",
    "page",
    "promises",
    "search",
    "tasks",
    "verify",
]


class _Package(type(sys)):  # type: ignore[misc]  # the type of modules, without an import
    """The package as a module whose public functions are not hidden by subpackages of the same name.

    Importing ``tui.search`` or ``tui.metrics`` sets an attribute of that name on this module; it is not kept.
    The subpackages remain importable, since imports look them up in :data:`sys.modules`.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, type(sys))):
            super().__setattr__(name, value)

    def __getattr__(self, name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        from tui import api

        return getattr(api, name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Package
