"""The judgement of the repair: characters, thresholds and names, each with its reason."""

from __future__ import annotations

import re

NEVER_QUOTED_FIRST = frozenset({",", ":", ";", "?", "!", "，", "：", "；", "？", "！", "、"})
"""What a quotation does not begin with: an ASCII quote before one has lost its opening half."""

FULL_WIDTH = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
"""What scrapers flatten."""

QUOTES = {"hans": ("“”", "‘’"), "hant": ("「」", "『』")}
"""Outer and inner quotes of each script. Hong Kong writes as Taiwan does."""

HAN = "\u3005-\u3007\u3021-\u9fff\U00020000-\U0003ffff"
"""Ideographs, and what stands among them: 々〆〇, kana, bopomofo, ㎡. Few ranges: each pattern with them costs the start."""

HAN_CHARACTER = re.compile(f"[{HAN}]")

OPENERS, CLOSERS = "「『《〈（【〔〖", "」』》〉）】〕〗"
"""Marks that only Chinese text has."""

TRANSPARENT = ",:;?!，：；？！。、.…⋯~～"
"""Marks that say nothing of what their neighbour should be: one looks past them. Each may be, or become, the other width."""

SPACES = " \xa0"
"""What stands beside a flattened mark. Wider spaces are somebody's layout."""

LATIN_PROSE = 6
"""A line with so many letters to a Han character is a Latin sentence that names something Chinese: its marks are its own."""

EMBEDDED_WORDS = 3
"""As many Latin words before a mark can end a Chinese sentence (為什麼選 iPhone 15 Pro?); more are a sentence of their own."""

MARKED_NAMES = {
    ":": frozenset({"Re", "RE", "re", "Fw", "FW", "Fwd", "FWD"}),  # what heads mails and posts
    "!": frozenset({"Yahoo", "Jeopardy", "Live", "LIVE", "LoveLive", "Dream", "Wham", "Mamma"}),
}
"""Words that have this mark after them by name, whatever follows."""

DEEPEST_QUOTE = 16
"""Quotes open at a time; print knows three."""

DEEPEST_BRACKET = 16
"""Parentheses open at a time."""

LEFT_BRACKETED = (
    re.compile(
        r"[0-9A-Za-z]{1,3}(?:[,+\-*/=<>^:][0-9A-Za-z]{1,3})+"
    ),  # intervals, coordinates, sums: (0,1) (x+y) (3:2)
    re.compile(r"[TOQXUoxu;=>^.][_.^][TOQXUoxu;=<^.]|[^\w]+o[^\w]+|[^\w\s]\w[^\w\s]"),  # faces: (T_T) (^o^)
)
"""What parentheses hold that is no aside."""

FURTHEST = 40
"""Spaces and marks that are looked past; more are play."""

DOTS = range(3, 7)
"""So many dots, typed, are an ellipsis; two are a slip, more lead the eye to a page number."""

SENTENCE = 6
"""Han characters before a dot at a line's end that make it a full stop: shorter ones are ordinals (一.) and initials."""

CLAUSE = 4
"""Han characters on either side of a single dash that make it a dash: 北京—上海 joins two names."""

SPAN_CUES = re.compile("[段线線路间間之等至航]|[杯赛賽战戰]")
"""Soon after two names that a single dash joins (京—沪高铁线, 标致—雪铁龙等)."""

SPAN_CUES_WITHIN = 5
"""Characters after a single dash in which a cue of a span is looked for."""

DATA = re.compile(r"\"\s*:\s*[\"{\[\d]")
"""A line of data that no markup told from prose: its marks are its own."""
