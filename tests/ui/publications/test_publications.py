"""The publications as an officer works with them: list, detail, board, putting up, taking down, adding."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from papi_desktop.domain.attachments import Attachment, Owner
from papi_desktop.domain.publications import Place, PlaceKind, Posting, Publication
from papi_desktop.services.posting_states import PlaceState
from tests.ui.conftest import Settle, press
from ui.publications.many import PutUpDialog, RequiredPlacesDialog, TakeDownDialog
from ui.publications.matrix_cells import CELL_ROLE
from ui.publications.new import NewPublicationDialog
from ui.publications.page import PublicationsPage, summary
from ui.publications.posting import PostingDialog
from ui.widgets.link_line import LinkLine
from ui.window import Window

DAY_OF_PHOTO = 0x0132
WidgetT = TypeVar("WidgetT", bound=QWidget)
POOR, RESULT = "Kết quả rà soát hộ nghèo", "Kết quả đối thoại"


@pytest.fixture
def page(window: Window, settle: Settle) -> PublicationsPage:
    page = window.open_page("publications")
    settle()
    assert isinstance(page, PublicationsPage)
    return page


@pytest.fixture
def stored(window: Window, settle: Settle) -> "Stored":
    return Stored(window, settle)


class Stored:
    """What the database holds now."""

    def __init__(self, window: Window, settle: Settle) -> None:
        self._window, self._settle = window, settle

    def postings(self, publication_id: int) -> list[Posting]:
        return self._read(lambda work: work.postings.of_publication(publication_id))

    def publication(self, id: int) -> Publication:
        return self._read(lambda work: work.publications.get(id))

    def places(self) -> list[Place]:
        return self._read(lambda work: work.places.all())

    def photos(self, posting_id: int) -> list[Attachment]:
        return self._read(lambda work: work.attachments.of(Owner.POSTING, posting_id))

    def _read(self, action):
        found: list = []
        self._window.desk.operations.read(action, found.append)
        self._settle()
        return found[0]


def opened(window: Window, kind: type[WidgetT]) -> WidgetT:
    """Return the open dialog of a kind."""
    return next(each for each in window.findChildren(kind) if each.isVisible())


def choose(page: PublicationsPage, settle: Settle, title: str) -> int:
    """Open the publication whose title begins like this, and return its id."""
    id = next(line.id for line in page.table.lines.lines if line.title.startswith(title))
    page.table.select_id(id)
    settle()
    return id


def test_the_list_shows_every_publication_with_its_verdict(page: PublicationsPage) -> None:
    states = {line.title: line.state for line in page.table.lines.lines}
    assert len(states) == 12
    assert {"Đạt", "Đang niêm yết", "Quá hạn niêm yết", "Chưa niêm yết"} == set(states.values())


def test_the_detail_tells_each_place_with_its_days(page: PublicationsPage, settle: Settle) -> None:
    choose(page, settle, RESULT)
    lines = page.side.panel.findChildren(LinkLine)
    assert len(lines) == 10
    assert "Mới được 9 ngày liên tục (cần 20); cần để đến hết ngày 17/12/2022." in lines[0].accessibleName()


def test_putting_up_at_many_places_writes_one_posting_each(
    qtbot: QtBot, window: Window, page: PublicationsPage, settle: Settle, stored: Stored
) -> None:
    id = choose(page, settle, POOR)
    press(qtbot, page, "publications.put_up")
    dialog = opened(window, PutUpDialog)
    assert len(dialog.places.chosen()) == 11
    dialog.form.editor("by").show_value("Vàng Thị Dín")
    press(qtbot, dialog, "put_up.form.save")
    settle()
    postings = stored.postings(id)
    assert len(postings) == 11
    assert {(each.since, each.posted_by) for each in postings} == {(date(2022, 12, 6), "Vàng Thị Dín")}


def test_undo_takes_back_all_places_at_once(
    qtbot: QtBot, window: Window, page: PublicationsPage, settle: Settle, stored: Stored
) -> None:
    id = choose(page, settle, POOR)
    press(qtbot, page, "publications.put_up")
    press(qtbot, opened(window, PutUpDialog), "put_up.form.save")
    settle()
    window.desk.operations.undo()
    assert stored.postings(id) == []


def test_putting_up_nowhere_is_refused_in_a_sentence(
    qtbot: QtBot, window: Window, page: PublicationsPage, settle: Settle
) -> None:
    choose(page, settle, POOR)
    press(qtbot, page, "publications.put_up")
    dialog = opened(window, PutUpDialog)
    dialog.places.clear()
    press(qtbot, dialog, "put_up.form.save")
    assert dialog.isVisible()
    assert dialog.message.sentence.text().startswith("Chưa chọn nơi nào.")


def test_taking_down_too_early_is_said_before_it_is_written(
    qtbot: QtBot, window: Window, page: PublicationsPage, settle: Settle, stored: Stored
) -> None:
    id = choose(page, settle, RESULT)
    press(qtbot, page, "publications.take_down")
    dialog = opened(window, TakeDownDialog)
    assert dialog.places.chosen() == ()
    dialog.places.choose([PlaceKind.VILLAGE_HOUSE])
    assert dialog.message.sentence.text().startswith("Gỡ ngày 06/12/2022 thì 9 nơi chưa đủ thời gian niêm yết")
    press(qtbot, dialog, "take_down.form.save")
    settle()
    assert sum(each.until == date(2022, 12, 6) for each in stored.postings(id)) == 9


def test_one_click_chooses_all_village_houses(
    qtbot: QtBot, window: Window, page: PublicationsPage, settle: Settle, stored: Stored
) -> None:
    id = choose(page, settle, "Danh mục thủ tục hành chính")
    press(qtbot, page, "publications.required")
    dialog = opened(window, RequiredPlacesDialog)
    press(qtbot, dialog, "places.all_houses")
    press(qtbot, dialog, "required.form.save")
    settle()
    assert len(stored.publication(id).place_ids) == 2 + 9


def test_a_cell_of_the_board_opens_its_posting_and_takes_a_photo(
    qtbot: QtBot, window: Window, page: PublicationsPage, settle: Settle, stored: Stored, tmp_path: Path
) -> None:
    page.open_view("board")
    settle()
    photo = tmp_path / "Ảnh bảng tin.jpg"
    image = Image.new("RGB", (400, 300))
    details = image.getexif()
    details[DAY_OF_PHOTO] = "2022:12:05 08:30:00"
    image.save(photo, exif=details)
    page.board.open(page.board.lines.index(0, 0))
    settle()
    dialog = opened(window, PostingDialog)
    dialog._add([photo])
    press(qtbot, dialog, "posting.form.save")
    settle()
    (posting,) = stored.postings(page.board.lines.checks[0].publication.id)
    assert [each.taken_on for each in stored.photos(posting.id)] == [date(2022, 12, 5)]
    assert page.board.lines.index(0, 0).data(CELL_ROLE).state is PlaceState.HANGING


def test_a_photo_that_cannot_be_opened_is_refused_in_the_dialog(
    qtbot: QtBot, window: Window, page: PublicationsPage, settle: Settle, tmp_path: Path
) -> None:
    choose(page, settle, RESULT)
    page.side.panel.findChildren(LinkLine)[0].clicked.emit()
    settle()
    dialog = opened(window, PostingDialog)
    photo = tmp_path / "Ảnh hỏng.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0 photo")
    before = dialog.evidence.count()
    dialog._add([photo])
    press(qtbot, dialog, "posting.form.save")
    settle()
    assert dialog.isVisible()
    assert dialog.message.sentence.text().startswith("Ảnh “Ảnh hỏng.jpg” bị hỏng")
    assert dialog.evidence.count() == before


def test_coming_down_too_early_needs_a_second_press(
    qtbot: QtBot, window: Window, page: PublicationsPage, settle: Settle, stored: Stored
) -> None:
    id = choose(page, settle, RESULT)
    page.side.panel.findChildren(LinkLine)[0].clicked.emit()
    settle()
    dialog = opened(window, PostingDialog)
    dialog.form.editor("until").show_value(date(2022, 12, 5))
    press(qtbot, dialog, "posting.form.save")
    settle()
    assert "mới được 8 ngày liên tục (cần 20)" in dialog.message.sentence.text()
    assert stored.postings(id)[0].until is None
    press(qtbot, dialog, "posting.form.save")
    settle()
    assert stored.postings(id)[0].until == date(2022, 12, 5)


def test_coming_down_before_it_went_up_is_refused(
    qtbot: QtBot, window: Window, page: PublicationsPage, settle: Settle, stored: Stored
) -> None:
    id = choose(page, settle, RESULT)
    page.side.panel.findChildren(LinkLine)[0].clicked.emit()
    settle()
    dialog = opened(window, PostingDialog)
    dialog.form.editor("until").show_value(date(2022, 11, 1))
    press(qtbot, dialog, "posting.form.save")
    settle()
    assert dialog.message.sentence.text().startswith("Ngày gỡ 01/11/2022 sớm hơn ngày niêm yết")
    assert stored.postings(id)[0].until is None


def test_three_clicks_add_a_publication_with_everything_filled_in(
    qtbot: QtBot, window: Window, page: PublicationsPage, settle: Settle, stored: Stored
) -> None:
    press(qtbot, page, "publications.add")
    settle()
    dialog = opened(window, NewPublicationDialog)
    line = next(each for each in dialog.table.lines.lines if each.key == "budget_quarter")
    dialog.table.select_id(line.id)
    press(qtbot, dialog, "publications.new.save")
    settle()
    chosen = page.table.current_line()
    publication = stored.publication(chosen.id)
    assert (publication.min_days, publication.latest_on) == (30, date(2022, 12, 21))
    assert len(publication.place_ids) == 13


def test_the_title_follows_the_day_until_it_is_typed(
    qtbot: QtBot, window: Window, page: PublicationsPage, settle: Settle
) -> None:
    press(qtbot, page, "publications.add")
    settle()
    dialog = opened(window, NewPublicationDialog)
    dialog.table.select_id(next(each.id for each in dialog.table.lines.lines if each.key == "budget_quarter"))
    day, title = dialog.form.editor("trigger_on"), dialog.form.editor("title")
    day.show_value(date(2022, 9, 30))
    dialog.form.edited.emit("trigger_on", date(2022, 9, 30))
    assert title.value() == "Tình hình thực hiện ngân sách xã 9 tháng năm 2022"
    title.show_value("Ngân sách 9 tháng")
    day.show_value(date(2022, 6, 30))
    dialog.form.edited.emit("trigger_on", date(2022, 6, 30))
    assert title.value() == "Ngân sách 9 tháng"


def test_a_figure_that_nobody_checked_is_marked(
    qtbot: QtBot, window: Window, page: PublicationsPage, settle: Settle
) -> None:
    press(qtbot, page, "publications.add")
    settle()
    dialog = opened(window, NewPublicationDialog)
    dialog.table.select_id(next(each.id for each in dialog.table.lines.lines if each.key == "budget_quarter"))
    words = [each.text() for each in dialog.findChildren(QLabel) if each.property("role") == "unsure"]
    assert words == ["Chưa kiểm chứng: hãy đối chiếu văn bản trước khi ghi vào thông báo."]


def test_the_kinds_are_found_without_accents(
    qtbot: QtBot, window: Window, page: PublicationsPage, settle: Settle
) -> None:
    press(qtbot, page, "publications.add")
    settle()
    dialog = opened(window, NewPublicationDialog)
    dialog.search.searched.emit("ho ngheo")
    keys = [line.key for line in dialog.table.lines.lines]
    assert {"poor_households", "poor_policies", ""} <= set(keys)
    assert "budget_quarter" not in keys


def test_another_trigger_day_moves_the_latest_day(page: PublicationsPage, settle: Settle, stored: Stored) -> None:
    id = choose(page, settle, "Tình hình thực hiện thu, chi ngân sách xã 9 tháng")
    page.side.detail.form.edited.emit("trigger_on", date(2022, 10, 5))
    settle()
    assert stored.publication(id).latest_on == date(2022, 10, 20)


def test_the_title_of_the_board_leads_to_the_detail(page: PublicationsPage, settle: Settle) -> None:
    page.open_view("board")
    settle()
    id = page.board.lines.checks[3].publication.id
    page.board.table.verticalHeader().sectionClicked.emit(3)
    settle()
    assert page.table.current_id() == id
    assert page.side.isVisible()


@pytest.mark.parametrize(("width", "shown"), [(1366, 12), (910, 5)])
def test_the_board_shows_whole_places_and_all_where_they_have_room(
    window: Window, page: PublicationsPage, settle: Settle, width: int, shown: int
) -> None:
    window.resize(width, 728)
    page.open_view("board")
    settle()
    table = page.board.table
    bar = table.horizontalScrollBar()
    assert bar.maximum() == page.board.lines.columnCount() - shown
    for place in (0, bar.maximum()):
        bar.setValue(place)
        last = place + shown - 1
        assert table.columnViewportPosition(place) == 0
        assert table.columnViewportPosition(last) + table.columnWidth(last) == table.viewport().width()


def test_the_titles_of_the_board_hide_no_part_of_the_first_place_at_any_width(
    window: Window, page: PublicationsPage, settle: Settle
) -> None:
    page.open_view("board")
    settle()
    table = page.board.table
    widths = [*range(900, 1700, 100), *range(950, 1700, 100)]
    apart = {}
    for width in (*widths, *reversed(widths)):
        window.resize(width, 728)
        settle()
        apart[width] = table.viewport().x() - table.verticalHeader().width()
    assert set(apart.values()) == {1}


def test_the_status_line_names_what_is_late_and_what_soon_is(page: PublicationsPage) -> None:
    words = summary(page.table.lines.lines)
    assert words == "12 mục công khai · 9 đạt · 1 cần xử lý · 1 sắp đến hạn"


def test_search_and_filters_hold_for_the_board(page: PublicationsPage, settle: Settle) -> None:
    page.open_view("board")
    page.filters.choose({"state": "Đạt"})
    page.refresh()
    settle()
    assert len(page.board.lines.checks) == 9


def test_the_board_is_a_sound_table_model(page: PublicationsPage, settle: Settle, qtmodeltester) -> None:
    page.open_view("board")
    settle()
    qtmodeltester.check(page.board.lines, force_py=True)


def test_a_removed_publication_comes_back_with_undo(
    window: Window, page: PublicationsPage, settle: Settle, stored: Stored
) -> None:
    choose(page, settle, RESULT)
    page.side.detail._remove()
    settle()
    assert len(page.table.lines.lines) == 11
    window.desk.operations.undo()
    settle()
    assert len(page.table.lines.lines) == 12


def test_the_board_says_where_a_publication_need_not_hang(page: PublicationsPage, settle: Settle) -> None:
    page.open_view("board")
    settle()
    lines = page.board.lines
    row = next(number for number, each in enumerate(lines.checks) if each.publication.kind == "procedures")
    index = lines.index(row, 1)
    assert lines.picked(index) is None
    assert index.data() == "–"
    assert "không phải công khai tại đây" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_a_meeting_is_written_with_its_one_day(
    qtbot: QtBot, window: Window, page: PublicationsPage, settle: Settle, stored: Stored
) -> None:
    id = choose(page, settle, POOR)
    meeting = next(each for each in stored.places() if each.kind is PlaceKind.MEETING)
    window.desk.operations.save(
        lambda work: work.publications,
        lambda work: replace(work.publications.get(id), place_ids=(meeting.id,)),
        lambda _saved: None,
        lambda _sentence: None,
    )
    settle()
    page.side.panel.findChildren(LinkLine)[0].clicked.emit()
    settle()
    dialog = opened(window, PostingDialog)
    assert not dialog.form.control("until").isVisible()
    dialog.form.editor("since").show_value(date(2022, 12, 5))
    press(qtbot, dialog, "posting.form.save")
    settle()
    (posting,) = stored.postings(id)
    assert (posting.since, posting.until) == (date(2022, 12, 5), date(2022, 12, 5))
