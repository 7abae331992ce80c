"""Fill a real database, measure, and print a table: `python3 dev.py bench`."""

import sys
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks import households, many_tasks, papers, start, task_list
from benchmarks.figures import Figure, printed
from papi_desktop.paths import DataFolder
from ui.app import application
from ui.theme import theme


def main() -> int:
    """Measure everything and return 1 when a goal is missed."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = DataFolder(Path(place))
        began = perf_counter()
        many_tasks.fill(folder)
        print(f"{many_tasks.TASKS} tasks written in {perf_counter() - began:.0f} s", flush=True)
        theme.apply(application())
        figures: list[Figure] = [
            *task_list.measure(folder),
            *papers.measure(),
            *households.measure(),
            *start.measure(folder),
            *start.held(folder),
        ]
    print(printed(figures))
    return int(any(each.verdict == "MISSED" for each in figures))


if __name__ == "__main__":
    sys.exit(main())
