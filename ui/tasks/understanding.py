"""How a task of another office's plan is understood: the dialog that corrects it, while its words stay as they are."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from papi_desktop.domain.tasks import Part, Task
from papi_desktop.services.task_reading import correction, reread_task
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.widgets.deadline_fields import DEADLINE_FIELDS, PARTS, deadline_values, fit_deadline
from ui.widgets.fields import Field, FieldKind
from ui.widgets.questions import FormDialog

_FIELDS: Final = (Field("part", "Phần việc của xã", FieldKind.CHOICE, PARTS), *DEADLINE_FIELDS)


class UnderstandingDialog(FormDialog):
    """Shows the words of the plan above, and only the fields that go with the chosen kind of deadline."""

    def __init__(self, parent: QWidget, desk: Desk, task: Task, done: Callable[[Task], object]) -> None:
        self._desk, self._id, self._done = desk, task.id, done
        super().__init__(
            parent,
            correction(task),
            "tasks.understanding",
            _FIELDS,
            {"part": task.part} | deadline_values(task.deadline),
            self._write,
            _plan_words(task),
        )
        fit_deadline(self.form)
        self.form.edited.connect(lambda _key, _value: fit_deadline(self.form))

    def _write(self, values: dict[str, Any], done: Callable[[], None], failed: Callable[[str], None]) -> None:
        def after(task: Task) -> None:
            done()
            self._done(task)

        self._desk.operations.write(partial(_put, self._id, values), after, failed)


def _put(id: int, values: Mapping[str, Any], work: Work) -> Task:
    return reread_task(work, id, Part(values["part"]), values)


def _plan_words(task: Task) -> str:
    said = (("chủ trì", task.lead_text), ("phối hợp", task.coordinating_text), ("thời hạn", task.deadline.text))
    words = "; ".join(f"{name}: “{text.strip()}”" for name, text in said if text.strip())
    return f"Kế hoạch ghi {words}. Lời văn này giữ nguyên." if words else ""
