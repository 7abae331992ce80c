"""What the screen says of a dialogue in sentences: how its opinions stand, and whether its notices were in time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from papi_desktop.domain.attachments import Attachment, Owner
from papi_desktop.domain.calendar import written
from papi_desktop.domain.dialogues import Dialogue, Opinion
from papi_desktop.services.dialogue_days import notice_due, result_due
from papi_desktop.services.dialogue_list import Tally, tally
from papi_desktop.services.opinion_list import OpinionLine, lines_on
from papi_desktop.services.rule_book import Terms, figure_words, terms
from papi_desktop.services.work import Work


@dataclass(frozen=True)
class Hint:
    """One calm sentence, and whether what it speaks of is in order; None while that is still open."""

    sentence: str
    is_good: bool | None


@dataclass(frozen=True)
class Meeting:
    """One dialogue with its opinions as they stand on a day, and its evidence."""

    dialogue: Dialogue
    opinions: Sequence[OpinionLine]
    counted: Tally
    evidence: Sequence[Attachment]
    hints: tuple[Hint, ...]


def read_meeting(work: Work, dialogue_id: int, today: date) -> Meeting:
    """Return one dialogue with all that belongs to it. Raises KnownError when it is gone."""
    dialogue, opinions = work.dialogues.get(dialogue_id), work.opinions.of_dialogue(dialogue_id)
    evidence = work.attachments.of(Owner.DIALOGUE, dialogue_id)
    lines, now = lines_on(opinions, {dialogue_id: dialogue}, today), terms(work)
    hints = (notice_hint(dialogue, now), result_hint(dialogue, now, today))
    return Meeting(dialogue, lines, tally(opinions, today), evidence, hints)


def counted_words(counted: Tally) -> str:
    """Return "23 ý kiến: 20 đã trả lời, 2 đang giải quyết, 1 quá hạn"."""
    if not counted.raised:
        return "Chưa ghi ý kiến nào"
    parts = ((counted.answered, "đã trả lời"), (counted.waiting, "đang giải quyết"), (counted.late, "quá hạn"))
    return f"{counted.raised} ý kiến: " + ", ".join(f"{number} {words}" for number, words in parts if number)


def notice_hint(dialogue: Dialogue, now: Terms) -> Hint:
    """Say whether the dialogue was announced early enough."""
    (days, basis, by), last = _rule(now, "dialogue.notice_before", dialogue.held_on), notice_due(dialogue, now)
    if dialogue.announced_on is None:
        return Hint(f"Cần thông báo chậm nhất ngày {written(last)}: trước ngày đối thoại ít nhất {days}{basis}.", None)
    before = (dialogue.held_on - dialogue.announced_on).days
    if dialogue.announced_on <= last:
        return Hint(f"Đã thông báo trước {before} ngày (quy định ít nhất {days}{by}).", True)
    if before < 0:
        return Hint("Ngày thông báo đang ghi sau ngày đối thoại. Hãy kiểm tra lại hai ngày này.", False)
    return Hint(f"Chỉ thông báo trước {before} ngày; mức quy định là ít nhất {days}{basis}.", False)


def result_hint(dialogue: Dialogue, now: Terms, today: date) -> Hint:
    """Say whether the result was announced in time."""
    (days, basis, by), due = _rule(now, "dialogue.result_within", dialogue.held_on), result_due(dialogue, now)
    if dialogue.result_on is None:
        if due < today:
            return Hint(f"Đã quá ngày phải thông báo kết quả: {written(due)}, trong vòng {days}{basis}.", False)
        return Hint(f"Thông báo kết quả chậm nhất ngày {written(due)}: trong vòng {days}{basis}.", None)
    after = (dialogue.result_on - dialogue.held_on).days
    if after < 0:
        return Hint("Ngày thông báo kết quả đang ghi trước ngày đối thoại. Hãy kiểm tra lại hai ngày này.", False)
    if dialogue.result_on <= due:
        return Hint(f"Đã thông báo kết quả sau {after} ngày (quy định không quá {days}{by}).", True)
    return Hint(f"Thông báo kết quả sau {after} ngày; mức quy định là trong vòng {days}{basis}.", False)


def new_opinion(work: Work, dialogue_id: int) -> Opinion:
    """Return an empty opinion of a dialogue: next in order, due with the one before it."""
    there = work.opinions.of_dialogue(dialogue_id)
    last = there[-1] if there else None
    ordinal = max((each.ordinal for each in there), default=0) + 1
    return Opinion(dialogue_id, "", ordinal=ordinal, due_on=last.due_on if last else None)


def answered(opinion: Opinion, today: date) -> Opinion:
    """Return the opinion with today as the day of an answer that was written without one."""
    return replace(opinion, answered_on=today) if opinion.answer and opinion.answered_on is None else opinion


def _rule(now: Terms, key: str, day: date) -> tuple[str, str, str]:
    """Return the days, and the basis that holds on the day: in brackets, and after words that stand in brackets."""
    rule = now.book.rule(key, day)
    basis = rule.basis if rule.holds_on(day) else ""
    return figure_words(rule), basis and f" ({basis})", basis and f" theo {basis}"
