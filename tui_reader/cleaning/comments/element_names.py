"""Words of posts and comments in the id, class and role of elements."""

import re
from functools import lru_cache
from typing import NamedTuple

_COMMENT_NAMES = re.compile(
    r"comment|repl(?:y|ies)|pinglun|huifu|huitie|liuyan|gentie|(?<![a-z])(?:respond|responses?|guestbook|disqus|discussions?|lzl)(?![a-z])",
    re.IGNORECASE,
)
_POSTS = re.compile(
    r"(?<![a-z])(?:l_)?(?:post(?:s|bit|item|row|box)?|floors?|answers?|topics?|threads?|messages?|msgs?|entry|item)(?![a-z])",
    re.IGNORECASE,
)
_WORDS = re.compile("(?<=[a-z])(?=[A-Z])")
_VARYING = re.compile(r"\d+|\b(?:odd|even|alt|first|last|active)\b", re.IGNORECASE)


class ElementNames(NamedTuple):
    """Meaning of an element's names. `kind`: without what varies between elements of one kind (numbers, odd and even);
    `of_comments`, `of_posts`: whether a word for these is in them; `kind_of_posts`: in `kind`.
    """

    kind: str
    of_comments: bool
    of_posts: bool
    kind_of_posts: bool


def _parted(names: str) -> str:
    """Names split into words: AnswerItem → Answer-Item."""
    return _WORDS.sub("-", names)


@lru_cache(1 << 12)
def names_of(names: str) -> ElementNames:
    """Meaning of an element's names; cached, because a site names its parts alike."""
    parted, kind = _parted(names), _VARYING.sub("", names)
    return ElementNames(
        kind,
        of_comments=_COMMENT_NAMES.search(parted) is not None,
        of_posts=_POSTS.search(parted) is not None,
        kind_of_posts=_POSTS.search(_parted(kind)) is not None,
    )


def may_hold_posts(names: str) -> bool:
    meaning = names_of(names)
    return meaning.of_comments or meaning.of_posts
