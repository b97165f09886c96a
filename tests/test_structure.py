"""The shape of the tree: no import circles between files, no large files, no large classes."""

from __future__ import annotations

import ast
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PACKAGE = "tui_reader"
LONGEST = 300
"""Lines of a file, and of a class together with its base classes in the project."""

Modules = dict[str, ast.Module]


def modules_in(root: Path, package: str) -> Modules:
    """Dotted name → syntax tree of every file of a package; `a/b/__init__.py` is `a.b`."""
    files = ((path.relative_to(root).with_suffix(""), path) for path in sorted((root / package).rglob("*.py")))
    return {
        ".".join(name.parts[:-1] if name.name == "__init__" else name.parts): ast.parse(path.read_text("utf-8"))
        for name, path in files
    }


def imported(module: str, tree: ast.Module, modules: Modules) -> Iterator[str]:
    """Modules of the package that a file imports anywhere: at the top, in functions and for type checking."""
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            members = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [member if member in modules else node.module for member in members]
        yield from (name for name in names if name in modules and name != module)


def circle(modules: Modules) -> list[str]:
    """A circle of imports between files, first module repeated at the end; empty if there is none."""
    sorter = TopologicalSorter({name: {*imported(name, tree, modules)} for name, tree in modules.items()})
    try:
        sorter.prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


@cache
def project() -> Modules:
    return modules_in(ROOT, PACKAGE)


def classes(modules: Modules) -> dict[str, ast.ClassDef]:
    return {
        f"{name}.{node.name}": node
        for name, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }


def composed_lines(name: str, known: dict[str, ast.ClassDef], modules: Modules) -> int:
    """Lines of a class and of the classes of this project that it inherits from, each counted once."""
    waiting, counted = [name], set[str]()
    while waiting:
        current = waiting.pop()
        counted.add(current)
        module = current.rpartition(".")[0]
        origins = {f"{module}.{base.rpartition('.')[2]}": base for base in _bases(known[current])}
        for node in ast.walk(modules[module]):
            if isinstance(node, ast.ImportFrom):
                origins |= {f"{node.module}.{alias.name}": alias.asname or alias.name for alias in node.names}
        bases = {*_bases(known[current])}
        waiting += [full for full, local in origins.items() if local in bases and full in known and full not in counted]
    return sum((known[each].end_lineno or 0) - known[each].lineno + 1 for each in counted)


def _bases(node: ast.ClassDef) -> Iterator[str]:
    for base in node.bases:
        plain = base.value if isinstance(base, ast.Subscript) else base
        if isinstance(plain, ast.Name):
            yield plain.id


def test_no_files_import_each_other_in_a_circle() -> None:
    assert [] == circle(project())


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
    files = {
        "__init__": "",
        "one": "from package.two import b\n\nclass A: ...\n",
        "two": second,
        "three": "import package",
    }
    (tmp_path / "package").mkdir()
    for name, text in files.items():
        (tmp_path / "package" / f"{name}.py").write_text(text, "utf-8")
    assert {"package.one", "package.two"} == {*circle(modules_in(tmp_path, "package"))}


def test_no_file_is_long() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in (ROOT / PACKAGE).rglob("*.py")}
    assert {} == {path.name: lines for path, lines in lengths.items() if lines > LONGEST}


def test_no_class_is_long_with_what_it_inherits() -> None:
    modules = project()
    known = classes(modules)
    lengths = {name: composed_lines(name, known, modules) for name in known}
    assert {} == {name: lines for name, lines in lengths.items() if lines > LONGEST}


def test_inherited_lines_are_counted_across_files() -> None:
    base = "class Base:\n    one = 1\n    two = 2\n"
    derived = "from package.base import Base as Root\n\nclass Local(Root):\n    three = 3\n\nclass Last(Local): ...\n"
    modules = {"package.base": ast.parse(base), "package.derived": ast.parse(derived)}
    known = classes(modules)
    assert 3 + 2 + 1 == composed_lines("package.derived.Last", known, modules)
