"""Any file to a report: decoding, front matter, structure."""
