"""The report of a period: its document and its workbook, both made from the same findings, and what is kept of it."""

from dataclasses import replace
from datetime import date

from papi_desktop.domain.commune import Unit
from papi_desktop.domain.documents import Block, Heading, Letter, Paragraph, Sheet, Signature, Workbook
from papi_desktop.domain.periods import Period
from papi_desktop.domain.reports import Report
from papi_desktop.domain.stores import Saved
from papi_desktop.domain.text import fold, nfc
from papi_desktop.services.report_annexes import annexes
from papi_desktop.services.report_book import read_commune
from papi_desktop.services.report_comparison import contents_table, key_table
from papi_desktop.services.report_findings import Findings, gather, report_of
from papi_desktop.services.report_text import COMPARISON, RESULTS, sections, subject
from papi_desktop.services.work import Work

SIGNER_TITLES = ("CHỦ TỊCH", "PHÓ CHỦ TỊCH")
SAMPLE_MARK = "DỮ LIỆU MẪU"

_BLANK_NAME = "." * 40


def letter(findings: Findings) -> Letter:
    """Return the report as a document by NĐ 30/2020/NĐ-CP, with its annexes."""
    commune, report, is_month = findings.commune, findings.report, bool(findings.period.month)
    return Letter(
        issuer=("ỦY BAN NHÂN DÂN", commune.full_name.upper()),
        symbol="" if is_month else "BC-UBND",
        place=commune.seat or commune.name,
        kind="BÁO CÁO",
        subject=subject(findings),
        addressee=f"Chủ tịch {commune.committee}" if is_month else commune.recipient,
        blocks=blocks(findings),
        signature=signature(report, is_month),
        recipients=recipients(findings),
        number="" if is_month else report.number,
        dated=report.dated,
        annexes=annexes(findings),
        file_mark=f"{file_stem(findings)} · số liệu đến {findings.day:%d/%m/%Y}",
        draft_mark=SAMPLE_MARK if commune.is_sample else "",
    )


def blocks(findings: Findings) -> tuple[Block, ...]:
    """Return the body: headings and paragraphs of the sections, with the two tables of figures in their places."""
    found: list[Block] = []
    for section in sections(findings):
        if section.heading:
            found.append(Heading(section.heading, section.level))
        if section.text.strip():
            found.append(Paragraph(section.text))
        if section.key == RESULTS:
            found.append(contents_table(findings))
        if section.key == COMPARISON:
            found.append(key_table(findings))
    return tuple(found)


def signature(report: Report, is_month: bool) -> Signature:
    """Return the signature block: the chairman's own, a deputy's for the chairman, or the officer's under a month."""
    if is_month:
        return Signature(("NGƯỜI TỔNG HỢP",), _BLANK_NAME)
    title = report.signer_title.strip().upper() or SIGNER_TITLES[0]
    lines = ("CHỦ TỊCH",) if title == SIGNER_TITLES[0] else ("KT. CHỦ TỊCH", title)
    return Signature(("TM. ỦY BAN NHÂN DÂN", *lines), report.signer)


def recipients(findings: Findings) -> tuple[str, ...]:
    """Return who else gets the report."""
    unit = findings.commune.unit
    if findings.period.month:
        return ("Như trên", "Lưu: VT")
    return (
        "Như trên",
        f"TT Đảng ủy, TT HĐND {unit} (b/c)",
        f"Chủ tịch, các Phó Chủ tịch UBND {unit}",
        f"UBMTTQ Việt Nam và các đoàn thể {unit}",
        "Các tổ dân phố" if unit in (Unit.WARD, Unit.TOWNSHIP) else "Các thôn",
        "Lưu: VT",
    )


def workbook(findings: Findings) -> Workbook:
    """Return the report's figures as a workbook: the summary and one sheet for each annex."""
    issuer = f"ỦY BAN NHÂN DÂN {findings.commune.full_name.upper()}"
    about = f"(Kèm theo Báo cáo {findings.period.title}; số liệu đến ngày {findings.day:%d/%m/%Y})"
    sample = ("DỮ LIỆU MẪU",) if findings.commune.is_sample else ()
    summary = Sheet(
        "Tổng hợp",
        (issuer, f"TỔNG HỢP KẾT QUẢ THỰC HIỆN KẾ HOẠCH PAPI {findings.period.title.upper()}", about, *sample),
        contents_table(findings),
    )
    sheets = [
        Sheet(
            annex.sheet_name,
            (issuer, f"PHỤ LỤC {annex.number}. {annex.title.upper()}", about, *sample),
            annex.table,
            (annex.note,) if annex.note else (),
            annex.landscape,
        )
        for annex in annexes(findings)
    ]
    return Workbook(subject(findings), findings.commune.committee, (summary, *sheets), file_stem(findings))


def file_stem(findings: Findings) -> str:
    """Return a file name without ending that every disk takes: "BaoCao_PAPI_2022-Q3_XaAnBinh"."""
    words = "".join(letter if letter.isalnum() else " " for letter in fold(findings.commune.full_name)).split()
    name = "".join(word.capitalize() for word in words if word.isascii())
    return f"BaoCao_PAPI_{findings.period.code}_{name}"[:100]


def keep_text(work: Work, period: Period, key: str, text: str | None, today: date) -> Saved[Report]:
    """Keep the officer's own words for one section; None or the draft itself goes back to the draft."""
    findings = gather(work, period, today)
    drafts = {section.key: section.draft for section in sections(findings)}
    texts = dict(findings.report.texts)
    texts.pop(key, None)
    if text is not None and nfc(text).strip() != drafts.get(key, "").strip():
        texts[key] = nfc(text).strip()
    return work.reports.put(replace(findings.report, texts=tuple(texts.items())))


def keep_details(
    work: Work, period: Period, number: str, dated: date | None, signer: str, signer_title: str
) -> Saved[Report]:
    """Keep the report's number, date and signer."""
    report = report_of(work, period, read_commune(work))
    details = replace(report, number=number.strip(), dated=dated, signer=signer.strip(), signer_title=signer_title)
    return work.reports.put(details)
