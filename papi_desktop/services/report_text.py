"""The report's text, drafted section by section from the findings; the officer's own words stand before a draft."""

from collections.abc import Iterator
from dataclasses import replace

from papi_desktop.domain.dimensions import dimension
from papi_desktop.domain.reports import Section
from papi_desktop.domain.text import count, percent
from papi_desktop.services.plan_words import cited, purpose
from papi_desktop.services.report_ahead import ahead_text, ahead_when, faults_text
from papi_desktop.services.report_comparison import UNEQUAL, comparable
from papi_desktop.services.report_contents import content_text
from papi_desktop.services.report_direction import DIRECTION
from papi_desktop.services.report_findings import Findings
from papi_desktop.services.report_words import (
    ROMAN,
    change,
    in_prose,
    listed,
    lower_first,
    share,
    spoken,
    us,
    year_so_far,
)

COMPARISON = "compare"
RESULTS = "results"
BLANK = "…" * 12
"""Room to fill in what the program does not know."""
PROGRAMME = "nâng cao Chỉ số Hiệu quả quản trị và hành chính công cấp tỉnh (PAPI)"


def subject(findings: Findings) -> str:
    """Return what the report is about, for its title."""
    return f"Kết quả thực hiện Kế hoạch {PROGRAMME} {findings.period.title}"


def sections(findings: Findings) -> tuple[Section, ...]:
    """Return the sections in order, each with its draft and, where the officer changed it, the edited text."""
    edited = dict(findings.report.texts)
    return tuple(
        Section(key, heading, level, draft, edited.get(key)) for key, heading, level, draft in _drafts(findings)
    )


def _drafts(findings: Findings) -> Iterator[tuple[str, str, int, str]]:
    yield "intro", "", 0, _intro(findings)
    is_month = bool(findings.period.month)
    parts = [
        *([] if is_month else [(DIRECTION, "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", _direction(findings))]),
        (RESULTS, "KẾT QUẢ THỰC HIỆN THEO TÁM NỘI DUNG", _overall(findings)),
        *([] if is_month else [(COMPARISON, "SO SÁNH VỚI KỲ TRƯỚC, CÙNG KỲ NĂM TRƯỚC", _comparison(findings))]),
        ("faults", "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN", faults_text(findings)),
        ("ahead", f"NHIỆM VỤ TRỌNG TÂM {ahead_when(findings).upper()}", ahead_text(findings)),
        *([] if is_month else [("proposals", "ĐỀ XUẤT, KIẾN NGHỊ", _proposals(findings))]),
    ]
    for position, (key, heading, draft) in enumerate(parts):
        yield key, f"{ROMAN[position]}. {heading}", 1, draft
        if key == RESULTS:
            yield from _contents(findings)
    yield "closing", "", 0, _closing(findings)


def _contents(findings: Findings) -> Iterator[tuple[str, str, int, str]]:
    for counts in findings.contents:
        number = counts.dimension
        yield f"content.{number}", f"{number}. {dimension(number).full_name}", 2, content_text(findings, counts)


def _intro(findings: Findings) -> str:
    days = f"số liệu từ ngày {in_prose(findings.window.first)} đến ngày {in_prose(findings.day)}"
    return (
        f"Thực hiện {_plans(findings)}, {findings.commune.committee} báo cáo kết quả thực hiện "
        f"{spoken(findings.period)} ({days}) như sau:"
    )


def _plans(findings: Findings) -> str:
    province = findings.commune.province
    above = province if province.lower().startswith(("tỉnh", "thành phố", "tp")) else f"tỉnh {province}"
    issued = [plan for plan in findings.plans if not plan.issued_on or plan.issued_on <= findings.day]
    named = [plan for plan in issued if plan.number or plan.issuer]
    if not any(plan.number for plan in named):
        return f"Kế hoạch của UBND {above} về {PROGRAMME} năm {findings.period.year}"
    if len(named) == 1:
        named = [replace(plan, issuer=plan.issuer or f"UBND {above}") for plan in named]
    about = purpose(named[0]) if len(named) == 1 else ""
    return f"{listed([cited(plan) for plan in named])} về {about or f'{PROGRAMME} năm {named[0].year}'}"


def _direction(findings: Findings) -> str:
    total, lead = findings.now("tasks.total"), findings.now("tasks.lead")
    written_now = sum(line.has_figures for line in findings.tasks)
    ours = us(findings.commune)
    plans = "Các kế hoạch" if len(findings.plans) > 1 else "Kế hoạch"
    lines = [
        f"1. Văn bản đã ban hành: {_documents(findings)}.",
        f"2. Phân công: {plans} có {count(total)} nhiệm vụ liên quan đến {ours}, trong đó {ours} chủ trì "
        f"{count(lead)}, phối hợp {count(findings.now('tasks.coordinate'))}; {_assigned(findings)}.",
        f"3. Theo dõi, đánh giá: {_review(findings)}{count(written_now)}/{count(total)} nhiệm vụ có số liệu trong kỳ"
        f"{_evidence(findings)}.",
        f"4. Tuyên truyền: {_sessions(findings)}.",
        f"5. Công khai và đối thoại: {_publicity(findings)}.",
    ]
    return "\n".join(lines)


def _documents(findings: Findings) -> str:
    known = findings.documents
    return f"{count(len(known))} văn bản ({'; '.join(known)})" if known else f"{BLANK} văn bản, gồm {BLANK}"


