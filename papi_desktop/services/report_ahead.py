"""Parts IV and V of the report: what fell short and why, and what comes next."""

from datetime import date

from papi_desktop.domain.dialogues import OpinionState
from papi_desktop.domain.publication_checks import is_coming, is_short
from papi_desktop.domain.publications import PublicationCheck
from papi_desktop.domain.tasks import State
from papi_desktop.domain.text import count
from papi_desktop.services.dialogue_days import ResultDay
from papi_desktop.services.report_findings import Findings
from papi_desktop.services.report_words import in_prose, listed, lower_first, mended_by, sentence, short, us, work_ahead
from papi_desktop.services.task_list import TaskLine

_OPEN = (State.ON_TRACK, State.SOON, State.NO_FIGURES)


def faults_text(findings: Findings) -> str:
    """Return each fault with its cause, who answers for it, and by when it is mended."""
    late = [_late(findings, line) for line in findings.tasks if line.state is State.LATE]
    posted = [_posting(check) for check in short_checks(findings)]
    told = [_result(each) for each in findings.results if each.is_late]
    faults = [*late, *posted, *told, *_unanswered(findings), *_unknown(findings)]
    if not faults:
        return (
            "Trong kỳ không có nhiệm vụ quá hạn, không có nội dung công khai chưa đạt yêu cầu và không có ý kiến "
            "quá hạn trả lời."
        )
    return _numbered(faults)


def _numbered(lines: list[str]) -> str:
    """Return the lines with their numbers; a single one needs none."""
    if len(lines) == 1:
        return lines[0]
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))


def short_checks(findings: Findings) -> list[PublicationCheck]:
    """Return the publications that missed a place, a day or the date; what may still go up in time is not one."""
    return [check for check in findings.checks if is_short(check, findings.day)]


def coming_checks(findings: Findings) -> list[PublicationCheck]:
    """Return the publications that still have to go up and are in time."""
    return [check for check in findings.checks if is_coming(check, findings.day)]


def _late(findings: Findings, line: TaskLine) -> str:
    cause = lower_first(line.cause.strip().rstrip(".;")) or "chưa xác định, đang rà soát"
    by, answers = (
        mended_by(findings.period, findings.day),
        " – ".join(filter(None, (line.officer, line.officer_title))) or us(findings.commune),
    )
    return (
        f"Nhiệm vụ {line.cited} ({lower_first(short(line.text))}) quá hạn, hạn cuối là ngày {in_prose(line.due)}. "
        f"Nguyên nhân: {cause}. Trách nhiệm: {answers}. Hạn khắc phục: trong {by}."
    )


def _posting(check: PublicationCheck) -> str:
    missing = [each.place.name for each in check.places if each.posting is None]
    gone = [each.place.name for each in check.places if each.gone_on]
    brief = [each.place.name for each in check.places if each.posting and not each.is_enough and not each.gone_on]
    parts = [
        f"chưa niêm yết tại {_places(missing, len(check.places))}" if missing else "",
        f"chưa đủ thời gian tại {_places(brief, len(check.places))}" if brief else "",
        f"đã gỡ khi chưa có bản thay thế tại {_places(gone, len(check.places))}" if gone else "",
        f"niêm yết sau ngày {in_prose(check.publication.latest_on)}" if _is_late(check) else "",
    ]
    return f"Công khai {lower_first(check.publication.title)}: {listed(parts)}."


def _is_late(check: PublicationCheck) -> bool:
    latest = check.publication.latest_on
    return latest is not None and any(each.posting and each.posting.since > latest for each in check.places)


def _result(each: ResultDay) -> str:
    held, due = in_prose(each.held_on), f"hạn cuối là ngày {in_prose(each.due)}"
    if each.told_on is None:
        return f"Chưa thông báo kết quả đối thoại ngày {held}, {due}."
    return f"Kết quả đối thoại ngày {held} được thông báo ngày {in_prose(each.told_on)}, {due}."


