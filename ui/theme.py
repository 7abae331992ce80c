"""The look in one place: colours, spacing, type sizes, and the style sheet made from them."""

from dataclasses import asdict, dataclass
from string import Template
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from papi_desktop.catalog import resource


@dataclass(frozen=True)
class Tone:
    """The colours of one kind of status: its ink and the tint behind it."""

    ink: str
    tint: str


@dataclass(frozen=True)
class Tokens:
    """The colours by what they are for."""

    background: str
    card: str
    text: str
    secondary: str
    line: str
    field_line: str
    accent: str
    accent_dark: str
    on_accent: str
    tint: str
    hover: str
    sample: str
    late: Tone
    soon: Tone
    on_track: Tone
    done: Tone
    none: Tone


LIGHT: Final = Tokens(
    background="#F6F7F9",
    card="#FFFFFF",
    text="#1B2733",
    secondary="#5B6875",
    line="#E1E6EB",
    field_line="#C3CBD3",
    accent="#0B5CAD",
    accent_dark="#084A8C",
    on_accent="#FFFFFF",
    tint="#E8F1FB",
    hover="#EEF2F6",
    sample="#FFF6E0",
    late=Tone("#B3261E", "#FCEDEC"),
    soon=Tone("#8A5000", "#FFF4E0"),
    on_track=Tone("#0B5CAD", "#E8F1FB"),
    done=Tone("#2B7A33", "#E9F5EA"),
    none=Tone("#5B6875", "#EEF1F4"),
)
CONTRAST: Final = Tokens(
    background="#0B0F14",
    card="#000000",
    text="#FFFFFF",
    secondary="#D5DCE3",
    line="#5B6875",
    field_line="#AEB8C2",
    accent="#7FC1FF",
    accent_dark="#B5DBFF",
    on_accent="#000000",
    tint="#0E2F4D",
    hover="#1B2733",
    sample="#3A2E00",
    late=Tone("#FFB4AB", "#3B0B08"),
    soon=Tone("#FFD08A", "#3A2600"),
    on_track=Tone("#A9D5FF", "#0E2F4D"),
    done=Tone("#A5E3AB", "#0E3013"),
    none=Tone("#D5DCE3", "#27313B"),
)

SPACE: Final = 4
"""One step of spacing, in pixels; margins are 1, 2, 3, 4, 6 or 8 steps."""
TYPE: Final = {"body": 10.5, "title": 17.0, "section": 12.0, "tile": 26.0, "note": 9.5}
"""Type sizes in points at 100 %."""
SMALLEST, LARGEST = 90, 140


class Theme(QObject):
    """The look in force; widgets that paint themselves ask it for colours and sizes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self.percent = 100
        self._fonts: dict[tuple[str, bool], QFont] = {}

    def points(self, role: str) -> float:
        """Return the size of a role of text in points, with the user's font size."""
        return round(TYPE[role] * self.percent / 100, 1)

    def font(self, role: str = "body", semibold: bool = False) -> QFont:
        """Return the font of a role of text; every cell of a list asks for it."""
        if (role, semibold) not in self._fonts:
            font = QFont(QApplication.font())
            font.setPointSizeF(self.points(role))
            font.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
            self._fonts[role, semibold] = font
        return QFont(self._fonts[role, semibold])

    def pixels(self, size: int) -> int:
        """Return a size that grows with the text, in pixels."""
        return round(size * self.percent / 100)

    def apply(self, app: QApplication, percent: int = 100, high_contrast: bool = False) -> None:
        """Dress the whole application; called again when a setting changes."""
        self.percent = min(max(percent, SMALLEST), LARGEST)
        self.tokens = CONTRAST if high_contrast else LIGHT
        font = QFont(_family())
        font.setPointSizeF(self.points("body"))
        app.setFont(font)
        self._fonts.clear()
        app.setPalette(_palette(self.tokens))
        app.setStyleSheet(self._sheet())
        self.changed.emit()

    def _sheet(self) -> str:
        template = Template(resource("theme.qss").read_text(encoding="utf-8"))
        flat = {key: value for key, value in asdict(self.tokens).items() if isinstance(value, str)}
        sizes = {f"pt_{role}": str(self.points(role)) for role in TYPE}
        sizes |= {f"px_{name}": str(self.pixels(size)) for name, size in (("field", 22), ("button", 20), ("item", 30))}
        tones = {name: getattr(self.tokens, name).ink for name in ("late", "soon", "done")}
        tones |= {f"{name}_tint": getattr(self.tokens, name).tint for name in ("late", "soon", "done")}
        tick = "box-tick-black" if self.tokens is CONTRAST else "box-tick-white"
        return template.substitute(flat, **sizes, **tones, icons=resource("icons").as_posix(), tick=tick)


theme: Final = Theme()


def prepare(app: QApplication) -> None:
    """Choose the style and load the bundled fonts where the system's own is missing."""
    app.setStyle(QStyleFactory.create("Fusion"))
    if "Segoe UI" not in QFontDatabase.families():
        for weight in ("Regular", "SemiBold"):
            QFontDatabase.addApplicationFont(str(resource("fonts", f"NotoSans-{weight}.ttf")))


def _family() -> str:
    families = QFontDatabase.families()
    return next((name for name in ("Segoe UI", "Noto Sans", "DejaVu Sans") if name in families), "")


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    for role, colour in {
        QPalette.ColorRole.Window: tokens.background,
        QPalette.ColorRole.Base: tokens.card,
        QPalette.ColorRole.AlternateBase: tokens.background,
        QPalette.ColorRole.Button: tokens.card,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.ToolTipBase: tokens.card,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.secondary,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Link: tokens.accent,
    }.items():
        palette.setColor(role, QColor(colour))
    return palette
