"""Search: query, folding, matching."""
