"""The tree of a page's block-level elements, as columns: what the judgement asks of a block's place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

LONGEST_NAMES = 200
"""Characters of id and class that are kept of an element."""


@dataclass(slots=True)
class Tree:
    """Block-level elements in document order; number 0 is the page itself, its own parent.

    `parents`: the number of the element that each stands in, always lower than its own; `depths`: 0 for the page;
    `tags` and `names` (id, class and role, as written).
    """

    parents: list[int] = field(default_factory=lambda: [0])
    depths: list[int] = field(default_factory=lambda: [0])
    tags: list[str] = field(default_factory=lambda: ["body"])
    names: list[str] = field(default_factory=lambda: [""])

    def add(self, parent: int, tag: str, attributes: Mapping[str, str]) -> int:
        """Append an element and return its number."""
        self.parents.append(parent)
        self.depths.append(self.depths[parent] + 1)
        self.tags.append(tag)
        if attributes:
            get = attributes.get
            names = f"{get('id', '')} {get('class', '')} {get('role', '')} {get('itemprop', '')}"
            self.names.append(names[:LONGEST_NAMES])
        else:
            self.names.append("")
        return len(self.parents) - 1
