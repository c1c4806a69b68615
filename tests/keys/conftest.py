"""The library of small reports, for its screen."""

from __future__ import annotations

from tests.library.conftest import library, shelf

__all__ = ["library", "shelf"]
