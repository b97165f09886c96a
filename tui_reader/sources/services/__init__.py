"""Exports of other services and of this program: documents or addresses, with what a person did with them.

own        `export --format jsonl` of this program: articles, complete
wallabag   entries of its JSON export, with content
omnivore   its zip: metadata, contents, highlights
tables     CSV of Pocket, Instapaper, Readwise and Matter
bookmarks  bookmarks in HTML
notes      front matter of Markdown notes
moments    times as these services write them
"""
