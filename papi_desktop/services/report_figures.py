"""The figures of the report: each is one measure, counted in one place for now, the year, before and last year."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from papi_desktop.domain.dialogues import OpinionState
from papi_desktop.domain.dimensions import DIMENSIONS
from papi_desktop.domain.publication_checks import is_coming, is_short
from papi_desktop.domain.publications import PublicationState
from papi_desktop.domain.reports import Indicator
from papi_desktop.domain.tasks import Part, State
from papi_desktop.services.dialogue_days import announced_in_time, result_day
from papi_desktop.services.dialogue_list import state_on
from papi_desktop.services.report_book import Facts


@dataclass(frozen=True)
class Measure:
    """One figure: its key, its name and unit in print, and how it is counted."""

    key: str
    name: str
    unit: str
    count: Callable[[Facts], int]


FLOWS: Final = (
    "postings.",
    "dialogues.",
    "opinions.raised",
    "opinions.total",
    "opinions.answered",
    "publications.",
    "places.",
)
"""Figures that grow with the length of a period; a rise or fall means something only between periods of one length."""


def _states(*wanted: State) -> Callable[[Facts], int]:
    return lambda facts: sum(each.state in wanted for each in facts.standings)


def _part(part: Part) -> Callable[[Facts], int]:
    return lambda facts: sum(each.task.part is part for each in facts.standings)


def _publications(*wanted: PublicationState) -> Callable[[Facts], int]:
    return lambda facts: sum(check.state in wanted for check in facts.checks)


def _opinions(*wanted: OpinionState) -> Callable[[Facts], int]:
    return lambda facts: sum(state_on(each, facts.span.day) in wanted for each in facts.opinions)


def _places_done(facts: Facts) -> int:
    return sum(check.done_places for check in facts.checks)


def _places_needed(facts: Facts) -> int:
    return sum(len(check.places) for check in facts.checks)


def _people(facts: Facts) -> int:
    return sum(dialogue.attendance for dialogue in facts.dialogues)


def _women(facts: Facts) -> int:
    return sum(dialogue.women or 0 for dialogue in facts.dialogues)


def _average_days(facts: Facts) -> int:
    days = [
        (each.answered_on - facts.held[each.dialogue_id]).days
        for each in facts.opinions
        if each.answered_on and each.answered_on <= facts.span.day
    ]
    return round(sum(days) / len(days)) if days else 0


GENERAL: Final = (
    Measure("tasks.total", "Nhiệm vụ của xã trong Kế hoạch", "nhiệm vụ", lambda facts: len(facts.standings)),
    Measure("tasks.lead", "Trong đó: chủ trì", "nhiệm vụ", _part(Part.LEAD)),
    Measure("tasks.coordinate", "Trong đó: phối hợp", "nhiệm vụ", _part(Part.COORDINATE)),
    Measure("tasks.done", "Nhiệm vụ hoàn thành", "nhiệm vụ", _states(State.DONE)),
    Measure("tasks.on_track", "Nhiệm vụ đang thực hiện đúng tiến độ", "nhiệm vụ", _states(State.ON_TRACK, State.SOON)),
    Measure("tasks.late", "Nhiệm vụ quá hạn", "nhiệm vụ", _states(State.LATE)),
    Measure("tasks.no_figures", "Nhiệm vụ chưa có số liệu", "nhiệm vụ", _states(State.NO_FIGURES)),
    Measure("publications.total", "Nội dung phải công khai", "nội dung", lambda facts: len(facts.checks)),
    Measure(
        "publications.done",
        "Nội dung công khai đạt đủ nơi, đủ thời gian",
        "nội dung",
        _publications(PublicationState.DONE),
    ),
    Measure("publications.posted", "Nội dung đang niêm yết", "nội dung", _publications(PublicationState.POSTED)),
    Measure(
        "publications.short",
        "Nội dung chưa đạt (thiếu nơi, chậm, thiếu ngày)",
        "nội dung",
        lambda facts: sum(is_short(check, facts.span.day) for check in facts.checks),
    ),
    Measure(
        "publications.coming",
        "Nội dung chưa đến hạn công khai",
        "nội dung",
        lambda facts: sum(is_coming(check, facts.span.day) for check in facts.checks),
    ),
    Measure("postings.count", "Lượt niêm yết trong kỳ", "lượt", lambda facts: len(facts.postings)),
    Measure("places.needed", "Nơi phải niêm yết", "lượt nơi", _places_needed),
    Measure("places.done", "Nơi đã đủ thời gian niêm yết", "lượt nơi", _places_done),
    Measure("dialogues.held", "Cuộc đối thoại", "cuộc", lambda facts: len(facts.dialogues)),
    Measure("dialogues.people", "Người dự đối thoại", "người", _people),
    Measure("dialogues.women", "Trong đó: nữ", "người", _women),
    Measure(
        "dialogues.announced",
        "Cuộc thông báo trước đủ thời gian",
        "cuộc",
        lambda facts: sum(announced_in_time(each, facts.terms) for each in facts.dialogues),
    ),
    Measure(
        "dialogues.resulted",
        "Cuộc thông báo kết quả đúng hạn",
        "cuộc",
        lambda facts: sum(result_day(each, facts.terms, facts.span.day).in_time for each in facts.dialogues),
    ),
    Measure("opinions.raised", "Ý kiến tiếp nhận trong kỳ", "ý kiến", lambda facts: len(facts.raised)),
    Measure("opinions.carried", "Ý kiến kỳ trước chuyển sang", "ý kiến", lambda facts: len(facts.carried)),
    Measure("opinions.total", "Ý kiến phải trả lời", "ý kiến", lambda facts: len(facts.opinions)),
    Measure("opinions.answered", "Ý kiến đã trả lời", "ý kiến", _opinions(OpinionState.ANSWERED)),
    Measure("opinions.waiting", "Ý kiến đang giải quyết", "ý kiến", _opinions(OpinionState.WAITING)),
    Measure("opinions.late", "Ý kiến quá hạn trả lời", "ý kiến", _opinions(OpinionState.LATE)),
    Measure("opinions.days", "Thời gian trả lời bình quân", "ngày", _average_days),
)


@dataclass(frozen=True)
class ContentCounts:
    """The figures of one of the eight contents."""

    dimension: int
    name: str
    tasks: int
    done: int
    on_track: int
    late: int
    no_figures: int
    publications: int
    publications_done: int
    opinions: int
    answered: int


def content_counts(facts: Facts) -> tuple[ContentCounts, ...]:
    """Count the tasks, publications and opinions of each content."""
    return tuple(_content(facts, each.number, each.name) for each in DIMENSIONS)


def _content(facts: Facts, number: int, name: str) -> ContentCounts:
    states = [each.state for each in facts.standings if each.task.dimension == number]
    checks = [check for check in facts.checks if check.publication.dimension == number]
    opinions = [state_on(each, facts.span.day) for each in facts.opinions if each.dimension == number]
    return ContentCounts(
        dimension=number,
        name=name,
        tasks=len(states),
        done=states.count(State.DONE),
        on_track=states.count(State.ON_TRACK) + states.count(State.SOON),
        late=states.count(State.LATE),
        no_figures=states.count(State.NO_FIGURES),
        publications=len(checks),
        publications_done=sum(check.state is PublicationState.DONE for check in checks),
        opinions=len(opinions),
        answered=opinions.count(OpinionState.ANSWERED),
    )


def indicators(now: Facts, year: Facts, previous: Facts, last_year: Facts) -> tuple[Indicator, ...]:
    """Return every figure with its comparisons; None where nothing was recorded then."""
    return tuple(_indicator(measure, now, year, previous, last_year) for measure in GENERAL)


def _indicator(measure: Measure, now: Facts, year: Facts, previous: Facts, last_year: Facts) -> Indicator:
    return Indicator(
        key=measure.key,
        name=measure.name,
        unit=measure.unit,
        now=measure.count(now),
        year_to_date=measure.count(year),
        previous=measure.count(previous) if previous.is_known else None,
        last_year=measure.count(last_year) if last_year.is_known else None,
    )


def by_key(figures: Iterable[Indicator]) -> dict[str, Indicator]:
    """Return the figures by their keys."""
    return {each.key: each for each in figures}
