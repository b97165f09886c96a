"""View models: frozen answers to "what is on the screen", made without a screen.

    wording   which script and regional wording is shown, and texts turned into it
    pieces    an article as a column of pieces (title, meta line, tags, deck, body, captions, comments)
    worded    a piece's text as shown: in a wording, its marks repaired; offsets there and back
    page      the pieces typeset at a measure: numbered lines of looks and texts
    place     where in the text a reader is, so that it outlives resizing, conversion and re-cleaning
    lights    what is laid over a page: hits, marks, a choice
    find      words in an article, whatever the script
    contents  headings, or places on the way
    thread    readers' comments: counts, and what folds
    pace      how long it takes to read
    removed   what was removed from an article, in place, with reasons
    rows      an article's two lines in the list
    status    the line at the bottom

All text from outside is made harmless here, before its width is measured, and once more where it meets the terminal.
"""
