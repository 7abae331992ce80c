"""The left side of the first run: what the program is, where one stands, and the sample data."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import SPACE, theme
from ui.widgets.chips import Shape, paint_shape
from ui.widgets.texts import Action, box, button, column, label, restyle

_ABOUT = "Theo dõi kế hoạch nâng cao Chỉ số PAPI của xã và lập báo cáo gửi cấp trên. Chạy trên máy này, không cần mạng."
_SAMPLE = "Xem thử với một xã đặt ra, có đủ số liệu của một năm. Dữ liệu mẫu để riêng, không lẫn vào dữ liệu của xã."


class Side(QFrame):
    """Shows the steps with the current one marked."""

    def __init__(self, titles: Sequence[str], try_sample: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setFixedWidth(theme.pixels(312))
        self._steps = [_StepLine(number, title) for number, title in enumerate(titles, 1)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(6 * SPACE,) * 4)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(label("PAPI Desktop", "title"))
        self._about = label(_ABOUT, "note")
        layout.addWidget(self._about)
        layout.addSpacing(4 * SPACE)
        for step in self._steps:
            layout.addWidget(step)
        layout.addStretch(1)
        sample = button(Action("Dùng thử với dữ liệu mẫu", try_sample, "eye", "wizard.sample"))
        layout.addWidget(
            box(column(label("Chưa muốn nhập?", "strong"), label(_SAMPLE, "note"), sample, margin=4), "hint")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the introduction out where the window is low."""
        super().resizeEvent(event)
        self._about.setVisible(self.height() >= theme.pixels(540))

    def mark(self, number: int) -> None:
        """Mark the step at which one stands, counted from 0."""
        for position, step in enumerate(self._steps):
            step.show_state(is_current=position == number, is_done=position < number)


class _StepLine(QWidget):
    """The number of a step in a ring (a tick once it is done), and its name."""

    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self._ring = _Ring(str(number))
        self._title = label(title)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(self._ring)
        layout.addWidget(self._title, 1)

    def show_state(self, is_current: bool, is_done: bool) -> None:
        """Show whether this step is the current one, or is behind."""
        self._title.setProperty("role", "strong" if is_current else "body")
        restyle(self._title)
        self._ring.show_state(is_current, is_done)


class _Ring(QWidget):
    """A number in a circle."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words, self._is_current, self._is_done = words, False, False
        self.setFixedSize(self.sizeHint())

    def show_state(self, is_current: bool, is_done: bool) -> None:
        """Show another state."""
        self._is_current, self._is_done = is_current, is_done
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that holds one number."""
        return QSize(theme.pixels(30), theme.pixels(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the circle with its number or tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        tokens = theme.tokens
        filled = tokens.accent if self._is_current else tokens.done.tint if self._is_done else tokens.card
        painter.setPen(QColor(tokens.field_line) if not (self._is_current or self._is_done) else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(filled))
        painter.drawEllipse(where)
        if self._is_done:
            inset = where.width() * 0.3
            paint_shape(painter, where.adjusted(inset, inset, -inset, -inset), Shape.TICK)
        else:
            painter.setPen(QColor(tokens.on_accent if self._is_current else tokens.secondary))
            painter.setFont(theme.font(semibold=True))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
