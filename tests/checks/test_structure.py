"""Sizes of files and classes, and the direction of imports between files."""

from __future__ import annotations

import ast
import importlib
import inspect
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

ROOT = Path(__file__).parents[2]
PACKAGE = "tui_reader"
FILES = sorted((ROOT / PACKAGE).rglob("*.py"))
MOST_LINES = 300
"""Maximum lines of a file, and of a class with what it inherits from this project."""


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for path in FILES}


NEED_EXTRAS = frozenset({"tui_reader.datatrove", "tui_reader.cli.web_server"})
"""Modules that cannot be imported without an extra."""


def classes() -> Iterator[type]:
    """Classes defined at the top of the package's modules."""
    for name in MODULES:
        if not name.endswith("__main__") and name not in NEED_EXTRAS:
            for value in vars(importlib.import_module(name)).values():
                if inspect.isclass(value) and value.__module__ == name:
                    yield value


@cache
def lines_of(part: type) -> int:
    return len(inspect.getsourcelines(part)[0])


def composed_size(composed: type) -> int:
    """Lines of a class and of all classes of this project that it inherits from."""
    return sum(lines_of(part) for part in inspect.getmro(composed) if part.__module__.startswith(PACKAGE))


def imported(path: Path, modules: Collection[str]) -> Iterator[str]:
    """Modules of the package that a file imports anywhere, for type checks too; packages count as their modules' owners."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module in modules:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            yield from inner.intersection(modules)
            if not inner.issubset(modules):
                yield node.module


def circle(modules: Mapping[str, Path]) -> list[str]:
    """Files that import one another in a circle; empty if there is none."""
    sorter = TopologicalSorter({name: set(imported(path, modules)) - {name} for name, path in modules.items()})
    try:
        sorter.prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


@pytest.mark.parametrize("folder", ["tui_reader", "tests"])
def test_no_file_is_longer_than_the_limit(folder: str) -> None:
    sizes = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in (ROOT / folder).rglob("*.py")
    }
    assert {} == {name: size for name, size in sizes.items() if size > MOST_LINES}


def test_no_class_is_longer_than_the_limit_with_what_it_inherits() -> None:
    sizes = {f"{each.__module__}.{each.__qualname__}": composed_size(each) for each in classes()}
    assert len(sizes) > MOST_LINES
    assert {} == {name: size for name, size in sizes.items() if size > MOST_LINES}


def test_no_files_import_one_another_in_a_circle() -> None:
    assert [] == circle(MODULES)


@pytest.mark.parametrize(
    "second",
    [
        "from package.one import A\n",
        "import package.one\n",
        "def late():\n    from package import one\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from package.one import A\n",
    ],
)
def test_a_circle_is_found_however_it_is_imported(tmp_path: Path, second: str) -> None:
    files = {"package": "", "package.one": "from package.two import b\n", "package.two": second, "package.three": ""}
    modules = {name: tmp_path / f"{name}.py" for name in files}
    for name, text in files.items():
        modules[name].write_text(text, "utf-8")
    assert {"package.one", "package.two"} == {*circle(modules)}
