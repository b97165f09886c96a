"""Document sources: files, folders, standard input.

`gather(paths, stdin)` goes in two steps, so that a progress bar knows its end and memory stays flat:

    samples   the articles that are installed with the program
    found     what is named is walked once: every file to take, in a stable order, or the reason why not
    gathered  `gather` puts both together
    reading   on iteration each file is read, one at a time, and given as a `Source` or a `Refused`

Nothing here knows what an article is; the bytes are handed on as they are.
"""

from tui_reader.sources.gathered import STDIN, Gathered, Source, gather
from tui_reader.sources.reading import MAX_BYTES
from tui_reader.sources.samples import samples

__all__ = ["MAX_BYTES", "STDIN", "Gathered", "Source", "gather", "samples"]
