"""What the classifier goes by: weights and sizes, each with its reason. The phrases stand in phrases.py."""

# ---------------------------------------------------------------------------------------------- weights of blocks
PROSE_CAP = 300
"""A paragraph counts its length up to here: one giant legal text must not outweigh an article of many paragraphs."""
UNFINISHED = 0.2
"""Share of its length that a long line without a sentence end counts: teasers are cut off, paragraphs hardly ever."""
PHRASE = 0.6
"""Share of its length that a short line counts when it ends as a phrase does (verse, one phrase a line)."""
SPOKEN = 0.7
"""Share of its length that a long line with commas counts when it ends as a sentence does, but has no full stop."""
LOOSE = -10.0
"""A short line without any sentence mark: a heading inside a body costs little, a list of thirty links a lot."""
ROW = -25.0
"""A row of words set apart by spaces, bars or dots: menus look so, sentences do not."""
SOFT_STOP = -150.0
"""What a soft stop weighs: two paragraphs of prose. One paragraph after it may be a teaser or a disclaimer."""
EARLIER = 0.5
"""Share of the heaviest run's weight from which an earlier run is the article: what is appended below may be longer."""
EARLIER_LEAST = 150.0
"""Weight an earlier run needs for that at least: notices above a short story weigh less."""
DROPPED = -15.0
"""What a block with a cue but without a stop weighs: promotion stands inside bodies too, so little."""
REPEATED = -8.0
"""A line that the page has twice or more is a link to something, seldom a sentence of the body."""
LINKED = -30.0
"""A block that is mostly links."""

# ------------------------------------------------------------------------------------------------ sizes, characters
LONG = 40
"""From here a line without a sentence end looks cut off rather than set as a heading."""
SHORT_PROSE = 10
"""A full stop makes prose of a line at least this long; below it may be an abbreviation or a slogan."""
WIDE_COMMAS = 2
"""A long line with so many commas is a sentence even where the dump lost its full stop."""
MENU_WORDS = 4
"""A line of at least so many short words is a menu."""
MENU_WORD = 7
"""A menu's words are no longer than this on average; a sentence set with spaces has longer pieces."""
LONGEST_ROW = 5000
"""No menu is longer, and markup left in a line shows before."""
ENOUGH_BODY = 40
"""Characters of prose below which a page has no article: a notice or an empty page."""
LEAST_HAN = 0.05
"""Share of Han characters in a Chinese story, code and tables included; under that it is in another language."""
CAPTION_MOST = 160
"""A caption may be a long sentence, but no paragraph."""
HEADING_MOST = 40
"""A line inside the body without a sentence end is a heading up to here."""
TAGS = 3
"""A line of a dump with so many tags in it is another form of something shown elsewhere; a text about HTML has one or two."""
REPEATS = 2
"""A line that the page has more often than that is a menu's or a button's."""
ROW_TAIL = 30
"""Characters at a row's end in which a thread's index prints when and how long."""
HEADING_ENDS = "!?”」』’)】》"
"""Marks with which a heading may end; a comma or a full stop belongs to a sentence."""
IMAGE_CAPTION = 70
"""A line right under an image, without a full stop, is its caption up to here."""

# ------------------------------------------------------------------------------------------------------- punctuation
TERMINAL = '。!?…;:,、”」』’"~)】》.—'
"""What a phrase or a sentence ends with (folded)."""
