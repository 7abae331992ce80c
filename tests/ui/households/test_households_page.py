"""The page of the households in the window: masked, narrowed, printed masked first, made public once."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from papi_desktop.domain.households import Household, HouseholdClass
from papi_desktop.domain.publications import Publication
from papi_desktop.services.household_list import list_for
from papi_desktop.services.notices import PaperFile
from tests.ui.conftest import Settle, press
from tests.ui.households.conftest import PASTED, households
from ui.desk import Desk
from ui.households.detail import HouseholdDetail
from ui.households.importing import ImportDialog
from ui.households.page import CHANGES, LIST, REVIEW, TOTALS, HouseholdsPage
from ui.publications.page import PublicationsPage
from ui.widgets.editors import ChoiceEdit
from ui.widgets.paper_dialog import PaperDialog
from ui.widgets.print_dialog import PrintDialog
from ui.widgets.questions import FormDialog
from ui.window import Window


def detail(page: HouseholdsPage) -> HouseholdDetail:
    assert page.side
    assert isinstance(page.side.detail, HouseholdDetail)
    return page.side.detail


def shown(page: HouseholdsPage) -> str:
    model = page.table.lines
    cells = (model.index(row, column).data() for row in range(model.rowCount()) for column in range(9))
    return "\n".join(str(cell) for cell in cells if cell)


def test_the_list_shows_of_identity_numbers_only_the_last_three_digits(
    page: HouseholdsPage, desk: Desk, settle: Settle
) -> None:
    known = households(desk, settle)
    text = shown(page)
    assert all(each.identity not in text for each in known if each.identity)
    assert known[0].identity[-3:] in text


def test_each_village_says_what_its_households_come_to(page: HouseholdsPage) -> None:
    assert "Thôn An Hòa: 5 hộ nghèo, 4 hộ cận nghèo, 40 khẩu" in shown(page)


def test_an_identity_number_is_shown_only_when_asked_for_and_hidden_again_with_the_next_household(
    page: HouseholdsPage, settle: Settle
) -> None:
    lines = page.table.lines.lines
    page.table.select_id(lines[0].id)
    settle()
    own = detail(page)
    assert not own.identity.isVisible()
    own.show_identity()
    settle()
    assert own.identity.values()["identity"].endswith(lines[0].identity[-3:])
    assert own.identity.isVisible()
    page.table.select_id(lines[1].id)
    settle()
    assert not own.identity.isVisible()
    assert own.identity.values()["identity"] == ""


def test_a_field_of_a_household_saves_itself(page: HouseholdsPage, desk: Desk, settle: Settle) -> None:
    line = page.table.lines.lines[0]
    page.table.select_id(line.id)
    settle()
    detail(page).public.edited.emit("persons", 9)
    settle()
    assert next(each.persons for each in households(desk, settle) if each.id == line.id) == 9


def test_a_year_of_birth_that_is_none_is_refused_in_words(page: HouseholdsPage, settle: Settle) -> None:
    line = page.table.lines.lines[0]
    page.table.select_id(line.id)
    settle()
    detail(page).personal.edited.emit("birth_year", "19x5")
    settle()
    assert page.table.lines.lines[0].birth_year == line.birth_year


def test_after_a_search_without_a_hit_a_household_is_added_to_the_list_that_is_shown(
    page: HouseholdsPage, desk: Desk, settle: Settle
) -> None:
    desk.today = date(2023, 1, 10)
    page.choose({}, "không có ai tên thế này")
    settle()
    assert page.table.lines.lines == ()
    assert page.year == 2022


@pytest.mark.parametrize("view", [TOTALS, CHANGES, REVIEW])
def test_what_narrows_the_list_has_no_part_in_the_other_views(page: HouseholdsPage, settle: Settle, view: str) -> None:
    page.choose({"standing": "Hộ nghèo"}, "Vàng")
    settle()
    page.open_view(view)
    settle()
    assert not page.search.isVisible()
    shown = {each.objectName().rsplit(".", 1)[-1] for each in page.filters.findChildren(ChoiceEdit) if each.isVisible()}
    assert shown == {"year"}
    assert page.query().words == ""
    assert len(page.table.lines.lines) == 104
    page.open_view(LIST)
    settle()
    assert page.search.isVisible()
    assert 0 < len(page.table.lines.lines) < 104


def test_the_totals_count_the_whole_commune(page: HouseholdsPage, settle: Settle) -> None:
    page.open_view(TOTALS)
    settle()
    whole = page.totals.table.lines.lines[0]
    assert (whole.village, whole.poor, whole.near_poor) == ("Toàn xã", 63, 41)


def test_the_changes_name_who_came_left_and_moved(page: HouseholdsPage, desk: Desk, settle: Settle) -> None:
    now = households(desk, settle)
    moved = replace(now[0], id=0, uuid="", standing=_other(now[0].standing))
    gone = Household(0, "Sùng Thị Xa", birth_year=1950)
    old = [moved, gone, *(replace(each, id=0, uuid="") for each in now[2:])]

    def put(work: object) -> None:
        own = list_for(work, 2021)  # type: ignore[arg-type]
        work.households.put_many(replace(each, list_id=own.id) for each in old)  # type: ignore[attr-defined]

    desk.operations.write(put)
    settle()
    page.open_view(CHANGES)
    settle()
    found = {(line.movement.value, line.head) for line in page.changes.table.lines.lines}
    assert ("Chuyển", now[0].head) in found
    assert ("Thoát", "Sùng Thị Xa") in found
    assert ("Mới", now[1].head) in found


def test_without_a_list_before_the_changes_begin_with_it(page: HouseholdsPage, settle: Settle, qtbot: QtBot) -> None:
    page.open_view(CHANGES)
    settle()
    assert page.changes.nothing.isVisible()
    mains = [each for each in page.changes.findChildren(QPushButton) if each.property("role") == "main"]
    assert [each.text() for each in mains] == ["Nạp danh sách năm trước…"]
    QApplication.clipboard().setText(PASTED)
    press(qtbot, page, "households.before.paste")
    settle()
    dialog = page.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    assert dialog.year.values()["year"] == 2021
    dialog.write()
    settle()
    assert page.changes.words.text().startswith("Năm 2022 so với năm 2021: ")
    assert page.changes.table.isVisible()


def test_a_step_of_the_review_is_done_on_a_day(page: HouseholdsPage, desk: Desk, settle: Settle) -> None:
    page.open_view(REVIEW)
    settle()
    headings = {each.text() for each in page.review.findChildren(QLabel)}
    assert {"Quyết định công nhận danh sách năm 2022", "Rà soát cuối năm 2022 (cho danh sách năm 2023)"} <= headings
    key = next(iter(page.review.forms))
    page.review.forms[key].edited.emit("done_on", desk.today)
    settle()
    assert page.review.forms[key].values()["done_on"] == desk.today


def test_the_steps_of_the_review_are_worded_anew(page: HouseholdsPage, settle: Settle) -> None:
    page.open_view(REVIEW)
    settle()
    page.review.edit_steps()
    settle()
    dialog = page.review.findChild(FormDialog)
    assert isinstance(dialog, FormDialog)
    dialog.form.show_value({"text": "Họp dân | 01/11 | 10/11"})
    dialog.submit()
    settle()
    assert len(page.review.forms) == 1


def test_the_masked_list_is_printed_like_every_notice(page: HouseholdsPage, settle: Settle, tmp_path: Path) -> None:
    page.show_wall_paper()
    dialog = page.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    settle()
    dialog.large.setChecked(True)
    assert dialog.options().large
    for kind in (PaperFile.PDF, PaperFile.XLSX):
        dialog.save_to(tmp_path, kind)
        settle()
    assert sorted(each.name for each in tmp_path.glob("DanhSach*")) == [
        "DanhSachHoNgheo_2022_chu-lon.pdf",
        "DanhSachHoNgheo_2022_chu-lon.xlsx",
    ]


@pytest.mark.parametrize("agrees", [True, False])
def test_the_full_list_opens_only_when_asked_for_twice(
    page: HouseholdsPage, settle: Settle, monkeypatch: pytest.MonkeyPatch, agrees: bool
) -> None:
    monkeypatch.setattr("ui.households.page.ask", lambda *_words: agrees)
    page.show_office_paper()
    settle()
    assert isinstance(page.findChild(PaperDialog), PaperDialog) is agrees


def test_the_list_is_made_public_once_and_its_publication_opens(
    page: HouseholdsPage, window: Window, desk: Desk, settle: Settle
) -> None:
    for _ in range(2):
        page.publish()
        settle()
    assert window.stack.currentWidget() is window.findChild(PublicationsPage)
    found: list[Publication] = []
    desk.operations.read(lambda work: work.publications.all(), found.extend)
    settle()
    own = [each for each in found if each.kind == "poor_households"]
    assert [each.title for each in own] == ["Danh sách hộ nghèo (63 hộ) và hộ cận nghèo (41 hộ) áp dụng cho năm 2022"]


def _other(standing: HouseholdClass) -> HouseholdClass:
    return HouseholdClass.NEAR_POOR if standing is HouseholdClass.POOR else HouseholdClass.POOR
