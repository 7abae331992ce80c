"""Writing the lines of a list, as they stand on the screen, to an Excel file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from papi_desktop.services.registers import Query, Register
from ui.desk import Desk
from ui.operations import IsCancelled, Progress
from ui.widgets.saving import ask_target


def export_list(parent: QWidget, desk: Desk, register: Register[Any], query: Query, lines: Sequence[Any]) -> None:
    """Ask for a file and write the lines to it; the status line says when it was read back."""
    from papi_desktop.services.register_export import read_workbook, stem, write_workbook

    if desk.commune is None:
        return
    name = f"{stem(register, desk.commune, desk.today)}.xlsx"
    target = ask_target(parent, desk, f"Ghi danh sách “{register.title}” ra Excel", name)
    if target is None:
        return
    operations = desk.operations

    def action(progress: Progress, is_cancelled: IsCancelled) -> Path:
        with operations.storage.work() as work:
            book = read_workbook(work, register, query, lines)
        return write_workbook(book, target, progress, is_cancelled)

    operations.run("Đang ghi danh sách ra Excel", action, lambda path: desk.note(written_words(path, len(lines))))


def written_words(path: Path, number: int) -> str:
    """Return what the status line says of a list that was written and read back."""
    return f"Đã ghi xong và kiểm tra “{path.name}”, {number} dòng."
