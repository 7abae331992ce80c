"""The list of opinions raised at dialogues, with who answers, by when, and what was answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from papi_desktop.domain.calendar import written
from papi_desktop.domain.dialogues import Dialogue, Opinion, OpinionState
from papi_desktop.domain.dimensions import dimension
from papi_desktop.domain.periods import Window
from papi_desktop.services.dialogue_list import state_on
from papi_desktop.services.registers import ColumnKind, Filter, Query, Register, RegisterColumn
from papi_desktop.services.spans import WHEN_FILTER, asked_window
from papi_desktop.services.task_list import DIMENSION_FILTER
from papi_desktop.services.work import Work

OPEN = "chưa trả lời"


@dataclass(frozen=True)
class OpinionLine:
    """One opinion as the list and the report's annex show it."""

    id: int
    dialogue_id: int
    held_on: date
    topic: str
    ordinal: int
    content: str
    dimension: int
    dimension_name: str
    group: str
    answerer: str
    due_on: date | None
    answer: str
    answered_on: date | None
    state: OpinionState


def opinion_lines(work: Work, query: Query) -> list[OpinionLine]:
    """Return the opinions, by dialogue (newest first) and the order in which they were raised."""
    opinions = work.opinions.all()
    if query.words.strip():
        found = {hit.id for hit in work.search.find(query.words, "opinions", len(opinions))}
        opinions = [each for each in opinions if each.id in found]
    lines = lines_on(opinions, {each.id: each for each in work.dialogues.all()}, query.today)
    window = asked_window(work, query)
    return [line for line in lines if _is_asked_for(line, query, window)]


def lines_on(opinions: Sequence[Opinion], dialogues: Mapping[int, Dialogue], day: date) -> list[OpinionLine]:
    """Return opinions as they stood on `day`, newest dialogue first."""
    held = [_line(each, dialogues[each.dialogue_id], day) for each in opinions if each.dialogue_id in dialogues]
    return sorted(held, key=lambda line: (-line.held_on.toordinal(), line.dialogue_id, line.ordinal, line.id))


def _line(opinion: Opinion, dialogue: Dialogue, day: date) -> OpinionLine:
    state = state_on(opinion, day)
    is_answered = state is OpinionState.ANSWERED
    return OpinionLine(
        id=opinion.id,
        dialogue_id=dialogue.id,
        held_on=dialogue.held_on,
        topic=dialogue.topic,
        ordinal=opinion.ordinal,
        content=opinion.content,
        dimension=opinion.dimension,
        dimension_name=dimension(opinion.dimension).name,
        group=opinion.group,
        answerer=opinion.answerer,
        due_on=opinion.due_on,
        answer=opinion.answer if is_answered else "",
        answered_on=opinion.answered_on if is_answered else None,
        state=state,
    )


def _is_asked_for(line: OpinionLine, query: Query, window: Window | None) -> bool:
    state = query.filter("state")
    is_open = line.state is not OpinionState.ANSWERED
    return (
        (window is None or line.held_on in window)
        and (state in ("", line.state) or (state == OPEN and is_open))
        and query.filter("dimension") in ("", str(line.dimension))
        and query.filter("dialogue") in ("", str(line.dialogue_id))
    )


def dialogue_choices(work: Work) -> Sequence[tuple[str, str]]:
    """Return the dialogues as choices of a filter."""
    return [(str(each.id), f"{written(each.held_on)} – {each.topic}") for each in work.dialogues.all()]


OPINIONS = Register(
    name="opinions",
    title="Ý kiến của người dân",
    columns=(
        RegisterColumn("content", "Nội dung ý kiến", ColumnKind.LONG, 38),
        RegisterColumn("dimension", "Nội dung PAPI", ColumnKind.NUMBER, 7),
        RegisterColumn("group", "Thôn, nhóm", width=14),
        RegisterColumn("answerer", "Người trả lời", width=18),
        RegisterColumn("due_on", "Hạn trả lời", ColumnKind.DATE, 10),
        RegisterColumn("answer", "Nội dung trả lời", ColumnKind.LONG, 30),
        RegisterColumn("answered_on", "Ngày trả lời", ColumnKind.DATE, 10),
        RegisterColumn("state", "Kết quả", ColumnKind.STATE, 12),
    ),
    lines=opinion_lines,
    filters=(
        Filter(
            "state",
            "Mọi kết quả",
            ((OPEN, "Chưa trả lời"), *((state.value, state.value) for state in OpinionState)),
        ),
        DIMENSION_FILTER,
        Filter("dialogue", "Mọi cuộc đối thoại", (), dialogue_choices),
        WHEN_FILTER,
    ),
    group=lambda line: f"{written(line.held_on)} – {line.topic}",
)
