"""View models: frozen answers to "what is on the screen", made without a screen.

    wording   which script and regional wording is shown, and texts turned into it
    pieces    an article as a column of pieces (title, meta line, tags, deck, body, captions, comments)
    worded    a piece's text as shown: in a wording, its marks repaired; offsets there and back
    lines     how each kind of piece is set
    page      the pieces typeset at a measure: numbered lines of looks and texts
    turning   a page in another wording, what is in view first
    place     where in the text a reader is, so that it outlives resizing, conversion and re-cleaning
    lights    what is laid over a page: hits, marks, a choice
    find      words in an article, whatever the script
    contents  headings, or places on the way
    thread    readers' comments: counts, and what folds
    pace      how long it takes to read
    choice    a part of the text that is chosen: sentences, what of it is copied
    passages  marked passages where they stand, and as rows
    rewordings · pairs  what was reworded, place by place, and as pairs
    beside    which place of one reading belongs to a place of another
    removed   what was removed from an article, in place, with reasons
    rows      an article's two lines in the list
    tags      the tag panel's rows
    opening   all that the first frame needs
    status    the line at the bottom

All text from outside is made harmless here, before its width is measured, and once more where it meets the terminal.
"""
