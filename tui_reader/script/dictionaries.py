"""OpenCC's tables, as opencc-python-reimplemented carries them, read as files.

Folding and detecting need a few of the small tables and must not pay for the package's own import, so the files are
found through its import spec alone.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path


def folder() -> Path:
    """Where the tables lie. ModuleNotFoundError when opencc-python-reimplemented is not installed."""
    spec = find_spec("opencc")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("opencc-python-reimplemented is not installed", name="opencc")
    return Path(spec.submodule_search_locations[0]) / "dictionary"


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """One table, such as `TSCharacters`: each entry with its answers, the usual one first."""
    lines = (folder() / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.split("\t") for line in lines if "\t" in line)
    return {entry: tuple(answers.split()) for entry, answers in entries}
