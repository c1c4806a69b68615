"""Quotations: whether they are in a text, and what was changed in them."""
