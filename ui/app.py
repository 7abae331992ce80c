"""The program with its window: dress, first frame, then the data; the wizard when there is no data yet."""

import sys
from collections.abc import Callable
from datetime import date
from types import TracebackType

from PySide6.QtCore import QLocale, QObject, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from papi_desktop import log
from papi_desktop.catalog import resource
from papi_desktop.domain.commune import Commune
from papi_desktop.paths import DataFolder
from papi_desktop.services.work import Storage
from papi_desktop.settings import Settings, read_settings
from ui import memory
from ui.desk import Desk
from ui.operations import Operations
from ui.pages import PAGES
from ui.theme import prepare, theme
from ui.window import Window

OpenStorage = Callable[[DataFolder], Storage]
_FIRST_FRAME = 30
"""Milliseconds left to the first frame before the database is loaded."""
_FIRST_READING = 600
"""Milliseconds left to the first page before the others are imported."""


def run(folder: DataFolder, open_storage: OpenStorage, demo: bool) -> int:
    """Show the window (or the wizard) and return the exit code when it is closed."""
    app = application()
    program = Program(app, folder, open_storage)
    sys.excepthook = program.take_error
    program.begin(demo)
    code = app.exec()
    program.close_window()
    return code


def application() -> QApplication:
    """Return the one application, in Vietnamese and with its style and fonts."""
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else QApplication([sys.argv[0]])
    app.setApplicationName("papi_desktop")
    app.setApplicationDisplayName("PAPI Desktop")
    app.setWindowIcon(QIcon(str(resource("icons", "program.svg"))))
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    translator = QTranslator(app)
    if translator.load(str(resource("translations", "qtbase_vi.qm"))):
        app.installTranslator(translator)
    prepare(app)
    return app


def dress(app: QApplication, settings: Settings) -> None:
    """Dress the application as the user chose."""
    theme.apply(app, settings.font_percent, settings.high_contrast)


class Program(QObject):
    """Holds what is open: a wizard, or a window with its data folder."""

    def __init__(self, app: QApplication, folder: DataFolder, open_storage: OpenStorage) -> None:
        super().__init__()
        memory.be_quiet()
        self._app, self._folder, self._open_storage = app, folder, open_storage
        self.window: Window | None = None
        self.wizard: QWidget | None = None
        dress(app, read_settings(folder))
        app.setQuitOnLastWindowClosed(False)
        app.lastWindowClosed.connect(lambda: QTimer.singleShot(0, self, self._quit_without_windows))

    def begin(self, demo: bool) -> None:
        """Open the sample data, the person's own data, or the wizard that makes it."""
        if demo:
            self.open(self._folder.sample)
        elif self._folder.database.exists():
            self.open(self._folder)
        else:
            self.start_wizard()

    def open(self, folder: DataFolder) -> None:
        """Show the window at once and read the data behind it."""
        self.close_window()
        settings = read_settings(folder)
        dress(self._app, settings)
        operations = Operations(lambda: self._open_storage(folder))
        window = Window(Desk(operations, folder, date.today()), settings)
        window.own_data_wanted.connect(lambda: self.begin(demo=False))
        self.window = window
        window.appear()
        QTimer.singleShot(_FIRST_FRAME, window, lambda: self._read(window))

    def start_wizard(self) -> None:
        """Ask for the commune; the wizard offers the sample data too."""
        from ui.wizard.wizard import Wizard

        wizard = Wizard(self._folder, self._open_storage, None)
        wizard.finished.connect(self.open)
        self.wizard = wizard
        wizard.show()

    def close_window(self) -> None:
        """Close what is open, with its data."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None

    def take_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an error that nobody expected, and tell it calmly."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        sentence = log.note(error)
        if self.window is not None:
            self.window.complain(sentence)

    def _quit_without_windows(self) -> None:
        if not any(widget.isVisible() for widget in self._app.topLevelWidgets()):
            self._app.quit()

    def _read(self, window: Window) -> None:
        def after(commune: Commune | None) -> None:
            if commune is None:
                self.close_window()
                self.start_wizard()
            else:
                window.welcome(commune)
                QTimer.singleShot(_FIRST_READING, window, window.prepare_pages)

        window.desk.operations.compute(PAGES[0].load)  # imported there, so that the window can be moved meanwhile
        window.desk.operations.read(lambda work: work.commune.get(), after)
