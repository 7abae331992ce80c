"""The words of the list of poor and near-poor households for the wall: of its placeholders, and of its workbook."""

from datetime import date

from papi_desktop.domain.commune import Commune
from papi_desktop.domain.documents import Sheet, Workbook
from papi_desktop.domain.households import HouseholdList
from papi_desktop.domain.text import count
from papi_desktop.services.disclosure import publication_of_list
from papi_desktop.services.household_list import YearBook
from papi_desktop.services.household_tables import LEFT_TITLE, parts, totals_table, wall_table
from papi_desktop.services.notice_values import publication_values
from papi_desktop.services.papers import sample_mark
from papi_desktop.services.report_words import in_prose, lower_first
from papi_desktop.services.work import Work

_OF_POSTING = ("từ ngày", "đến ngày", "số ngày", "loại ngày", "các nơi", "người tiếp nhận", "điện thoại")
_ANSWERS = "bộ phận tiếp nhận"


def household_values(work: Work, commune: Commune, book: YearBook, day: date) -> dict[str, str]:
    """Return what the list may use; where and how long it hangs comes from its publication, when it was begun."""
    record = book.record
    publication = publication_of_list(work, record)
    posting = publication_values(work, publication, day) if publication else {}
    return {
        "năm": str(record.year),
        "tên danh sách": record.title.removeprefix("Danh sách ").capitalize(),
        "tên danh sách viết thường": lower_first(record.title),
        "số hộ": counted(book),
        "quyết định công nhận": deciding(commune, record),
        _ANSWERS: posting.get(_ANSWERS) or f"Trưởng thôn, tổ trưởng tổ dân phố và {commune.committee}",
        **{name: posting.get(name, "") for name in _OF_POSTING},
    }


def counted(book: YearBook) -> str:
    """Return how many households the list has of each class: "63 hộ nghèo, 41 hộ cận nghèo"."""
    found = book.totals
    poor, near, left = (sum(getattr(each, key) for each in found) for key in ("poor", "near_poor", "left"))
    listed = [f"{count(poor)} hộ nghèo", f"{count(near)} hộ cận nghèo"]
    return ", ".join([*listed, *([f"{count(left)} hộ thoát nghèo, thoát cận nghèo"] if left else [])])


def deciding(commune: Commune, record: HouseholdList) -> str:
    """Return the decision that recognises a list, with dots for what is not known of it; nothing without one."""
    if not record.is_recognised:
        return ""
    dots = "…" * 5
    number = record.decision_number.strip() or f"{dots}/QĐ-UBND"
    number = number if "/" in number else f"{number}/QĐ-UBND"
    return f"Quyết định số {number} ngày {in_prose(record.decided_on) or dots} của Chủ tịch {commune.committee}"


def wall_workbook(commune: Commune, book: YearBook) -> Workbook:
    """Return the list for the wall as a workbook."""
    on, off = parts(book)
    title, year, sample = book.record.title.upper(), book.record.year, sample_titles(commune)
    titles = (title, *decision_titles(commune, book), *sample)
    sheets = [Sheet("Danh sách", titles, wall_table(on, book), landscape=False)]
    if off:
        gone = (f"DANH SÁCH {LEFT_TITLE.upper()} NĂM {year}", *sample)
        sheets.append(Sheet("Hộ thoát nghèo", gone, wall_table(off, book), landscape=False))
    sheets.append(totals_sheet(commune, book))
    return Workbook(title, commune.committee, tuple(sheets), f"{book.record.title} - {commune.committee}")


def totals_sheet(commune: Commune, book: YearBook) -> Sheet:
    """Return the sheet of the totals by village."""
    titles = (f"TỔNG HỢP THEO THÔN NĂM {book.record.year}", *sample_titles(commune))
    return Sheet("Tổng hợp", titles, totals_table(book), landscape=False)


def sample_titles(commune: Commune) -> tuple[str, ...]:
    """Return the line that marks sample data on a sheet, or none."""
    return tuple(filter(None, [sample_mark(commune)]))


def decision_titles(commune: Commune, book: YearBook) -> tuple[str, ...]:
    """Return the line that names the decision on a sheet, or none."""
    return (f"(Theo {deciding(commune, book.record)})",) if book.record.is_recognised else ()
