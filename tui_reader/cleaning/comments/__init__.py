"""Readers' comments and threads."""
