"""The two printed lists of poor and near-poor households: the one for the wall, and the full one for the files."""

from dataclasses import replace
from datetime import date

from papi_desktop.domain.commune import Commune
from papi_desktop.domain.documents import Annex, Letter, Paragraph, Sheet, Signature, Workbook
from papi_desktop.services.household_list import YearBook, year_book
from papi_desktop.services.household_notice import (
    counted,
    deciding,
    decision_titles,
    sample_titles,
    totals_sheet,
    wall_workbook,
)
from papi_desktop.services.household_tables import office_table, totals_table
from papi_desktop.services.notice_templates import NoticeKind
from papi_desktop.services.notices import PaperOptions, letters, way_suffix
from papi_desktop.services.papers import Papers, issuer, papers_stem
from papi_desktop.services.report_book import read_commune
from papi_desktop.services.work import Work

INTERNAL_MARK = "KHÔNG NIÊM YẾT"
_DOTS = "…" * 5


def wall_papers(work: Work, year: int, today: date, options: PaperOptions | None = None) -> Papers:
    """Return the list for the wall: names, villages, persons and classes only. Raises KnownError without a list."""
    options, commune, book = options or PaperOptions(), read_commune(work), year_book(work, year)
    stem = papers_stem("DanhSachHoNgheo_NiemYet", str(year), commune) + way_suffix(options)
    (letter,) = letters(work, NoticeKind.HOUSEHOLDS, year, today, options)
    return Papers(stem, replace(letter, file_mark=stem), wall_workbook(commune, book))


def office_papers(work: Work, year: int) -> Papers:
    """Return the full list for the files, marked as not for the wall. Raises KnownError without a list."""
    commune, book = read_commune(work), year_book(work, year)
    stem = papers_stem("DanhSachHoNgheo_NoiBo", str(year), commune)
    return Papers(stem, _office_letter(commune, book, stem), _office_workbook(commune, book))


def _office_letter(commune: Commune, book: YearBook, stem: str) -> Letter:
    title, decision = f"{book.record.title.upper()} (BẢN NỘI BỘ)", "".join(decision_titles(commune, book))
    annex = Annex("", title, office_table(book), "Danh sách", label=INTERNAL_MARK, belongs=decision)
    text = (
        f"Danh sách năm {book.record.year} có {counted(book)}. Danh sách kèm theo có thông tin cá nhân, "
        "chỉ lưu hồ sơ và cung cấp cho cơ quan có thẩm quyền, không niêm yết, không sao gửi rộng rãi."
    )
    return Letter(
        issuer=issuer(commune),
        symbol="",
        place=commune.seat or commune.name,
        kind="TỔNG HỢP",
        subject=f"Hộ nghèo, hộ cận nghèo năm {book.record.year} (bản nội bộ)",
        addressee="",
        blocks=(Paragraph(text), totals_table(book)),
        signature=Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), commune.chairman),
        recipients=("Lưu: VT",),
        bases=(_basis(commune, book),),
        annexes=(annex,),
        file_mark=stem,
        draft_mark="\n".join((INTERNAL_MARK, *sample_titles(commune))),
    )


def _office_workbook(commune: Commune, book: YearBook) -> Workbook:
    title = book.record.title.upper()
    marks = (INTERNAL_MARK, title, *decision_titles(commune, book), *sample_titles(commune))
    sheets = (Sheet("Danh sách nội bộ", marks, office_table(book)), totals_sheet(commune, book))
    return Workbook(f"{title} ({INTERNAL_MARK})", commune.committee, sheets, f"{INTERNAL_MARK} - {commune.committee}")


def _basis(commune: Commune, book: YearBook) -> str:
    decision = (
        deciding(commune, book.record) or f"Quyết định số {_DOTS}/QĐ-UBND ngày {_DOTS} của Chủ tịch {commune.committee}"
    )
    return f"Căn cứ {decision} về việc công nhận hộ nghèo, hộ cận nghèo năm {book.record.year}"
