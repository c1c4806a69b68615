"""Promises and results: what became of the targets of one report, by what the next one says."""