def _sessions(findings: Findings) -> str:
    if not findings.sessions:
        return f"{BLANK} buổi; hình thức, thời lượng: {BLANK}"
    total = sum(number for _code, number in findings.sessions)
    codes = ", ".join(code for code, _number in findings.sessions)
    return f"tổ chức {count(total)} buổi (số liệu của nhiệm vụ {codes})"


def _assigned(findings: Findings) -> str:
    if not findings.assigned:
        return "đang phân công người phụ trách từng nhiệm vụ"
    share_of = f"{count(findings.assigned)}/{count(findings.now('tasks.total'))}"
    return f"đã giao {share_of} nhiệm vụ cho {count(findings.officers)} cán bộ, công chức phụ trách"


def _evidence(findings: Findings) -> str:
    return f", {count(findings.with_evidence)} nhiệm vụ có minh chứng lưu kèm" if findings.with_evidence else ""


def _review(findings: Findings) -> str:
    if not findings.months_written:
        return ""
    return f"có số liệu hằng tháng {count(findings.months_written)}/{count(len(findings.period.months))} tháng; "


def _publicity(findings: Findings) -> str:
    postings, held = findings.now("postings.count"), findings.now("dialogues.held")
    parts = [
        f"có {count(findings.now('publications.total'))} nội dung phải công khai, đã thực hiện {count(postings)} lượt "
        "niêm yết, đăng tải, phát thanh"
        if postings
        else "chưa thực hiện lượt niêm yết nào trong kỳ",
        f"tổ chức {count(held)} cuộc đối thoại với Nhân dân" if held else "chưa tổ chức đối thoại với Nhân dân",
    ]
    return listed(parts)


def _overall(findings: Findings) -> str:
    total, done = findings.figure("tasks.total"), findings.figure("tasks.done")
    late, unknown = findings.now("tasks.late"), findings.now("tasks.no_figures")
    on_track = findings.now("tasks.on_track")
    compared = change(done, lower_first(findings.period.previous.label))
    parts = [
        f"Tổng số {count(total.now)} nhiệm vụ{_of_month(findings)}; {_done(done.now, total.now)}"
        + (f" ({compared})" if compared else ""),
        f"đang thực hiện đúng tiến độ {count(on_track)} nhiệm vụ" if on_track else "",
        f"quá hạn {count(late)} nhiệm vụ" if late else "không có nhiệm vụ quá hạn",
        f"chưa có số liệu {count(unknown)} nhiệm vụ" if unknown else "",
    ]
    text = listed(parts) + " (Phụ lục I)."
    if not findings.has_cumulative:
        return text
    return f"{text}\nLũy kế {year_so_far(findings.period)}: {_done(done.year_to_date, total.now)}."


def _of_month(findings: Findings) -> str:
    return " (đến hạn, thường xuyên và tháng trước chuyển sang)" if findings.period.month else ""


def _done(done: int, total: int) -> str:
    return f"hoàn thành {count(done)} nhiệm vụ, {share(done, total)}" if done else "chưa có nhiệm vụ hoàn thành"


def _comparison(findings: Findings) -> str:
    if not findings.has_previous and not findings.has_last_year:
        return "Chưa có số liệu của kỳ trước và cùng kỳ năm trước để so sánh."
    lines = []
    if findings.has_previous:
        previous = lower_first(findings.period.previous.label)
        parts = [_compared(findings, key, what) for key, what in _COMPARED]
        lines.append(f"So với {previous}: {listed([*parts, _answer_rate(findings)])} (Phụ lục V).")
        if not comparable(findings, "dialogues.held"):
            lines.append(f"{UNEQUAL}.")
    if not findings.has_last_year:
        lines.append("Chưa có số liệu cùng kỳ năm trước để so sánh.")
    return "\n".join(lines)


_COMPARED = (
    ("tasks.done", "nhiệm vụ hoàn thành"),
    ("tasks.late", "nhiệm vụ quá hạn"),
    ("publications.done", "nội dung công khai đạt yêu cầu"),
    ("opinions.answered", "ý kiến được trả lời"),
    ("dialogues.held", "cuộc đối thoại"),
)


def _compared(findings: Findings, key: str, what: str) -> str:
    figure = findings.figure(key)
    if figure.previous is None or not comparable(findings, key):
        return ""
    difference = figure.now - figure.previous
    if not difference and not figure.now:
        return f"không có {what}"
    if not difference:
        return f"{what} không thay đổi ({count(figure.now)})"
    changed, to = ("tăng", "lên") if difference > 0 else ("giảm", "xuống")
    return f"{what} {changed} {count(abs(difference))} (từ {count(figure.previous)} {to} {count(figure.now)})"


def _answer_rate(findings: Findings) -> str:
    total, answered = findings.figure("opinions.total"), findings.figure("opinions.answered")
    if not total.now or not total.previous or answered.previous is None:
        return ""
    before = percent(answered.previous, total.previous)
    return f"tỷ lệ ý kiến được trả lời đạt {percent(answered.now, total.now)} (kỳ trước {before})"


def _proposals(findings: Findings) -> str:
    return f"Trong kỳ, {us(findings.commune)} chưa có đề xuất, kiến nghị với cơ quan cấp trên."


def _closing(findings: Findings) -> str:
    return (
        f"Trên đây là báo cáo kết quả thực hiện Kế hoạch {PROGRAMME} {findings.period.title} "
        f"của {findings.commune.committee}./."
    )
