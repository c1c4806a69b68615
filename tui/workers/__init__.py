"""Worker processes, for what may take long or use all memory."""
