"""Selects the blocks of the article's body."""
