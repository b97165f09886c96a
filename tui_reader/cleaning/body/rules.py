"""Weights and sizes of the classifier, each with its reason. Phrases are in phrases.py."""

# ---------------------------------------------------------------------------------------------- weights of blocks
PROSE_CAP = 300
"""Maximum length counted per paragraph: one legal text must not outweigh an article."""
UNFINISHED = 0.2
"""Share of its length that a long line without a sentence end counts: teasers are truncated, paragraphs rarely."""
PHRASE = 0.6
"""Share of its length that a short line counts if it ends like a phrase (verse)."""
SPOKEN = 0.7
"""Share of its length that a long line with commas counts without a full stop."""
LOOSE = -10.0
"""Weight of a short line without sentence marks: one heading costs little, thirty links a lot."""
ROW = -25.0
"""Weight of a row of words separated by spaces, bars or dots: menus."""
SOFT_STOP = -150.0
"""Weight of a soft stop: two paragraphs of prose. A single paragraph after it may be a teaser or disclaimer."""
EARLIER = 0.5
"""Share of the heaviest run's weight from which an earlier run is the article: appended text may be longer."""
EARLIER_LEAST = 150.0
"""Minimum weight of such an earlier run: notices above a short story weigh less."""
DROPPED = -15.0
"""Weight of a block with a non-stopping cue; small, because promotion occurs inside bodies."""
REPEATED = -8.0
"""Weight of repeated lines: usually links."""
LINKED = -30.0
"""Weight of blocks that are mostly links."""

# ------------------------------------------------------------------------------------------------ sizes, characters
LONG = 40
"""Length from which a line without a sentence end is truncated text rather than a heading."""
SHORT_PROSE = 10
"""Minimum length of prose by a full stop; shorter lines may be abbreviations or slogans."""
WIDE_COMMAS = 2
"""Commas from which a long line is a sentence without a full stop."""
MENU_WORDS = 4
"""Short words from which a line is a menu."""
MENU_WORD = 7
"""Maximum mean word length of menus."""
LONGEST_ROW = 5000
"""Maximum length of menus; leftover markup appears before that."""
ENOUGH_BODY = 40
"""Minimum characters of prose in an article."""
LEAST_HAN = 0.05
"""Minimum share of Han characters in a Chinese story, code and tables included."""
CAPTION_MOST = 160
"""Maximum length of captions."""
HEADING_MOST = 40
"""Maximum length of headings inside the body."""
TAGS = 3
"""Tags from which a dump line is leftover markup; a text about HTML has one or two."""
REPEATS = 2
"""Occurrences from which a line is a menu or button."""
ROW_TAIL = 30
"""Characters at the end of a row searched for time and length in thread indexes."""
HEADING_ENDS = "!?”」』’)】》"
"""Marks that may end a heading."""
IMAGE_CAPTION = 70
"""Maximum length of a caption directly below an image, without a full stop."""

# ------------------------------------------------------------------------------------------------------- punctuation
TERMINAL = '。!?…;:,、”」』’"~)】》.—'
"""Folded marks that end phrases or sentences."""
