"""Part II of the report: the result of each of the eight contents, in sentences."""

from papi_desktop.domain.tasks import State
from papi_desktop.domain.text import count
from papi_desktop.services.report_figures import ContentCounts
from papi_desktop.services.report_findings import Findings
from papi_desktop.services.report_words import listed, sentence, share, us


def content_text(findings: Findings, counts: ContentCounts) -> str:
    """Return what the report says of one content: its counts, each task's result, and its publications and opinions."""
    lines = [
        _counted(findings, counts),
        *_results(findings, counts.dimension),
        _dialogues(findings) if counts.dimension == 3 else "",
        _posted_and_asked(counts),
        f"- {findings.budget}" if counts.dimension == 2 and findings.budget else "",
    ]
    return "\n".join(line for line in lines if line)


def _counted(findings: Findings, counts: ContentCounts) -> str:
    if not counts.tasks and findings.period.month:
        return "Trong tháng không có việc theo kế hoạch ở nội dung này."
    if not counts.tasks:
        return f"Kế hoạch không giao nhiệm vụ cho {us(findings.commune)} ở nội dung này."
    late = [line.cited for line in findings.tasks if line.dimension == counts.dimension and line.state is State.LATE]
    parts = [
        f"Hoàn thành {count(counts.done)}/{count(counts.tasks)} nhiệm vụ, {share(counts.done, counts.tasks)}"
        if counts.done
        else f"Có {count(counts.tasks)} nhiệm vụ, chưa có nhiệm vụ hoàn thành",
        f"đang thực hiện đúng tiến độ {count(counts.on_track)} nhiệm vụ" if counts.on_track else "",
        f"quá hạn {count(counts.late)} nhiệm vụ ({', '.join(late)})" if counts.late else "",
        f"chưa có số liệu {count(counts.no_figures)} nhiệm vụ" if counts.no_figures else "",
    ]
    return listed(parts) + "."


def _results(findings: Findings, number: int) -> list[str]:
    own = [line for line in findings.tasks if line.dimension == number and line.result.strip()]
    return [f"- {sentence(line.result).rstrip('.')} ({line.cited})." for line in own]


def _dialogues(findings: Findings) -> str:
    total, days = findings.now("opinions.total"), findings.now("opinions.days")
    parts = [
        _held(findings),
        _asked(findings),
        _rest(findings),
        f"thời gian trả lời bình quân {count(days)} ngày" if days else "",
    ]
    annexes = " (Phụ lục III, IV)" if total or findings.dialogues else ""
    return f"- {listed(parts)}{annexes}."


def _held(findings: Findings) -> str:
    held, women = findings.now("dialogues.held"), findings.now("dialogues.women")
    if not held:
        return f"Trong kỳ, {us(findings.commune)} chưa tổ chức đối thoại với Nhân dân"
    people = f"Tổ chức {count(held)} cuộc đối thoại với {count(findings.now('dialogues.people'))} lượt người dự"
    return people + (f" (nữ {count(women)})" if women else "")


def _asked(findings: Findings) -> str:
    raised, carried = findings.now("opinions.raised"), findings.now("opinions.carried")
    total, answered = findings.now("opinions.total"), findings.now("opinions.answered")
    if not total:
        return "không có ý kiến phải trả lời" if findings.dialogues else ""
    asked = [
        f"tiếp nhận {count(raised)} ý kiến" if raised else "",
        f"kỳ trước chuyển sang {count(carried)} ý kiến" if carried else "",
    ]
    replies = (
        f"đã trả lời {count(answered)} ý kiến, {share(answered, total)}" if answered else "chưa trả lời ý kiến nào"
    )
    return f"{', '.join(part for part in asked if part)}, {replies}"


def _rest(findings: Findings) -> str:
    waiting, late = findings.now("opinions.waiting"), findings.now("opinions.late")
    parts = [
        f"đang giải quyết {count(waiting)} ý kiến" if waiting else "",
        f"quá hạn trả lời {count(late)} ý kiến" if late else "",
    ]
    return ", ".join(part for part in parts if part)


def _posted_and_asked(counts: ContentCounts) -> str:
    done, whole = counts.publications_done, count(counts.publications)
    shown = (
        f"{count(done)}/{whole} nội dung công khai đạt"
        if done
        else f"{whole} nội dung công khai, chưa có nội dung nào đạt"
    )
    posted = f"{shown} đủ nơi, đủ thời gian (Phụ lục II)" if counts.publications else ""
    replies = f"đã trả lời {count(counts.answered)}" if counts.answered else "chưa trả lời"
    asked = (
        f"{count(counts.opinions)} ý kiến của người dân về nội dung này, {replies} (Phụ lục IV)"
        if counts.opinions and counts.dimension != 3
        else ""
    )
    text = listed([posted, asked])
    return f"- Có {text}." if text else ""
