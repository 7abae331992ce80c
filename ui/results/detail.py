"""One year's result beside the list: every figure saves itself when it is left."""

from functools import partial
from typing import Any

from papi_desktop.domain.scores import YearScore, checks
from papi_desktop.services.result_form import form_values, with_value
from papi_desktop.services.results import WORKED_OUT, ResultLine
from ui.desk import Desk
from ui.results.fields import KNOWN
from ui.widgets.form import Form
from ui.widgets.side_panel import Detail
from ui.widgets.texts import Action, box, button, column, label, row


class ResultDetail(Detail):
    """The figures of one year, and what in them cannot be right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._id = desk, 0
        self.form = Form("results", KNOWN)
        self.form.edited.connect(self._save)
        self.doubts = label("", selectable=True)
        self._doubt_box = box(row(self.doubts, margin=3), "warning")
        self.origin = label("", "note")
        remove = button(Action("Xóa kết quả năm này", self._remove, "remove", "results.remove"), "quiet")
        self.setLayout(column(self._doubt_box, self.origin, self.form, row(remove, 1), 1, gap=4, margin=4))

    def heading(self, line: ResultLine) -> str:
        """Return the year."""
        return f"Kết quả năm {line.year}"

    def show_line(self, line: ResultLine) -> None:
        """Read the year that the line stands for."""
        if self._id and self._id != line.id:
            self.form.commit()
        self._id = line.id
        self._desk.operations.read(lambda work: work.scores.get(line.id), self._show)

    def _show(self, score: YearScore) -> None:
        if score.id != self._id:
            return
        self.form.show_value(form_values(score))
        self.doubts.setText("\n".join(checks(score)))
        self._doubt_box.setVisible(bool(self.doubts.text()))
        self.origin.setText(origin_words(score))
        self.origin.setVisible(bool(self.origin.text()))

    def _save(self, key: str, value: Any) -> None:
        id = self._id
        self._desk.operations.save(
            lambda work: work.scores,
            lambda work: with_value(work.scores.get(id), key, value),
            lambda _saved: self.form.note_saved(key),
            partial(self.form.note_wrong, key),
        )

    def _remove(self) -> None:
        id, self._id = self._id, 0
        self._desk.operations.remove(
            lambda work: work.scores,
            id,
            lambda score: self._desk.note(f"Đã xóa kết quả năm {score.year}. Bấm Hoàn tác để lấy lại."),
        )


def origin_words(score: YearScore) -> str:
    """Return where the figures are from, where that matters to whoever uses them."""
    sample = "Số liệu có sẵn trong chương trình." if score.is_sample else ""
    inferred = WORKED_OUT if score.is_inferred else ""
    return " ".join(filter(None, (sample, inferred)))
