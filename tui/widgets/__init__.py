"""Widgets: each holds one view and posts messages."""
