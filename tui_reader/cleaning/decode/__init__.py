"""Bytes to text: encodings, escapes and MIME messages; `tui_reader.cleaning` describes the modules."""
