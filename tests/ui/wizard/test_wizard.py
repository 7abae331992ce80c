"""The first run: what it asks, what it says when something is missing, and what it creates."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from db.database import Database
from papi_desktop.domain.commune import Commune, Unit
from papi_desktop.exporters.plain import long_date
from papi_desktop.paths import DataFolder
from papi_desktop.services.sample import SAMPLE_COMMUNE
from ui.wizard.letterhead import lines_of
from ui.wizard.wizard import Wizard


@pytest.fixture
def new_folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "Dữ liệu mới")


@pytest.fixture
def wizard(qtbot: QtBot, new_folder: DataFolder) -> Wizard:
    wizard = Wizard(new_folder, Database)
    qtbot.addWidget(wizard)
    wizard.show()
    return wizard


def fill(wizard: Wizard, field: str, words: str) -> None:
    control = wizard.findChild(QWidget, f"wizard.form.{field}")
    if isinstance(control, QLineEdit):
        control.setText(words)
    elif isinstance(control, QPlainTextEdit):
        control.setPlainText(words)


def press(wizard: Wizard, name: str) -> None:
    wizard.findChild(QAbstractButton, f"wizard.{name}").click()


def fill_first_step(wizard: Wizard, district: str = "Bát Xát") -> None:
    for field, words in (("name", "Bản Qua"), ("district", district), ("province", "Lào Cai")):
        fill(wizard, field, words)
    fill(wizard, "chairman", "Nguyễn Văn Lâm")
    press(wizard, "forward")


def read_commune(folder: DataFolder) -> tuple[Commune | None, list[str], int]:
    database = Database(folder)
    database.open()
    with database.work() as work:
        found = work.commune.get(), [each.name for each in work.villages.all()], len(work.places.all())
    database.close()
    return found


def test_three_steps_create_the_commune_its_villages_and_its_places(
    qtbot: QtBot, wizard: Wizard, new_folder: DataFolder
) -> None:
    fill_first_step(wizard)
    press(wizard, "forward")
    fill(wizard, "villages", "Thôn Đông\n\n  Thôn Đoài \n")
    with qtbot.waitSignal(wizard.finished, timeout=10_000) as finished:
        press(wizard, "forward")
    assert finished.args == [new_folder]
    commune, villages, places = read_commune(new_folder)
    expected = Commune(
        Unit.COMMUNE,
        "Bản Qua",
        "Lào Cai",
        "Nguyễn Văn Lâm",
        "UBND huyện Bát Xát (qua Phòng Nội vụ)",
        district="Bát Xát",
    )
    assert commune == expected
    assert villages == ["Thôn Đông", "Thôn Đoài"]
    assert places == 7


def test_a_missing_name_is_said_beside_its_field_and_nothing_is_lost(wizard: Wizard) -> None:
    fill(wizard, "province", "Lào Cai")
    press(wizard, "forward")
    assert wizard.stack.currentIndex() == 0
    assert wizard.steps[0].form.values()["province"] == "Lào Cai"  # type: ignore[attr-defined]
    assert "Hãy nhập tên đơn vị, ví dụ: An Bình." in shown_words(wizard)


def test_without_a_district_the_report_goes_to_the_province(wizard: Wizard) -> None:
    fill_first_step(wizard, district="")
    assert wizard.steps[1].form.values()["recipient"] == "Sở Nội vụ tỉnh Lào Cai"  # type: ignore[attr-defined]


def test_a_changed_recipient_survives_going_back(wizard: Wizard) -> None:
    fill_first_step(wizard)
    fill(wizard, "recipient", "UBND huyện Bát Xát")
    press(wizard, "back")
    press(wizard, "forward")
    assert wizard.steps[1].form.values()["recipient"] == "UBND huyện Bát Xát"  # type: ignore[attr-defined]


def test_another_district_brings_another_recipient(wizard: Wizard) -> None:
    fill_first_step(wizard)
    press(wizard, "back")
    fill(wizard, "district", "Mường Khương")
    press(wizard, "forward")
    recipient = wizard.steps[1].form.values()["recipient"]  # type: ignore[attr-defined]
    assert recipient == "UBND huyện Mường Khương (qua Phòng Nội vụ)"


def test_a_village_that_stands_twice_is_refused(wizard: Wizard, new_folder: DataFolder) -> None:
    fill_first_step(wizard)
    press(wizard, "forward")
    fill(wizard, "villages", "Thôn Đông\nthôn đông")
    press(wizard, "forward")
    assert "Thôn, tổ dân phố “thôn đông” được nhập hai lần. Hãy xóa bớt một dòng." in shown_words(wizard)
    assert not new_folder.database.exists()


def test_the_villages_are_counted_while_they_are_typed(wizard: Wizard) -> None:
    fill_first_step(wizard)
    press(wizard, "forward")
    fill(wizard, "villages", "Thôn Đông\nThôn Đoài\nThôn Trung")
    assert "3 thôn, tổ dân phố" in shown_words(wizard)


def test_the_picture_of_the_report_has_the_head_of_the_paper() -> None:
    lines = {line.words: line for line in lines_of(SAMPLE_COMMUNE)}
    assert lines["ỦY BAN NHÂN DÂN"].bold
    assert (lines["XÃ AN BÌNH"].bold, lines["XÃ AN BÌNH"].ruled) == (True, 0.4)
    assert lines["Độc lập - Tự do - Hạnh phúc"].ruled == 1
    (dated,) = [line for words, line in lines.items() if words.startswith("An Bình, ngày")]
    assert dated.words == f"An Bình, {long_date(None)}"
    assert (dated.bold, dated.italic) == (False, True)
    assert lines["và hành chính công cấp tỉnh (PAPI)"].ruled


def test_the_sample_data_lies_in_a_folder_of_its_own(qtbot: QtBot, wizard: Wizard, new_folder: DataFolder) -> None:
    with qtbot.waitSignal(wizard.finished, timeout=60_000) as finished:
        press(wizard, "sample")
    assert finished.args == [new_folder.sample]
    commune, villages, _places = read_commune(new_folder.sample)
    assert commune is not None
    assert commune.is_sample
    assert len(villages) == 9
    assert not new_folder.database.exists()


def test_a_folder_that_cannot_be_written_is_explained(qtbot: QtBot, tmp_path: Path) -> None:
    blocked = tmp_path / "tệp"
    blocked.write_text("không phải thư mục", encoding="utf-8")
    wizard = Wizard(DataFolder(blocked / "dữ liệu"), Database)
    qtbot.addWidget(wizard)
    wizard.show()
    fill_first_step(wizard)
    press(wizard, "forward")
    press(wizard, "forward")
    qtbot.waitUntil(wizard.message.isVisible, timeout=10_000)
    assert wizard.message.sentence.text()
    assert wizard.stack.isEnabled()


def shown_words(wizard: Wizard) -> list[str]:
    return [each.text() for each in wizard.findChildren(QLabel) if each.isVisible()]
