"""Draws what a file of results would change, the faces of the results and the chairman's month, and the new year."""

import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from papi_desktop.domain.documents import Column, Row, Sheet, Table, Workbook
from papi_desktop.exporters.xlsx import workbook_xlsx
from tests.camera import Camera, settle, with_dialog
from ui.results.page import LIST, ResultsPage
from ui.reviews.page import PAPER, YEAR, ReviewsPage
from ui.window import Window

NAMES = ("results-list", "results-add", "review-paper", "review-year", "plan-new-year")


def pages(camera: Camera, window: Window) -> None:
    """Draw the faces and the dialogs."""
    results(camera, window)
    reviews(camera, window)
    shown = window.open_page("planning")
    settle(window)
    with_dialog(shown.findChild(QAbstractButton, "plans.new_year").click, partial(camera.take, "plan-new-year"))


def results(camera: Camera, window: Window) -> None:
    """Draw the list with a year opened, and the form of a new one."""
    shown = window.open_page("results")
    assert isinstance(shown, ResultsPage)
    shown.open_view(LIST)
    settle(window)
    shown.table.select_id(shown.table.lines.lines[0].id)
    settle(window)
    camera.take("results-list", window)
    with_dialog(shown.add, partial(camera.take, "results-add"))


def reviews(camera: Camera, window: Window) -> None:
    """Draw the chairman's sheet as it will be printed, and each officer's year."""
    shown = window.open_page("reviews")
    assert isinstance(shown, ReviewsPage)
    for view in (PAPER, YEAR):
        shown.open_view(view)
        settle(window)
        QTest.qWait(200)
        settle(window)
        camera.take(f"review-{view}", window)


def results_file(camera: Camera, window: Window) -> None:
    """Draw what a file of results would change."""
    shown = window.open_page("results")
    assert isinstance(shown, ResultsPage)
    with tempfile.TemporaryDirectory(prefix="Ket qua ") as folder:
        path = results_workbook(Path(folder) / "Kết quả PAPI.xlsx")
        with_dialog(partial(shown.read_file, path), partial(camera.take, "results-file"), patience=20)
    settle(window)


def results_workbook(target: Path) -> Path:
    """Write results of two years, one of them saved already."""
    table = Table(
        tuple(Column(heading, 10) for heading in ("Năm", "Tổng điểm", "Nhóm", "Xếp hạng")),
        (Row(("2021", "40,2", "Thấp", "49/60")), Row(("2022", "41,9", "TB thấp", "44/61"))),
    )
    sheet = Sheet("Kết quả", ("KẾT QUẢ PAPI",), table)
    target.write_bytes(workbook_xlsx(Workbook("Kết quả PAPI", "Ủy ban nhân dân", (sheet,))))
    return target
