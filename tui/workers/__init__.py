"""Worker processes: what may take long, or all memory, is done outside of the program itself."""
