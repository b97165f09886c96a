"""What is right of OpenCC's regional phrases: those that `lexicon/reviewed.txt` names, as rows like the lexicon's.

Its table is made for programs, and turns 程序, 支持 and 信号 into words of computing wherever they stand. So none is taken that
was not read and found right in a newspaper; they go behind all rows of the lexicon.
"""

from collections.abc import Iterator

from tui_reader.script.lexicon import REVIEWED, Row, read, words_of
from tui_reader.script.spelling import Traditional, printed, simplifying
from tui_reader.text.opencc_tables import Wanted, usual


def reviewed(wanted: Wanted = None) -> Iterator[Row]:
    """The rows; of words that may stand in a text where `wanted` tells which these are."""
    simplify = simplifying()
    taiwan, hong_kong = _answers("tw"), _answers("hk")
    lines = [
        f"{word}\t{taiwan[word]}\t{hong_kong.get(word, '')}"
        for word in words_of("reviewed.txt")
        if word in taiwan and (wanted is None or {word[:2], taiwan[word].translate(simplify)[:2]} & wanted)
    ]
    yield from read("\n".join(lines), REVIEWED).rows


def _answers(region: Traditional) -> dict[str, str]:
    """OpenCC's table of a region's phrases, by mainland form; both sides of it are in its own traditional characters."""
    table = usual("TWPhrases" if region == "tw" else "HKPhrases")
    simplify = simplifying()
    return dict(zip("\n".join(table).translate(simplify).split("\n"), printed(table.values(), region), strict=True))
