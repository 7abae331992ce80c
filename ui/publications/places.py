"""A checklist of places, with one click for all village houses."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from papi_desktop.domain.publications import Place, PlaceKind
from ui.theme import SPACE
from ui.widgets.flow import FlowLayout
from ui.widgets.texts import Action, button, column, label


class PlaceChecklist(QWidget):
    """`changed` whenever another choice is made."""

    changed = Signal()

    def __init__(self, heading: str, places: Sequence[Place], chosen: Iterable[int]) -> None:
        super().__init__()
        wanted = set(chosen)
        self._places = tuple(places)
        self._boxes = {place.id: self._box(place, place.id in wanted) for place in places}
        self._heading, self._words = label("", "strong"), heading
        quick = FlowLayout(SPACE)
        for action in self._quick_actions():
            quick.addWidget(button(action, "choice"))
        buttons = QWidget()
        buttons.setLayout(quick)
        self.setLayout(column(self._heading, buttons, self._grid(), gap=2))
        self._tell()

    def chosen(self) -> tuple[int, ...]:
        """Return the ids of the places that are ticked, in the commune's own order."""
        return tuple(id for id, box in self._boxes.items() if box.isChecked())

    def choose(self, kinds: Iterable[PlaceKind]) -> None:
        """Tick the places of these kinds and leave the others as they are."""
        wanted = set(kinds)
        for place in self._places:
            if place.kind in wanted:
                self._boxes[place.id].setChecked(True)

    def clear(self) -> None:
        """Tick none."""
        for box in self._boxes.values():
            box.setChecked(False)

    def _quick_actions(self) -> list[Action]:
        kinds = {place.kind for place in self._places}
        houses = Action(
            "Tất cả nhà văn hóa thôn", lambda: self.choose([PlaceKind.VILLAGE_HOUSE]), name="places.all_houses"
        )
        every = Action("Tất cả các nơi", lambda: self.choose(kinds), name="places.all")
        none = Action("Bỏ chọn hết", self.clear, name="places.none")
        return [houses, every, none] if PlaceKind.VILLAGE_HOUSE in kinds else [every, none]

    def _box(self, place: Place, is_chosen: bool) -> QCheckBox:
        box = QCheckBox(place.name)
        box.setObjectName(f"places.{place.id}")
        box.setAccessibleName(place.name)
        box.setChecked(is_chosen)
        box.toggled.connect(lambda _on: self._tell())
        return box

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * SPACE)
        grid.setVerticalSpacing(2 * SPACE)
        rows = -(-len(self._boxes) // 2)
        for number, box in enumerate(self._boxes.values()):
            grid.addWidget(box, number % rows, number // rows)
        return grid

    def _tell(self) -> None:
        self._heading.setText(f"{self._words}: đã chọn {len(self.chosen())}/{len(self._boxes)}")
        self.changed.emit()
