"""The forms in which quantities are written; :mod:`tui.metrics.quantity` brings them together."""
