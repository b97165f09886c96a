"""Tags of the judged pages by verdict: right, weak, wrong, unjudged, and wanted tags that are missing.

    python -m tests.benchmarks.tags [--corpus FOLDER] [--missed]

Prints one line a judgement, then every tag that it has no verdict on; with `--missed` also the wanted tags not given.
"""

import argparse
from pathlib import Path

from tests.tagging.judgement import CORPUS, JUDGEMENTS, Result, judge, judgements, tags_of


def main() -> None:
    """Print both judgements."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.tags", description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with html/ID.html")
    parser.add_argument("--missed", action="store_true", help="list the wanted tags that are not given")
    args = parser.parse_args()
    if not (args.corpus / "html").is_dir():
        parser.error(f"no corpus of pages in {args.corpus}")
    for name in JUDGEMENTS:
        rows = judgements(name)
        result = judge(rows, {row.page: tags_of(row.page, args.corpus) for row in rows})
        print(f"{name}: {described(result)}; a right tag on {result.helped} of {len(rows)} pages")
        listed = [("unjudged", result.unjudged), ("missed", result.missed if args.missed else ())]
        for title, pairs in listed:
            for page, tag in pairs:
                print(f"  {title}\t{page}\t{tag}")


def described(result: Result) -> str:
    """Counts and shares."""
    total = result.counts.total()
    parts = ", ".join(
        f"{verdict} {result.counts[verdict]} ({result.share(verdict):.1%})"
        for verdict in ("right", "weak", "wrong", "unjudged")
    )
    return f"{total} tags: {parts}; {len(result.missed)} wanted tags missing"


if __name__ == "__main__":
    main()
