"""Readers' comments and threads; `tui_reader.cleaning` describes the modules."""
