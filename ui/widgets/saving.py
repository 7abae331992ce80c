"""Asking where a file or a folder goes, starting where the last one went."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from papi_desktop.settings import read_settings, write_settings
from ui.desk import Desk


def last_folder(desk: Desk) -> Path:
    """Return the folder to which something was written last, or else the user's documents."""
    last = read_settings(desk.folder).export_folder
    if last and Path(last).is_dir():
        return Path(last)
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def remember_folder(desk: Desk, folder: Path) -> None:
    """Start there the next time."""
    kept = replace(read_settings(desk.folder), export_folder=str(folder))
    desk.operations.compute(partial(write_settings, desk.folder, kept))


def ask_target(parent: QWidget, desk: Desk, title: str, name: str) -> Path | None:
    """Ask for the Excel file to write, or return None when the user thought better of it."""
    wanted, _kind = QFileDialog.getSaveFileName(parent, title, str(last_folder(desk) / name), "Tệp Excel (*.xlsx)")
    if not wanted:
        return None
    target = Path(wanted)
    remember_folder(desk, target.parent)
    return target if target.suffix.lower() == ".xlsx" else target.with_name(f"{target.name}.xlsx")


def ask_folder(parent: QWidget, desk: Desk, title: str) -> Path | None:
    """Ask for the folder to write to, or return None when the user thought better of it."""
    wanted = QFileDialog.getExistingDirectory(parent, title, str(last_folder(desk)))
    if not wanted:
        return None
    remember_folder(desk, Path(wanted))
    return Path(wanted)
