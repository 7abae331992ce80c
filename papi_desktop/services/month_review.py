"""The chairman's month on one A4 page and as a workbook, and each officer's figures of the year for the assessment."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from papi_desktop.domain.calendar import written
from papi_desktop.domain.commune import Commune
from papi_desktop.domain.documents import (
    Block,
    CellKind,
    Column,
    Letter,
    Paragraph,
    Row,
    RowKind,
    Sheet,
    Signature,
    Table,
    Value,
    Workbook,
)
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.month_sheet import (
    Counts,
    Line,
    MonthSheet,
    OfficerYear,
    month_sheet,
    officer_years,
    with_officer_lines,
)
from papi_desktop.domain.month_work import WorkItem
from papi_desktop.domain.periods import Period
from papi_desktop.domain.text import percent
from papi_desktop.services.papers import Papers, issuer, papers_stem, sample_mark
from papi_desktop.services.report_book import read_book
from papi_desktop.services.report_findings import counted_on, report_of
from papi_desktop.services.report_words import in_prose, short
from papi_desktop.services.spans import cutoff_day
from papi_desktop.services.work import Work

REMARKS: Final = "Ý kiến của Chủ tịch"
COUNTED: Final = "Kế hoạch: việc đến hạn, việc thường xuyên và việc tháng trước chuyển sang."
BY_TURNS: Final = "Tính theo từng lượt phải làm trong năm: việc thường xuyên, việc định kỳ có nhiều lượt."
_CENTRED, _NUMBER, _DATE = CellKind.CENTRED, CellKind.NUMBER, CellKind.DATE
_MOST_OVERDUE: Final = 12
"""So many overdue tasks at most are named on the page; the workbook names all."""


@dataclass(frozen=True)
class MonthReview:
    """What the chairman's sheet is made from: the figures, each officer's year so far, and the names to print."""

    commune: Commune
    sheet: MonthSheet
    years: tuple[OfficerYear, ...]
    officers: tuple[tuple[int, str], ...]

    @property
    def month(self) -> Period:
        """Return the month."""
        return self.sheet.month

    def officer(self, item: WorkItem) -> str:
        """Return who answers for a piece of work, or nothing."""
        return dict(self.officers).get(item.task.officer_id, "")


def read_review(work: Work, month: Period, today: date) -> MonthReview:
    """Count a month as known on `today`. Raises KnownError for a period that is no month, or without a commune."""
    if not month.month:
        raise KnownError(
            f"Phiếu của Chủ tịch lập theo tháng, không theo {month.words}. Hãy chọn một tháng, như 2022-07."
        )
    book = read_book(work, month)
    today = counted_on(report_of(work, month, book.commune), today)
    officers = tuple(book.officers.values())
    sheet = month_sheet(book.tasks, book.progress, officers, month, today, cutoff_day(month, book.rules))
    return MonthReview(
        book.commune,
        sheet,
        officer_years(book.tasks, book.progress, officers, month.year, sheet.day),
        tuple((officer.id, officer.name) for officer in officers),
    )


def papers(review: MonthReview) -> Papers:
    """Return the sheet to print and its workbook; nothing is written."""
    return Papers(papers_stem("PhieuThang", review.month.code, review.commune), letter(review), workbook(review))


def letter(review: MonthReview) -> Letter:
    """Return the sheet on one page, naming as many officers and overdue tasks as fit; the workbook has all of them."""
    from papi_desktop.exporters.pdf import page_count

    bare, lines = _letter(review, ()), len(review.sheet.by_officer)
    while lines > 1 and page_count(bare) > 1:
        lines -= 1
        bare = _letter(replace(review, sheet=with_officer_lines(review.sheet, lines)), ())
    overdue = review.sheet.overdue[:_MOST_OVERDUE]
    for number in range(len(overdue), 0, -1):
        full = replace(bare, blocks=(*bare.blocks, *_overdue_blocks(review, overdue[:number])))
        if page_count(full) == 1:
            return full
    return bare


def workbook(review: MonthReview) -> Workbook:
    """Return the sheet, the overdue tasks, and each officer's year so far."""
    month = review.month
    about = f"({days_words(review.sheet)})"
    head = "\n".join(issuer(review.commune))
    sample = tuple(filter(None, [sample_mark(review.commune)]))
    year = f"KẾT QUẢ CỦA TỪNG NGƯỜI TRONG NĂM {month.year}, TÍNH ĐẾN HẾT THÁNG {month.month}"
    sheets = (
        Sheet(
            f"Tháng {month.month}-{month.year}",
            (head, f"PHIẾU ĐÁNH GIÁ KẾ HOẠCH PAPI {month.title.upper()}", about, *sample),
            figures_table(review.sheet),
            (COUNTED, f"{REMARKS}:", "." * 160, "." * 160, f"CHỦ TỊCH (ký tên): {'.' * 60} {review.commune.chairman}"),
            landscape=False,
        ),
        Sheet("Quá hạn", (head, "NHIỆM VỤ QUÁ HẠN, CHƯA XONG", about, *sample), _overdue_table(review), _none(review)),
        Sheet(
            "Theo người trong năm", (head, year, about, *sample), year_table(review.years), (BY_TURNS,), landscape=False
        ),
    )
    stem = papers_stem("PhieuThang", month.code, review.commune)
    return Workbook(f"Phiếu đánh giá {month.title}", review.commune.committee, sheets, stem)


