"""Load reports from files, cache their conversions, and prepare them for the screen."""
