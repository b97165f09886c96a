"""Judgement as data: phrases and the patterns that several stages share.

Beside those told of in `tui_reader.cleaning`: `relative` times, `numbering` of lines, `markers` of pages and buttons between
paragraphs.
"""
