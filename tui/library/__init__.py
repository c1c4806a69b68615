"""Reports from files: loading, conversion with a cache, and preparation for the screen."""
