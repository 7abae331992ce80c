"""One place of a publication as a line: its name, from when to when, the days counted, the evidence, the state."""

from datetime import date

from PySide6.QtCore import Qt

from papi_desktop.domain.publications import PlaceCheck, Posting
from papi_desktop.services.posting_states import Standing, from_to, place_sentence, place_state
from ui.widgets.chips import StatusChip
from ui.widgets.link_line import LinkLine
from ui.widgets.texts import column, label, row


class PlaceLine(LinkLine):
    """A click opens the posting of this place; the line stays the same when what it shows changes."""

    def __init__(self, standing: Standing, check: PlaceCheck, today: date) -> None:
        super().__init__(f"publications.place.{check.place.id}", check.place.name)
        self._chip, self._hung, self._sentence = StatusChip(), label("", "note"), label("", "note")
        head = row(label(check.place.name, "strong"), self._chip, gap=2)
        head.setStretch(0, 1)
        head.setAlignment(self._chip, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(head, self._hung, self._sentence, gap=1, margin=2))
        self.show_check(standing, check, today)

    def show_check(self, standing: Standing, check: PlaceCheck, today: date) -> None:
        """Show how the publication stands here now."""
        self.standing, self.check = standing, check
        publication = standing.check.publication
        state, sentence = place_state(publication, check, today), place_sentence(publication, check, today)
        self._chip.show_word(state)
        self._sentence.setText(sentence)
        self._hung.setVisible(check.posting is not None)
        if check.posting:
            self._hung.setText(_hung(check.posting, standing.evidence.get(check.posting.id, 0)))
        self.setAccessibleName(f"{check.place.name}: {state}. {sentence}")


def _hung(posting: Posting, evidence: int) -> str:
    witnesses = f"chứng kiến: {posting.witnesses}" if posting.witnesses else ""
    files = f"{evidence} minh chứng" if evidence else ""
    return " · ".join(filter(None, (from_to(posting), posting.posted_by, witnesses, files)))
