"""Reading: cell widths, Chinese line breaking, the lines of a report. Knows nothing of the screen."""
