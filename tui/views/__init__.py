"""Tables across reports as data: what they are made from, and how it is read from the library."""
