"""What is still missing before a report is whole: one sentence each, with the place to mend it."""

from collections.abc import Iterable, Iterator
from datetime import date

from papi_desktop.domain.calendar import written
from papi_desktop.domain.dialogues import OpinionState
from papi_desktop.domain.publication_checks import is_short
from papi_desktop.domain.reports import Gap, Report
from papi_desktop.domain.tasks import State, Status
from papi_desktop.services.dialogue_days import result_day
from papi_desktop.services.dialogue_list import state_on
from papi_desktop.services.report_book import Book, Facts
from papi_desktop.services.report_direction import DIRECTION, documents, sessions
from papi_desktop.services.report_words import lower_first, sentence
from papi_desktop.services.standing import Standing


def gaps(book: Book, now: Facts, report: Report) -> tuple[Gap, ...]:
    """Return what is missing on the day up to which the report counts, the gravest first."""
    day = now.span.day
    if not book.plans:
        return (Gap("Chưa nạp kế hoạch của tỉnh nên chưa có nhiệm vụ để báo cáo.", "plans", 0),)
    return (
        *_missing(now.standings),
        *_without_cause(now.standings),
        *_unreported(now.standings, day),
        *_publications(now),
        *_opinions(now),
        *_dialogues(now),
        *_without_result(now.standings),
        *_without_evidence(book, now.standings),
        *_without_officer(now.standings),
        *([] if now.span.period.month else _report(book, now, report)),
    )


def _name(standing: Standing) -> str:
    return f"{standing.task.own_code or standing.task.code} {standing.task.text}"


def _missing(known: Iterable[Standing]) -> Iterator[Gap]:
    for each in known:
        if each.is_missing:
            yield Gap(sentence(f"Chưa có số liệu kỳ này: {_name(each)}"), "tasks", each.task.id)


def _without_cause(known: Iterable[Standing]) -> Iterator[Gap]:
    for each in known:
        if each.state is State.LATE and not (each.entry and each.entry.cause.strip()):
            yield Gap(sentence(f"Quá hạn nhưng chưa ghi nguyên nhân: {_name(each)}"), "tasks", each.task.id)


def _unreported(known: Iterable[Standing], day: date) -> Iterator[Gap]:
    for each in known:
        if each.owes_report and each.report_due and each.report_due < day:
            to = f"Chưa báo cáo kết quả về {each.task.deadline.receiver} (hạn {written(each.report_due)})"
            yield Gap(sentence(f"{to}: {_name(each)}"), "tasks", each.task.id)


def _without_result(known: Iterable[Standing]) -> Iterator[Gap]:
    for each in known:
        if each.has_figures and each.entry and not each.entry.result.strip():
            yield Gap(sentence(f"Có số liệu nhưng chưa ghi kết quả bằng lời: {_name(each)}"), "tasks", each.task.id)


def _without_evidence(book: Book, known: Iterable[Standing]) -> Iterator[Gap]:
    for each in known:
        is_done = each.entry is not None and each.entry.status is Status.DONE
        if is_done and each.entry and not book.evidence.get(each.entry.id, 0):
            yield Gap(sentence(f"Đã hoàn thành nhưng chưa có minh chứng: {_name(each)}"), "tasks", each.task.id)


def _without_officer(known: Iterable[Standing]) -> Iterator[Gap]:
    for each in known:
        if not each.task.officer_id:
            yield Gap(sentence(f"Chưa giao người phụ trách: {_name(each)}"), "tasks", each.task.id)


def _publications(now: Facts) -> Iterator[Gap]:
    for check in now.checks:
        if is_short(check, now.span.day):
            why = f" {check.reasons[0]}" if check.reasons else ""
            more = f" Và {len(check.reasons) - 1} lý do khác." if len(check.reasons) > 1 else ""
            said = f"{check.state}: {lower_first(check.publication.title)}.{why}{more}"
            yield Gap(said, "publications", check.publication.id)


def _opinions(now: Facts) -> Iterator[Gap]:
    for opinion in now.opinions:
        if state_on(opinion, now.span.day) is OpinionState.LATE:
            said = sentence(f"Ý kiến quá hạn trả lời ({written(opinion.due_on)}): {opinion.content}")
            yield Gap(said, "opinions", opinion.id)


def _dialogues(now: Facts) -> Iterator[Gap]:
    for dialogue in now.dialogues:
        name = f"cuộc đối thoại ngày {written(dialogue.held_on)}"
        told = result_day(dialogue, now.terms, now.span.day)
        if told.told_on is None and told.is_late:
            yield Gap(f"Chưa thông báo kết quả {name}.", "dialogues", dialogue.id)
        if not dialogue.attendance:
            yield Gap(f"Chưa ghi số người dự {name}.", "dialogues", dialogue.id)


def _report(book: Book, now: Facts, report: Report) -> Iterator[Gap]:
    if DIRECTION not in dict(report.texts):
        if not documents(book, now):
            yield Gap("Phần I chưa ghi: các văn bản đã ban hành.", "report_texts", report.id)
        if not sessions(now):
            yield Gap("Phần I chưa ghi: số buổi tuyên truyền.", "report_texts", report.id)
    if not report.signer.strip():
        yield Gap("Chưa có người ký báo cáo.", "reports", report.id)
    if not book.commune.recipient.strip():
        yield Gap("Chưa có cơ quan nhận báo cáo.", "commune", 0)
