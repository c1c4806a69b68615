"""The report as data: model, outline, sentences, numerals, sanitizing, errors."""
