"""Chinese script detection and conversion. Pure: reads only its own tables and the user's glossary files.

Conversion runs in these steps:

1. `convert` determines the script (`detect`) and, for traditional text, the regional wording (`regions`) of the input.
2. `factory` provides the `Rewriter` for that direction; `planner` combines both into a `ConversionPlan` (`plan`).
3. The plan fixes spans that must not change: URLs, e-mail addresses and Japanese (`protected`), then entries of the
   user glossary and of word packs (`tables`).
4. The rewriter (`rewriting`) segments the rest along the most probable path through its word lattice (`segment`).
5. A word of the lexicon is replaced by its `Candidate`. Where it has several, or one with a guard, `Chooser`
   (`candidates`) decides by the `context`: neighbours, line, subject, region, and the word's sense in the article.
6. Every other word is spelled by itself (`spelling`): by OpenCC's phrases, then character by character.
7. Simplified text in Taiwan's or Hong Kong's wording goes through a second pass.

`explain` runs the same plan and returns the replacements.

    detect         script of a text: hans, hant or none
    regions        region whose wording a traditional text uses: cn, tw or hk
    convert        Converter: target script and wording; explain
    cache          LRU cache of conversions
    glossary       rows of the user glossary
    user_glossary  the glossary file: reloads on change, adds and undoes pairs
    proofreading   checks glossary characters with a second converter
    packs/         word packs: third-party tables the user installed
    files          atomic file replacement and change stamps
    equivalents    other names of a word, for search
    readings       pinyin, zhuyin or jyutping of a text's characters
    ---
    plan           conversion of one text: fixed spans, one or two passes
    planner        builds the plan for a text
    tables         finds entries of the user glossary and of packs
    protected      spans left unchanged: addresses, japanese
    mixed          words that mix both scripts in traditional text
    factory        builds rewriters from spelling and lexicon
    rewriting      one pass over a text
    segment/       word segmentation; compiles its dictionaries at build time
    candidates     possible replacements of a word, and the choice at one position
    context        facts about a text, and about a position in it (place)
    guards         conditions on lexicon rows; lists: word lists they name
    subjects       subjects of a line or an article
    titles         titles of works and of laws
    names          foreign names of an article; persons finds Chinese ones
    lexicon        rows of `lexicon/*.tsv`, and reviewed OpenCC phrases (reviewed)
    spelling       regional spelling of words, by OpenCC's phrases (phrase_table) and by character
    ---
    engine         OpenCC configurations, by OpenCC's rules
    targets        names of targets, and the context that a conversion is given

Importing this package is cheap; tables are read on first use.
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
"""Lazily imported names and their modules; reading and searching do not need them."""


def __getattr__(name: str) -> object:
    if name not in _LATER:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_LATER[name]), name)