def _places(names: list[str], whole: int) -> str:
    if len(names) == whole:
        return f"tất cả {count(whole)} nơi"
    return ", ".join(names) if len(names) < 4 else f"{count(len(names))}/{count(whole)} nơi"


def _unanswered(findings: Findings) -> list[str]:
    late = [line for line in findings.opinions if line.state is OpinionState.LATE]
    if not late:
        return []
    names = list(dict.fromkeys(line.answerer for line in late if line.answerer))
    answers = f" Trách nhiệm: {', '.join(names)}." if names else ""
    return [f"Còn {count(len(late))} ý kiến của người dân quá hạn trả lời (Phụ lục IV).{answers}"]


def _unknown(findings: Findings) -> list[str]:
    unknown = [line.cited for line in findings.tasks if line.state is State.NO_FIGURES]
    if not unknown:
        return []
    return [f"Chưa có số liệu trong kỳ của {count(len(unknown))} nhiệm vụ ({', '.join(unknown)})."]


def ahead_text(findings: Findings) -> str:
    """Return what the commune has to do next, from what is still open."""
    late = [line.cited for line in findings.tasks if line.state is State.LATE]
    short_of = len(short_checks(findings))
    lines = [
        f"Hoàn thành dứt điểm {count(len(late))} nhiệm vụ quá hạn ({', '.join(late)})." if late else "",
        _open_tasks(findings),
        f"Bổ sung nơi và thời gian niêm yết đối với {count(short_of)} nội dung công khai chưa đạt." if short_of else "",
        *(_coming(check) for check in coming_checks(findings)),
        *(_untold(each) for each in findings.results if each.told_on is None),
        _answers(findings),
        "Duy trì việc cập nhật số liệu, minh chứng hằng tháng; thực hiện chế độ báo cáo đúng thời hạn.",
    ]
    return _numbered([sentence(line) for line in lines if line])


def ahead_when(findings: Findings) -> str:
    """Return the time of what comes next: the next period, or what begins now where work is still due in this one."""
    last = findings.period.calendar_window.last
    coming = (check.publication.latest_on for check in coming_checks(findings))
    is_soon = any(day and day <= last for day in (*_due_days(findings), *coming))
    return "thời gian tới" if is_soon else work_ahead(findings.period)


def _open_tasks(findings: Findings) -> str:
    open_now = [line for line in findings.tasks if line.state in _OPEN]
    if not open_now:
        return "Duy trì kết quả các nhiệm vụ đã hoàn thành."
    by_day = _due_days(findings)
    dated = [f"{', '.join(codes)} chậm nhất ngày {in_prose(day)}" for day, codes in sorted(by_day.items())]
    dates = f", trong đó nhiệm vụ {listed(dated)}" if dated else ""
    return f"Tiếp tục thực hiện {count(len(open_now))} nhiệm vụ còn lại của Kế hoạch{dates}."


def _due_days(findings: Findings) -> dict[date, list[str]]:
    """Return the codes of the open tasks by their last days that are still to come."""
    by_day: dict[date, list[str]] = {}
    for line in findings.tasks:
        if line.state in _OPEN and line.due and line.due > findings.day:
            by_day.setdefault(line.due, []).append(line.cited)
    return by_day


def _coming(check: PublicationCheck) -> str:
    publication = check.publication
    return f"Công khai {lower_first(publication.title)} chậm nhất ngày {in_prose(publication.latest_on)}"


def _untold(each: ResultDay) -> str:
    by = "" if each.is_late else f" chậm nhất ngày {in_prose(each.due)}"
    return f"Thông báo kết quả đối thoại ngày {in_prose(each.held_on)}{by}"


def _answers(findings: Findings) -> str:
    left = findings.now("opinions.waiting") + findings.now("opinions.late")
    late = findings.now("opinions.late")
    if not left:
        return ""
    return f"Trả lời {count(left)} ý kiến còn lại của người dân" + (
        f", trước hết là {count(late)} ý kiến quá hạn" if late else ""
    )
