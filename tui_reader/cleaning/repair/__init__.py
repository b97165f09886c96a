"""Repairs of the text of the body."""
