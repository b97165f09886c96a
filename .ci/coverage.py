"""The coverage gate: `python .ci/coverage.py REPORT.json [--raise]`.

Fails when the percentage of covered lines is below the one pinned in `.ci/coverage-floor`. `--raise` pins what was
measured; a lower figure is refused, so the floor may only rise.
"""

import json
import sys
from pathlib import Path

FLOOR = Path(__file__).with_name("coverage-floor")
SLACK = 0.3
"""Percent below what was measured that is pinned: lines that only some schedules of threads and processes reach."""


def main(report: str, *options: str) -> int:
    """The exit status."""
    covered = float(json.loads(Path(report).read_text("utf-8"))["totals"]["percent_covered"])
    floor = float(FLOOR.read_text("utf-8"))
    print(f"coverage: {covered:.2f} %, floor: {floor:.2f} %")
    if covered < floor:
        print("coverage is below its floor: test what was added", file=sys.stderr)
        return 1
    if "--raise" in options:
        FLOOR.write_text(f"{max(floor, covered - SLACK):.2f}\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
