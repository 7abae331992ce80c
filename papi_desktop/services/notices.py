"""Printable papers: the wording in force filled with the commune's data, laid out, and written to files."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

from papi_desktop.domain.commune import Commune
from papi_desktop.domain.documents import Block, Heading, Letter, Paragraph, Signature, Workbook
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.templates import DOTS, filled, placeholders
from papi_desktop.services.budget_decision import BudgetTurn, budget_decision, decision_stem, decision_values
from papi_desktop.services.budget_print import form_annexes, workbook
from papi_desktop.services.household_list import year_book
from papi_desktop.services.household_notice import household_values, wall_workbook
from papi_desktop.services.household_tables import wall_blocks
from papi_desktop.services.notice_reception import reception_table
from papi_desktop.services.notice_templates import TABLE_LINE, NoticeKind, Template, template
from papi_desktop.services.notice_values import (
    ALWAYS,
    FROM_DATA,
    OPTIONAL,
    commune_values,
    directory_officers,
    directory_table,
    directory_values,
    dots,
    law_values,
    long_dots,
    posting_values,
    publication_values,
    reception_values,
)
from papi_desktop.services.papers import issuer, sample_mark
from papi_desktop.services.report_words import lower_first
from papi_desktop.services.work import Storage, Work

DESK, WALL = 14.0, 17.0
Subject = int | BudgetTurn
"""What a paper is about: a publication or schedule (0: the directory), a year of households, or a turn of forms."""
_ARTICLE: Final = re.compile(r"Điều \d+\.")
_Content = tuple[dict[str, str], tuple[Block, ...]]
"""What stands in the places of one paper, and what stands where its table goes."""
_OF_PLACES: Final = (NoticeKind.POSTING_RECORD, NoticeKind.POSTING_END)


class PaperFile(StrEnum):
    """The kinds of file a paper is written as; the value is the ending."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    """Only the forms that go with a budget decision, or a list of households."""


@dataclass(frozen=True)
class PaperOptions:
    """How a paper is printed: number and date typed or left for the clerk, blank, large, and values typed over."""

    number: str = ""
    dated: date | None = None
    blank: bool = False
    """Every place is a dotted line to fill by hand."""
    large: bool = False
    """Set in 17 pt, to be read on the wall."""
    place_ids: tuple[int, ...] = ()
    """Only the minutes of these places; empty for all."""
    forms: tuple[str, ...] = ()
    """Only these budget forms go with the decision; empty for all."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What the officer typed for single placeholders, before what the data says."""


def letters(
    work: Work,
    kind: NoticeKind,
    subject: Subject,
    today: date,
    options: PaperOptions | None = None,
    wording: Template | None = None,
) -> tuple[Letter, ...]:
    """Return a paper as one letter, or minutes as one for each place; `wording` is tried instead of the one in force.

    Raises KnownError for a commune without profile, a thing that is gone, or a placeholder that nobody knows.
    """
    options, commune = options or PaperOptions(), _commune(work)
    wording = wording or template(work, kind)
    made = tuple(
        _letter(commune, wording, commune_values(commune) | values, tables, options)
        for values, tables in _contents(work, kind, subject, today, options, wording)
    )
    if options.blank:
        return tuple(dict.fromkeys(made))  # without its values one form serves all places of a kind
    if kind is not NoticeKind.BUDGET_DECISION:
        return made
    annexes = form_annexes(budget_decision(work, subject, today).only(options.forms).forms)
    return tuple(replace(letter, annexes=annexes) for letter in made)


def values_of(work: Work, kind: NoticeKind, subject: Subject, today: date) -> dict[str, str]:
    """Return the placeholders of a paper with what the data says of each, to look over before printing."""
    commune = _commune(work)
    values, _ = next(iter(_contents(work, kind, subject, today, PaperOptions(), template(work, kind))))
    return commune_values(commune) | values


def preview(made: Sequence[Letter]) -> bytes:
    """Return the papers as one PDF."""
    from papi_desktop.exporters.pdf import letters_pdf

    return letters_pdf(made)


def export(
    storage: Storage,
    kind: NoticeKind,
    subject: Subject,
    folder: Path,
    today: date,
    options: PaperOptions | None = None,
    kinds: Sequence[PaperFile] = (PaperFile.PDF, PaperFile.DOCX),
    progress: Callable[[int, int], None] | None = None,
) -> list[Path]:
    """Write a paper into `folder` and return the files; all places of minutes come in one file."""
    from papi_desktop.files import safe_write_all

    options = options or PaperOptions()
    with storage.work() as work:
        made = letters(work, kind, subject, today, options)
        book = _workbook(work, kind, subject, today, options) if PaperFile.XLSX in kinds else None
        stem = _stem(work, kind, subject, today, options)
    done = safe_write_all(folder, {f"{stem}.{each}": _render(each, made, book) for each in kinds}, progress)
    return [folder / name for name in done]


