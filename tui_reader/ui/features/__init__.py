"""One folder a feature; `registration` lists them, and none imports another.

    find        find words in the article
    compare     two readings side by side
    selection   select and copy text
    rewordings  what conversion reworded, listed and corrected
    highlights  highlighted passages with notes, bookmarks listed
    contents    go to a heading
    comments    go to the readers' comments, fold them
    removed     what was removed, restored or dropped
    tags        filter by tags, and tag articles
    pacing      the minutes left
    importing   import files, the samples, refused pages
    filtering   search and filter the list
    display     wording and punctuation
    states      bookmarks and read states
    desktop     clipboard and browser
    managing    articles deleted, all marked read, sorted; the next unread one
    manual      help

Each folder has its `commands` (keys, titles), its `controller` (the methods that carry them out) and its `panel`, `pane`
or `screen`; importing also its `progress`, desktop its `browser`. Removing a feature: delete the folder and its line in
`registration`.
"""
