"""Chinese script and wording, pure: no files but the tables, no screen.

    fold          one spelling for search, tags and cues, character by character
    detect        which script a text is in
    regions       whose traditional text it is
    convert       the script and wording a reader asks for, and what was reworded
    memory        conversions that are kept
    glossary      a person's own table
    own           its file: read again when it changes, written pair by pair
    packs/        word packs: tables of others
    files         files of a person's own, written whole or not at all
    equivalents   what else a word is called, for search
    ---
    wording       rewriters, made of spelling (characters) and lexicon (words, with guards)
    way           how one text is converted, in one pass or two
    rewriting     one pass over a text
    judging       which word may be replaced where; guards, words, scene and subjects say what is asked
    untouched     passages that stay as they are: addresses, and Japanese (japanese)
    engine        OpenCC's configurations, by its own rules
    dictionaries  OpenCC's tables of today
    matching      where words stand in a text
    characters    each character by itself

Importing this costs little; tables are read at the first call that needs them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from tui_reader.script.detect import script_of
from tui_reader.script.fold import fold, line_key

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
