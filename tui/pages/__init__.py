"""Reports as pages for browsers and printers: the brief of a report, and its whole text with outline and search."""
