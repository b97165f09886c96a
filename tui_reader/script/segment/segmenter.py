"""Word segmentation with MeCab and the compiled dictionaries.

MeCab finds the cheapest path through the word lattice. Dictionaries are memory-mapped: opening one takes two
milliseconds and no copy. `costs` describes how words are priced.
"""

import re
from functools import cache
from pathlib import Path
from shlex import quote
from threading import Lock
from typing import TYPE_CHECKING, Literal

from tui_reader.errors import TuiReaderError

if TYPE_CHECKING:
    from fugashi import GenericTagger

_SEPARATOR, _BLANK, _END = "\x1e", "\x1f", "\x02"
"""Separator between words, substitute for a blank, end of text: MeCab splits at blanks, and fugashi strips its output."""

CHUNK = 2_000
"""Maximum characters per MeCab call: its lattice grows with them."""

_BREAKS = ("\n", "。！？；", "，、：", " \u3000")
"""Characters after which a text is split into chunks, best first: no word crosses them."""

FOLDER = Path(__file__).with_name("data")
"""Folder of the compiled dictionaries: `hans/`, `hant/` and DIGEST."""

FORBIDDEN = {
    **dict.fromkeys((0, ord(_SEPARATOR), ord(_BLANK)), " "),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
"""Characters MeCab cannot take, for `str.translate`: NUL, our separators, lone surrogates."""

_FORBIDS = re.compile("[\0\x1e\x1f\ud800-\udfff]").search


class Segmenter:
    """Segments texts of one script. Thread-safe."""

    def __init__(self, script: Literal["hans", "hant"]) -> None:
        self._folder = FOLDER / script
        self._lock = Lock()
        self._opened: GenericTagger | None = None

    def words(self, text: str) -> list[str]:
        """Segment `text`; blanks are words of their own, and joining the words gives the text back.

        `text` must be the output of `clean`; traditional text must be in `spelling.standard` characters.
        Raises TuiReaderError if the installed dictionary does not match.
        """
        output = "".join([self._parsed(part + _END)[:-1] for part in _parts(text.replace(" ", _BLANK))])
        words = output.replace(" ", _SEPARATOR).replace(_BLANK, " ").split(_SEPARATOR)[:-1]
        if len(output) - len(words) != len(text):  # never lose text, even with a mismatched dictionary
            raise TuiReaderError(
                f"the word dictionary {self._folder.name} does not match this version: reinstall tui-reader"
            )
        return words

    def _parsed(self, part: str) -> str:
        """MeCab's output. All threads share one tagger: each tagger maps the dictionary's 21 MB into memory again.

        A call takes at most a few milliseconds and holds Python's lock anyway, so threads lose nothing by waiting.
        """
        with self._lock:
            if self._opened is None:
                self._opened = _open(self._folder)
            return str(self._opened.parse(part))


def clean(text: str) -> str:
    """Replace the characters that `Segmenter.words` cannot take."""
    return text.translate(FORBIDDEN) if _FORBIDS(text) else text


def _open(folder: Path) -> "GenericTagger":
    from fugashi import GenericTagger  # noqa: PLC0415  only a conversion needs it

    if not (folder / "sys.dic").exists():
        raise TuiReaderError(f"the word dictionary {folder.name} is missing: reinstall tui-reader")
    return GenericTagger(f"-O wakati -r {quote(str(folder / 'dicrc'))} -d {quote(str(folder))}")


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    start = 0
    while start < len(text):
        end = _end_of_part(text, start)
        parts.append(text[start:end])
        start = end
    return parts


def _end_of_part(text: str, start: int) -> int:
    """End of the chunk that starts at `start`; splits a word only if no better position is in reach."""
    most = start + CHUNK
    if most >= len(text):
        return len(text)
    ends = (max(text.rfind(mark, start, most) for mark in marks) + 1 for marks in _BREAKS)
    return next((end for end in ends if end > start), most)


@cache
def segmenter(script: Literal["hans", "hant"]) -> Segmenter:
    """The shared segmenter of a script."""
    return Segmenter(script)
