"""Extract text from files: one module a format."""
