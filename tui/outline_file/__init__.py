"""The YAML outline that people read and correct: strict reading with line and column, writing, checking."""
