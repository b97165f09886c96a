"""Document sources: files, folders, standard input, web addresses, feeds. Only these modules use the network.

`gather(paths, stdin)` first lists all files, so that progress has a total, then reads them one at a time, so that memory
stays constant.

    samples    sample articles installed with the program
    found      lists the files behind a path in a stable order, or the reason why there are none
    gathered   `gather`: combines listing and reading
    reading    reads one file or stream: `Source` or `Refused`
    web        fetches addresses, within limits of time, size and redirects
    resolving  host name → address, public ones only, and the connection to it
    receiving  the body of an answer, decompressed
    answers    what statuses and media types mean
    shells     documents from the web that are no page: feeds, and scripts without text

Contents are passed on as bytes; nothing here depends on what an article is.
"""

from tui_reader.sources.gathered import STDIN, Gathered, Source, gather
from tui_reader.sources.reading import MAX_BYTES
from tui_reader.sources.samples import samples

__all__ = ["MAX_BYTES", "STDIN", "Gathered", "Source", "gather", "samples"]
