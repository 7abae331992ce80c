"""The main job from an empty folder to the files for the district, driven through the real window."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar, cast

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from db.database import Database
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.tasks import Status
from papi_desktop.domain.text import nfc
from papi_desktop.paths import DataFolder
from tests.importers.annex import HEADINGS, annex, document, sheet
from ui.app import Program
from ui.dialogues.page import DialoguesPage
from ui.planning.page import PlanningPage
from ui.publications.page import PublicationsPage
from ui.reports.page import ReportsPage
from ui.tasks.detail import TaskDetail
from ui.tasks.page import TasksPage
from ui.widgets.form import Form
from ui.widgets.target import DONE
from ui.window import Window
from ui.wizard.wizard import Wizard

PageT = TypeVar("PageT", bound=QWidget)
VILLAGES = ("Thôn Bản Vền", "Thôn Bản Trung", "Thôn Châu Giàng")
RESULT = "Đã lập sổ ghi chép đóng góp tại 3/3 thôn."
OPINION = "Đề nghị sửa đường vào Thôn Bản Vền trước mùa mưa."


def as_workbook(folder: Path) -> Path:
    path = folder / "Phụ lục kế hoạch 239.xlsx"
    sheet(annex()).save(path)
    return path


def as_document(folder: Path) -> Path:
    path = folder / "Phụ lục kế hoạch 239.docx"
    document([HEADINGS, *annex()]).save(str(path))
    return path


class Officer:
    """Does what a person does: opens, presses, types, and waits until it is done."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot, self.program = qtbot, program

    @property
    def window(self) -> Window:
        assert self.program.window is not None
        return self.program.window

    def settle(self) -> None:
        busy = self.window.desk.operations
        for _ in range(3):
            self.qtbot.wait(5)
            self.qtbot.waitUntil(lambda: not busy.is_busy, timeout=30_000)

    def open(self, name: str, kind: type[PageT]) -> PageT:
        self.press(self.window, f"nav.{name}")
        page = self.window.stack.currentWidget()
        assert isinstance(page, kind)
        return page

    def press(self, root: QWidget, name: str) -> None:
        found = [each for each in root.findChildren(QAbstractButton, name) if each.isVisible() and each.isEnabled()]
        assert found, name
        found[0].click()
        if self.program.window is not None:
            self.settle()

    def fill(self, form: Form, **values: Any) -> None:
        """Put values into fields as if they had been typed and left."""
        for key, value in values.items():
            form.editor(key).show_value(value)
            form.edited.emit(key, value)

    def dialog(self) -> QDialog:
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found


def type_into(root: QWidget, name: str, words: str) -> None:
    control = root.findChild(QWidget, name)
    if isinstance(control, QLineEdit):
        control.setText(words)
    else:
        cast(QPlainTextEdit, control).setPlainText(words)


@pytest.fixture
def officer(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Officer]:
    program = Program(qapp, DataFolder(tmp_path / "Dữ liệu PAPI"), Database)
    yield Officer(qtbot, program)
    qapp.lastWindowClosed.disconnect()
    program.close_window()
    qapp.setQuitOnLastWindowClosed(True)


def start(officer: Officer) -> None:
    """Answer the wizard and come to the window."""
    officer.program.begin(demo=False)
    wizard = officer.program.wizard
    assert isinstance(wizard, Wizard)
    for field, words in (("name", "Bản Qua"), ("district", "Bát Xát"), ("province", "Lào Cai")):
        type_into(wizard, f"wizard.form.{field}", words)
    type_into(wizard, "wizard.form.chairman", "Nguyễn Văn Lâm")
    officer.press(wizard, "wizard.forward")
    officer.press(wizard, "wizard.forward")
    type_into(wizard, "wizard.form.villages", "\n".join(VILLAGES))
    wizard.findChild(QAbstractButton, "wizard.forward").click()
    officer.qtbot.waitUntil(lambda: officer.program.window is not None, timeout=10_000)
    officer.qtbot.waitUntil(lambda: officer.window.desk.commune is not None, timeout=10_000)
    officer.window.resize(1366, 768)
    officer.window.desk.choose_period(read_period("2022-Q3"))
    officer.settle()


def load_plan(officer: Officer, path: Path) -> None:
    """Read the province's file, see the counts, and save."""
    tasks = officer.open("tasks", TasksPage)
    officer.press(tasks, "tasks.load_plan")
    page = officer.window.stack.currentWidget()
    assert isinstance(page, PlanningPage)
    page.choose.chosen.emit(path)
    officer.settle()
    assert page.preview.counts.text().startswith("39 nhiệm vụ: 15 chủ trì, 13 phối hợp, 11 để biết")
    officer.press(page, "plans.save")
    assert len(tasks.table.lines.lines) == 28


