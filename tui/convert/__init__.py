"""Convert files of any readable format to reports."""
