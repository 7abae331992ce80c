"""How the parts of a document are set by NĐ 30/2020/NĐ-CP Phụ lục I; the same for PDF and Word."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from papi_desktop.domain.documents import CellKind
from papi_desktop.exporters.fonts import Face


class Align(Enum):
    """Where a line stands between the margins."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0
    JUSTIFIED = -1.0


@dataclass(frozen=True)
class Style:
    """How a paragraph is set; sizes in pt."""

    face: Face = Face.REGULAR
    size: float = 14.0
    align: Align = Align.JUSTIFIED
    indent: float = 0.0
    gap: float = 0.0
    spacing: float = 1.25

    @property
    def leading(self) -> float:
        """Return the height of one line."""
        return self.size * self.spacing

    @property
    def baseline(self) -> float:
        """Return how far under the top of a line its letters stand."""
        return self.leading / 2 + self.size * 0.34


DESK_SIZE: Final = 14.0
"""The size of the body that all other sizes are made for."""
INDENT: Final = 36.0
"""The first line of a paragraph stands 1.27 cm in."""
GAP: Final = 6.0
RULE_SHARE: Final = 0.4
"""A rule under a title is 1/3 to 1/2 as long as the line above it."""
ISSUER_SHARE: Final = 0.41
"""The issuer's part of the width; the rest is the country's."""
COPIES_SHARE: Final = 0.45
"""The recipients' part of the width; the rest is the signature's."""
PARTY_GAP: Final = 14.0
"""White space between a signer's name and the next signer's title."""
_CLOSE: Final = 1.15
"""Single spacing, as Times New Roman itself has it."""
HEADER_GREY: Final = 0.86
BAND_GREY: Final = 0.94

BODY: Final = Style(indent=INDENT, gap=GAP)
BASIS: Final = replace(BODY, face=Face.ITALIC)
TITLE: Final = Style(Face.BOLD, 14, Align.CENTRE, spacing=1.2)
COUNTRY_STYLE: Final = Style(Face.BOLD, 12, Align.CENTRE)
MOTTO_STYLE: Final = Style(Face.BOLD, 13, Align.CENTRE, spacing=1.2)
NUMBER: Final = Style(Face.REGULAR, 13, Align.CENTRE)
DATE: Final = Style(Face.ITALIC, 13, Align.CENTRE)
KINDLY: Final = Style(Face.REGULAR, 14, Align.CENTRE, gap=12.0)
BELONGS: Final = Style(Face.ITALIC, 13, Align.CENTRE, gap=2.0, spacing=1.2)
UNIT: Final = Style(Face.ITALIC, 12, Align.RIGHT, gap=2.0, spacing=1.2)
NOTE: Final = Style(Face.ITALIC, 11, Align.JUSTIFIED, gap=GAP, spacing=1.2)
PAGE_NUMBER: Final = Style(Face.REGULAR, 13, Align.CENTRE, spacing=1.0)
FILE_MARK: Final = Style(Face.REGULAR, 7.5, Align.LEFT, spacing=1.0)
RECIPIENTS: Final = Style(Face.BOLD_ITALIC, 12, Align.LEFT, spacing=1.2)
RECIPIENT: Final = Style(Face.REGULAR, 11, Align.LEFT, spacing=1.2)
REMARK: Final = Style(Face.REGULAR, 11, Align.LEFT, spacing=1.9)
REMARK_LINES: Final = 5
"""How many dotted lines are left for remarks by hand."""
HEADINGS: Final = {
    0: Style(Face.BOLD, 14, Align.CENTRE, gap=8.0),
    1: Style(Face.BOLD, 14, Align.LEFT, INDENT, 8.0),
    2: Style(Face.BOLD, 14, Align.LEFT, INDENT, GAP),
    3: Style(Face.BOLD_ITALIC, 14, Align.LEFT, INDENT, GAP),
}
CELL_ALIGN: Final = {
    CellKind.TEXT: Align.LEFT,
    CellKind.CENTRED: Align.CENTRE,
    CellKind.DATE: Align.CENTRE,
    CellKind.NUMBER: Align.RIGHT,
    CellKind.CHANGE: Align.RIGHT,
    CellKind.PERCENT: Align.RIGHT,
    CellKind.RATE: Align.RIGHT,
    CellKind.MONEY: Align.RIGHT,
}


@dataclass(frozen=True)
class Setting:
    """How a letter is set: the size of its body in pt, and whether its lines stand close and it is one pt smaller."""

    size: float = DESK_SIZE
    is_close: bool = False
    is_small: bool = False

    @property
    def to_sign(self) -> float:
        """Return the room in pt for a signature and the stamp."""
        return 62.0 if self.is_close else 76.0

    @property
    def party_room(self) -> float:
        """Return the room in pt for the signature of each of several parties, who put no stamp."""
        return 34.0 if self.is_close else 46.0

    @property
    def cell_air(self) -> float:
        """Return the white space in pt above and below the text of a cell."""
        return 1.6 if self.is_close else 3.0

    @property
    def table_scale(self) -> float:
        """Return how much larger than usual a table is set."""
        return (self.size / DESK_SIZE) ** 2

    def of(self, style: Style) -> Style:
        """Return a style as it is in this setting."""
        body = self.size - 1 if self.is_small else self.size
        size = style.size if body == DESK_SIZE else round(style.size * body / DESK_SIZE, 1)
        spacing = min(style.spacing, _CLOSE) if self.is_close else style.spacing
        return replace(style, size=size, spacing=spacing)


def settings(size: float) -> tuple[Setting, ...]:
    """Return the ways to set a letter in `size` pt, the comfortable one first.

    On the desk the decree lets it be 13 pt as well, which is for one that fits one sheet then; on the wall it stays.
    """
    close = Setting(size, is_close=True)
    return Setting(size), close, *([replace(close, is_small=True)] if size == DESK_SIZE else [])
