"""Quiet blocks of a page: `Card`, `NumberTile` (leads to a list), `Bar`, `EmptyState`, and a message with its place."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from papi_desktop.domain.text import thousands
from ui.icons import pixmap
from ui.theme import SPACE, theme
from ui.widgets.chips import Shape, paint_shape
from ui.widgets.texts import Action, button, column, label, restyle, row


class Card(QFrame):
    """A white block with a heading; put parts into `.inside`."""

    def __init__(self, heading: str = "", note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(*(4 * SPACE,) * 4)
        self.inside.setSpacing(3 * SPACE)
        if heading:
            self.inside.addWidget(label(heading, "section"))
        if note:
            self.inside.addWidget(label(note, "note"))

    def clear(self, keep: int = 0) -> None:
        """Take out everything after the first `keep` parts."""
        drop_all(self.inside, keep)


class NumberTile(QFrame):
    """A large number with a word under it; a click or Enter leads to the list it counts."""

    clicked = Signal()

    def __init__(self, words: str, shape: Shape, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "tile")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # beside others, all are alike
        self.words, self.number = words, label("–", "number", wrap=False)
        self._heading = heading = label(words, "strong")
        heading.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.setSpacing(2 * SPACE)
        head.addWidget(_Mark(shape), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(heading, 1)
        self.note = label("", "note")
        layout = column(head, self.number, self.note, gap=1, margin=4)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.setAccessibleName(words)

    def rename(self, words: str) -> None:
        """Show other words over the number."""
        self.words = words
        self._heading.setText(words)

    def show_number(self, number: int, note: str = "") -> None:
        """Show a number, and a few words on what it means."""
        self.number.setText(thousands(number))
        self.note.setText(note)
        self.setAccessibleName(f"{self.words}: {thousands(number)}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a click."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow Enter and space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class _Mark(QWidget):
    """One of the status shapes, alone."""

    def __init__(self, shape: Shape, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = shape
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the shape in a line of text."""
        return QSize(theme.pixels(12), QFontMetrics(theme.font()).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shape."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.width() - 2
        paint_shape(painter, QRectF(1, (self.height() - side) / 2, side, side), self._shape)
        painter.end()


class Bar(QWidget):
    """A plain horizontal bar for a part of a whole; the numbers are written beside it by whoever uses it."""

    def __init__(self, done: int = 0, total: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_part(done, total)

    def show_part(self, done: int, total: int) -> None:
        """Show another part."""
        self.done, self.total = done, total
        self.setAccessibleName(f"{done} trên {total}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return a modest size."""
        return QSize(120, 8)

    def minimumSizeHint(self) -> QSize:
        """Stay visible where it is narrow."""
        return QSize(56, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track and the part."""
        painter = QPainter(self)
        paint_bar(painter, QRectF(self.rect()), self.done, self.total)
        painter.end()


def paint_bar(painter: QPainter, where: QRectF, done: int, total: int) -> None:
    """Paint a bar that fills `where`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = where.height() / 2
    painter.setBrush(QColor(theme.tokens.line))
    painter.drawRoundedRect(where, radius, radius)
    if total and done:
        filled = QRectF(where.x(), where.y(), max(where.width() * min(done / total, 1), where.height()), where.height())
        painter.setBrush(QColor(theme.tokens.done.ink if done >= total else theme.tokens.accent))
        painter.drawRoundedRect(filled, radius, radius)
    painter.restore()


class EmptyState(QWidget):
    """What an empty list says: one sentence, the one button that fills it, and quietly what else would."""

    def __init__(
        self,
        sentence: str,
        action: Action | None = None,
        icon_name: str = "",
        parent: QWidget | None = None,
        others: Sequence[Action] = (),
    ) -> None:
        super().__init__(parent)
        picture = label()
        picture.setPixmap(pixmap(icon_name or "list", theme.tokens.field_line, size=48, ratio=2.0))
        self.sentence = label(sentence)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.sentence.setMaximumWidth(theme.pixels(420))
        layout = QVBoxLayout(self)
        layout.setSpacing(4 * SPACE)
        layout.addStretch(2)
        layout.addWidget(picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(_centred(self.sentence))
        if action:
            layout.addWidget(button(action, "main"), alignment=Qt.AlignmentFlag.AlignHCenter)
        for each in others:
            layout.addWidget(button(each, "quiet"), alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)


class MessagePanel(QFrame):
    """A calm block with what happened and what to do; roles: message (wrong), good, hint."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.sentence = label("", selectable=True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        close = button(Action("Đóng thông báo", self.close_message, "close", "message.close"), "icon")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, sentence: str, role: str = "message") -> None:
        """Show a sentence."""
        self.setProperty("role", role)
        restyle(self)
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    def close_message(self) -> None:
        """Put the block away."""
        self.hide()
        self.closed.emit()


class MessagePlace(QWidget):
    """A message with room around it, above what a page or the window shows; without one, no room is taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = MessagePanel()
        self.sentence = self._panel.sentence
        inside = row(self._panel)
        inside.setContentsMargins(6 * SPACE, 3 * SPACE, 6 * SPACE, 0)
        self.setLayout(inside)
        self.hide()
        self._panel.closed.connect(self.hide)

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self.show()
        self._panel.say(sentence)


def _centred(part: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.addStretch(1)
    layout.addWidget(part, 4)
    layout.addStretch(1)
    return layout


def drop_all(layout: QLayout, keep: int = 0) -> None:
    """Take out and let go of everything in a layout after its first `keep` parts."""
    while layout.count() > keep:
        item = layout.takeAt(layout.count() - 1)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            drop_all(inner)
