"""An indicator through the years of a place, and among places."""
