"""One module a file format: bytes to extracted text."""
