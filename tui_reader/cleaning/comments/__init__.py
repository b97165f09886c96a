"""Readers' comments and threads; `repeated` finds those that markup repeats, in any tags. `tui_reader.cleaning` tells the rest."""
