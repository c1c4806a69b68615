"""Metrics: quantities, what they measure, whether they are done or promised, and comparisons of the two."""
