"""Where the program keeps things: one data folder with the database, the keys, the evidence and the logs."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class DataFolder:
    """The layout of one data folder."""

    root: Path

    @property
    def database(self) -> Path:
        """Return the encrypted database file."""
        return self.root / "papi.db"

    @property
    def keys(self) -> tuple[Path, Path]:
        """Return the two copies of the key file."""
        return self.root / "khoa.json", self.root / "khoa-ban-sao.json"

    @property
    def attachments(self) -> Path:
        """Return the folder of the evidence files."""
        return self.root / "minh-chung"

    @property
    def backups(self) -> Path:
        """Return the folder of the backups."""
        return self.root / "sao-luu"

    @property
    def errors(self) -> Path:
        """Return the folder of the log and of the crash files."""
        return self.root / "loi"

    @property
    def temporary(self) -> Path:
        """Return the private folder for temporary files, swept at the start."""
        return self.root / "tam"

    @property
    def sample(self) -> "DataFolder":
        """Return the folder beside the real data in which the sample data lives."""
        return DataFolder(self.root / "mau")


def default_folder() -> DataFolder:
    """Return the folder used without --data: beside a portable program, otherwise the user's own."""
    if "PAPI_DATA" in os.environ:
        return DataFolder(Path(os.environ["PAPI_DATA"]))
    portable = Path(sys.executable).parent / "du-lieu"
    if getattr(sys, "frozen", False) and portable.is_dir():
        return DataFolder(portable)
    import platformdirs

    return DataFolder(Path(platformdirs.user_data_dir("PAPI Desktop", appauthor=False)))
