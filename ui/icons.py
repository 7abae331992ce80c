"""The program's own line icons, tinted with the theme's colours."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from papi_desktop.catalog import resource
from ui.theme import theme

SIZE = 20
_SCALES = (1.0, 1.25, 1.5, 2.0, 3.0)


def icon(name: str, colour: str = "", gap: int = 0, disabled: str = "") -> QIcon:
    """Return an icon by the name of its file, in a colour (the secondary text's where none is given).

    `gap` leaves room at its right, for buttons whose word stands too near; `disabled` is its colour on a control that
    cannot be used.
    """
    ink = colour or theme.tokens.secondary
    return _drawn(name, ink, disabled or ink, gap)


def pixmap(name: str, colour: str = "", size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture of `size` pixels."""
    return icon(name, colour).pixmap(QSize(size, size), ratio)


@lru_cache(maxsize=256)
def _drawn(name: str, colour: str, disabled: str, gap: int) -> QIcon:
    picture = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    result = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        renderer = QSvgRenderer(QByteArray(picture.replace("currentColor", ink).encode()))
        for scale in _SCALES:
            result.addPixmap(_picture(renderer, round(SIZE * scale), round(gap * scale)), mode)
    return result


def _picture(renderer: QSvgRenderer, size: int, gap: int) -> QPixmap:
    picture = QPixmap(size + gap, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture
