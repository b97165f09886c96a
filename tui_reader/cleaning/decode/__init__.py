"""Bytes to text: encodings."""
