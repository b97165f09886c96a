"""Sanitizes external text for the terminal.

A terminal obeys what it is sent. A title holding `ESC ] 0 ; x` without an end swallows the rest of the screen, `U+009B`
is a CSI in one character, and `U+202E` turns a line around. Whole sequences go first (else their payload would stay as
litter), then single characters. A sequence without an end goes up to the end of its line. Applied at intake, and again
where text meets the terminal.

Kept: tab and line feed, variation selectors (but those of emoji behind Han, where they only mark copies), and the joiners that emoji, Indic and Arabic scripts need (only between the
characters they join). Marks are kept, but no more of them on one character than any script writes.
"""

import re

_INTRODUCERS = re.compile("[\x1b\x90\x98\x9b\x9d-\x9f]")
_SEQUENCES = re.compile(
    r"(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS, SOS, PM, APC
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI
    r"|\x1b[ -/]*[0-~]?"  # two-character escapes
)
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad"  # C0 and C1 but tab and what ends a line; soft hyphen
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"  # invisible fillers, Arabic letter mark
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"  # zero width space, direction marks, embeddings, isolates
    "\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"  # Hangul fillers, byte order mark, specials, no characters
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # invisible controls of shorthand and music
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"  # tags that hide text, and what is kept for more of them
)
_PILED = (
    "\u200c\u200d\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef"
)
_PILES = re.compile(f"[{_PILED}](?<=[{_PILED}]{{9}})")  # Vietnamese needs two, phonetic script four
_JOINED = "\u0600-\u08ff\u0900-\u0dff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
_JOINERS = re.compile(f"[\u200c\u200d](?:(?<![{_JOINED}].)|(?=[\u200c\u200d\\s]|$))")
_MARKING = re.compile("(?<=[\u2010-\u2027\u3001-\u3029\u3400-\u9fff\uf900-\ufaff\uff01-\uff5e])[\ufe03-\ufe0f]+")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_NEEDS_CARE = re.compile(
    "[^\t\n -~\xa0-\xac\xae-\u02ff\u0370-\u0482"  # Latin, Greek, Cyrillic
    "\u2000-\u200a\u2010-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u2cee"  # “ ” … — and signs
    "\u2e80-\u3029\u3030-\u3098\u309b-\u3163\u3400-\ua4cf\uac00-\ud7a3"  # Han, kana, Hangul and their marks
    "\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff9f]"  # compatibility and full-width forms
)
_SPACES = re.compile(r"\s+")


def sanitize(text: str) -> str:
    """Remove control, hidden and direction-changing characters; line ends become line feeds, lone surrogates U+FFFD."""
    if not _NEEDS_CARE.search(text):
        return text
    text = _LINE_ENDS.sub("\n", text)
    if _INTRODUCERS.search(text):
        text = _SEQUENCES.sub("", text)
    text = _CONTROLS.sub("", text)
    text = _MARKING.sub("", _PILES.sub("", text))
    text = _JOINERS.sub("", text)
    return _SURROGATES.sub("\ufffd", text)


def one_line(text: str) -> str:
    """`text` sanitized and on one line: for titles, tags, file names and errors."""
    return _SPACES.sub(" ", sanitize(text)).strip()
