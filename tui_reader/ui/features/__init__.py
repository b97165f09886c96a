"""One folder for each feature, listed in `registration`. Features do not import each other.

    find        find words in the article
    compare     two articles or wordings side by side
    selection   select and copy text
    rewordings  reworded words, listed and corrected
    highlights  highlights with notes; list of bookmarks and highlights
    contents    table of contents
    comments    go to the readers' comments, fold them
    removed     removed lines, restored or dropped
    tags        filter by tags, and tag articles
    pacing      percentage read, minutes left
    ending      the next article at the end of one
    importing   import files, samples and rejected pages
    exporting   articles written to files
    piping      external commands on the selection or the article
    feeds       subscriptions, and articles of a feed
    filtering   search and filter the list
    display     wording and punctuation
    pictures    pictures imported with an article
    ruby        readings above the text
    states      bookmarks and read states
    stories     versions of a story folded to one entry; related articles
    desktop     clipboard and browser
    managing    articles deleted, all marked read, sorted; the next unread one
    settings    all settings, changed with live preview
    manual      help

A folder has `commands` (keys, titles), `controller` (the methods that run them) and its `panel`, `pane` or `screen`;
importing also has `completion`, desktop `browser`, stories `related`, pictures `drawing`, settings `preview`, manual `sections`, highlights `on_page`. To remove a feature, delete its folder and its line in `registration`.
"""
