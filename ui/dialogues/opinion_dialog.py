"""One opinion as a form that is saved whole, new or known."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from papi_desktop.domain.dialogues import Opinion
from papi_desktop.domain.stores import Saved
from ui.desk import Desk
from ui.dialogues.fields import NO_NAMES, OPINION
from ui.widgets.questions import FormDialog
from ui.widgets.texts import Action, button, row


class OpinionDialog(FormDialog):
    """An answer that is written without a day gets today's, to be seen and changed."""

    def __init__(
        self, parent: QWidget, desk: Desk, opinion: Opinion, then: Callable[[int], object] | None = None
    ) -> None:
        self._desk, self._opinion, self._then = desk, opinion, then
        title = "Ý kiến" if opinion.id else "Thêm ý kiến"
        more = self._more() if opinion.id else None
        super().__init__(parent, title, "opinions", OPINION, opinion, self._keep, hint=NO_NAMES, more=more)
        self.form.edited.connect(self._date_answer)

    def _date_answer(self, key: str, value: Any) -> None:
        day = self.form.editor("answered_on")
        if key == "answer" and value and day.value() is None:
            day.show_value(self._desk.today)

    def _keep(self, values: dict[str, Any], done: Callable[[], None], failed: Callable[[str], None]) -> None:
        opinion = replace(self._opinion, **values)

        def after(saved: Saved[Opinion]) -> None:
            done()
            self._desk.note("Đã ghi ý kiến.")
            if self._then:
                self._then(saved.after.id)

        self._desk.operations.save(lambda work: work.opinions, lambda _work: opinion, after, failed)

    def _more(self) -> QWidget:
        more = QWidget()
        more.setLayout(row(button(Action("Xóa ý kiến này", self._remove, "remove", "opinions.remove"), "quiet"), 1))
        return more

    def _remove(self) -> None:
        self._desk.operations.remove(
            lambda work: work.opinions,
            self._opinion.id,
            lambda _opinion: self._desk.note("Đã xóa ý kiến. Bấm Hoàn tác để lấy lại."),
        )
        self.accept()
