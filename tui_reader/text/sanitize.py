"""Sanitizes external text for the terminal.

A terminal executes control sequences. An unterminated `ESC ] 0 ; x` in a title hides all later output, `U+009B` is a
one-character CSI, and `U+202E` reverses a line. Whole sequences are removed first, so that their parameters do not
remain as text; an unterminated sequence is removed up to the end of its line. Single characters follow. Text is sanitized
on import and again before it is sent to the terminal.

Kept: tab and line feed; variation selectors, except those for emoji after a Han character, which only mark copies;
joiners between characters of emoji, Indic and Arabic scripts; up to eight combining marks on one character.
"""

import re

_INTRODUCERS = re.compile("[\x1b\x90\x98\x9b\x9d-\x9f]")
_SEQUENCES = re.compile(
    r"(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS, SOS, PM, APC
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI
    r"|\x1b[ -/]*[0-~]?"  # two-character escapes
)
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad"  # C0 and C1 except tab and line ends; soft hyphen
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"  # invisible fillers, Arabic letter mark
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"  # zero width space, direction marks, embeddings, isolates
    "\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"  # Hangul fillers, byte order mark, specials, noncharacters
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # invisible controls of shorthand and music
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"  # tag characters, which hide text, and code points reserved for more
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
