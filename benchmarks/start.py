"""From starting the process to the first frame of the window, and how long the window is held after it."""

import subprocess
import sys
from collections.abc import Iterator
from statistics import median
from time import perf_counter

from benchmarks.figures import Figure
from papi_desktop.paths import DataFolder

_TIMES = 5


def measure(folder: DataFolder) -> Iterator[Figure]:
    """Measure both in turn, so that both meet the same machine."""
    program, bare = ["program", str(folder.root)], ["bare"]
    pairs = [(_first_frame(program), _first_frame(bare)) for _ in range(_TIMES)]
    ours, floor = (median(times) for times in zip(*pairs, strict=True))
    yield Figure("start of the process to the first frame", ours, floor)


def held(folder: DataFolder) -> Iterator[Figure]:
    """Measure how long the window is held at the longest: while it opens, at each page's first opening, and later."""
    command = [sys.executable, "-m", "benchmarks.held", str(folder.root)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
    longest = {name: float(time) for name, time in map(str.split, done.stdout.splitlines())}
    for moment, words in (
        ("open", "while it opens"),
        ("first", "first opening of a page"),
        ("again", "later openings"),
    ):
        yield Figure(f"window held at the longest: {words}", longest[moment], longest["floor"], 100)


def _first_frame(arguments: list[str]) -> float:
    command = [sys.executable, "-m", "benchmarks.first_frame", *arguments]
    began = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        if process.stdout.readline().strip() != "first frame":
            raise SystemExit("The window did not open.")
        return (perf_counter() - began) * 1000
