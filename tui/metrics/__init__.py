"""Figures: quantities, what they measure, and whether they are done or promised."""
