"""Patterns that are asked of folded text are written in it: any other character in them could never be found."""

import importlib
import pkgutil
import re

import pytest

from tui_reader import cleaning
from tui_reader.text.fold import fold

ON_TEXT_AS_IT_IS = {
    "leads",
    "garbled",
    "paragraphs",
    "sequences",
    "pieces",
    "programs",
    "ptt_comments",
    "reading",
    "residues",
    "unwrap",
}
"""Modules whose patterns are asked of the source's own spelling."""
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(cleaning.__path__, "tui_reader.cleaning.")
    if not module.ispkg and module.name.rpartition(".")[2] not in ON_TEXT_AS_IT_IS
)


@pytest.mark.parametrize("name", MODULES)
def test_patterns_for_folded_text_are_folded(name: str) -> None:
    module = importlib.import_module(name)
    patterns = [value.pattern for value in vars(module).values() if isinstance(value, re.Pattern)]
    patterns = [pattern for pattern in patterns if isinstance(pattern, str)]
    assert [] == [(pattern, fold(pattern)) for pattern in patterns if _han(pattern) != _han(fold(pattern))]


def _han(text: str) -> list[str]:
    return re.findall("[\u3400-\u9fff]", text)
