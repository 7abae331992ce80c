"""Run in a process of its own: start the program, or a bare Qt window, and end at the first frame."""

import sys
from datetime import date
from pathlib import Path


def program(folder: str) -> int:
    """Open the program's window the way its entry point does."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication

    from papi_desktop.cli import main
    from papi_desktop.cli.entry import Entry
    from papi_desktop.paths import DataFolder
    from papi_desktop.services.work import Storage

    class FirstFrame(QObject):
        """Ends the program when its window was painted."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint and watched.objectName() == "window":
                print("first frame", flush=True)
                QApplication.instance().removeEventFilter(self)
                QApplication.exit(0)
            return False

    def open_storage(folder: DataFolder) -> Storage:
        from db.database import Database

        return Database(folder)

    def run_window(folder: DataFolder, demo: bool) -> int:
        from ui.app import Program, application

        app = application()
        watcher = FirstFrame()
        app.installEventFilter(watcher)
        shown = Program(app, folder, open_storage)
        shown.begin(demo)
        code = app.exec()
        shown.close_window()
        return code

    return main(["--data", folder], Entry(open_storage, run_window, date.today()))


def bare() -> int:
    """Open an empty window."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication([])
    window = QWidget()
    window.resize(1280, 740)
    window.show()
    app.processEvents()
    print("first frame", flush=True)
    QTimer.singleShot(0, app.quit)
    return app.exec()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    sys.exit(program(sys.argv[2]) if sys.argv[1] == "program" else bare())
