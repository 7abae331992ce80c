"""The annexes of the report, each also a sheet of the workbook, all made from the findings."""

from collections.abc import Iterator

from papi_desktop.domain.dialogues import OpinionState
from papi_desktop.domain.dimensions import DIMENSIONS
from papi_desktop.domain.documents import Annex, CellKind, Column, Row, RowKind, Table, Value
from papi_desktop.domain.tasks import State
from papi_desktop.services.opinion_list import OpinionLine
from papi_desktop.services.plan_words import by_plan, plan_headings
from papi_desktop.services.report_comparison import UNEQUAL, comparable, comparison_table
from papi_desktop.services.report_findings import Findings
from papi_desktop.services.report_postings import postings_table
from papi_desktop.services.report_words import listed, lower_first, year_so_far
from papi_desktop.services.task_list import TaskLine

_CENTRED, _NUMBER, _DATE, _PERCENT = CellKind.CENTRED, CellKind.NUMBER, CellKind.DATE, CellKind.PERCENT

CARRIED = "Kỳ trước chuyển sang"


def annexes(findings: Findings) -> tuple[Annex, ...]:
    """Return the annexes that belong to the period; a month has only those with something in them."""
    is_month = bool(findings.period.month)
    found = [
        Annex("I", "Kết quả thực hiện từng nhiệm vụ", tasks_table(findings), "PL I Nhiệm vụ"),
        Annex("II", "Công khai, niêm yết", postings_table(findings), "PL II Công khai"),
        Annex("III", "Kết quả đối thoại với Nhân dân", dialogues_table(findings), "PL III Đối thoại"),
        Annex("IV", "Ý kiến của người dân và kết quả trả lời", opinions_table(findings), "PL IV Ý kiến"),
        Annex(
            "V",
            "So sánh với kỳ trước, cùng kỳ năm trước",
            comparison_table(findings),
            "PL V So sánh",
            landscape=False,
            note=_unknown(findings),
        ),
    ]
    return tuple(annex for annex in found if annex.table.rows and not (is_month and annex.number == "V"))


def _unknown(findings: Findings) -> str:
    notes = [
        "" if findings.has_last_year else "chưa có số liệu cùng kỳ năm trước để so sánh",
        "" if comparable(findings, "dialogues.held") or not findings.has_previous else lower_first(UNEQUAL),
    ]
    text = listed(notes)
    return f"Ghi chú: {text}." if text else ""


def tasks_table(findings: Findings) -> Table:
    """Return one row for each task of the commune, under the name of its content."""
    year = (Column(f"Lũy kế {year_so_far(findings.period)}", 8, _CENTRED),) if findings.has_cumulative else ()
    columns = (
        Column("Mã", 4, _CENTRED),
        Column("Nhiệm vụ", 22),
        Column("Chủ trì", 10),
        Column("Phối hợp", 10),
        Column("Thời hạn", 8, _CENTRED),
        Column("Kết quả", 24),
        Column("Số liệu", 14),
        Column("Tỷ lệ", 5, _PERCENT),
        Column("Trạng thái", 8, _CENTRED),
        *year,
        Column("Minh chứng", 5, _NUMBER),
        Column("Nguyên nhân chậm", 11),
    )
    return Table(columns, tuple(_task_rows(findings)))


def _task_rows(findings: Findings) -> Iterator[Row]:
    states = dict(findings.year_states)
    headings = plan_headings(findings.plans)
    for each in DIMENSIONS:
        own = [line for line in findings.tasks if line.dimension == each.number]
        if own:
            yield Row((f"{each.number}. {each.full_name}",), RowKind.BAND)
        for heading, lines in by_plan(own, headings):
            if heading:
                yield Row((heading,), RowKind.BAND)
            for line in lines:
                yield Row(_task_cells(line, states[line.id], findings.has_cumulative))


def _task_cells(line: TaskLine, year: State, has_year: bool) -> tuple[Value, ...]:
    return (
        line.code,
        line.text,
        line.lead,
        line.coordinating,
        line.deadline,
        line.result,
        line.figures,
        line.percent if line.entry_period else None,
        line.state.value,
        *((year.value,) if has_year else ()),
        line.evidence,
        line.cause if line.state is State.LATE else "",
    )


def dialogues_table(findings: Findings) -> Table:
    """Return one row for each dialogue with what became of its opinions, and their total."""
    columns = (
        Column("TT", 4, _CENTRED),
        Column("Ngày", 9, _DATE),
        Column("Chủ đề", 26),
        Column("Địa điểm", 17),
        Column("Chủ trì", 15),
        Column("Số người dự", 7, _NUMBER),
        Column("Trong đó: nữ", 7, _NUMBER),
        Column("Ý kiến", 7, _NUMBER),
        Column("Đã trả lời", 7, _NUMBER),
        Column("Đang giải quyết", 7, _NUMBER),
        Column("Quá hạn trả lời", 7, _NUMBER),
        Column("Thông báo kết quả", 10, _DATE),
    )
    rows = [
        Row(
            (
                position,
                line.held_on,
                line.topic,
                line.place,
                line.chair,
                line.attendance,
                line.women,
                line.opinions,
                line.answered,
                line.waiting,
                line.late,
                line.result_on,
            )
        )
        for position, line in enumerate(findings.dialogues, start=1)
    ]
    return Table(
        columns, (*_carried(findings), *rows, *([_dialogue_total(findings)] if findings.opinions or rows else []))
    )


def _carried(findings: Findings) -> Iterator[Row]:
    states = [line.state for line in findings.opinions if findings.is_carried(line)]
    if states:
        parts = (states.count(state) for state in (OpinionState.ANSWERED, OpinionState.WAITING, OpinionState.LATE))
        yield Row(("", None, CARRIED, "", "", None, None, len(states), *parts, None))


def _dialogue_total(findings: Findings) -> Row:
    keys = ("dialogues.people", "dialogues.women", "opinions.total", "opinions.answered")
    rest = ("opinions.waiting", "opinions.late")
    figures = tuple(findings.now(key) for key in (*keys, *rest))
    return Row(("", None, "Tổng cộng", "", "", *figures, None), RowKind.TOTAL)


def opinions_table(findings: Findings) -> Table:
    """Return every opinion with its answer, under the dialogue at which it was raised; never a person's name."""
    columns = (
        Column("TT", 4, _CENTRED),
        Column("Nội dung ý kiến", 28),
        Column("Nội dung PAPI", 6, _CENTRED),
        Column("Thôn, nhóm", 11),
        Column("Người trả lời", 13),
        Column("Hạn trả lời", 9, _DATE),
        Column("Nội dung trả lời", 28),
        Column("Ngày trả lời", 9, _DATE),
        Column("Kết quả", 9, _CENTRED),
    )
    return Table(columns, tuple(_opinion_rows(findings)))


def _opinion_rows(findings: Findings) -> Iterator[Row]:
    known = ""
    for number, line in enumerate(findings.opinions, start=1):
        band = _dialogue_name(findings, line)
        if band != known:
            yield Row((band,), RowKind.BAND)
        known = band
        yield Row(
            (
                number,
                line.content,
                line.dimension,
                line.group,
                line.answerer,
                line.due_on,
                line.answer,
                line.answered_on,
                line.state.value,
            )
        )


def _dialogue_name(findings: Findings, line: OpinionLine) -> str:
    if findings.is_carried(line):
        return f"{CARRIED}, đối thoại ngày {line.held_on:%d/%m/%Y}: {line.topic}"
    return f"Ngày {line.held_on:%d/%m/%Y}: {line.topic}"
