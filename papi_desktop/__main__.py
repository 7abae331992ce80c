"""The table of contents of the program: settles the day, the storage and the window, and runs one command."""

import multiprocessing
import sys
from datetime import date

from papi_desktop.cli import main
from papi_desktop.cli.entry import Entry
from papi_desktop.paths import DataFolder
from papi_desktop.services.work import Storage


def open_storage(folder: DataFolder) -> Storage:
    """Return the database of a data folder; loaded only now, because the window opens first."""
    from db.database import Database

    return Database(folder)


def run_window(folder: DataFolder, demo: bool) -> int:
    """Open the window and return its exit code."""
    from ui.app import run

    return run(folder, open_storage, demo)


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:], Entry(open_storage, run_window, date.today())))