def _stem(work: Work, kind: NoticeKind, subject: Subject, today: date, options: PaperOptions) -> str:
    """Return the name of the files of a paper without ending."""
    ending = way_suffix(options)
    if isinstance(subject, BudgetTurn):
        return decision_stem(budget_decision(work, subject, today).only(options.forms), _commune(work)) + ending
    stem = {
        NoticeKind.POSTING: "ThongBaoNiemYet",
        NoticeKind.POSTING_RECORD: "BienBanNiemYet",
        NoticeKind.POSTING_END: "BienBanKetThucNiemYet",
        NoticeKind.RECEPTION: "LichTiepCongDan",
        NoticeKind.DIRECTORY: "DanhBaCanBo",
        NoticeKind.BUDGET_DECISION: "QuyetDinhCongKhaiNganSach",
        NoticeKind.HOUSEHOLDS: "DanhSachHoNgheo",
    }[kind]
    number = f"_{subject}" if subject else ""
    return f"{stem}{number}{ending}"


def way_suffix(options: PaperOptions) -> str:
    """Return what the name of a file says of how it is printed."""
    return f"{'_de-trong' if options.blank else ''}{'_chu-lon' if options.large else ''}"


def _workbook(work: Work, kind: NoticeKind, subject: Subject, today: date, options: PaperOptions) -> Workbook:
    if kind is NoticeKind.HOUSEHOLDS and isinstance(subject, int):
        return wall_workbook(_commune(work), year_book(work, subject))
    decision = budget_decision(work, subject, today)
    if not decision.forms:
        raise KnownError(f"{decision.remark} Hãy nhập hoặc nạp số liệu trước khi lưu Excel.")
    return workbook(_commune(work), decision.only(options.forms).forms)


def _contents(
    work: Work, kind: NoticeKind, subject: Subject, today: date, options: PaperOptions, wording: Template
) -> Iterator[_Content]:
    day = options.dated or today
    if kind is NoticeKind.BUDGET_DECISION:
        decision = budget_decision(work, subject, today).only(options.forms)
        yield _cited(day) | decision_values(work, decision, _commune(work), day), ()
    elif isinstance(subject, BudgetTurn):
        raise TypeError(kind)
    else:
        yield from _contents_of(work, kind, subject, day, options, wording)


def _contents_of(
    work: Work, kind: NoticeKind, id: int, day: date, options: PaperOptions, wording: Template
) -> Iterator[_Content]:
    if kind is NoticeKind.RECEPTION:
        schedule = work.reception_schedules.get(id)
        sessions = work.reception_sessions.of_schedule(id)
        once = "{{thông tin chung}}" in wording.body
        yield reception_values(work, schedule, sessions), (reception_table(sessions, options.blank, once),)
    elif kind is NoticeKind.DIRECTORY:
        officers = directory_officers(work.officers.all(), _commune(work))
        yield directory_values(officers, _commune(work)), (directory_table(officers, options.blank),)
    elif kind is NoticeKind.HOUSEHOLDS:
        book = year_book(work, id)
        yield household_values(work, _commune(work), book, day), wall_blocks(book, options.blank)
    elif kind is NoticeKind.POSTING:
        yield _cited(day) | publication_values(work, work.publications.get(id), day), ()
    else:
        yield from _minutes(work, id, day, options)


def _minutes(work: Work, id: int, today: date, options: PaperOptions) -> Iterator[_Content]:
    publication = work.publications.get(id)
    wanted = options.place_ids or publication.place_ids
    own = [place for place in work.places.all() if place.id in publication.place_ids and not place.kind.is_event]
    places = [place for place in own if place.id in wanted]
    if not places:
        raise KnownError("Mục công khai này chưa chọn nơi niêm yết. Hãy chọn nơi rồi in biên bản.")
    common = publication_values(work, publication, today)
    for place in places:
        yield common | posting_values(work, publication, place), ()


def _cited(day: date) -> dict[str, str]:
    """Return the laws in force on `day` that papers cite, and what only the clerk knows."""
    return law_values(day) | {"bộ phận đề nghị": "bộ phận tài chính - kế toán", "cơ quan tài chính cấp trên": ""}


