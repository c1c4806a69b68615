"""What is kept between runs: state, configuration, how files are read and written; and the clipboard."""
