"""The USB sticks and cards that files can be carried away on."""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Drive:
    """A place files can be carried away on, with its free space in bytes."""

    path: Path
    name: str
    free: int


def removable_drives() -> list[Drive]:
    """Return the USB sticks and cards that can be written to now."""
    return list(_drives())


def _drives() -> Iterator[Drive]:
    for path in _places():
        try:
            if os.access(path, os.W_OK):
                yield Drive(path, path.name or str(path), shutil.disk_usage(path).free)
        except OSError:
            continue  # pulled out while we looked


def _places() -> Iterator[Path]:
    if sys.platform == "win32":
        import ctypes

        removable = 2
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            root = f"{letter}:\\"
            if ctypes.windll.kernel32.GetDriveTypeW(root) == removable and Path(root).exists():
                yield Path(root)
    else:
        for folder in (Path("/media"), Path("/run/media")):
            yield from (path for path in sorted([*folder.glob("*"), *folder.glob("*/*")]) if path.is_mount())
