"""Document sources: files, folders, archives, standard input, web addresses, feeds, exports of services. Only these modules use the network.

`gather(paths, stdin)` first lists all files, so that progress has a total, then reads them one at a time, so that memory
stays constant. How many documents an archive has is estimated while it is read.

    samples    sample articles installed with the program
    found      lists the files behind a path in a stable order, or the reason why there are none
    gathered   `gather`: combines listing and reading
    documents  Source, Link and what comes along with them
    archives   documents in archives and dumps
    services   exports of other services, and of this program
    composing  pages made of a text and what is known of it
    watching   watched folders: files saved in them
    fetching   the pages of many addresses
    reading    reads one file or stream: `Source` or `Refused`
    web        fetches addresses, within limits of time, size and redirects
    resolving  host name → address, public ones only, and the connection to it
    receiving  the body of an answer, decompressed
    answers    what statuses and media types mean
    shells     documents from the web that are no page: feeds, and scripts without text

Contents are passed on as bytes; nothing here depends on what an article is.
"""

from tui_reader.sources.documents import KnownPage, ReaderState, Source
from tui_reader.sources.gathered import STDIN, Gathered, gather
from tui_reader.sources.reading import MAX_BYTES
from tui_reader.sources.samples import samples

__all__ = ["MAX_BYTES", "STDIN", "Gathered", "KnownPage", "ReaderState", "Source", "gather", "samples"]
