"""Chinese script and wording, pure: no files but the tables and a person's own, no screen.

How a text is converted. `convert` judges its script (`detect`) and, in traditional text, whose wording it is (`regions`),
and takes from `factory` the `Rewriter` for that direction; both make a `ConversionPlan` (`plan`). The plan first marks
passages as settled: addresses and Japanese (`untouched`), then the words of a person's own table and of word packs
(`tables`). The rewriter (`rewriting`) cuts everything else into words, along the most probable path through the lattice
of all words that stand in it (`segment`). A word that the lexicon knows becomes its `Candidate`; where it has several, or
one with a guard, `Chooser` (`candidates`) asks for the word's place (`context`): neighbours, line, subject, region, and
the sense that the word has in the article. Every other word is spelled by itself (`spelling`): as OpenCC's phrases say,
then character by character. Simplified text in Taiwan's or Hong Kong's words goes through a second pass. `explain` runs
the same plan and tells the hits.

    fold          one spelling for search, tags and cues, character by character
    detect        which script a text is in
    regions       whose traditional text it is: of the mainland, Taiwan or Hong Kong
    convert       the script and wording a reader asks for, and what was reworded
    memory        conversions that are kept
    glossary      a person's own table
    own           its file: read again when it changes, written pair by pair
    proofreading  a second opinion on its characters
    packs/        word packs: tables of others
    files         files of a person's own, written whole or not at all
    equivalents   what else a word is called, for search
    ---
    plan          how one text is converted: settled passages, one pass or two
    tables        the words of a person's table and of packs, found in a text
    untouched     passages that stay as they are: addresses, and japanese
    mixed         words in both scripts within traditional text
    factory       rewriters, made of spelling and lexicon
    rewriting     one pass over a text
    segment/      texts cut into words; compiles its dictionaries when the package is built
    candidates    what a word may become, and which of it at one place
    context       what is known of a text, and of a place in it (place)
    guards        conditions of the lexicon's rows
    subjects      what a line or an article is about
    titles        titles of works and of laws
    names         foreign names of an article; persons tells Chinese ones
    lexicon       the rows of `lexicon/*.tsv`, and those of OpenCC's that were reviewed (reviewed)
    spelling      how each region spells a word
    ---
    engine        OpenCC's configurations, by its own rules
    dictionaries  OpenCC's tables of today
    matching      where words of a list stand in a text
    characters    each character by itself

Importing this costs little; tables are read at the first call that needs them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from tui_reader.script.detect import script_of
from tui_reader.text.fold import fold, line_key

if TYPE_CHECKING:
    from tui_reader.script.convert import Converter, Rewording, converter
    from tui_reader.script.glossary import Glossary, load_glossary
    from tui_reader.script.targets import TARGETS, Context

__all__ = [
    "TARGETS",
    "Context",
    "Converter",
    "Glossary",
    "Rewording",
    "converter",
    "fold",
    "line_key",
    "load_glossary",
    "script_of",
]

_LATER = {
    **dict.fromkeys(("Converter", "Rewording", "converter"), "tui_reader.script.convert"),
    **dict.fromkeys(("TARGETS", "Context"), "tui_reader.script.targets"),
    **dict.fromkeys(("Glossary", "load_glossary"), "tui_reader.script.glossary"),
}
"""Names whose modules are loaded when they are asked for: reading and searching do without."""


def __getattr__(name: str) -> object:
    if name not in _LATER:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_LATER[name]), name)
