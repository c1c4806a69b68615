"""What assistants are offered: read-only tools over the built-in report and a library, and the server that speaks their protocol."""
