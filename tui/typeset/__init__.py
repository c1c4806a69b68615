"""Text on a grid of cells: widths, wrapping, layout, full-width marks, selection. Never imports Textual or Rich."""
