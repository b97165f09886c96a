"""Chinese script and wording, pure: no files but the tables, no screen.

    fold      one spelling for search, tags and cues, character by character
    detect    which script a text is in
    convert   the script and wording a reader asks for
    engine    OpenCC's configurations, quickly

Importing this costs little; tables are read at the first call that needs them.
"""

from tui_reader.script.convert import TARGETS, Converter, converter
from tui_reader.script.detect import script_of
from tui_reader.script.fold import fold, line_key

__all__ = ["TARGETS", "Converter", "converter", "fold", "line_key", "script_of"]
