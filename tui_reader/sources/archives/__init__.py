"""Archives and dumps: their documents, streamed one at a time, so that memory stays flat. Nothing is written to disk.

container  Container: the documents of one file, how many there will be, and where a damaged one stopped
contents   each kind of container, and containers within it
kinds      the kind of a container, by its first bytes
streams    decompression, and how much was read
limits     sizes and numbers beyond which is not read
members    which members of an archive hold documents
zipped     members of a zip; books and exports in one
epub       chapters of a book
objects    JSON objects, a line each or in an array
records    a record of a dump → a document
warc       pages and texts of a crawl
parquet    rows of Parquet
"""
