"""The plan of a report as a list of tasks."""
