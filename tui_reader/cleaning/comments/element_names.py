"""Words of posts and comments in the id, class and role of elements."""

import re
from functools import lru_cache
from typing import NamedTuple

# patterns for lower-case names behind a space: each begins with a set of characters, which is found fastest
_COMMENTS = re.compile(r"comment|repl(?:y|ies)|pinglun|huifu|huitie|liuyan|gentie")
_RESPONSES = re.compile(r"[^a-z](?:respond|responses?|guestbook|disqus|discussions?|lzl)(?![a-z])")
_POSTS = re.compile(
    r"[^a-z](?:l_)?(?:post(?:s|bit|item|row|box)?|floors?|answers?|topics?|threads?|messages?|msgs?|entry|item)(?![a-z])"
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
    """Names split into words behind a space, in lower case: AnswerItem → answer-item."""
    return f" {names}" if names.islower() else f" {_WORDS.sub('-', names).lower()}"


@lru_cache(1 << 12)
def names_of(names: str) -> ElementNames:
    """Meaning of an element's names; cached, because a site names its parts alike."""
    parted, kind = _parted(names), _VARYING.sub("", names)
    of_posts = _POSTS.search(parted) is not None
    return ElementNames(
        kind,
        of_comments=(_COMMENTS.search(parted) or _RESPONSES.search(parted)) is not None,
        of_posts=of_posts,
        kind_of_posts=of_posts if kind == names else _POSTS.search(_parted(kind)) is not None,
    )


def may_hold_posts(names: str) -> bool:
    meaning = names_of(names)
    return meaning.of_comments or meaning.of_posts
