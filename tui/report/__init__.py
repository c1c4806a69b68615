"""The report as data: model, outline file, cleaning of text, places."""
