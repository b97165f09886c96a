"""Document sources: files, folders, standard input.

`gather(paths, stdin)` first lists all files, so that progress has a total, then reads them one at a time, so that memory
stays constant.

    samples   sample articles installed with the program
    found     lists the files behind a path in a stable order, or the reason why there are none
    gathered  `gather`: combines listing and reading
    reading   reads one file or stream: `Source` or `Refused`

Contents are passed on as bytes; nothing here depends on what an article is.
"""

from tui_reader.sources.gathered import STDIN, Gathered, Source, gather
from tui_reader.sources.reading import MAX_BYTES
from tui_reader.sources.samples import samples

__all__ = ["MAX_BYTES", "STDIN", "Gathered", "Source", "gather", "samples"]
