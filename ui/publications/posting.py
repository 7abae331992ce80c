"""One publication at one place: when it went up and came down, who saw it, and the photographs that prove it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from papi_desktop.domain.attachments import Attachment, Owner
from papi_desktop.domain.publications import PlaceCheck, Posting, Publication
from papi_desktop.domain.stores import Saved
from papi_desktop.services import evidence, photos
from papi_desktop.services.photos import Prepared
from papi_desktop.services.posting_states import early_warning, place_sentence, read_evidence
from papi_desktop.services.publishing import keep_posting
from ui.desk import Desk
from ui.operations import IsCancelled, Progress
from ui.publications.fields import POSTING
from ui.publications.many import STAYS
from ui.widgets.evidence_box import EvidenceActions, EvidenceBox
from ui.widgets.questions import FormDialog
from ui.widgets.texts import Action, button, column, row


@dataclass(frozen=True)
class Cell:
    """One publication at one of its places, and the evidence there is."""

    publication: Publication
    check: PlaceCheck
    evidence: Sequence[Attachment] = ()

    def posting(self, today: date) -> Posting:
        """Return the posting that is written, or one that went up today."""
        return self.check.newest or Posting(self.publication.id, self.check.place.id, today)


def open_cell(parent: QWidget, desk: Desk, publication: Publication, check: PlaceCheck) -> None:
    """Read the evidence and open the dialog of one cell."""
    desk.operations.read(
        lambda work: Cell(publication, check, read_evidence(work, check.newest)),
        lambda cell: PostingDialog(parent, desk, cell).open(),
    )


class PostingDialog(FormDialog):
    """Everything is saved whole by "Ghi", also files, which it waits for; coming down is asked when it has a day."""

    def __init__(self, parent: QWidget, desk: Desk, cell: Cell, again: bool = False) -> None:
        self._desk, self._cell = desk, cell
        place = cell.check.place
        self._posting = Posting(cell.publication.id, place.id, desk.today) if again else cell.posting(desk.today)
        self._kept = [] if again else list(cell.evidence)
        self._added: dict[str, Prepared] = {}
        self._preparing = 0
        self._wanted: Callable[[], None] | None = None
        self._removed: list[int] = []
        self.evidence = EvidenceBox("posting", EvidenceActions(self._add, self._open, self._take_out, self._paste))
        self.evidence.show_evidence(self._kept)
        super().__init__(
            parent,
            place.name,
            "posting",
            POSTING,
            self._posting,
            self._keep,
            hint=f"{cell.publication.title}\n{place_sentence(cell.publication, cell.check, desk.today)}",
            more=self._more(self._posting),
        )
        if place.kind.is_event:
            self.form.relabel("since", "Ngày thực hiện")
            self.form.relabel("posted_by", "Người thực hiện")
            self.form.set_visible("until", False)
        self._show_coming_down()
        self.form.edited.connect(lambda _key, _value: self._show_coming_down())

    def warning(self, values: dict[str, Any]) -> str:
        """Say when it comes down before the minimum."""
        publication, check = self._cell.publication, self._cell.check
        early = early_warning(publication, check.place, values["since"], values["until"], check.office_days)
        return early or (STAYS if values["until"] and check.stays else "")

    def is_changed(self) -> bool:
        """Tell whether anything would be lost, files included."""
        return super().is_changed() or bool(self._added or self._removed or self._preparing)

    def _keep(self, values: dict[str, Any], done: Callable[[], None], failed: Callable[[str], None]) -> None:
        if self._preparing:
            self._wanted = partial(self._keep, values, done, failed)
            return
        if self._cell.check.place.kind.is_event:
            values = values | {"until": values["since"]}
        posting, desk = replace(self._posting, **values), self._desk
        added, removed = tuple(self._added.values()), tuple(self._removed)

        def after(_saved: Saved[Posting]) -> None:
            done()
            desk.note(f"Đã ghi: {self._cell.check.place.name}.")

        desk.operations.write(
            lambda work: keep_posting(work, desk.folder, posting, added, removed, desk.today),
            after,
            failed,
        )

    def _show_coming_down(self) -> None:
        is_event = self._cell.check.place.kind.is_event
        is_down = self.form.editor("until").value() is not None and not is_event
        for key in ("condition", "taken_by"):
            self.form.set_visible(key, is_down)

    def _add(self, paths: Sequence[Path]) -> None:
        reduce = not self.evidence.keeps_originals()
        self._prepare([partial(photos.prepare_file, path, reduce) for path in paths])

    def _paste(self, picture: bytes) -> None:
        self._prepare([partial(photos.pasted, picture, self._desk.today, self.evidence.count() + 1)])

    def _prepare(self, files: Sequence[Callable[[], Prepared]]) -> None:
        def action(progress: Progress, is_cancelled: IsCancelled) -> dict[str, Prepared]:
            prepared = {}
            for number, make in enumerate(files):
                progress(number, len(files))
                if is_cancelled():
                    break
                file = make()
                prepared[evidence.digest_of(file.data)] = file
            return prepared

        self._preparing += 1
        self._desk.operations.run("Đang chuẩn bị minh chứng", action, self._take_in, self._refuse)

    def _take_in(self, prepared: dict[str, Prepared]) -> None:
        self._preparing -= 1
        self._added |= prepared
        self._show_evidence()
        if self._wanted and not self._preparing:
            wanted, self._wanted = self._wanted, None
            wanted()

    def _refuse(self, sentence: str) -> None:
        self._preparing -= 1
        self._wanted = None
        self.message.say(sentence)

    def _take_out(self, piece: Attachment) -> None:
        if piece.id:
            self._removed.append(piece.id)
            self._kept = [each for each in self._kept if each.id != piece.id]
        else:
            self._added.pop(piece.sha256, None)
        self._show_evidence()

    def _open(self, piece: Attachment) -> None:
        folder = self._desk.folder
        waiting = self._added.get(piece.sha256)
        make = (
            partial(evidence.copy_of, folder, waiting.name, waiting.data)
            if waiting and not piece.id
            else partial(evidence.open_copy, folder, piece)
        )
        self._desk.operations.compute(make, _show_file, self.message.say)

    def _show_evidence(self) -> None:
        owner, today = self._posting.id, self._desk.today
        waiting = [
            Attachment(Owner.POSTING, owner, file.name, digest, len(file.data), today, file.taken_on)
            for digest, file in self._added.items()
        ]
        self.evidence.show_evidence([*self._kept, *waiting])

    def _more(self, posting: Posting) -> QWidget:
        more = QWidget()
        again = button(Action("Niêm yết lại", self._put_up_again, "undo", "posting.again"), "quiet")
        remove = button(Action("Xóa lần niêm yết này", self._remove, "remove", "posting.remove"), "quiet")
        is_event = self._cell.check.place.kind.is_event
        again.setVisible(bool(posting.id and posting.until and not is_event))
        remove.setVisible(bool(posting.id))
        more.setLayout(column(self.evidence, row(again, remove, 1), gap=3))
        return more

    def _put_up_again(self) -> None:
        self.accept()
        parent = self.parentWidget()
        if parent:
            PostingDialog(parent, self._desk, self._cell, again=True).open()

    def _remove(self) -> None:
        self._desk.operations.remove(
            lambda work: work.postings,
            self._posting.id,
            lambda _posting: self._desk.note("Đã xóa lần niêm yết. Bấm Hoàn tác để lấy lại."),
        )
        self.accept()


def _show_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
