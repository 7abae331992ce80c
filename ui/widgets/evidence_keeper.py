"""What happens with the evidence of one thing: photos made smaller and kept, pasted, opened, removed."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from papi_desktop.domain.attachments import Attachment, Owner
from papi_desktop.services import evidence, photos
from papi_desktop.services.photos import Prepared
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.operations import IsCancelled, Progress
from ui.widgets.evidence_box import EvidenceActions, EvidenceBox

OwnerId = Callable[[Work], int]
"""Returns the id of what the evidence belongs to, saved first when it was not yet."""


class EvidenceKeeper:
    """Wires a box to the store; `owner()` says what is shown now, or None when nothing is."""

    def __init__(self, desk: Desk, page: str, kind: Owner, owner: Callable[[], OwnerId | None]) -> None:
        self._desk, self._kind, self._owner = desk, kind, owner
        self.box = EvidenceBox(page, EvidenceActions(self.add, self.open, self.remove, self.paste))

    def add(self, paths: Sequence[Path]) -> None:
        """Keep files; photos are made smaller unless the box says not to."""
        reduce = not self.box.keeps_originals()
        self._keep([partial(_prepared, path, reduce) for path in paths])

    def paste(self, picture: bytes) -> None:
        """Keep a picture that was pasted."""
        today, number = self._desk.today, self.box.count() + 1
        self._keep([partial(photos.pasted, picture, today, number)])

    def open(self, piece: Attachment) -> None:
        """Show a piece in the program that the system has for it."""
        folder = self._desk.folder
        self._desk.operations.read(lambda _work: evidence.open_copy(folder, piece), _show_file)

    def remove(self, piece: Attachment) -> None:
        """Move a piece to the recycle bin."""
        self._desk.operations.remove(
            lambda work: work.attachments,
            piece.id,
            lambda _piece: self._desk.note(f"Đã bỏ “{piece.name}”. Bấm Hoàn tác để lấy lại."),
        )

    def _keep(self, files: Sequence[Callable[[], Prepared]]) -> None:
        owner = self._owner()
        if owner is None:
            return
        operations, folder, kind, today = self._desk.operations, self._desk.folder, self._kind, self._desk.today

        def action(progress: Progress, is_cancelled: IsCancelled) -> int:
            prepared = []
            for number, make in enumerate(files):
                progress(number, len(files))
                if is_cancelled():
                    break
                prepared.append(make())
            if not prepared:
                return 0
            with operations.storage.work() as work:
                id = owner(work)
                for each in prepared:
                    photos.add_prepared(work, folder, kind, id, each, today)
                work.label(f"Thêm {len(prepared)} minh chứng")
            return len(prepared)

        operations.run("Đang thêm minh chứng", action, self._tell, changes=True)

    def _tell(self, count: int) -> None:
        self._desk.note(f"Đã thêm {count} minh chứng." if count else "Đã dừng, chưa thêm minh chứng nào.")


def _prepared(path: Path, reduce: bool) -> Prepared:
    return photos.prepare(path.name, evidence.read_source(path), reduce)


def _show_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
