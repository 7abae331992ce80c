"""The annex of plan 239/KH-UBND, and its table written as Word and Excel files in many shapes."""

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from itertools import groupby

import docx
import openpyxl
from docx.oxml import OxmlElement
from openpyxl.worksheet.worksheet import Worksheet

from papi_desktop import catalog
from papi_desktop.domain.plans import PlanProposal
from papi_desktop.importers.excel_tables import read_workbook
from papi_desktop.importers.plan import propose
from papi_desktop.importers.word_tables import read_document

TODAY = date(2026, 3, 2)
HEADINGS = (
    "TT",
    "Nhiệm vụ trọng tâm",
    "Tổ chức, cá nhân chủ trì thực hiện",
    "Tổ chức, cá nhân chịu trách nhiệm phối hợp/ thực hiện",
    "Thời gian hoàn thành",
)
TITLE = (
    "NHIỆM VỤ CẢI THIỆN CHỈ SỐ NỘI DUNG VÀ NỘI DUNG THÀNH PHẦN",
    "THUỘC CHỈ SỐ PAPI TỈNH LÀO CAI NĂM 2022",
    "(Kèm theo Kế hoạch số 239/KH-UBND ngày 30 tháng 6 năm 2022 của UBND tỉnh Lào\nCai)",
)
KEYS = ("code", "task", "lead", "coordinating", "deadline")
LED = ["1.2", "1.3", "2.2", "2.3", "2.4", "2.5", "3.1", "3.2", "4.1", "4.4", "4.6", "5.1", "5.2", "5.3", "6.7"]
COORDINATED = ["2.1", "2.6", "3.3", "4.5", "6.1", "6.5", "6.6", "6.8", "7.1", "7.2", "8.1", "8.2", "8.3"]
INFORMED = ["1.1", "3.4", "3.5", "4.2", "4.3", "6.2", "6.3", "6.4", "7.3", "8.4", "8.5"]

Cells = Sequence[str]


def annex() -> list[list[str]]:
    """Return the 39 rows of the annex, as printed."""
    return [[row[key] for key in KEYS] for row in catalog.rows("plan_laocai_2022")]


def by_content() -> list[list[list[str]]]:
    """Return the rows in their eight groups."""
    rows = catalog.rows("plan_laocai_2022")
    return [[[row[key] for key in KEYS] for row in group] for _, group in groupby(rows, lambda row: row["dimension"])]


def with_headings(heading: Callable[[int], Cells]) -> list[Cells]:
    """Return all rows with one heading row before each group; `heading` gets the group's number."""
    return [row for number, group in enumerate(by_content(), 1) for row in (heading(number), *group)]


def sheet(rows: Sequence[Cells], title: Cells = TITLE, headings: Cells = HEADINGS) -> openpyxl.Workbook:
    """Return a workbook with the title, an empty row, the header and the rows."""
    workbook = openpyxl.Workbook()
    page = active(workbook)
    for line in title:
        page.append([line])
    page.append([])
    for row in (headings, *rows):
        page.append(list(row))
    return workbook


def active(workbook: openpyxl.Workbook) -> Worksheet:
    """Return a workbook's first sheet."""
    page = workbook.active
    assert isinstance(page, Worksheet)
    return page


def saved(file: openpyxl.Workbook | docx.document.Document) -> bytes:
    """Return a workbook or document as the bytes of its file."""
    target = BytesIO()
    file.save(target)
    return target.getvalue()


def document(*tables: Sequence[Cells], title: Cells = TITLE) -> docx.document.Document:
    """Return a Word document with the title and one table after another."""
    paper = docx.Document()
    for line in title:
        paper.add_paragraph(line)
    for rows in tables:
        table = paper.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        paper.add_paragraph("")
    return paper


def tracked(paper: docx.document.Document, tag: str, text: str) -> None:
    """Add text to the last paragraph as a tracked change: "w:ins" or "w:del"."""
    change, run = OxmlElement(tag), OxmlElement("w:r")
    words = OxmlElement("w:t" if tag == "w:ins" else "w:delText")
    words.text = text
    run.append(words)
    change.append(run)
    paper.paragraphs[-1]._p.append(change)


def read_xlsx(workbook: openpyxl.Workbook) -> PlanProposal:
    """Read a workbook in this process."""
    return propose(read_workbook(saved(workbook)), TODAY, "ke-hoach.xlsx", "0" * 64)


def read_docx(paper: docx.document.Document) -> PlanProposal:
    """Read a document in this process."""
    return propose(read_document(saved(paper)), TODAY, "ke-hoach.docx", "0" * 64)


def assert_is_the_annex(proposal: PlanProposal) -> None:
    """Check every text, every content and every part against the paper."""
    texts = [[t.code, t.text, t.lead_text, t.coordinating_text, t.deadline.text] for t in proposal.tasks]
    assert texts == annex()
    assert_has_the_parts(proposal)


def assert_has_the_parts(proposal: PlanProposal) -> None:
    """Check that the 39 tasks are in their contents, with the commune's part in each."""
    parts = {
        part: [task.proposed_code for task in proposal.tasks if task.part == part] for part in ("chủ trì", "phối hợp")
    }
    assert len(proposal.tasks) == 39
    assert parts == {"chủ trì": LED, "phối hợp": COORDINATED}
    assert [task.proposed_code for task in proposal.tasks if task.part == "để biết"] == INFORMED
    assert all(task.proposed_code == f"{task.dimension}.{task.ordinal}" for task in proposal.tasks)