def record_progress(officer: Officer) -> None:
    """Write the result of task 1.3 for the quarter."""
    page = officer.open("tasks", TasksPage)
    line = next(each for each in page.table.lines.lines if each.code == "1.3")
    page.table.select_id(line.id)
    officer.settle()
    assert page.side is not None
    detail = page.side.detail
    assert isinstance(detail, TaskDetail)
    officer.fill(detail.progress, result=RESULT)
    officer.settle()
    officer.fill(detail.progress, status=Status.DONE)
    officer.settle()


def publish(officer: Officer) -> None:
    """Take a publication from the catalogue and put it up at every place."""
    page = officer.open("publications", PublicationsPage)
    officer.press(page, "publications.add")
    new = officer.dialog()
    table = cast(Any, new).table
    table.select_id(table.lines.lines[0].id)
    officer.fill(cast(Any, new).form, trigger_on=date(2022, 7, 4))
    officer.press(new, "publications.new.save")
    officer.press(page, "publications.put_up")
    put_up = officer.dialog()
    officer.fill(cast(Any, put_up).form, since=date(2022, 7, 5), by="Trần Thị Hoa")
    officer.press(put_up, "put_up.form.save")
    assert page.table.lines.lines


def hold_dialogue(officer: Officer) -> None:
    """Record a dialogue with one opinion that is answered."""
    page = officer.open("dialogues", DialoguesPage)
    officer.press(page, "dialogues.add")
    dialog = officer.dialog()
    officer.fill(
        cast(Any, dialog).form, topic="Đối thoại với Nhân dân quý III", held_on=date(2022, 8, 10), attendance=64
    )
    officer.press(dialog, "dialogues.form.save")
    officer.press(page, "opinions.add")
    opinion = officer.dialog()
    officer.fill(cast(Any, opinion).form, content=OPINION, group=VILLAGES[0], due_on=date(2022, 8, 25))
    officer.fill(cast(Any, opinion).form, answer="UBND xã đã sửa xong.", answered_on=date(2022, 8, 20))
    officer.press(opinion, "opinions.form.save")


def hand_over(officer: Officer, target: Path) -> ReportsPage:
    """Read what is missing, give the number and the date, look at the pages, and write the files."""
    page = officer.open("reports", ReportsPage)
    assert page.findings is not None
    assert page.findings.gaps
    officer.press(page, "reports.next")
    officer.fill(page.texts.details, number="86")
    officer.settle()
    officer.fill(page.texts.details, dated=date(2022, 9, 9))
    officer.settle()
    officer.press(page, "reports.next")
    officer.qtbot.waitUntil(lambda: page.preview.pages.page_count > 3, timeout=30_000)
    officer.press(page, "reports.next")
    page.export.choose(target)
    page.export.findChild(QCheckBox, "reports.kind.docx").click()
    officer.press(page, "reports.export")
    return page


@pytest.mark.parametrize("write", [as_workbook, as_document])
def test_from_an_empty_folder_to_the_report_on_a_stick(
    officer: Officer, tmp_path: Path, write: Callable[[Path], Path]
) -> None:
    target = tmp_path / "USB"
    target.mkdir()
    start(officer)
    load_plan(officer, write(tmp_path))
    record_progress(officer)
    publish(officer)
    hold_dialogue(officer)
    page = hand_over(officer, target)

    assert page.export.message.sentence.text() == DONE
    names = {path.suffix: path for path in target.iterdir()}
    assert set(names) == {".xlsx", ".pdf", ".docx"}
    check_workbook(names[".xlsx"])
    check_pdf(names[".pdf"])


def check_workbook(path: Path) -> None:
    """See that what was recorded stands in the workbook, as text and as dates."""
    book = openpyxl.load_workbook(path)
    values = [cell.value for page in book for line in page.iter_rows() for cell in line if cell.value is not None]
    texts = [value for value in values if isinstance(value, str)]
    assert any(RESULT.rstrip(".") in text for text in texts)
    assert any(OPINION.rstrip(".") in text for text in texts)
    assert datetime(2022, 7, 5) in values
    assert all(text == nfc(text) for text in texts)


def check_pdf(path: Path) -> None:
    """See that the letter can be read back from the PDF."""
    words = " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
    assert "ỦY BAN NHÂN DÂN" in words
    assert "XÃ BẢN QUA" in words
    assert "86/BC-UBND" in words
    assert "Bản Qua, ngày 09 tháng 9 năm 2022" in words
    assert "Kính gửi: UBND huyện Bát Xát (qua Phòng Nội vụ)" in words
    assert "Tổng số 28 nhiệm vụ" in words
    assert RESULT.rstrip(".") in words
    assert "Nguyễn Văn Lâm" in words
