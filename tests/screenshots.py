"""Draws every page, dialog and wizard step, and every page of the report, with the sample data, as PNG files."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from time import monotonic, time

if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    # relative, because a colon ends the name of a file there; without it the screen is 800×800
    screen = os.path.relpath(Path(__file__).with_name("screen.json"))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTableView, QWidget

from db.database import Database
from papi_desktop.domain.periods import read_period
from papi_desktop.importers.excel_tables import read_workbook
from papi_desktop.importers.plan_choices import tables_of
from papi_desktop.paths import DataFolder
from papi_desktop.services.report_export import preview
from papi_desktop.services.report_findings import gather
from papi_desktop.services.sample import SAMPLE_COMMUNE, SAMPLE_DAY, fill_sample
from papi_desktop.services.setup import set_up
from papi_desktop.settings import Settings
from tests import screenshot_papers, screenshot_plan, screenshot_registers, screenshot_results, screenshot_tasks
from tests.camera import Camera, draw_pages, named, settle, with_dialog
from tests.importers.annex import annex, saved, sheet
from ui.app import application
from ui.desk import Desk
from ui.operations import Operations
from ui.pages import PAGES, Feature
from ui.planning.columns import ColumnsDialog
from ui.planning.page import PlanningPage
from ui.reports.page import ReportsPage, Step
from ui.theme import theme
from ui.widgets.questions import ask
from ui.widgets.register_page import RegisterPage
from ui.window import Window
from ui.wizard.wizard import Wizard

SCREEN = (1366, 728)
"""What a taskbar leaves of 1366×768."""
SCALES = {"medium-": 1.25, "large-": 1.5}
"""How much larger Windows may be told to show everything, by what the names of those pictures begin with."""
PERIODS = ("2022-Q3", "2022-Y", "2022-11")
OPENS_DIALOGS = (".add", ".put_up", ".take_down", ".required")
OPENS_PANES = (".tab.", ".view.")
OPENS_FILES = ("plans.add", "evidence.add")


def main(arguments: list[str]) -> int:
    """Draw everything and print the list; anything that is missing ends in an error."""
    parser = argparse.ArgumentParser(description="Draw every page, dialog and report with the sample data.")
    parser.add_argument("--out", type=Path, required=True, help="folder for the PNG files")
    parser.add_argument("--sample", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--prefix", choices=SCALES, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    app = application()
    theme.apply(app)
    if chosen.prefix:
        scaled(Camera(chosen.out, chosen.prefix), DataFolder(chosen.sample), SCALES[chosen.prefix])
        return 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        everything(Camera(chosen.out), Path(place), chosen.out)
    return 0


def everything(camera: Camera, place: Path, out: Path) -> None:
    """Draw all at 100 %, and the main pages once more at each scale in a process of its own."""
    started, began = monotonic(), time()
    sample = filled(DataFolder(place / "mẫu"))
    others = [drawing(prefix, out, filled(DataFolder(place / prefix))) for prefix in SCALES]
    pdf_pages(camera, sample)
    screenshot_registers.printed_pages(camera, sample)
    screenshot_papers.notice_pages(camera, sample)
    wizard(camera, DataFolder(place / "mới"))
    empty_pages(camera, place)
    sample_pages(camera, filled(DataFolder(place / "mẫu hai")))
    for other in others:
        if other.wait():
            raise SystemExit(f"Not drawn: {' '.join(map(str, other.args))}")
    found = sorted(path for path in out.glob("*.png") if path.stat().st_mtime >= began - 2)
    print("\n".join(path.name for path in found))
    missing = [name for name in expected() if out / f"{name}.png" not in found]
    if missing:
        raise SystemExit(f"Missing: {', '.join(missing)}")
    print(f"{len(found)} pictures in {monotonic() - started:.0f} s")


def drawing(prefix: str, out: Path, folder: DataFolder) -> subprocess.Popen[bytes]:
    """Start to draw the main pages at a scale, and return the process that does it."""
    chosen = ["--out", str(out), "--sample", str(folder.root), "--prefix", prefix]
    scale = {"QT_SCALE_FACTOR": str(SCALES[prefix])}
    return subprocess.Popen([sys.executable, "-m", "tests.screenshots", *chosen], env=os.environ | scale)


def expected() -> Iterable[str]:
    """Return the names of the pictures without which something is wrong."""
    for feature in PAGES:
        yield from (f"page-{feature.name}", f"empty-{feature.name}")
        yield from (f"{prefix}page-{feature.name}" for prefix in SCALES)
    yield from (f"wizard-{number}" for number in (1, 2, 3))
    yield from (f"report-{step.value + 1}-{step.name.lower()}" for step in Step)
    yield from ("plan-preview", "plan-preview-detail", "plan-changes")
    yield from screenshot_tasks.NAMES
    yield from (f"pdf-{period}-01" for period in PERIODS)
    yield from screenshot_papers.names()
    yield from (f"{size}{name}" for size in ("", *SCALES) for name in screenshot_results.NAMES)
    yield "results-file"


def filled(folder: DataFolder) -> DataFolder:
    """Return a data folder with the sample data."""
    database = Database(folder)
    database.open()
    with database.work() as work:
        fill_sample(work, folder)
    database.close()
    return folder


def pdf_pages(camera: Camera, folder: DataFolder) -> None:
    """Draw every page of the reports of a quarter, the year and a month."""
    database = Database(folder)
    database.open()
    for code in PERIODS:
        with database.work() as work:
            findings = gather(work, read_period(code), SAMPLE_DAY)
        draw_pages(camera, f"pdf-{code}", preview(findings))
    database.close()


def wizard(camera: Camera, folder: DataFolder) -> None:
    """Draw the three steps, and the first one with what is missing."""
    window = Wizard(folder, Database)
    window.resize(1080, 680)
    window.show()
    window.forward()
    camera.take("wizard-1-wrong", window)
    commune = SAMPLE_COMMUNE
    window.steps[0].form.show_value(commune)  # type: ignore[attr-defined]
    QTest.qWait(50)
    camera.take("wizard-1", window)
    window.forward()
    QTest.qWait(50)
    camera.take("wizard-2", window)
    window.forward()
    window.steps[2].form.show_value({"villages": "Thôn Đông\nThôn Đoài\nThôn Trung\nThôn Thượng"})  # type: ignore[attr-defined]
    QTest.qWait(50)
    camera.take("wizard-3", window)
    window.close()


def opened(folder: DataFolder, size: tuple[int, int] = SCREEN) -> Window:
    """Return the window over a data folder, read and settled."""
    operations = Operations(lambda: Database(folder))
    window = Window(Desk(operations, folder, SAMPLE_DAY), Settings())
    window.resize(*size)
    window.show()
    operations.read(lambda work: work.commune.get(), window.welcome)
    settle(window)
    return window


def empty_pages(camera: Camera, place: Path) -> None:
    """Draw what each page says before there is anything."""
    folder = DataFolder(place / "trống")
    database = Database(folder)
    database.open()
    with database.work() as work:
        set_up(work, SAMPLE_COMMUNE, ["Thôn Đông", "Thôn Đoài"])
    database.close()
    window = opened(folder)
    for feature in PAGES:
        window.open_page(feature.name)
        settle(window)
        camera.take(f"empty-{feature.name}", window)
    plan_pages(camera, window)
    window.close()


def plan_pages(camera: Camera, window: Window) -> None:
    """Draw the plan as it was read, one row of it, and what a changed file would change."""
    page = plan_preview(camera, window)
    page.save()
    settle(window)
    window.open_page("planning")
    page.show_proposal(screenshot_plan.changed())
    settle(window)
    camera.take("plan-changes", window)
    tables = tables_of(read_workbook(saved(sheet(annex()))), {})
    with_dialog(ColumnsDialog(page, tables).open, partial(camera.take, "dialog-plans.columns"))


def plan_preview(camera: Camera, window: Window) -> PlanningPage:
    """Draw the plan as it was read, and one row of it that should be looked at."""
    page = window.open_page("planning")
    assert isinstance(page, PlanningPage)
    page.use_bundled()
    settle(window)
    page.show_rows()
    settle(window)
    camera.take("plan-preview", window)
    doubtful = next(line for line in page.preview.table.lines.lines if line.doubts)
    page.preview.table.select_id(doubtful.id)
    settle(window)
    camera.take("plan-preview-detail", window)
    return page


def sample_pages(camera: Camera, folder: DataFolder) -> None:
    """Draw each page with its lines, a line opened, its panes and its dialogs."""
    window = opened(folder)
    for feature in PAGES:
        page(camera, window, feature)
    screenshot_tasks.task_pages(camera, window)
    screenshot_results.pages(camera, window)
    screenshot_results.results_file(camera, window)
    report_steps(camera, window)
    report_files(camera, window)
    screenshot_registers.register_windows(camera, window)
    screenshot_papers.paper_windows(camera, window)
    window.header.search.setText("ho ngheo")
    window.header.search.returnPressed.emit()
    settle(window)
    camera.take("page-found", window)
    question = partial(ask, window, "Bỏ những gì vừa nhập?", "Bỏ", "Ở lại")
    with_dialog(question, partial(camera.take, "dialog-question"))
    window.close()


def page(camera: Camera, window: Window, feature: Feature) -> None:
    """Draw one page, its panes, its opened line, and every dialog that its buttons open."""
    shown = window.open_page(feature.name)
    settle(window)
    camera.take(f"page-{feature.name}", window)
    details(camera, window, shown, f"page-{feature.name}")
    dialogs(camera, window, shown)
    for name in [each.objectName() for part in OPENS_PANES for each in named(shown, part)]:
        next(each for each in shown.findChildren(QAbstractButton, name) if each.isVisible()).click()
        settle(window)
        pane = f"page-{feature.name}-{name.rpartition('.')[2]}"
        camera.take(pane, window)
        details(camera, window, shown, pane)
        dialogs(camera, window, shown)


def details(camera: Camera, window: Window, shown: QWidget, name: str) -> None:
    """Open a line of each list that is seen, and one cell of the board."""
    for register in (each for each in (shown, *shown.findChildren(RegisterPage)) if isinstance(each, RegisterPage)):
        lines = register.table.lines.lines
        if register.table.isVisible() and lines:
            register.table.select_id(lines[min(2, len(lines) - 1)].id)
            settle(window)
            camera.take(f"{name}-detail", window)
    board = shown.findChild(QTableView, "publications.matrix")
    if board and board.isVisible():
        with_dialog(partial(board.activated.emit, board.model().index(1, 1)), partial(camera.take, f"{name}-cell"))


def dialogs(camera: Camera, window: Window, shown: QWidget) -> None:
    """Press each button that may open a dialog, draw the dialog and put it away."""
    for choice in (each for part in OPENS_DIALOGS for each in named(shown, part)):
        name = f"dialog-{choice.objectName()}"
        is_new = camera.out / f"{name}.png" not in camera.taken
        if is_new and not choice.objectName().endswith(OPENS_FILES) and choice.isVisible() and choice.isEnabled():
            with_dialog(choice.click, partial(camera.take, name))
            settle(window)


def report_steps(camera: Camera, window: Window) -> None:
    """Draw the four steps of the report."""
    shown = window.open_page("reports")
    assert isinstance(shown, ReportsPage)
    for step in Step:
        shown.open_step(step)
        settle(window)
        QTest.qWait(200)
        settle(window)
        camera.take(f"report-{step.value + 1}-{step.name.lower()}", window)


def report_files(camera: Camera, window: Window) -> None:
    """Draw the last step after the files were written."""
    shown = window.open_page("reports")
    assert isinstance(shown, ReportsPage)
    with tempfile.TemporaryDirectory(prefix="Bao cao ") as folder:
        shown.export.choose(Path(folder))
        shown.export.export.click()
        settle(window)
        camera.take("report-4-export-done", window)


def scaled(camera: Camera, folder: DataFolder, scale: float) -> None:
    """Draw the main pages as they are on the same screen where everything is shown larger."""
    window = opened(folder, (int(SCREEN[0] / scale), int(SCREEN[1] / scale)))
    for feature in PAGES:
        shown = window.open_page(feature.name)
        settle(window)
        camera.take(f"page-{feature.name}", window)
        if isinstance(shown, RegisterPage) and shown.table.lines.lines:
            shown.table.select_id(shown.table.lines.lines[0].id)
            settle(window)
            camera.take(f"page-{feature.name}-detail", window)
    screenshot_tasks.faces(camera, window)
    screenshot_results.pages(camera, window)
    report_steps(camera, window)
    screenshot_registers.register_windows(camera, window)
    plan_preview(camera, window)
    window.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
