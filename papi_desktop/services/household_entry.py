"""A list of households while it is typed or corrected like a sheet: its texts, read anew at each change."""

from collections.abc import Mapping
from dataclasses import dataclass

from papi_desktop.domain.household_reading import ENTRY_FIELDS, HouseholdProposal, HouseholdSheet, texts_of
from papi_desktop.services.household_import import HouseholdComparison, ImportRow, compare
from papi_desktop.services.work import Work

Cells = Mapping[tuple[int, int], str]
"""Typed texts by the position of their row, and of their column in `ENTRY_FIELDS`."""


@dataclass(frozen=True)
class EntryRow:
    """One row of the sheet as it was typed, and what it comes to; None for an empty one."""

    texts: tuple[str, ...]
    row: ImportRow | None


@dataclass(frozen=True)
class Entered:
    """The whole sheet: its rows, and the comparison of those that are not empty."""

    rows: tuple[EntryRow, ...]
    comparison: HouseholdComparison

    def comparison_positions(self) -> dict[int, int]:
        """Return the position in the comparison of each row that is not empty."""
        filled = (place for place, each in enumerate(self.rows) if each.row)
        return {place: position for position, place in enumerate(filled)}


class HouseholdDraft:
    """What has been read or typed so far; it belongs to the one thread that reads the data."""

    def __init__(self, sheet: HouseholdSheet, year: int) -> None:
        self.year = year
        self._remarks = sheet.remarks
        self._proposals: list[HouseholdProposal | None] = list(sheet.proposals)
        self._texts = [texts_of(each) for each in sheet.proposals]

    def type(self, cells: Cells) -> None:
        """Take what was typed or pasted, and read the rows that it changes."""
        from papi_desktop.importers.household_rows import entered_row

        blank = ("",) * len(ENTRY_FIELDS)
        missing = max((row + 1 for row, _column in cells), default=0) - len(self._texts)
        self._texts += [blank] * missing
        self._proposals += [None] * missing
        changed = {row: list(self._texts[row]) for row, _column in cells}
        for (row, column), text in cells.items():
            changed[row][column] = text.strip()
        for row, texts in changed.items():
            old, self._texts[row] = self._proposals[row], tuple(texts)
            place = old.place if old else f"dòng {row + 1}"
            self._proposals[row] = entered_row(texts, place, self.year) if any(texts) else None

    def compare(self, work: Work) -> Entered:
        """Compare the sheet with the list of its year; nothing is written."""
        proposals = tuple(each for each in self._proposals if each)
        found = compare(work, HouseholdSheet(proposals, self._remarks), self.year)
        rows = iter(found.rows)
        pairs = zip(self._texts, self._proposals, strict=True)
        return Entered(tuple(EntryRow(texts, next(rows) if each else None) for texts, each in pairs), found)
