"""The evidence box: what is there, what is asked for, and files that are dragged onto it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel
from pytestqt.qtbot import QtBot

from papi_desktop.domain.attachments import Attachment, Owner
from ui.widgets.evidence_box import EvidenceActions, EvidenceBox

PHOTO = Attachment(Owner.POSTING, 1, "ảnh niêm yết.jpg", "a" * 64, 10, date(2022, 9, 5), id=7)
SCAN = Attachment(Owner.POSTING, 1, "biên bản.pdf", "b" * 64, 10, date(2022, 9, 6), id=8)


class Asked:
    """What the box asked for."""

    def __init__(self) -> None:
        self.added: list[Path] = []
        self.opened: list[Attachment] = []
        self.removed: list[Attachment] = []

    def add(self, paths: Sequence[Path]) -> None:
        self.added.extend(paths)


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def box(qtbot: QtBot, asked: Asked) -> EvidenceBox:
    box = EvidenceBox("postings", EvidenceActions(asked.add, asked.opened.append, asked.removed.append))
    qtbot.addWidget(box)
    box.show_evidence([PHOTO, SCAN])
    box.show()
    return box


def test_the_heading_counts_the_evidence(box: EvidenceBox) -> None:
    assert "Minh chứng (2)" in [label.text() for label in box.findChildren(QLabel)]


def test_a_photo_says_when_it_was_taken_and_other_files_when_they_were_added(box: EvidenceBox) -> None:
    box.show_evidence([replace(PHOTO, taken_on=date(2022, 9, 3)), SCAN])
    texts = [label.text() for label in box.findChildren(QLabel)]
    assert "chụp ngày 03/09/2022" in texts
    assert "06/09/2022" in texts


def test_a_piece_is_opened_by_its_name_and_removed_by_its_bin(box: EvidenceBox, asked: Asked) -> None:
    box.findChildren(QAbstractButton, "evidence.open")[1].click()
    box.findChildren(QAbstractButton, "evidence.remove")[0].click()
    assert (asked.opened, asked.removed) == ([SCAN], [PHOTO])


def test_files_that_are_dropped_are_added_and_folders_are_not(
    qtbot: QtBot, box: EvidenceBox, asked: Asked, tmp_path: Path
) -> None:
    photo = tmp_path / "ảnh.jpg"
    photo.write_bytes(b"anh")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo)), QUrl.fromLocalFile(str(tmp_path))])
    zone = next(frame for frame in box.findChildren(QFrame) if frame.acceptDrops())
    left = Qt.MouseButton.LeftButton
    zone.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, Qt.KeyboardModifier.NoModifier))
    assert asked.added == [photo]


def test_nothing_is_left_of_evidence_that_is_no_longer_shown(box: EvidenceBox) -> None:
    box.show_evidence([])
    names = [each for each in box.findChildren(QAbstractButton, "evidence.open") if each.isVisible()]
    assert names == []
