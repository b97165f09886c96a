"""Characters, thresholds and names used by the repair, each with its reason."""

from __future__ import annotations

import re

from tui_reader.text import han

NEVER_QUOTED_FIRST = frozenset({",", ":", ";", "?", "!", "，", "：", "；", "？", "！", "、"})
"""Characters that no quotation begins with: an ASCII quote before one lost its opening half."""

FULL_WIDTH = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
"""ASCII mark → full-width mark, as flattened by scrapers."""

QUOTES = {"hans": ("“”", "‘’"), "hant": ("「」", "『』")}
"""Outer and inner quotation marks by script; Hong Kong uses Taiwan's."""

HAN = f"{han.ITERATION}\u3021-\u33ff{han.HAN}{han.SUPPLEMENTARY}"
"""Ideographs and characters among them: 々〆〇, kana, bopomofo, ㎡. Few ranges: each pattern with them costs start-up time."""

HAN_CHARACTER = re.compile(f"[{HAN}]")

OPENERS, CLOSERS = "「『《〈（【〔〖", "」』》〉）】〕〗"
"""Marks that only Chinese text has."""

TRANSPARENT = ",:;?!，：；？！。、.…⋯~～"
"""Marks of no evidence for their neighbours, of either width: skipped."""

SPACES = " \xa0"
"""Spaces next to flattened marks; wider spaces are layout."""

LATIN_PROSE = 6
"""Letters per Han character above which a line is Latin prose with Chinese names: its marks stay."""

EMBEDDED_WORDS = 3
"""Maximum Latin words before a mark that end a Chinese sentence (為什麼選 iPhone 15 Pro?)."""

MARKED_NAMES = {
    ":": frozenset({"Re", "RE", "re", "Fw", "FW", "Fwd", "FWD"}),  # header lines of mails and posts
    "!": frozenset({"Yahoo", "Jeopardy", "Live", "LIVE", "LoveLive", "Dream", "Wham", "Mamma"}),
}
"""Names that end in this mark."""

DEEPEST_QUOTE = 16
"""Maximum nesting of quotes; print uses three."""

DEEPEST_BRACKET = 16
"""Maximum nesting of parentheses."""

LEFT_BRACKETED = (
    re.compile(
        r"[0-9A-Za-z]{1,3}(?:[,+\-*/=<>^:][0-9A-Za-z]{1,3})+"
    ),  # intervals, coordinates, sums: (0,1) (x+y) (3:2)
    re.compile(r"[TOQXUoxu;=>^.][_.^][TOQXUoxu;=<^.]|[^\w]+o[^\w]+|[^\w\s]\w[^\w\s]"),  # faces: (T_T) (^o^)
)
"""Contents of parentheses that are not asides."""

FURTHEST = 40
"""Maximum spaces and marks skipped; more are decorative."""

DOTS = range(3, 7)
"""Numbers of dots that form an ellipsis; two are a typo, more are leaders."""

SENTENCE = 6
"""Minimum Han characters before a final dot that make it a full stop: shorter lines are ordinals (一.) and initials."""

CLAUSE = 4
"""Minimum Han characters on either side of a dash between clauses: 北京—上海 joins two names."""

SPAN_CUES = re.compile("[段线線路间間之等至航]|[杯赛賽战戰]")
"""Words soon after two names joined by a dash (京—沪高铁线, 标致—雪铁龙等)."""

SPAN_CUES_WITHIN = 5
"""Characters after a dash that are searched for such words."""

DATA = re.compile(r"\"\s*:\s*[\"{\[\d]")
"""A data line: its marks stay."""
