"""Keeps Python's housekeeping from holding the screen: its search for dead cycles, its turns between threads."""

import gc
import sys
from typing import Final

_YOUNG: Final = 10_000
"""New objects after which the youngest are searched: some milliseconds."""
_OLDER: Final = 5
"""Searches of the youngest after which those that stayed are searched too."""
_NEVER: Final = 1_000_000
"""Everything is searched only by `search`: it takes the longer the more is loaded, 100 ms with a large plan."""
_TURN: Final = 0.0005
"""Seconds until a thread that computes lets the screen's thread go on, instead of Python's 5 ms at each call of Qt."""


def be_quiet() -> None:
    """Search in small steps only, and let the screen's thread go first."""
    gc.set_threshold(_YOUNG, _OLDER, _NEVER)
    sys.setswitchinterval(_TURN)


def keep_what_is_loaded() -> None:
    """Leave the modules and pages that stay until the end out of every later search."""
    gc.collect(1)
    gc.freeze()


def search() -> None:
    """Search everything that came later, when nobody waits: closed dialogs and the like."""
    gc.collect()
