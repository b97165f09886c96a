"""View models: frozen answers to "what is on the screen", made without a screen.

    wording   which script and regional wording is shown, and texts turned into it
    pieces    an article as a column of pieces (title, meta line, tags, deck, body, captions, comments)
    page      the pieces typeset at a measure: numbered lines of looks and texts
    place     where in the text a reader is, so that it outlives resizing, conversion and re-cleaning
    removed   what was removed from an article, in place, with reasons
    rows      an article's two lines in the list
    status    the line at the bottom

All text from outside is made harmless here, before its width is measured, and once more where it meets the terminal.
"""
