"""Tree of a page's block-level elements, stored as columns."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Tree:
    """Block-level elements in document order; element 0 is the page, its own parent.

    `parents`: parent number, always lower than the element's; `depths`: 0 for the page; `tags`; `names`: id, class and role as
    written.
    """

    parents: list[int] = field(default_factory=lambda: [0])
    depths: list[int] = field(default_factory=lambda: [0])
    tags: list[str] = field(default_factory=lambda: ["body"])
    names: list[str] = field(default_factory=lambda: [""])

    def add(self, parent: int, tag: str, names: str) -> int:
        """Append an element and return its number."""
        self.parents.append(parent)
        self.depths.append(self.depths[parent] + 1)
        self.tags.append(tag)
        self.names.append(names)
        return len(self.parents) - 1
