"""View models: frozen descriptions of what is on the screen, computed without a screen.

    display        script and regional wording shown, and conversion of texts to it
    article_words  conversion of an article's rows, tags and labels
    pieces         an article as a sequence of pieces (title, meta line, tags, deck, body, captions, comments)
    worded         a piece's text as shown: converted, punctuation repaired; offset mapping in both directions
    lines          layout of each kind of piece
    pictures       pictures among the lines of a page
    ruby           readings above the text, and room for them
    page           pieces typeset at a measure: numbered lines of styled spans
    pages          the pages kept in memory
    folds          which articles have their comments folded
    conversion     conversion of a page to another wording, visible pieces first
    place          reading position that survives resizing, conversion and re-cleaning
    decorations    overlays on a page: matches, highlights, a selection
    find           search within an article, independent of script
    contents       table of contents: headings, or quarters of the text
    posts          texts written line by line
    thread         readers' comments among the pieces: where they begin, whether they fold
    comment_summary  their counts by sign and author, in a line
    pace           reading time
    ending         lines below the end of an article
    selection      text selection by sentence or mouse; copied text and quote cards
    passages       highlights on the page and as panel rows
    groups         the list with copies of a story folded
    rewordings     reworded words by position; pairs: grouped by word
    beside         position mapping between two texts side by side
    removed        removed lines in place, with reasons
    excerpts       text around the words of a query
    command_output  what an external command printed, and how it ended
    import_status  an import under way
    offers         completions of a query
    rows           the lines of an article in the list
    list_header    the line above the list
    tags           rows of the tag panel
    initial_state  everything the first frame needs
    status         the status line

External text is sanitized here, before its width is measured, and again when it is written to the terminal.
"""
