"""The road from a click to the database: results come back to the main thread, errors as one sentence, undo works."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from papi_desktop.domain.commune import Officer
from papi_desktop.domain.errors import Cancelled, KnownError
from papi_desktop.paths import DataFolder
from papi_desktop.services.work import Work
from tests.ui.conftest import Settle
from ui.operations import IsCancelled, Operations, Progress


def names(operations: Operations, settle: Settle) -> list[str]:
    found: list[list[str]] = []
    operations.read(lambda work: [each.name for each in work.officers.all()], found.append)
    settle()
    return found[0]


def put_words(label: QLabel, words: str) -> None:
    label.setText(words)


def test_a_read_works_elsewhere_and_answers_on_the_main_thread(operations: Operations, settle: Settle) -> None:
    threads: list[threading.Thread] = []
    operations.read(
        lambda _work: threads.append(threading.current_thread()),
        lambda _nothing: threads.append(threading.current_thread()),
    )
    settle()
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_every_operation_runs_on_the_same_thread(operations: Operations, settle: Settle) -> None:
    threads: set[int] = set()
    for _ in range(3):
        operations.read(lambda _work: threads.add(threading.get_ident()))
        operations.write(lambda _work: threads.add(threading.get_ident()))
    settle()
    assert len(threads) == 1


def test_a_write_tells_that_something_changed_only_after_it_is_committed(
    qtbot: QtBot, operations: Operations, settle: Settle
) -> None:
    with qtbot.waitSignal(operations.changed):
        operations.write(lambda work: work.officers.put(Officer("Lò Thị Mây")))
    assert "Lò Thị Mây" in names(operations, settle)


def test_a_read_tells_nobody_that_something_changed(qtbot: QtBot, operations: Operations, settle: Settle) -> None:
    with qtbot.assertNotEmitted(operations.changed):
        operations.read(lambda work: work.officers.all())
        settle()


def test_a_write_that_fails_leaves_nothing_behind(qtbot: QtBot, operations: Operations, settle: Settle) -> None:
    def action(work: Work) -> None:
        work.officers.put(Officer("Lò Thị Mây"))
        raise KnownError("Không ghi được. Hãy thử lại.")

    with qtbot.waitSignal(operations.failed) as told, qtbot.assertNotEmitted(operations.changed):
        operations.write(action)
        settle()
    assert told.args == ["Không ghi được. Hãy thử lại."]
    assert "Lò Thị Mây" not in names(operations, settle)


def test_an_unexpected_error_is_told_in_one_calm_sentence(qtbot: QtBot, operations: Operations) -> None:
    with qtbot.waitSignal(operations.failed) as told:
        operations.read(lambda _work: 1 // 0)
    assert "lỗi ngoài dự kiến" in told.args[0]
    assert "ZeroDivisionError" not in told.args[0]


def test_who_asked_can_take_the_error_instead_of_the_panel(
    qtbot: QtBot, operations: Operations, settle: Settle
) -> None:
    told: list[str] = []

    def refuse(_work: Work) -> None:
        raise KnownError("Thiếu tên. Hãy nhập tên.")

    with qtbot.assertNotEmitted(operations.failed):
        operations.write(refuse, failed=told.append)
        settle()
    assert told == ["Thiếu tên. Hãy nhập tên."]


def test_undo_takes_back_a_new_value(operations: Operations, settle: Settle) -> None:
    operations.save(lambda work: work.officers, lambda _work: Officer("Lò Thị Mây"))
    settle()
    operations.undo()
    assert "Lò Thị Mây" not in names(operations, settle)


def test_undo_puts_back_what_a_change_replaced(operations: Operations, settle: Settle) -> None:
    before = names(operations, settle)
    operations.save(lambda work: work.officers, lambda work: replace(work.officers.all()[0], name="Lò Thị Mây"))
    settle()
    operations.undo()
    assert names(operations, settle) == before


def test_undo_takes_a_removed_value_out_of_the_bin(operations: Operations, settle: Settle) -> None:
    before = names(operations, settle)
    first: list[int] = []
    operations.read(lambda work: work.officers.all()[0].id, first.append)
    settle()
    operations.remove(lambda work: work.officers, first[0])
    settle()
    assert len(names(operations, settle)) == len(before) - 1
    operations.undo()
    assert names(operations, settle) == before


@pytest.mark.parametrize(
    "answer",
    [
        lambda label: label.setText,
        lambda label: partial(put_words, label),
        lambda label: lambda words: label.setText(words.upper()),
    ],
    ids=["a method", "a function with the widget given", "a function that knows the widget"],
)
def test_an_answer_to_a_widget_that_is_gone_is_dropped(
    operations: Operations, settle: Settle, answer: Callable[[QLabel], Callable[[str], None]]
) -> None:
    label = QLabel()
    operations.read(lambda _work: "xong", answer(label))
    shiboken6.delete(label)
    settle()


def test_the_window_lives_on_while_the_database_works(qtbot: QtBot, operations: Operations, settle: Settle) -> None:
    beats: list[float] = []
    heart = QTimer(interval=10)
    heart.timeout.connect(lambda: beats.append(time.monotonic()))
    heart.start()
    operations.read(lambda _work: time.sleep(0.4))
    settle()
    assert len(beats) > 5


def test_long_work_shows_its_progress_and_ends(qtbot: QtBot, operations: Operations, settle: Settle) -> None:
    seen: list[object] = []
    operations.began.connect(seen.append)
    operations.progressed.connect(lambda done, total: seen.append((done, total)))
    operations.ended.connect(lambda: seen.append("hết"))

    def action(progress: Progress, _is_cancelled: IsCancelled) -> str:
        progress(1, 2)
        return "xong"

    operations.run("Đang xuất báo cáo", action, seen.append)
    settle()
    assert seen == ["Đang xuất báo cáo", (1, 2), "hết", "xong"]


def test_long_work_stops_when_it_is_cancelled_and_nobody_is_blamed(
    qtbot: QtBot, operations: Operations, settle: Settle
) -> None:
    def action(_progress: Progress, is_cancelled: IsCancelled) -> None:
        for _ in range(1000):
            if is_cancelled():
                raise Cancelled
            time.sleep(0.01)

    done: list[None] = []
    with qtbot.assertNotEmitted(operations.failed):
        operations.run("Đang nạp", action, done.append)
        operations.cancel()
        settle()
    assert not done


def test_anything_that_was_written_can_be_taken_back_and_is_offered_by_its_name(
    qtbot: QtBot, operations: Operations, settle: Settle
) -> None:
    before = names(operations, settle)

    def action(work: Work) -> None:
        work.label("Thêm hai cán bộ")
        work.officers.put(Officer("Lò Thị Mây"))
        work.officers.put(Officer("Vàng A Sếnh"))

    with qtbot.waitSignal(operations.undoable) as offered:
        operations.write(action)
    assert offered.args == ["Thêm hai cán bộ"]
    with qtbot.waitSignal(operations.undone) as told:
        operations.undo()
    assert told.args == ["Thêm hai cán bộ"]
    assert names(operations, settle) == before


def test_what_is_taken_over_is_written_after_a_copy_is_kept(
    operations: Operations, folder: DataFolder, settle: Settle
) -> None:
    operations.take_over(folder.backups, lambda work: work.officers.put(Officer("Lò Thị Mây")))
    assert "Lò Thị Mây" in names(operations, settle)
    assert [path.name for path in folder.backups.iterdir()] == ["truoc-khi-nap-0001.db"]


def test_nothing_is_taken_over_when_no_copy_can_be_kept(
    operations: Operations, folder: DataFolder, settle: Settle
) -> None:
    folder.backups.touch()
    said: list[str] = []
    operations.take_over(folder.backups, lambda work: work.officers.put(Officer("Lò Thị Mây")), failed=said.append)
    assert "Lò Thị Mây" not in names(operations, settle)
    assert [sentence.partition(",")[0] for sentence in said] == ["Chưa nạp gì"]
