"""The terminal: driver, key decoder, modes, signals, first screen; and the private names of Textual."""
