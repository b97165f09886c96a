"""A local web server for tests of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sources.server import Site, serving

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served
