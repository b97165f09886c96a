"""Repairs of the text of the body. `repairs` runs them in order; `tui_reader.cleaning` describes the modules."""
