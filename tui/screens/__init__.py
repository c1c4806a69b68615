"""Screens: they wire widgets to the report."""
