"""The sessions of all schedules by day, and what is done with a schedule: make, add to, print, post, remove."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, Final

from papi_desktop.domain.calendar import written
from papi_desktop.domain.commune import Officer
from papi_desktop.domain.publications import Publication
from papi_desktop.domain.reception import ReceptionSchedule, ReceptionSession
from papi_desktop.domain.stores import Saved
from papi_desktop.services.notice_templates import NoticeKind
from papi_desktop.services.reception_schedule import RECEPTION, ReceptionLine, post_by
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.reception.detail import SessionDetail, publish
from ui.reception.fields import SESSION, follow, new_session
from ui.reception.new import NewScheduleDialog
from ui.widgets.print_dialog import PrintDialog
from ui.widgets.questions import FormDialog, ask, tell
from ui.widgets.register_page import Offers, RegisterPage
from ui.widgets.texts import Action

EMPTY: Final = "Chưa có lịch tiếp công dân. Hãy lập lịch cho một tháng, một quý hoặc cả năm; ngày nghỉ sẽ tự dời."
CHOOSE: Final = "Hãy chọn một buổi của lịch rồi bấm lại."


class ReceptionPage(RegisterPage):
    """The schedule that is worked with is that of the chosen session, or the only one that is shown."""

    def __init__(self, desk: Desk) -> None:
        add = Action("Lập lịch…", self.open_new, "add", "reception.add")
        more = (
            Action("In lịch…", self.print_schedule, "print", "reception.print"),
            Action("Niêm yết lịch", self.post_schedule, "publications", "reception.post"),
        )
        offers = Offers(EMPTY, empty_action=add, add=add, more=more, summary=summary)
        super().__init__(desk, RECEPTION, offers, lambda: self.detail)

    @cached_property
    def detail(self) -> SessionDetail:
        """Return the detail of the selected session, with what can be done with its schedule."""
        of_schedule = (
            Action("Thêm buổi vào lịch…", self.open_add, "add", "reception.session.add"),
            Action("Xóa cả lịch này", self.remove_schedule, "remove", "reception.schedule.remove"),
        )
        return SessionDetail(self.desk, of_schedule)

    def open_new(self) -> None:
        """Make a schedule."""
        self.desk.operations.read(lambda work: work.officers.all(), self._ask_schedule)

    def _ask_schedule(self, officers: Sequence[Officer]) -> None:
        dialog = NewScheduleDialog(self, self.desk, officers)
        dialog.added.connect(self._go_to)
        dialog.open()

    def open_add(self) -> None:
        """Add one session to the schedule."""
        self._with_schedule(lambda id: self.desk.operations.read(lambda work: _like(work, id), self._ask_session))

    def print_schedule(self) -> None:
        """Show the schedule as it prints."""
        self._with_schedule(lambda id: PrintDialog(self, self.desk, NoticeKind.RECEPTION, id).open())

    def post_schedule(self) -> None:
        """Make the publication of the schedule and go to it."""
        today = self.desk.today
        self._with_schedule(
            lambda id: self.desk.operations.write(lambda work: publish(work, id, today), self._go_to_publication)
        )

    def remove_schedule(self) -> None:
        """Move a schedule with its sessions to the recycle bin."""
        self._with_schedule(self._remove)

    def schedule_id(self) -> int:
        """Return the schedule that is worked with, or 0 when it is not clear which."""
        line = self.table.current_line()
        shown = {each.schedule_id for each in self.table.lines.lines}
        return line.schedule_id if line is not None else next(iter(shown)) if len(shown) == 1 else 0

    def _with_schedule(self, do: Callable[[int], object]) -> None:
        id = self.schedule_id()
        if id:
            do(id)
        else:
            tell(self, CHOOSE)

    def _go_to(self, schedule_id: int) -> None:
        self.choose({"schedule": str(schedule_id)})
        self.desk.operations.read(
            lambda work: post_by(work, schedule_id),
            lambda day: self.desk.note(
                f"Đã lập lịch. Hãy xem lại từng buổi, in và niêm yết chậm nhất ngày {written(day)}."
            ),
        )

    def _go_to_publication(self, publication: Publication) -> None:
        self.desk.go("publications", publication.id)

    def _ask_session(self, found: tuple[ReceptionSchedule, ReceptionSession, Sequence[Officer]]) -> None:
        schedule, like, officers = found

        def save(values: dict[str, Any], done: Callable[[], None], failed: Callable[[str], None]) -> None:
            def after(saved: Saved[ReceptionSession]) -> None:
                done()
                self.select(saved.after.id)

            self.desk.operations.save(
                lambda work: work.reception_sessions, lambda _work: new_session(schedule, values), after, failed
            )

        value = vars(like) | {"on": None}
        title = "Thêm buổi tiếp công dân"
        dialog = FormDialog(self, title, "reception.session", SESSION, value, save, schedule.title)
        dialog.form.edited.connect(lambda key, _value: follow(dialog.form, officers, key))
        dialog.open()

    def _remove(self, id: int) -> None:
        if not ask(self, "Xóa cả lịch này với mọi buổi của nó?", "Xóa lịch", "Giữ lại", "Bấm Hoàn tác để lấy lại."):
            return

        def action(work: Any) -> None:
            work.label("Xóa lịch tiếp công dân")
            for each in work.reception_sessions.of_schedule(id):
                work.reception_sessions.remove(each.id)
            work.reception_schedules.remove(id)

        self.desk.operations.write(action, lambda _nothing: self.desk.note("Đã xóa lịch. Bấm Hoàn tác để lấy lại."))


def summary(lines: Sequence[ReceptionLine]) -> str:
    """Return how many sessions are shown, and how many were moved by a holiday."""
    if not lines:
        return ""
    moved = sum(line.moved_from is not None for line in lines)
    return f"{len(lines)} buổi tiếp công dân" + (f" · {moved} buổi dời do ngày nghỉ" if moved else "")


def _like(work: Work, id: int) -> tuple[ReceptionSchedule, ReceptionSession, Sequence[Officer]]:
    return work.reception_schedules.get(id), work.reception_sessions.of_schedule(id)[0], work.officers.all()
