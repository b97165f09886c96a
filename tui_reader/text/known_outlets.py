"""News outlets by name and by domain (`outlets.tsv`): papers, agencies, portals and boards of all regions.

Names are folded (simplified, lower-case).
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

MOST_LABELS = 8
"""Labels at the end of a host name that are looked up; each shorter suffix is one look-up."""


class Site(NamedTuple):
    """Publisher of a site. `is_crowded`: users publish there, or it reprints others."""

    name: str
    is_crowded: bool


class _Tables(NamedTuple):
    """`beginnings`: the first two characters of each name; few texts begin so."""

    names: frozenset[str]
    beginnings: frozenset[str]
    sites: dict[str, Site]
    longest: int


def is_known(folded: str) -> bool:
    """Whether it is exactly the name of an outlet in the table."""
    return folded in _tables().names


def leading_outlet(folded: str) -> int:
    """Length of the longest known outlet name at the beginning of a text; 0 if none."""
    names, beginnings, _, longest = _tables()
    if folded[:2] not in beginnings:
        return 0
    return next((size for size in range(min(longest, len(folded)), 1, -1) if folded[:size] in names), 0)


def site_at(address: str) -> Site | None:
    """Publisher of a URL by domain and first path step; the most specific entry wins."""
    try:
        parts = urlsplit(address.strip().lower())
    except ValueError:
        return None
    labels = (parts.hostname or "").rsplit(".", MOST_LABELS)[-MOST_LABELS:]
    step = parts.path.split("/")[1:2]
    sites = _tables().sites
    for first in range(len(labels) - 1):
        domain = ".".join(labels[first:])
        found = sites.get(f"{domain}/{step[0]}") if step else None
        if found := found or sites.get(domain):
            return found
    return None


@cache
def _tables() -> _Tables:
    names: set[str] = set()
    sites: dict[str, Site] = {}
    for printed, domains, spellings in _rows():
        names.update(name for name in spellings.split("|") if not name.endswith("?"))
        for domain in filter(None, domains.split("|")):
            sites[domain.rstrip("~")] = Site(printed, domain.endswith("~"))
    return _Tables(frozenset(names), frozenset(name[:2] for name in names), sites, max(map(len, names)))


def _rows() -> Iterator[list[str]]:
    """The rows of the table, three columns each."""
    for line in Path(__file__).with_name("outlets.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
