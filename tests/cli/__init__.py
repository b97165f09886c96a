"""The command line, from words to what stands on stdout and stderr."""
