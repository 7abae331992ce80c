"""What the readers of Word and Excel files hand over: text and tables in the document's order, without formats."""

from dataclasses import dataclass
from typing import Final

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.text import nfc, squeeze, thousands

MAX_ROWS: Final = 20_000
MAX_COLUMNS: Final = 256
MAX_CHARACTERS: Final = 32_767
"""What one Excel cell can hold."""

Position = tuple[int, int]
"""A row and a column, from 0."""


@dataclass(frozen=True)
class Grid:
    """One table or sheet as text; `name` is the sheet's, empty for a table of a document."""

    rows: tuple[tuple[str, ...], ...]
    name: str = ""
    below: frozenset[Position] = frozenset()
    """Cells merged with the one above, whose text they repeat."""
    beside: frozenset[Position] = frozenset()
    """Cells merged with the one on their left; they are empty."""

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return max(map(len, self.rows), default=0)

    def headings(self, row: int, height: int) -> list[str]:
        """Return the headings of the columns in a header of `height` rows, the merged ones joined to those below."""
        rows = [self._spread(number) for number in range(row, row + height)]
        return [" ".join(dict.fromkeys(squeeze(text) for text in column if text)) for column in zip(*rows, strict=True)]

    def _spread(self, row: int) -> list[str]:
        """Return a row in which a cell merged with its left neighbour carries that neighbour's text."""
        texts: list[str] = []
        for column, text in enumerate(self.rows[row]):
            texts.append(texts[-1] if (row, column) in self.beside and texts and not text else text)
        return texts


@dataclass(frozen=True)
class SourceDocument:
    """A file's paragraphs and tables in order, and remarks on what was passed over, as sentences."""

    blocks: tuple[str | Grid, ...]
    remarks: tuple[str, ...] = ()


def cell_text(text: str) -> str:
    """Return a cell's text in NFC without blanks at its ends. Raises KnownError when it is too long for a cell."""
    text = nfc(text.replace("\r\n", "\n").replace("_x000D_", "")).strip()
    if len(text) > MAX_CHARACTERS:
        raise KnownError(
            f"Trong tệp có một ô dài hơn {thousands(MAX_CHARACTERS)} chữ, không thể là bảng nhiệm vụ. "
            "Hãy kiểm tra lại tệp rồi nạp lại."
        )
    return text
