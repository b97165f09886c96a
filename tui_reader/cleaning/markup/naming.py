"""Meaning of an element's id, class, role and itemprop: region, role of its text, code, line breaks, invisibility.

Each is read once an element, and stages that ask for different words receive the same `Naming`.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from tui_reader.cleaning.markup.elements import Region, region_by_name
from tui_reader.cleaning.markup.programs import is_box

NoteRole = Literal["published", "updated", "author", "member", "source"]
"""`member`: the element only links to a user's page, possibly a commenter's."""
LONGEST_NAMES = 200
"""Maximum characters of names considered."""

# patterns for lower-case names behind a space
_ROLES = re.compile(
    r"[\s_-](?:(?:(?:post|entry|article|news|art|story|blog|content|info|meta|item|page|detail|main|topic|thread|the|c|p|g|j|js)[_-]?)?"
    r"(?:(?P<author>author|byline|by[_-]line|writer|reporter|journalist|columnist|zuozhe)|(?P<source>source|laiyuan|(?:media|account|channel|publisher)[_-]?name|js_name|profile_nickname|origin)|(?P<member>(?:user|nick|screen|display)[_-]?name|nick)))"
    r"(?:[_-]?(?:name|nick|nickname|link|info|box|text|txt|span|wrap|url|title))?\d?(?:$|\s)"
)
"""Words for the writer, the publisher and a user in class names, in English and as Chinese sites spell theirs (zuozhe, laiyuan).
`js_name` and `profile_nickname` are the account on every page of WeChat, where more accounts publish than anywhere else.
"""
_PREFORMATTED = re.compile(
    r"[^\w-](?:whitespace-(?:pre|break-spaces)[\w-]*|ws-pre[\w-]*|pre-(?:wrap|line|formatted)|preformatted|nl2br|bbs-\w+)(?![\w-])"
)
"""Classes that keep line breaks through external style sheets: utility classes, and boards that show a terminal's screen."""
_UNSEEN = frozenset(
    [
        "jammer",  # Discuz! and its descendants, against copying
        "anticopy",
        "anti-copy",
        "copyprotect",
        "copy-protect",
        "copyguard",
        "hidden-text",
        "invisible-text",
        "sr-only",
        "screen-reader-text",
        "visually-hidden",
        "visuallyhidden",
    ]
)
"""Conventional class names for hidden text."""


class Naming(NamedTuple):
    """Names of an element. `names`: id, class, role and itemprop as written; `classes`: its class, split; `region`: by id and class;
    `role`: of its text; `is_box`: a box of code; `keeps_lines`, `is_unseen`: by conventional classes.
    """

    names: str
    classes: tuple[str, ...]
    region: Region | None
    role: NoteRole | None
    is_box: bool
    keeps_lines: bool
    is_unseen: bool


UNNAMED = Naming("", (), None, None, is_box=False, keeps_lines=False, is_unseen=False)
"""An element without attributes."""


def naming_of(attributes: Mapping[str, str]) -> Naming:
    """Names of an element with these attributes."""
    get = attributes.get
    return _naming(get("id", ""), get("class", ""), get("role", ""), get("itemprop", ""))


@lru_cache(4096)
def _naming(identifier: str, classes: str, role: str, item: str) -> Naming:
    """The names' meaning; cached, because a site names its parts alike."""
    names, lowered = f" {identifier} {classes}"[: LONGEST_NAMES + 1].lower(), f" {classes.lower()}"
    return Naming(
        names=f"{identifier} {classes} {role} {item}"[:LONGEST_NAMES],
        classes=tuple(classes.split()),
        region=region_by_name(names),
        role=_role_by_name(f" {classes} {identifier}"[: LONGEST_NAMES + 1].lower()),
        is_box=is_box(names),
        keeps_lines=_PREFORMATTED.search(lowered) is not None,
        is_unseen=not _UNSEEN.isdisjoint(lowered.split()),
    )


def _role_by_name(names: str) -> NoteRole | None:
    found = _ROLES.search(names)
    if found is None:
        return None
    return "author" if found["author"] else "source" if found["source"] else "member"
