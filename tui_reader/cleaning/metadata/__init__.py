"""Title, author, source and dates."""
