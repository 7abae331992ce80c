"""The first run in three short steps; the sample data is one button away at every one of them."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from papi_desktop.domain.commune import Commune
from papi_desktop.paths import DataFolder
from papi_desktop.services.setup import set_up
from papi_desktop.services.work import Storage
from ui.operations import IsCancelled, Operations, Progress
from ui.theme import SPACE, theme
from ui.widgets.cards import MessagePanel
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.reading_order import follow_reading_order
from ui.widgets.scroll import scrolled
from ui.widgets.texts import Action, button, row
from ui.wizard.letterhead import Letterhead
from ui.wizard.side import Side
from ui.wizard.steps import Answers, CommuneStep, RecipientStep, Step, VillagesStep

OpenStorage = Callable[[DataFolder], Storage]


class Wizard(QWidget):
    """Asks for the commune and creates its data; `finished` carries the folder to open."""

    finished = Signal(DataFolder)

    def __init__(self, folder: DataFolder, open_storage: OpenStorage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wizard")
        self.setWindowTitle("PAPI Desktop – Bắt đầu")
        self._folder, self._open_storage = folder, open_storage
        self._own = Operations(lambda: open_storage(folder), self)
        self._sample = Operations(lambda: open_storage(folder.sample), self)
        self.answers = Answers()
        self.steps: tuple[Step, ...] = (CommuneStep(), RecipientStep(), VillagesStep(Letterhead()))
        self.side = Side([step.title for step in self.steps], self.try_sample)
        self.message = MessagePanel()
        self._lay_out()
        self._connect()
        self._show_step(0)
        room = self.screen().availableSize() - QSize(0, 10 * SPACE)
        self.resize(QSize(theme.pixels(1080), theme.pixels(680)).boundedTo(room))

    def forward(self) -> None:
        """Take what this step holds and go on; after the last one create the data."""
        step = self._step()
        if not step.check():
            return
        self.answers = step.take(self.answers)
        if self._number == len(self.steps) - 1:
            self._create()
        else:
            self._show_step(self._number + 1)

    def back(self) -> None:
        """Go to the step before; what was typed stays."""
        self.answers = self._step().take(self.answers)
        self._show_step(self._number - 1)

    def try_sample(self) -> None:
        """Open the sample data, which lives in a folder of its own; it is made the first time."""
        self._busy(True)
        self._sample.run("Đang chuẩn bị dữ liệu mẫu", self._fill_sample, self._open_sample, self._fail)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the steps how high the pane is."""
        super().resizeEvent(event)
        self._fit_steps()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on with Tab, or back with Shift+Tab, in reading order."""
        follow_reading_order(self)
        return super().focusNextPrevChild(forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what was begun."""
        self._own.close()
        self._sample.close()
        super().closeEvent(event)

    def _create(self) -> None:
        commune, villages = self.answers.commune(), self.answers.villages
        self._busy(True)
        self._own.write(lambda work: set_up(work, commune, villages), self._open_own, self._fail)

    def _fill_sample(self, _progress: Progress, _is_cancelled: IsCancelled) -> None:
        from papi_desktop.services.sample import fill_sample

        storage, folder = self._sample.storage, self._folder.sample
        with storage.work() as work:
            if work.commune.get() is None:
                fill_sample(work, folder)

    def _open_own(self, _commune: Commune) -> None:
        self._leave_for(self._folder)

    def _open_sample(self, _nothing: None) -> None:
        self._leave_for(self._folder.sample)

    def _leave_for(self, folder: DataFolder) -> None:
        self.close()
        self.finished.emit(folder)

    def _fail(self, sentence: str) -> None:
        self._busy(False)
        self.message.say(sentence)

    def _busy(self, busy: bool) -> None:
        self.message.hide()
        for part in (self.stack, self._foot, self.side):
            part.setEnabled(not busy)

    def _step(self) -> Step:
        return self.steps[self._number]

    def _show_step(self, number: int) -> None:
        self._number = number
        self.message.hide()
        self.side.mark(number)
        step = self._step()
        step.open(self.answers)
        self.stack.setCurrentIndex(number)
        self._back.setVisible(number > 0)
        self._forward.setText("Bắt đầu làm việc" if number == len(self.steps) - 1 else "Tiếp tục")
        self._forward.setAccessibleName(self._forward.text())
        step.focus_first()
        self._fit_steps()

    def _fit_steps(self) -> None:
        for step in self.steps:
            step.fit(self.stack.height())

    def _connect(self) -> None:
        for step in self.steps:
            step.done.connect(self.forward)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        for step in self.steps:
            self.stack.addWidget(scrolled(step))
        right = QVBoxLayout()
        right.setContentsMargins(8 * SPACE, 6 * SPACE, 8 * SPACE, 6 * SPACE)
        right.setSpacing(4 * SPACE)
        right.addWidget(ProgressStrip(self._sample))
        right.addWidget(self.message)
        right.addWidget(self.stack, 1)
        self._foot = QWidget()
        self._foot.setLayout(self._buttons())
        right.addWidget(self._foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.side)
        layout.addLayout(right, 1)

    def _buttons(self) -> QHBoxLayout:
        self._back: QPushButton = button(Action("Quay lại", self.back, name="wizard.back"))
        self._forward: QPushButton = button(Action("Tiếp tục", self.forward, name="wizard.forward"), "main")
        for each in (self._back, self._forward):
            each.setAutoDefault(True)
        self._forward.setMinimumWidth(theme.pixels(150))
        return row(self._back, 1, self._forward)
