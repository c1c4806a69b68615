"""The terminal and the framework that draws on it."""
