"""The commune's report of one period: its texts as edited, its figures, its gaps, and what was handed over."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from papi_desktop.domain.stores import Store


class ReportStatus(StrEnum):
    """How far a report has come."""

    DRAFT = "Đang soạn"
    EXPORTED = "Đã xuất"
    SENT = "Đã gửi"


@dataclass(frozen=True)
class ExportedFile:
    """One file that was handed over, with its SHA-256."""

    name: str
    sha256: str


@dataclass(frozen=True)
class Report:
    """What is kept of a report; `texts` holds only the sections the officer has changed, by section key."""

    period: str
    status: ReportStatus = ReportStatus.DRAFT
    number: str = ""
    dated: date | None = None
    signer: str = ""
    signer_title: str = "CHỦ TỊCH"
    texts: tuple[tuple[str, str], ...] = field(default_factory=tuple)
    figures: tuple[tuple[str, str], ...] = field(default_factory=tuple)
    """The figures as printed when it was exported, by indicator key: what was handed over stays comparable."""
    files: tuple[ExportedFile, ...] = field(default_factory=tuple)
    exported_on: date | None = None
    sent_on: date | None = None
    id: int = 0
    uuid: str = ""


class ReportStore(Store[Report], Protocol):
    """The reports, newest period first; one for each period."""

    def find(self, period: str) -> Report | None:
        """Return the report of one period, if one was begun."""
        ...


@dataclass(frozen=True)
class Gap:
    """Something missing before the report is whole: a sentence, and where to mend it (register and id)."""

    sentence: str
    register: str
    id: int

    @property
    def heading(self) -> str:
        """Return what kind of gap it is, to group by: the words before the colon, without what stands in brackets."""
        head, colon, _rest = self.sentence.partition(": ")
        return head.partition(" (")[0] if colon else ""

    @property
    def matter(self) -> str:
        """Return the sentence without its heading, beginning with a capital."""
        matter = self.sentence[len(self.heading) :].removeprefix(": ").strip()
        return matter[:1].upper() + matter[1:]


@dataclass(frozen=True)
class Indicator:
    """One figure of the report with its comparisons; None where there is nothing to compare with."""

    key: str
    name: str
    unit: str
    now: int
    year_to_date: int
    previous: int | None = None
    last_year: int | None = None


@dataclass(frozen=True)
class Section:
    """One part of the report's text: the drafted words and, where the officer changed them, the edited ones."""

    key: str
    heading: str
    level: int
    draft: str
    edited: str | None = None

    @property
    def text(self) -> str:
        """Return the words that print."""
        return self.draft if self.edited is None else self.edited
