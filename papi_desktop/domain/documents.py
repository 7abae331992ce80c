"""An official document as a value: the one model behind the preview, the PDF, the Word file and the workbook."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

Value = str | int | Decimal | date | None


class CellKind(StrEnum):
    """How the values of a column are written and aligned."""

    TEXT = "text"
    CENTRED = "centred"
    NUMBER = "number"
    CHANGE = "change"
    """A number with its sign: +2, −5, 0."""
    PERCENT = "percent"
    """A number of percent: 67.9 prints as 67,9%."""
    RATE = "rate"
    """A number with two decimal places in every row: 75 prints as 75,00 under 74,21."""
    MONEY = "money"
    DATE = "date"


@dataclass(frozen=True)
class Column:
    """One column of a printed table; widths are shares of the page's width."""

    heading: str
    width: float
    kind: CellKind = CellKind.TEXT
    group: str = ""
    """What stands over this heading and those beside it that have the same."""
    mark: str = ""
    """What stands under the heading in a row of its own: "A", "1", "3=2/1"."""
    of_names: bool = False
    """The names of people are never broken into more than two lines."""


class RowKind(StrEnum):
    """What a row is; all but the plain ones are set in bold."""

    PLAIN = "plain"
    BAND = "band"
    """Titles the rows below it; its first cell spans the table."""
    LEAD = "lead"
    """Has the sums of the rows below it: "A. TỔNG SỐ THU"."""
    TOTAL = "total"
    """Has the sums of the rows above it: "Tổng cộng"."""

    @property
    def is_bold(self) -> bool:
        """Tell whether the row is set in bold."""
        return self is not RowKind.PLAIN


@dataclass(frozen=True)
class Row:
    """One row of a table: as many values as there are columns, or one value for a band."""

    cells: tuple[Value, ...]
    kind: RowKind = RowKind.PLAIN


@dataclass(frozen=True)
class Table:
    """A table with a header that repeats on every page and rows that are never split."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Heading:
    """A numbered heading: level 1 is "I. …" in bold capitals, level 2 is "1. …" in bold; level 0 stands centred."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of body text; line breaks in `text` start new paragraphs."""

    text: str
    bold: str = ""
    """How the text begins, as far as it is set in bold: "Điều 1."."""


Block = Heading | Paragraph | Table


@dataclass(frozen=True)
class Annex:
    """A numbered annex; in the workbook it is a sheet of its own."""

    number: str
    """Roman: "I", "II"…"""
    title: str
    table: Table
    sheet_name: str
    landscape: bool = True
    note: str = ""
    label: str = ""
    """What stands over the title instead of "Phụ lục" and the number, as "Biểu số 113/CK TC-NSNN"."""
    belongs: str | None = None
    """The line under the title; None says which document it goes with."""
    unit: str = ""
    """What its figures are counted in, over the right end of the table: "Đơn vị: đồng"."""


@dataclass(frozen=True)
class Signature:
    """The block at the bottom right: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", and the name."""

    lines: tuple[str, ...]
    name: str


@dataclass(frozen=True)
class Letter:
    """A document laid out by NĐ 30/2020/NĐ-CP Phụ lục I, with its annexes."""

    issuer: tuple[str, ...]
    """The issuing body, in capitals: ("ỦY BAN NHÂN DÂN", "XÃ AN BÌNH")."""
    symbol: str
    """What follows the number: "BC-UBND"; empty for a paper that is not numbered."""
    place: str
    kind: str
    """The name of the kind, in capitals: "BÁO CÁO"."""
    subject: str
    addressee: str
    blocks: tuple[Block, ...]
    signature: Signature
    recipients: tuple[str, ...]
    """The lines under "Nơi nhận:", each without its dash and ending."""
    number: str = ""
    """Empty leaves room for the clerk to write it."""
    dated: date | None = None
    """None leaves room for the clerk to write it."""
    bases: tuple[str, ...] = field(default_factory=tuple)
    """The "Căn cứ …" lines, in italics."""
    annexes: tuple[Annex, ...] = field(default_factory=tuple)
    file_mark: str = ""
    """A short mark in small print at the foot of the last page, that ties the paper to the file."""
    remarks: str = ""
    """A heading over dotted lines to write on by hand, left of the signature, instead of the recipients."""
    authority: str = ""
    """Who decides, between the title and the bases of a decision, in capitals: "CHỦ TỊCH UBND XÃ AN BÌNH"."""
    parties: tuple[Signature, ...] = field(default_factory=tuple)
    """Those who sign minutes, two side by side, instead of the one signature and the recipients."""
    size: float = 14.0
    """The size of the body in pt: 13 to 14 on the desk, 16 to 18 for the wall."""
    draft_mark: str = ""
    """Printed across every page, one phrase on a line: "DỮ LIỆU MẪU"."""

    @property
    def code(self) -> str:
        """Return "86/BC-UBND", with the zero before numbers under ten, or room for the number."""
        number = self.number.strip()
        shown = f"{int(number):02d}" if number.isdigit() else number or "      "
        return f"{shown}/{self.symbol}"


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook: title lines, a table, and notes below it."""

    name: str
    titles: tuple[str, ...]
    table: Table
    notes: tuple[str, ...] = ()
    landscape: bool = True


@dataclass(frozen=True)
class Workbook:
    """A workbook ready to print on A4; `footer` goes to the foot of every page."""

    title: str
    author: str
    sheets: tuple[Sheet, ...]
    footer: str = ""
