"""A report line by line, for screen readers and braille displays: what is said, and what answers do; no input or output."""
