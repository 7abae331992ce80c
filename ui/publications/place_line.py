"""One place of a publication as a line: its name, from when to when, the days counted, the evidence, the state."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from papi_desktop.domain.publications import PlaceCheck, Posting, Publication
from papi_desktop.services.posting_states import from_to, place_sentence, place_state
from ui.widgets.chips import StatusChip
from ui.widgets.link_line import LinkLine
from ui.widgets.texts import column, label, row


class PlaceLine(LinkLine):
    """A click opens the posting of this place."""

    def __init__(self, publication: Publication, check: PlaceCheck, evidence: int, today: date) -> None:
        state, sentence = place_state(publication, check, today), place_sentence(publication, check, today)
        super().__init__("publications.place", f"{check.place.name}: {state}. {sentence}")
        head = row(label(check.place.name, "strong"), StatusChip(state), gap=2)
        head.setStretch(0, 1)
        head.setAlignment(Qt.AlignmentFlag.AlignTop)
        parts: list[QWidget | QLayout] = [head]
        if check.posting:
            parts.append(label(_hung(check.posting, evidence), "note"))
        parts.append(label(sentence, "note"))
        self.setLayout(column(*parts, gap=1, margin=2))


def _hung(posting: Posting, evidence: int) -> str:
    witnesses = f"chứng kiến: {posting.witnesses}" if posting.witnesses else ""
    files = f"{evidence} minh chứng" if evidence else ""
    return " · ".join(filter(None, (from_to(posting), posting.posted_by, witnesses, files)))
