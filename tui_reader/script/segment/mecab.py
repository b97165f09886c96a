"""Writes word lists with costs as MeCab dictionaries."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

SCALE = 300
"""MeCab cost units per nat; MeCab's costs are 16-bit integers."""

CHARACTER_CATEGORIES = """\
DEFAULT 0 0 1
SPACE 0 1 0
ALPHA 1 1 0
NUMERIC 1 1 0
0x0020 SPACE
0x0030..0x0039 NUMERIC
0x0041..0x005A ALPHA
0x0061..0x007A ALPHA
0x00C0..0x024F ALPHA
0xFF10..0xFF19 NUMERIC
0xFF21..0xFF3A ALPHA
0xFF41..0xFF5A ALPHA
"""
"""MeCab's char.def: runs of letters and of digits are one word, other unknown characters are single words."""

UNKNOWN_WORDS = "DEFAULT,0,0,5400,*\nSPACE,0,0,5400,*\nALPHA,0,0,3000,*\nNUMERIC,0,0,3000,*\n"


RESOURCE = f"""\
config-charset = UTF-8
cost-factor = {SCALE}
bos-feature = *
"""


def write_dictionary(target: Path, costs: Mapping[str, float]) -> None:
    """Compile words with costs in nats to a MeCab dictionary in the folder `target`."""
    import fugashi  # noqa: PLC0415  only the compiler needs it here

    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as given:
        folder = Path(given)
        rows = [
            f"{word},0,0,{min(round(cost * SCALE), 32_000)},*\n"
            for word, cost in sorted(costs.items())
            if not set(word) & set(', "\t\n')
        ]
        files = {
            "words.csv": "".join(rows),
            "matrix.def": "1 1\n0 0 0\n",
            "char.def": CHARACTER_CATEGORIES,
            "unk.def": UNKNOWN_WORDS,
            "dicrc": RESOURCE,
            "rewrite.def": "",
            "feature.def": "",
            "left-id.def": "0 *\n",
            "right-id.def": "0 *\n",
        }
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        compiled = folder / "compiled"
        compiled.mkdir()
        with chdir(folder), _silent():  # the compiler rejects paths with blanks and prints progress bars
            fugashi.build_dictionary("-d . -o compiled -f utf-8 -t utf-8")
        copyfile(folder / "dicrc", compiled / "dicrc")
        for name in ("sys.dic", "unk.dic", "matrix.bin", "char.bin", "dicrc"):
            _replace(compiled / name, target / name)


def _replace(source: Path, target: Path) -> None:
    """Replace a file that running programs may have memory-mapped: copy, then rename."""
    fresh = target.with_name(f"{target.name}.{os.getpid()}")
    copyfile(source, fresh)
    fresh.replace(target)


@contextmanager
def _silent() -> Iterator[None]:
    """Redirect stdout and stderr of C code to the null device."""
    sys.stdout.flush()
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        kept = os.dup(1), os.dup(2)
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
        try:
            yield
        finally:
            for number, descriptor in enumerate(kept, 1):
                os.dup2(descriptor, number)
                os.close(descriptor)
