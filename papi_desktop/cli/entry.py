"""What the entry point lends to the commands."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from papi_desktop.paths import DataFolder
from papi_desktop.services.work import Storage


@dataclass(frozen=True)
class Entry:
    """How storage is opened, how the window is run, and the day that counts as today."""

    open_storage: Callable[[DataFolder], Storage]
    run_window: Callable[[DataFolder, bool], int]
    today: date
