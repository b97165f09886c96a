"""Which of a page's pictures belong to its article."""

from collections.abc import Callable, Iterator, Sequence

from tui_reader.cleaning.markup.blocks import Page
from tui_reader.cleaning.markup.tree import Tree
from tui_reader.model import Role

NEAR = 3
"""Levels under a page's own element within which a picture beside the first or last paragraph is the article's."""


def pictures_of(page: Page, roles: Sequence[Role], title: int, moved: Callable[[int], int]) -> Iterator[str]:
    """Addresses as written, in order: of pictures between the body's blocks, and of those that stand right above or below
    it in the same container. `roles`: of all blocks; `title`: the title's block; `moved`: a block's number among them.
    """
    body = [index for index, role in enumerate(roles) if role == "body"]
    if page.tree is None or not page.pictures or not body:
        return
    container = _container(page.tree, [block.node for block in page.blocks[body[0] : body[-1] + 1]])
    last = body[-1] + 1
    while last < len(roles) and roles[last] == "caption":
        last += 1
    for picture in page.pictures:
        at = moved(picture.before)
        if body[0] < at <= body[-1] or (title < at <= last and _stands_in(page.tree, picture.node, container)):
            yield picture.address


def _container(tree: Tree, nodes: Sequence[int]) -> int:
    """The innermost element that holds all of `nodes`."""
    common = nodes[0] if nodes else 0
    for node in nodes:
        inner = node
        while inner != common:
            if inner > common:
                inner = tree.parents[inner]
            else:
                common = tree.parents[common]
    return common


def _stands_in(tree: Tree, node: int, container: int) -> bool:
    """Is an element in the container, and where that is the whole page, near its top?"""
    inner = node
    while inner > container:
        inner = tree.parents[inner]
    whole = tree.tags[container] in {"body", "html"}
    return inner == container and (not whole or tree.depths[node] - tree.depths[container] <= NEAR)
