"""Tables that are handed in: what each has for columns, and writing it as a spreadsheet."""
