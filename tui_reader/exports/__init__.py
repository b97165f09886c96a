"""Articles and highlights in formats that other programs read. Pure: a `Document` → text or bytes.

document    Document: an article as it is exported, its highlights, and its parts in reading order
formats     the formats by name
markdown    CommonMark with front matter that Obsidian reads
plain       plain text
web         one HTML page, and the fragments of an e-book
epub        EPUB 3
records     JSON records, as `list`, `show` and `clean` print them
passages    highlights as Markdown, JSON or tab-separated values
file_names  file names that every system accepts
"""
