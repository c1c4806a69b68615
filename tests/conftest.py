"""What every test runs under."""

from __future__ import annotations

from hypothesis import settings

# A gate that throws dice refuses a change for what it did not touch. The dice are thrown where one looks for
# faults: `pytest --hypothesis-profile=wander` and `python -m tests.fuzz`.
settings.register_profile("gate", derandomize=True, deadline=None, database=None)
settings.register_profile("wander", max_examples=2000, deadline=None)
settings.load_profile("gate")
