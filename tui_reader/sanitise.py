"""Text from outside, made harmless for a terminal.

A terminal obeys what it is sent. A title holding `ESC ] 0 ; x` without an end swallows the rest of the screen, `U+009B`
is a CSI in one character, and `U+202E` turns a line around. Whole sequences go first (else their payload would stay as
litter), then single characters. Applied at intake, and again where text meets the terminal.

Kept: tab and line feed, the joiners that emoji and Indic scripts need (only between the characters they join), and
variation selectors.
"""

import re

_SEQUENCES = re.compile(
    r"(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS, SOS, PM, APC
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI
    r"|\x1b[ -/]*[0-~]?"  # two-character escapes
)
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad"  # C0 and C1 but tab, line feed and carriage return; soft hyphen
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"  # invisible fillers, Arabic letter mark
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"  # zero width space, direction marks, embeddings, isolates
    "\u3164\ufeff\uffa0\ufff0-\ufffb"  # Hangul fillers, byte order mark, specials
    "\U000e0000-\U000e007f]"  # tags that hide text
)
_JOINERS = re.compile("(?<![\u0900-\u0dff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]+|[\u200c\u200d]+(?=\\s|$)")
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_NEEDS_CARE = re.compile("[^\t\n -~\xa0-\xac\xae-\u02ff\u3000-\u3163\u3400-\u9fff\uff01-\uff9f]")
_SPACES = re.compile(r"\s+")


def sanitise(text: str) -> str:
    """`text` without anything a terminal would obey or hide; line ends become `\\n`, lone surrogates `\\ufffd`."""
    if not _NEEDS_CARE.search(text):
        return text
    text = _LINE_ENDS.sub("\n", text)
    text = _SEQUENCES.sub("", text)
    text = _CONTROLS.sub("", text)
    text = _JOINERS.sub("", text)
    return _SURROGATES.sub("\ufffd", text)


def one_line(text: str) -> str:
    """`text` made harmless and brought onto one line: for titles, tags, names of files and errors."""
    return _SPACES.sub(" ", sanitise(text)).strip()
