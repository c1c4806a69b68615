"""Read, check and write the YAML outline that people read and correct."""