def days_words(sheet: MonthSheet) -> str:
    """Return the days whose work the sheet shows."""
    return f"Công việc từ ngày {in_prose(sheet.window.first)} đến ngày {in_prose(sheet.window.last)}"


def figures_table(sheet: MonthSheet) -> Table:
    """Return the figures by officer and by content with last month's beside them, and the total."""
    now, before = f"Tháng {sheet.month.month}", f"Tháng {sheet.month.previous.month}"
    columns = (
        Column("Người phụ trách, nội dung", 34),
        Column("Kế hoạch", 8, _NUMBER, now),
        Column("Hoàn thành", 8, _NUMBER, now),
        Column("Xong sau hạn", 8, _NUMBER, now),
        Column("Còn quá hạn", 8, _NUMBER, now),
        Column("Đang làm", 7, _NUMBER, now),
        Column("Chưa có số liệu", 9, _NUMBER, now),
        Column("Kế hoạch", 8, _NUMBER, before),
        Column("Hoàn thành", 8, _NUMBER, before),
        Column("Còn quá hạn", 8, _NUMBER, before),
    )
    rows = (
        Row(("Theo người phụ trách",), RowKind.BAND),
        *map(_figures_row, sheet.by_officer),
        Row(("Theo nội dung PAPI",), RowKind.BAND),
        *map(_figures_row, sheet.by_content),
        replace(_figures_row(sheet.total), kind=RowKind.TOTAL),
    )
    return Table(columns, rows)


def year_table(years: Iterable[OfficerYear]) -> Table:
    """Return one row for each officer with the year's figures, for the assessment at its end."""
    columns = (
        Column("Người phụ trách", 28),
        Column("Số lượt", 8, _NUMBER),
        Column("Hoàn thành", 9, _NUMBER),
        Column("Đúng hạn", 8, _NUMBER),
        Column("Xong sau hạn", 8, _NUMBER),
        Column("Chưa ghi ngày xong", 9, _NUMBER),
        Column("Quá hạn, chưa xong", 9, _NUMBER),
        Column("Đang làm", 8, _NUMBER),
        Column("Chưa có số liệu", 8, _NUMBER),
        Column("Tỷ lệ hoàn thành", 9, _CENTRED),
    )
    return Table(columns, tuple(Row((each.name, *_year_figures(each.counts))) for each in years))


def _letter(review: MonthReview, more: tuple[Block, ...]) -> Letter:
    commune, sheet = review.commune, review.sheet
    return Letter(
        issuer=issuer(commune),
        symbol="",
        place=commune.seat or commune.name,
        kind=f"PHIẾU ĐÁNH GIÁ KẾ HOẠCH PAPI THÁNG {sheet.month.month} NĂM {sheet.month.year}",
        subject=days_words(sheet),
        addressee="",
        blocks=(figures_table(sheet), Paragraph(COUNTED), *more),
        signature=Signature(("CHỦ TỊCH",), commune.chairman),
        recipients=(),
        remarks=REMARKS,
        size=13.0,
        file_mark=f"{papers_stem('PhieuThang', sheet.month.code, commune)} · số liệu đến {written(sheet.day)}",
        draft_mark=sample_mark(commune),
    )


def _figures_row(line: Line) -> Row:
    now, before = line.now, line.before
    return Row(
        (
            line.name,
            now.planned,
            now.done,
            now.done_late,
            now.overdue,
            now.doing,
            now.no_figures,
            before.planned,
            before.done,
            before.overdue,
        )
    )


def _year_figures(counts: Counts) -> tuple[Value, ...]:
    return (
        counts.planned,
        counts.done,
        counts.in_time,
        counts.done_late,
        counts.undated,
        counts.overdue,
        counts.doing,
        counts.no_figures,
        percent(counts.done, counts.planned),
    )


def _overdue_blocks(review: MonthReview, items: tuple[WorkItem, ...]) -> tuple[Block, ...]:
    left = len(review.sheet.overdue) - len(items)
    more = (Paragraph(f"Còn {left} việc quá hạn khác, ghi trong bảng Excel kèm theo."),) if left else ()
    rows = tuple(
        Row((item.task.own_code or item.task.code, short(item.task.text), item.due, review.officer(item)))
        for item in items
    )
    columns = (
        Column("Mã", 6, _CENTRED),
        Column("Việc quá hạn, chưa xong", 52),
        Column("Hạn cuối", 14, _DATE),
        Column("Người phụ trách", 24),
    )
    return Table(columns, rows), *more


def _none(review: MonthReview) -> tuple[str, ...]:
    return () if review.sheet.overdue else ("Không có nhiệm vụ quá hạn.",)


def _overdue_table(review: MonthReview) -> Table:
    columns = (
        Column("Mã", 5, _CENTRED),
        Column("Nhiệm vụ", 40),
        Column("Thời hạn theo kế hoạch", 18),
        Column("Hạn cuối", 11, _DATE),
        Column("Người phụ trách", 18),
    )
    rows = (
        Row(
            (
                item.task.own_code or item.task.code,
                item.task.text,
                item.task.deadline.text,
                item.due,
                review.officer(item),
            )
        )
        for item in review.sheet.overdue
    )
    return Table(columns, tuple(rows))
