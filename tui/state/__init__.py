"""What is kept outside of the program: files written whole, the clipboard, what is remembered between runs."""
