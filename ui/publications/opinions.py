"""What was said of a publication while it hung, at which place, and how it was dealt with; nobody is named."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from papi_desktop.domain.calendar import written
from papi_desktop.domain.publications import Posting, PostingOpinion
from papi_desktop.domain.stores import Saved
from papi_desktop.services.posting_states import Standing, from_to
from papi_desktop.services.publishing import note_opinion
from papi_desktop.services.work import Work
from ui.desk import Desk
from ui.publications.fields import OPINION
from ui.widgets.cards import drop_all
from ui.widgets.link_line import LinkLine
from ui.widgets.questions import FormDialog
from ui.widgets.texts import Action, button, column, label, row

NOT_HUNG = "Chưa niêm yết ở nơi nào nên chưa có ý kiến."
NONE_YET = "Chưa ghi ý kiến nào trong thời gian niêm yết."


@dataclass(frozen=True)
class Said:
    """All postings of a publication with the names of their places, and all that was said."""

    postings: Sequence[tuple[Posting, str]]
    opinions: Sequence[PostingOpinion]

    def place(self, posting_id: int) -> str:
        """Return where a posting hangs."""
        return next((name for posting, name in self.postings if posting.id == posting_id), "")


class OpinionsPane(QWidget):
    """A click on a line opens it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._id = desk, 0
        self._said: Said | None = None
        self._add = button(Action("Ghi ý kiến…", self.open_new, "add", "publications.opinion.add"), "main")
        self._note = label("", "note")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.setLayout(column(row(self._add, 1), self._note, self._lines, 1, gap=3))

    def show_standing(self, standing: Standing) -> None:
        """Read what was said of a publication."""
        id = self._id = standing.check.publication.id
        self._desk.operations.read(lambda work: (id, _read(work, id)), self._show)

    def open_new(self) -> None:
        """Write down what was said."""
        if self._said and self._said.postings:
            first = self._said.postings[0][0]
            self._open(PostingOpinion(first.id, self._desk.today, ""))

    def _show(self, answer: tuple[int, Said]) -> None:
        id, said = answer
        if id != self._id:
            return
        self._said = said
        self._add.setEnabled(bool(said.postings))
        self._note.setText(NOT_HUNG if not said.postings else NONE_YET)
        self._note.setVisible(not said.opinions)
        drop_all(self._lines)
        for opinion in said.opinions:
            line = OpinionLine(opinion, said.place(opinion.posting_id))
            line.clicked.connect(partial(self._open, opinion))
            self._lines.addWidget(line)

    def _open(self, opinion: PostingOpinion) -> None:
        said, desk = self._said, self._desk
        if said is None:
            return

        def save(values: dict[str, Any], done: Callable[[], None], failed: Callable[[str], None]) -> None:
            def after(_saved: Saved[PostingOpinion]) -> None:
                done()
                desk.note("Đã ghi ý kiến.")

            desk.operations.write(lambda work: _keep(work, opinion, values), after, failed)

        dialog = FormDialog(self, "Ý kiến khi niêm yết", "publications.opinion", OPINION, opinion, save)
        places = [(posting.id, f"{name} ({from_to(posting)})") for posting, name in said.postings]
        dialog.form.set_choices("posting_id", places)
        dialog.form.show_value(opinion)
        dialog.open()


class OpinionLine(LinkLine):
    """The day and place, what was said, and how it was dealt with."""

    def __init__(self, opinion: PostingOpinion, place: str) -> None:
        super().__init__(
            f"publications.opinion.{opinion.id}", f"{written(opinion.received_on)}, {place}: {opinion.content}"
        )
        answer = opinion.answer or "Đang xử lý."
        handled = f"{opinion.handled_by}: {answer}" if opinion.handled_by else answer
        head = label(f"{written(opinion.received_on)} · {place}", "note")
        self.setLayout(column(head, label(opinion.content), label(handled, "note"), gap=1, margin=2))


def _read(work: Work, publication_id: int) -> Said:
    names = {each.id: each.name for each in work.places.all()}
    postings = work.postings.of_publication(publication_id)
    found = [opinion for posting in postings for opinion in work.posting_opinions.of_posting(posting.id)]
    pairs = [(posting, names.get(posting.place_id, "")) for posting in postings]
    return Said(pairs, sorted(found, key=lambda each: (each.received_on, each.id)))


def _keep(work: Work, opinion: PostingOpinion, values: dict[str, Any]) -> Saved[PostingOpinion]:
    work.label("Ghi ý kiến khi niêm yết")
    if opinion.id:
        return work.posting_opinions.put(replace(opinion, **values))
    posting = work.postings.get(values["posting_id"])
    return note_opinion(work, posting, values["received_on"], values["content"], values["handled_by"], values["answer"])
