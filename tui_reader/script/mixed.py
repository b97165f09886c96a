"""Words that mix both scripts in traditional text (頭发), typed or left by a converter: converted as whole words."""

from itertools import accumulate

from tui_reader.script.detect import simplified_only
from tui_reader.script.protected import protected_spans
from tui_reader.script.segment.segmenter import clean, segmenter
from tui_reader.script.spelling import Spelling, Traditional, printed_one, simplifying


def with_whole_words(text: str, region: Traditional, spelling: Spelling) -> str:
    """Convert each word that contains a simplified character to traditional characters.

    One for one: a word whose conversion has another length is unchanged.
    """
    strays = simplified_only()
    if strays.isdisjoint(text):
        return text
    words = segmenter("hans").words(clean(text).translate(simplifying()))
    kept = list(protected_spans(text))
    pieces: list[str] = []
    for word, end in zip(words, accumulate(map(len, words)), strict=True):
        written = text[end - len(word) : end]
        foreign = any(start < end and end - len(word) < stop for start, stop in kept)
        pieces.append(written if foreign or strays.isdisjoint(written) else _spelled(written, word, region, spelling))
    return "".join(pieces)


def _spelled(written: str, word: str, region: Traditional, spelling: Spelling) -> str:
    answer = spelling.spelled(word, region)
    if len(answer) != len(written):
        return written
    return "".join(
        new if own == seen else printed_one(own, region) for own, seen, new in zip(written, word, answer, strict=True)
    )
