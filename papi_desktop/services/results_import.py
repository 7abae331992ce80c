"""Takes results read from a file into the database: shows what they change, and saves the years accepted."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from papi_desktop.domain.scores import YearScore, written_score
from papi_desktop.importers.results_file import ResultsProposal, ScoreProposal
from papi_desktop.services.work import Work


class Effect(StrEnum):
    """What a file says of one year, compared with what is saved."""

    NEW = "Thêm mới"
    UNCHANGED = "Không đổi"
    CHANGED = "Có thay đổi"


@dataclass(frozen=True)
class YearChange:
    """One year of a file beside what is saved of it; `differences` are (figure, saved, in the file)."""

    proposal: ScoreProposal
    effect: Effect
    saved: YearScore | None = None
    differences: tuple[tuple[str, str, str], ...] = ()

    @property
    def year(self) -> int:
        """Return the year, by which it is accepted."""
        return self.proposal.score.year


def compare_results(work: Work, proposal: ResultsProposal) -> tuple[YearChange, ...]:
    """Set the years of a file beside what is saved of them."""
    return tuple(_compared(row, work.scores.find(row.score.province, row.score.year)) for row in proposal.rows)


def save_results(work: Work, changes: Iterable[YearChange], accept: Collection[int]) -> int:
    """Save the new and changed years in `accept`; figures that the file does not have stay. Return how many."""
    work.label("Nạp kết quả PAPI")
    wanted = [each for each in changes if each.year in accept and each.effect is not Effect.UNCHANGED]
    return len(work.scores.put_many(_joined(each.saved, each.proposal.score) for each in wanted))


def _compared(row: ScoreProposal, saved: YearScore | None) -> YearChange:
    if saved is None:
        return YearChange(row, Effect.NEW)
    pairs = zip(_figures(saved), _figures(_joined(saved, row.score)), strict=True)
    different = tuple((name, before, after) for (name, before), (_name, after) in pairs if before != after)
    return YearChange(row, Effect.CHANGED if different else Effect.UNCHANGED, saved, different)


def _joined(saved: YearScore | None, new: YearScore) -> YearScore:
    """Return the file's figures, and the saved ones where the file has none."""
    if saved is None:
        return new
    return replace(
        saved,
        total=saved.total if new.total is None else new.total,
        by_dimension=tuple(_or(*pair) for pair in zip(new.by_dimension, saved.by_dimension, strict=True)),
        group=new.group or saved.group,
        groups=tuple(after or before for after, before in zip(new.groups, saved.groups, strict=True)),
        rank=new.rank or saved.rank,
        of=(new.of if new.rank else saved.of) or saved.of,
        basis=new.basis if _figures(new) != _figures(saved) else saved.basis,
        is_inferred=saved.is_inferred and new.total is None,
        is_sample=False,
    )


def _or(new: Decimal | None, saved: Decimal | None) -> Decimal | None:
    return saved if new is None else new


def _figures(score: YearScore) -> list[tuple[str, str]]:
    """Return each figure with its name, as text without useless zeros."""
    contents = enumerate(zip(score.by_dimension, score.groups, strict=True), start=1)
    return [
        ("Tổng điểm", _plain(score.total)),
        ("Nhóm", score.group or ""),
        ("Thứ hạng", f"{score.rank or ''}/{score.of or ''}".strip("/")),
        *(
            pair
            for number, (points, group) in contents
            for pair in ((f"Điểm nội dung {number}", _plain(points)), (f"Nhóm nội dung {number}", group or ""))
        ),
    ]


def _plain(points: Decimal | None) -> str:
    return written_score(points.normalize() if points else points)
