"""Draws every printable notice page by page, and the windows in which papers are printed and wordings tried."""

from collections.abc import Callable
from functools import partial

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from db.database import Database
from papi_desktop.paths import DataFolder
from papi_desktop.services.notice_templates import NoticeKind
from papi_desktop.services.notices import PaperOptions, letters, preview
from papi_desktop.services.sample import SAMPLE_DAY
from papi_desktop.services.work import Work
from tests.camera import Camera, draw_pages, settle, with_dialog
from ui.publications.page import LIST, PublicationsPage
from ui.reception.page import ReceptionPage
from ui.settings.page import SettingsPage
from ui.settings.templates import TemplatesPane
from ui.widgets.print_dialog import PrintDialog
from ui.window import Window

_WAYS = {"": PaperOptions(), "-large": PaperOptions(large=True), "-blank": PaperOptions(blank=True)}
_MANY = 2
"""Minutes come for each place; those of the first and of the last show the form."""


def names() -> list[str]:
    """Return the pictures without which something is wrong."""
    papers = [f"paper-{kind}{way}-01" for kind in NoticeKind for way in _WAYS]
    return [*papers, *(f"dialog-print-{kind}" for kind in NoticeKind), "dialog-reception.change", "page-opinions"]


def notice_pages(camera: Camera, folder: DataFolder) -> None:
    """Draw the papers of the sample commune: as usual, large, and blank."""
    database = Database(folder)
    database.open()
    for kind in NoticeKind:
        for way, options in _WAYS.items():
            with database.work() as work:
                made = letters(work, kind, _subject(work, kind), SAMPLE_DAY, options)
            draw_pages(camera, f"paper-{kind}{way}", preview(made if len(made) <= _MANY else (made[0], made[-1])))
    database.close()


def paper_windows(camera: Camera, window: Window) -> None:
    """Draw the window of each paper, the change of a session, the opinions on a posting and a wording tried."""
    found: list[dict[NoticeKind, int]] = []
    window.desk.operations.read(lambda work: {kind: _subject(work, kind) for kind in NoticeKind}, found.append)
    settle(window)
    for kind, id in found[0].items():
        dialog = PrintDialog(window, window.desk, kind, id)
        with_dialog(dialog.open, _patient(camera, window, f"dialog-print-{kind}"))
    reception = window.open_page("reception")
    assert isinstance(reception, ReceptionPage)
    settle(window)
    reception.table.select_id(reception.table.lines.lines[0].id)
    settle(window)
    with_dialog(reception.detail.open_change, partial(camera.take, "dialog-reception.change"))
    publications = window.open_page("publications")
    assert isinstance(publications, PublicationsPage)
    settle(window)
    publications.open_view(LIST)
    settle(window)
    publications.table.select_id(found[0][NoticeKind.POSTING])
    settle(window)
    publications.detail.tabs.open("opinions")
    settle(window)
    camera.take("page-opinions", window)
    with_dialog(publications.detail.opinions.open_new, partial(camera.take, "dialog-opinion"))
    settings = window.open_page("settings")
    assert isinstance(settings, SettingsPage)
    pane = settings.tabs.open("templates")
    assert isinstance(pane, TemplatesPane)
    settle(window)
    with_dialog(pane.preview, _patient(camera, window, "dialog-templates.preview"))


def _patient(camera: Camera, window: Window, name: str) -> Callable[[QDialog], None]:
    def use(dialog: QDialog) -> None:
        settle(window)
        QTest.qWait(200)
        settle(window)
        camera.take(name, dialog)

    return use


def _subject(work: Work, kind: NoticeKind) -> int:
    if kind is NoticeKind.DIRECTORY:
        return 0
    if kind is NoticeKind.HOUSEHOLDS:
        return work.household_lists.all()[0].year
    if kind is NoticeKind.RECEPTION:
        return work.reception_schedules.all()[0].id
    hung = [each for each in work.publications.all() if each.kind.startswith("budget")]
    return next(each.id for each in hung if work.postings.of_publication(each.id))
