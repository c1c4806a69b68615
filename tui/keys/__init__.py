"""Commands, their keys, and the names of keys, apart from the screen that runs them."""
