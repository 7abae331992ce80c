"""Qt's own words are Vietnamese: standard buttons, edit menus, the file dialog, the calendar."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QCalendarWidget,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QTreeView,
)
from pytestqt.qtbot import QtBot

ENGLISH = re.compile(
    r"\b(ok|cancel|save|open|close|yes|no|apply|reset|help|discard|retry|ignore|abort|undo|redo|cut|copy|paste|"
    r"delete|select|look|files?|folder|name|size|type|date|back|forward|parent|create|show|directory|rename|new)\b",
    re.IGNORECASE,
)


def english(*texts: str) -> list[str]:
    return [text for text in texts if ENGLISH.search(text.replace("&", "").split("\t")[0])]


def test_every_standard_button_is_vietnamese(qtbot: QtBot) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    for standard in QDialogButtonBox.StandardButton:
        if standard.value:
            box.addButton(standard)
    texts = [button.text() for button in box.buttons()]
    assert all(texts)
    assert not english(*texts)


def test_the_details_of_a_message_are_vietnamese(qtbot: QtBot) -> None:
    message = QMessageBox()
    qtbot.addWidget(message)
    message.setDetailedText("chi tiết")
    assert not english(*(button.text() for button in message.buttons()))


def test_the_menus_of_text_fields_are_vietnamese(qtbot: QtBot) -> None:
    for field in (QLineEdit("chữ"), QTextEdit("chữ"), QPlainTextEdit("chữ")):
        qtbot.addWidget(field)
        texts = [action.text() for action in field.createStandardContextMenu().actions()]
        assert texts[0].startswith("&Hoàn tác")
        assert not english(*texts)


def test_the_file_dialog_is_vietnamese(qtbot: QtBot) -> None:
    for mode in (QFileDialog.FileMode.ExistingFiles, QFileDialog.FileMode.Directory):
        for accept in (QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave):
            dialog = QFileDialog()
            qtbot.addWidget(dialog)
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
            dialog.setFileMode(mode)
            dialog.setAcceptMode(accept)
            assert not english(*dialog_texts(dialog))


def dialog_texts(dialog: QFileDialog) -> list[str]:
    model = dialog.findChild(QTreeView).model()
    headings = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(model.columnCount())]
    return [
        dialog.windowTitle(),
        *headings,
        *(label.text() for label in dialog.findChildren(QLabel)),
        *(button.text() for button in dialog.findChildren(QAbstractButton)),
        *(button.toolTip() for button in dialog.findChildren(QAbstractButton)),
        *(action.text() for action in dialog.findChildren(QAction)),
    ]


def test_the_calendar_speaks_vietnamese(qtbot: QtBot) -> None:
    calendar = QCalendarWidget()
    qtbot.addWidget(calendar)
    months = [button.text() for button in calendar.findChildren(QAbstractButton)]
    assert any("Tháng" in text for text in months)
