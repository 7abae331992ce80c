"""How large the letters are and how strong the contrast; seen at once, remembered for the next start."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QSlider, QWidget

from papi_desktop.services.work import Work
from papi_desktop.settings import read_settings, write_settings
from ui.desk import Desk
from ui.theme import LARGEST, SMALLEST, theme
from ui.widgets.cards import Card
from ui.widgets.texts import column, label, row

_STEP = 10


class DisplayPane(QWidget):
    """A slider of steps that the eye can tell apart, and one tick."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.slider, self.contrast = _slider(), QCheckBox("Độ tương phản cao (nền tối, chữ sáng)")
        self.contrast.setObjectName("settings.form.high_contrast")
        self._percent = label("", "strong", False)
        card = Card("Cỡ chữ và màu sắc", "Thay đổi có hiệu lực ngay và được nhớ cho lần mở sau.")
        card.inside.addLayout(row(label("Cỡ chữ", wrap=False), self.slider, self._percent, gap=3))
        card.inside.addWidget(self.contrast)
        card.inside.addWidget(label("Chữ mẫu: Danh sách hộ nghèo, hộ cận nghèo năm 2022; đã niêm yết tại 9/9 thôn."))
        card.setMaximumWidth(theme.pixels(760))
        self.setLayout(column(card, 1))
        self._show()
        self.slider.valueChanged.connect(self._choose)
        self.contrast.toggled.connect(self._choose)

    def _show(self) -> None:
        kept = read_settings(self._desk.folder)
        self.slider.setValue(kept.font_percent // _STEP)
        self.contrast.setChecked(kept.high_contrast)
        self._percent.setText(f"{kept.font_percent}%")

    def _choose(self) -> None:
        percent, is_high = self.slider.value() * _STEP, self.contrast.isChecked()
        self._percent.setText(f"{percent}%")
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, percent, is_high)
        folder = self._desk.folder

        def remember(_work: Work) -> None:
            write_settings(folder, replace(read_settings(folder), font_percent=percent, high_contrast=is_high))

        self._desk.operations.read(remember)


def _slider() -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setObjectName("settings.form.font_percent")
    slider.setAccessibleName("Cỡ chữ")
    slider.setRange(SMALLEST // _STEP, LARGEST // _STEP)
    slider.setPageStep(1)
    slider.setMinimumHeight(theme.pixels(26))
    return slider
