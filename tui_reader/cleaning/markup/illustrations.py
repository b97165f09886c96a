"""Selects the images that belong to the article."""

from collections.abc import Callable, Iterator, Sequence

from tui_reader.cleaning.markup.blocks import Page
from tui_reader.cleaning.markup.tree import Tree
from tui_reader.model import Role

NEAR = 3
"""Maximum distance in levels from the page's root within which an image next to the first or last paragraph belongs."""


def pictures_of(page: Page, roles: Sequence[Role], title: int, moved: Callable[[int], int]) -> Iterator[str]:
    """URLs as written, in order: images between body blocks, and those directly above or below in the same container. `roles`: of
    all blocks; `title`: title block; `moved`: original block number → current one.
    """
    body = [index for index, role in enumerate(roles) if role == "body"]
    if not page.pictures or not body:
        return
    if page.tree is None:
        yield from (picture.address for picture in page.pictures)
        return
    container = _container(page.tree, [block.node for block in page.blocks[body[0] : body[-1] + 1]])
    last = next((index for index in range(body[-1] + 1, len(roles)) if roles[index] != "caption"), len(roles))
    for picture in page.pictures:
        at = moved(picture.before)
        if body[0] < at <= body[-1] or (title < at <= last and _stands_in(page.tree, picture.node, container)):
            yield picture.address


def _container(tree: Tree, nodes: Sequence[int]) -> int:
    """The innermost element that contains all `nodes`."""
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
    """Whether an element is in the container, and near its top if that is the whole page."""
    inner = node
    while inner > container:
        inner = tree.parents[inner]
    whole = tree.tags[container] in {"body", "html"}
    return inner == container and (not whole or tree.depths[node] - tree.depths[container] <= NEAR)
