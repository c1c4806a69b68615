"""The command line: what the screen can show, printed. Never imports textual."""
