"""Texts cut into words by the compiled dictionaries, with MeCab.

MeCab finds the path of least cost through the lattice of all words that stand in a text; the dictionaries are
memory-mapped, so opening one costs two milliseconds and no copy. `costs` tells how words are priced.
"""

import re
from functools import cache
from pathlib import Path
from shlex import quote
from threading import local
from typing import TYPE_CHECKING, Literal

from tui_reader.errors import TuiReaderError

if TYPE_CHECKING:
    from fugashi import GenericTagger

SEPARATOR = "\x1f"
"""Between two words of MeCab's output."""

END = "."
"""The end of MeCab's output: fugashi strips white space off it, and line ends of the text with it if nothing follows."""

CHUNK = 4_000
"""Characters that MeCab is given at once, to the next line end: its lattice grows with them."""

FOLDER = Path(__file__).with_name("data")
"""Where the compiled dictionaries lie: `hans/`, `hant/` and DIGEST."""

_FORBIDDEN = {0: " ", 0x1F: " ", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}
"""What MeCab cannot be given, one for one: the end of a C string, the separator, halves of surrogate pairs."""

_FORBIDS = re.compile("[\0\x1f\ud800-\udfff]").search


class Segmenter:
    """Cuts texts of one script into words. Safe to use from several threads."""

    def __init__(self, script: Literal["hans", "hant"]) -> None:
        self._folder = FOLDER / script
        self._of_thread = local()

    def words(self, text: str) -> list[str]:
        """The words of `text` in order, each blank by itself; joined they are the text.

        The text must have gone through `clean`; traditional text must be in the characters of `spelling.standard`.
        """
        parse = self._tagger().parse
        words = "".join([_with_blanks(parse(part), part) for part in _parts(text)]).split(SEPARATOR)[:-1]
        if sum(map(len, words)) != len(text):  # text must never get lost, whatever is wrong with the installation
            raise TuiReaderError(
                f"the word dictionary {self._folder.name} does not fit this version: install tui-reader again"
            )
        return words

    def _tagger(self) -> "GenericTagger":
        found: GenericTagger | None = getattr(self._of_thread, "tagger", None)
        if found is None:
            found = self._of_thread.tagger = _open(self._folder)
        return found


def _with_blanks(output: str, part: str) -> str:
    """MeCab's output with blanks as words of their own: it glues them to the next word and drops those at the end."""
    words = output.removesuffix(END)
    if " " not in part:
        return words
    dropped = len(part) - len(part.rstrip(" "))
    return (words + " " * dropped).replace(" ", f" {SEPARATOR}")


def clean(text: str) -> str:
    """`text` as `Segmenter.words` may be given it."""
    return text.translate(_FORBIDDEN) if _FORBIDS(text) else text


def _open(folder: Path) -> "GenericTagger":
    from fugashi import GenericTagger  # noqa: PLC0415  only a conversion needs it

    if not (folder / "sys.dic").exists():
        raise TuiReaderError(
            f"the word dictionary {folder.name} is missing from the installation: install tui-reader again"
        )
    return GenericTagger(f"-r {quote(str(folder / 'dicrc'))} -d {quote(str(folder))}")


def _parts(text: str) -> list[str]:
    if len(text) <= CHUNK:
        return [text] if text else []
    parts: list[str] = []
    start = 0
    while start < len(text):
        end = text.rfind("\n", start + 1, start + CHUNK) + 1 or min(start + CHUNK, len(text))
        parts.append(text[start:end])
        start = end
    return parts


@cache
def segmenter(script: Literal["hans", "hant"]) -> Segmenter:
    """The one segmenter of a script."""
    return Segmenter(script)
