"""The typeface of paper: Windows' Times New Roman, otherwise the bundled Tinos with the same widths."""

import os
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from threading import Lock

from papi_desktop.catalog import resource


class Face(StrEnum):
    """The four styles, by the names they are registered under."""

    REGULAR = "Paper"
    BOLD = "Paper-Bold"
    ITALIC = "Paper-Italic"
    BOLD_ITALIC = "Paper-BoldItalic"


@dataclass(frozen=True)
class FontFiles:
    """Where the four styles of one family are."""

    folder: Path
    names: tuple[str, str, str, str]

    @property
    def paths(self) -> list[Path]:
        """Return the files in the order of `Face`."""
        return [self.folder / name for name in self.names]

    @property
    def complete(self) -> bool:
        """Tell whether all four styles are there."""
        return all(path.is_file() for path in self.paths)


BUNDLED = FontFiles(
    resource("fonts"), ("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf")
)
_registering = Lock()
_registered: set[str] = set()


def font_files() -> FontFiles:
    """Return the family that paper is set in on this machine."""
    fonts = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "Fonts"
    times = FontFiles(fonts, ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"))
    return times if times.complete else BUNDLED


def register() -> None:
    """Make the four styles known to the PDF library, once in a process."""
    with _registering:
        if not _registered:
            _register(font_files())


def _register(files: FontFiles) -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    for face, path in zip(Face, files.paths, strict=True):
        registerFont(TTFont(face.value, str(path)))
        _registered.add(face.value)


@lru_cache(maxsize=50_000)
def unit_width(text: str, face: Face) -> float:
    """Return the width of a short text at 1 pt, in pt; remembered, because words come back."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    register()
    return float(stringWidth(text, face.value, 1))
