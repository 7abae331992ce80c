"""The province's PAPI results: their list, what the chart is drawn from, and which contents to put first."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from papi_desktop.catalog import rows
from papi_desktop.domain.scores import Change, YearScore, change, marked, weakest, written_score, year_score
from papi_desktop.domain.text import figure_words, has_words
from papi_desktop.services.registers import ColumnKind, Query, Register, RegisterColumn
from papi_desktop.services.report_book import read_commune
from papi_desktop.services.work import Work

IN_BRACKETS: Final = "Số trong ngoặc: suy ra từ năm khác, không phải số công bố."
WORKED_OUT: Final = "Tổng điểm suy ra từ năm khác, không phải số công bố."


@dataclass(frozen=True)
class ResultLine:
    """The result of one year as the list shows it."""

    id: int
    year: int
    total: Decimal | None
    change: Decimal | None
    d1: Decimal | None
    d2: Decimal | None
    d3: Decimal | None
    d4: Decimal | None
    d5: Decimal | None
    d6: Decimal | None
    d7: Decimal | None
    d8: Decimal | None
    group: str
    rank: str
    weakest: str
    basis: str
    total_words: str = ""
    """The total as it is shown, in brackets where it was worked out."""
    change_words: str = ""
    """The change as it is shown, in brackets where it rests on a figure that was worked out."""
    note: str = ""
    """That the total was worked out, in words."""


@dataclass(frozen=True)
class History:
    """What the chart is drawn from: the years of one province, the weakest contents first, and those to mark."""

    province: str
    scores: tuple[YearScore, ...]
    weakest: tuple[int, ...]
    marked: tuple[int, ...]
    changes: tuple[Change, ...]


def result_lines(work: Work, query: Query) -> list[ResultLine]:
    """Return the results of the commune's province, newest year first."""
    found = history(work)
    by_year = {each.year: each for each in found.changes}
    lines = [_line(score, by_year.get(score.year)) for score in reversed(found.scores)]
    return [line for line in lines if has_words(query.words, str(line.year), line.group, line.rank, line.basis)]


def history(work: Work) -> History:
    """Return the results of the commune's province, oldest year first, with its weak contents."""
    province = read_commune(work).province
    scores = work.scores.of_province(province)
    changes = tuple(found for score in scores if (found := change(scores, score.year)))
    return History(province, tuple(scores), weakest(scores), marked(scores), changes)


def sample_scores(work: Work, province: str) -> int:
    """Save the bundled results of a province that are not there yet, marked as sample data; return how many."""
    found = [year_score(row) for row in rows("papi_scores") if row["province"] == province]
    fresh = [score for score in found if work.scores.find(province, score.year) is None]
    return len(work.scores.put_many(fresh))


def _line(score: YearScore, gained: Change | None) -> ResultLine:
    of = f"/{score.of}" if score.of else ""
    d1, d2, d3, d4, d5, d6, d7, d8 = score.by_dimension
    return ResultLine(
        id=score.id,
        year=score.year,
        total=score.score,
        change=gained.total if gained else None,
        d1=d1,
        d2=d2,
        d3=d3,
        d4=d4,
        d5=d5,
        d6=d6,
        d7=d7,
        d8=d8,
        group=score.group or "",
        rank=f"{score.rank}{of}" if score.rank else "",
        weakest=", ".join(map(str, marked([score]))),
        basis=score.basis,
        total_words=score_words(score),
        change_words=_change_words(gained),
        note=WORKED_OUT if score.is_inferred and score.score is not None else "",
    )


def score_words(score: YearScore) -> str:
    """Return a year's total as the list and the chart write it, in brackets where it was worked out."""
    return _marked(written_score(score.score), score.is_inferred)


def _change_words(gained: Change | None) -> str:
    if gained is None or gained.total is None:
        return ""
    return _marked(figure_words(gained.total), gained.is_inferred)


def _marked(words: str, is_inferred: bool) -> str:
    return f"({words})" if words and is_inferred else words


RESULTS = Register(
    name="results",
    title="Kết quả PAPI",
    columns=(
        RegisterColumn("year", "Năm", width=6),
        RegisterColumn("total", "Tổng điểm", ColumnKind.NUMBER, 8, words="total_words"),
        RegisterColumn("change", "Tăng, giảm", ColumnKind.NUMBER, 8, words="change_words"),
        *(RegisterColumn(f"d{number}", f"Nội dung {number}", ColumnKind.NUMBER, 7) for number in range(1, 9)),
        RegisterColumn("group", "Nhóm", width=12),
        RegisterColumn("rank", "Thứ hạng", width=8),
        RegisterColumn("weakest", "Nội dung yếu", width=10),
        RegisterColumn("basis", "Nguồn", ColumnKind.LONG, 24),
        RegisterColumn("note", "Ghi chú", ColumnKind.LONG, 20, if_mixed=True),
    ),
    lines=result_lines,
)
