"""OpenCC's regional phrases that `lexicon/reviewed.txt` lists, as lexicon rows.

OpenCC's table targets software texts and turns 程序, 支持 and 信号 into computing terms everywhere. Only phrases checked
against newspaper usage are taken; they rank below all lexicon rows.
"""

from collections.abc import Iterator

from tui_reader.script.lexicon import REVIEWED, Row, read, words_of
from tui_reader.script.spelling import Traditional, printed, simplifying
from tui_reader.text.opencc_tables import Wanted, usual


def reviewed(wanted: Wanted = None) -> Iterator[Row]:
    """The rows; with `wanted`, only those of words that may occur in a text."""
    simplify = simplifying()
    taiwan, hong_kong = _answers("tw"), _answers("hk")
    lines = [
        f"{word}\t{taiwan[word]}\t{hong_kong.get(word, '')}"
        for word in words_of("reviewed.txt")
        if word in taiwan and (wanted is None or {word[:2], taiwan[word].translate(simplify)[:2]} & wanted)
    ]
    yield from read("\n".join(lines), REVIEWED).rows


def _answers(region: Traditional) -> dict[str, str]:
    """OpenCC's phrases of a region by mainland form; both sides are in OpenCC's traditional characters."""
    table = usual("TWPhrases" if region == "tw" else "HKPhrases")
    simplify = simplifying()
    return dict(zip("\n".join(table).translate(simplify).split("\n"), printed(table.values(), region), strict=True))
