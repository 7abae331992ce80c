"""One publication at many places at once: choosing where it must be, putting it up, taking it down."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from papi_desktop.domain.publications import Place, PlaceCheck, Posting
from papi_desktop.services.posting_states import Standing, early_warnings, with_change
from papi_desktop.services.publishing import post, take_down
from ui.desk import Desk
from ui.publications.fields import PUT_UP, TAKE_DOWN
from ui.publications.places import PlaceChecklist
from ui.widgets.questions import FormDialog

Done = Callable[[], None]
Failed = Callable[[str], None]
STAYS = "Nội dung này phải niêm yết cho đến khi có bản mới. Chỉ gỡ khi bản thay thế đã được niêm yết."
_NOWHERE = "Chưa chọn nơi nào. Hãy đánh dấu ít nhất một nơi trong danh sách."


class PutUpDialog(FormDialog):
    """Puts a publication up on one day at all chosen places; those where it does not hang are chosen already."""

    def __init__(self, parent: QWidget, desk: Desk, standing: Standing) -> None:
        self._desk, self._publication = desk, standing.check.publication
        free = places_to_fill(standing)
        last = next((each.posting for each in standing.check.places if each.posting), None)
        self.places = PlaceChecklist("Niêm yết tại", free, [place.id for place in free])
        value = {"since": desk.today, "by": last.posted_by if last else "", "witnesses": ""}
        words = "Ghi niêm yết"
        super().__init__(
            parent,
            "Niêm yết tại nhiều nơi",
            "put_up",
            PUT_UP,
            value,
            self._keep,
            self._publication.title,
            words,
            self.places,
        )

    def _keep(self, values: dict[str, Any], done: Done, failed: Failed) -> None:
        publication, chosen, desk = self._publication, self.places.chosen(), self._desk
        if not chosen:
            failed(_NOWHERE)
            return

        def after(postings: list[Posting]) -> None:
            done()
            desk.note(f"Đã ghi niêm yết tại {len(postings)} nơi. Bấm Hoàn tác để lấy lại.")

        desk.operations.write(lambda work: post(work, publication, chosen, **values), after, failed)


class TakeDownDialog(FormDialog):
    """Takes a publication down on one day at all chosen places where it hangs."""

    def __init__(self, parent: QWidget, desk: Desk, standing: Standing) -> None:
        self._desk, self._publication = desk, standing.check.publication
        self._hanging = {each.place.id: each for each in hanging(standing)}
        enough = [id for id, each in self._hanging.items() if each.is_enough and not each.stays]
        self.places = PlaceChecklist("Gỡ tại", [each.place for each in self._hanging.values()], enough)
        super().__init__(
            parent,
            "Gỡ tại nhiều nơi",
            "take_down",
            TAKE_DOWN,
            {"until": desk.today, "by": "", "condition": ""},
            self._keep,
            self._publication.title,
            "Ghi ngày gỡ",
            self.places,
        )
        self.places.changed.connect(self.warn)

    def warning(self, values: dict[str, Any]) -> str:
        """Say which places have not had it long enough."""
        chosen = [self._hanging[id] for id in self.places.chosen()]
        stays = any(each.stays for each in chosen)
        return early_warnings(self._publication, chosen, values["until"]) or (STAYS if stays else "")

    def _keep(self, values: dict[str, Any], done: Done, failed: Failed) -> None:
        publication, chosen, desk = self._publication, self.places.chosen(), self._desk
        if not chosen:
            failed(_NOWHERE)
            return

        def after(postings: list[Posting]) -> None:
            done()
            desk.note(f"Đã ghi ngày gỡ tại {len(postings)} nơi. Bấm Hoàn tác để lấy lại.")

        desk.operations.write(
            lambda work: take_down(work, publication, chosen, **values),
            after,
            failed,
        )


class RequiredPlacesDialog(FormDialog):
    """Chooses the places where a publication must be."""

    def __init__(self, parent: QWidget, desk: Desk, standing: Standing) -> None:
        self._desk, self._id = desk, standing.check.publication.id
        publication = standing.check.publication
        self.places = PlaceChecklist("Phải công khai tại", standing.places, publication.place_ids)
        super().__init__(
            parent, "Chọn nơi phải công khai", "required", (), {}, self._keep, publication.title, more=self.places
        )

    def _keep(self, _values: dict[str, Any], done: Done, failed: Failed) -> None:
        id, chosen = self._id, self.places.chosen()
        self._desk.operations.save(
            lambda work: work.publications,
            lambda work: with_change(work.publications.get(id), "place_ids", chosen),
            lambda _saved: done(),
            failed,
        )


def places_to_fill(standing: Standing) -> list[Place]:
    """Return the required places where it neither hangs nor hung long enough."""
    return [each.place for each in standing.check.places if not each.hangs and not each.is_enough]


def places_to_clear(standing: Standing) -> list[Place]:
    """Return the required places where it hangs."""
    return [each.place for each in hanging(standing)]


def hanging(standing: Standing) -> list[PlaceCheck]:
    """Return the places where it is up and has to be taken down one day, also those that another one stands for."""
    return [each for each in (*standing.check.places, *standing.check.spared) if each.hangs]
