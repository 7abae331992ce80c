"""The list of dialogues with how many opinions each brought and how many are answered."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from papi_desktop.domain.attachments import Owner
from papi_desktop.domain.dialogues import Dialogue, Opinion, OpinionState
from papi_desktop.services.registers import ColumnKind, Query, Register, RegisterColumn
from papi_desktop.services.spans import WHEN_FILTER, asked_window
from papi_desktop.services.work import Work


@dataclass(frozen=True)
class Tally:
    """How the opinions of one or more dialogues stand."""

    raised: int = 0
    answered: int = 0
    waiting: int = 0
    late: int = 0


@dataclass(frozen=True)
class DialogueLine:
    """One dialogue as the list shows it."""

    id: int
    held_on: date
    topic: str
    place: str
    chair: str
    attendance: int
    women: int | None
    opinions: int
    answered: int
    waiting: int
    late: int
    announced_on: date | None
    result_on: date | None
    evidence: int


def state_on(opinion: Opinion, day: date) -> OpinionState:
    """Return where an opinion stood on `day`: an answer given later does not count."""
    if opinion.answered_on and opinion.answered_on <= day:
        return OpinionState.ANSWERED
    return OpinionState.LATE if opinion.due_on and opinion.due_on < day else OpinionState.WAITING


def tally(opinions: Iterable[Opinion], day: date) -> Tally:
    """Count opinions by where they stood on `day`."""
    states = [state_on(opinion, day) for opinion in opinions]
    return Tally(
        len(states),
        states.count(OpinionState.ANSWERED),
        states.count(OpinionState.WAITING),
        states.count(OpinionState.LATE),
    )


def dialogue_lines(work: Work, query: Query) -> list[DialogueLine]:
    """Return the dialogues, newest first."""
    dialogues = work.dialogues.all()
    if query.words.strip():
        found = {hit.id for hit in work.search.find(query.words, "dialogues", len(dialogues))}
        dialogues = [each for each in dialogues if each.id in found]
    window = asked_window(work, query)
    opinions = by_dialogue(work.opinions.all())
    evidence = work.attachments.counts(Owner.DIALOGUE)
    return [
        dialogue_line(each, tally(opinions.get(each.id, ()), query.today), evidence.get(each.id, 0))
        for each in dialogues
        if window is None or each.held_on in window
    ]


def by_dialogue(opinions: Iterable[Opinion]) -> dict[int, list[Opinion]]:
    """Return the opinions of each dialogue by its id."""
    of: dict[int, list[Opinion]] = defaultdict(list)
    for opinion in opinions:
        of[opinion.dialogue_id].append(opinion)
    return of


def dialogue_line(dialogue: Dialogue, counted: Tally, evidence: int) -> DialogueLine:
    """Return one dialogue as the list and the report show it."""
    return DialogueLine(
        id=dialogue.id,
        held_on=dialogue.held_on,
        topic=dialogue.topic,
        place=dialogue.place,
        chair=dialogue.chair,
        attendance=dialogue.attendance,
        women=dialogue.women,
        opinions=counted.raised,
        answered=counted.answered,
        waiting=counted.waiting,
        late=counted.late,
        announced_on=dialogue.announced_on,
        result_on=dialogue.result_on,
        evidence=evidence,
    )


DIALOGUES = Register(
    name="dialogues",
    title="Đối thoại",
    columns=(
        RegisterColumn("held_on", "Ngày", ColumnKind.DATE, 10),
        RegisterColumn("topic", "Chủ đề", ColumnKind.LONG, 34),
        RegisterColumn("opinions", "Ý kiến", ColumnKind.NUMBER, 7),
        RegisterColumn("answered", "Đã trả lời", ColumnKind.NUMBER, 8),
        RegisterColumn("late", "Quá hạn", ColumnKind.NUMBER, 8),
        RegisterColumn("waiting", "Đang giải quyết", ColumnKind.NUMBER, 8),
        RegisterColumn("place", "Địa điểm", width=20),
        RegisterColumn("chair", "Chủ trì", width=16),
        RegisterColumn("attendance", "Số người dự", ColumnKind.NUMBER, 8),
    ),
    lines=dialogue_lines,
    filters=(WHEN_FILTER,),
)
