"""What can be exported on the screen, in the formats and with the columns of the command that prints the same."""
