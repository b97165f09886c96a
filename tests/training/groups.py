"""Groups of features, used to give the reason for a verdict."""

import re
from collections.abc import Mapping

GROUPS: Mapping[str, str] = {
    "title": r"in_title|of_title|\w*headline|\w+_between",
    "phrases": r"family|stop|reply|weight|is_.*|times|service_words|service_words_per_unit",
    "links": r"links|separators|spaces|up\d_links",
    "place": r"up.*|down.*|in50|in75|in90|depth|alike.*|tag_.*|good_name|bad_name|in_list|region|comments_region",
    "neighbours": r".*[+-]\d|.*_(?:above|below)\d*",
    "position": r"index|units_before|good_before|good_after|page_.*|from_start|from_end|in_run|good_here",
    "sentences": r".*",
}
"""The first pattern that a feature's whole name matches tells its group."""


def group_of(name: str) -> str:
    """The group of a feature."""
    return next(group for group, pattern in GROUPS.items() if re.fullmatch(pattern, name))