def _letter(
    commune: Commune, wording: Template, values: Mapping[str, str], tables: Sequence[Block], options: PaperOptions
) -> Letter:
    values = {**values, **options.values}

    def text(part: str) -> str:
        return _text(part, values, options)

    signer = "" if options.blank else text(wording.signer).replace(DOTS, "")
    number, _, symbol = options.number.partition("/")
    return Letter(
        issuer=issuer(commune),
        symbol=symbol if symbol and not options.blank else text(wording.symbol),
        place="" if wording.parties else commune.seat or commune.name,
        kind=text(wording.kind),
        subject=text(wording.subject),
        addressee="",
        blocks=tuple(_blocks("\n".join(map(text, _said(wording.body, values, options))), tables)),
        signature=Signature(tuple(map(text, wording.signature)), signer),
        recipients=tuple(text(line) for line in wording.recipients if _is_known(line, values) or options.blank),
        number="" if options.blank else number,
        dated=None if options.blank else options.dated,
        bases=tuple(
            base for line in wording.bases if _is_known(line, values) or options.blank for base in _bases(text(line))
        ),
        authority=text(wording.authority),
        parties=tuple(Signature((text(party),), text(name).replace(DOTS, "")) for party, name in wording.parties),
        size=WALL if options.large else DESK,
        draft_mark=sample_mark(commune),
    )


def _text(part: str, values: Mapping[str, str], options: PaperOptions) -> str:
    known = dict(values)
    if "nội dung" in options.values:
        known["nội dung viết thường"] = lower_first(options.values["nội dung"])
    if options.blank:
        known = {name: value if name in ALWAYS else "" for name, value in known.items()}
    size = WALL if options.large else DESK
    lines = {name: long_dots(name, size) for name in known} if options.blank else {}
    return filled(part, {name: value or lines.get(name) or dots(name) for name, value in known.items()})


def _bases(line: str) -> list[str]:
    """Return a base for each line of the value in it: "Căn cứ A", "Căn cứ B"."""
    first, *others = line.split("\n")
    return [first, *(f"Căn cứ {each}" for each in others)]


def _said(body: str, values: Mapping[str, str], options: PaperOptions) -> Iterator[str]:
    """Yield the lines of the body without those that have nothing to say, and without a heading left alone."""
    heading = ""
    for line in filter(None, map(str.strip, body.splitlines())):
        if OPTIONAL.intersection(placeholders(line)) and not _has_words(line, values, options):
            heading = ""
        elif line.startswith("#"):
            if heading:
                yield heading
            heading = line
        else:
            yield from filter(None, (heading, line))
            heading = ""
    if heading:
        yield heading


def _has_words(line: str, values: Mapping[str, str], options: PaperOptions) -> bool:
    names, known = OPTIONAL.intersection(placeholders(line)), dict(values) | dict(options.values)
    return all(known.get(name) for name in names) and not (options.blank and FROM_DATA & names)


def _is_known(line: str, values: Mapping[str, str]) -> bool:
    """Tell whether a line of bases or recipients has something in its places; otherwise it is left out."""
    return all(values.get(name, "?") for name in placeholders(line))


def _blocks(body: str, tables: Sequence[Block]) -> Iterator[Block]:
    for line in filter(None, map(str.strip, body.splitlines())):
        if line == TABLE_LINE:
            yield from tables
        elif line.startswith("# "):
            yield Heading(line[2:], 0)
        elif line.startswith("## "):
            yield Heading(line[3:], 2)
        else:
            article = _ARTICLE.match(line)
            yield Paragraph(line, article[0] if article else "")


def _render(kind: PaperFile, made: Sequence[Letter], book: Workbook | None) -> bytes:
    if kind is PaperFile.XLSX and book:
        from papi_desktop.exporters.xlsx import workbook_xlsx

        return workbook_xlsx(book)
    if kind is PaperFile.PDF:
        return preview(made)
    if kind is PaperFile.XLSX and book:
        from papi_desktop.exporters.xlsx import workbook_xlsx

        return workbook_xlsx(book)
    from papi_desktop.exporters.docx import letters_docx

    return letters_docx(made)


def _commune(work: Work) -> Commune:
    commune = work.commune.get()
    if commune is None:
        raise KnownError("Chưa có thông tin đơn vị nên chưa in được. Hãy khai báo đơn vị trong phần Thiết lập.")
    return commune
