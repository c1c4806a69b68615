"""One module a kind of layout damage, each of which it undoes in a whole text."""
