"""Module lists in package docstrings and the README name exactly the modules of the tree."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "tui_reader"
PACKAGES = sorted(path.parent for path in PACKAGE.rglob("__init__.py"))

ROW = re.compile(r"^(?: {4})?([a-z]\w*(?:(?: · |, )\w+)*)  +\S", re.MULTILINE)
"""A row of a map: names of modules and packages, at least two spaces, what is in them."""


def docstring(package: Path) -> str:
    return ast.get_docstring(ast.parse((package / "__init__.py").read_text("utf-8")), clean=False) or ""


def inside(package: Path) -> set[str]:
    found = {path.stem for path in package.glob("*.py")} | {path.parent.name for path in package.glob("*/__init__.py")}
    return found - {"__init__", "__main__"}


def mapped(package: Path) -> set[str]:
    return {name for row in ROW.findall(docstring(package)) for name in re.split(r" · |, ", row)}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_map_names_only_what_is_there(package: Path) -> None:
    assert set() == mapped(package) - inside(package)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_is_named_in_its_package_or_the_one_above(package: Path) -> None:
    told = docstring(package) + (docstring(package.parent) if package != PACKAGE else "")
    words = set(re.findall(r"\w+", told))
    assert set() == inside(package) - words


def test_the_readmes_map_names_each_package_and_only_those() -> None:
    found = re.search(r"^    tui_reader/\n((?:      .*\n)+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert found
    rows = [line.strip() for line in found[1].splitlines()]
    packages = {row.split("/ ")[0] for row in rows if "/ " in row}
    modules = {name for row in rows if "/ " not in row for name in re.findall(r"(\w+)\.py", row)}
    assert {path.name for path in PACKAGES if path.parent == PACKAGE} == packages
    assert {path.stem for path in PACKAGE.glob("[a-z]*.py")} == modules
