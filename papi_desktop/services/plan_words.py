"""How papers name plans: cited in a sentence, and over the tasks of each where there are several."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Protocol, TypeVar

from papi_desktop.domain.plans import Plan
from papi_desktop.services.report_words import in_prose


class OfPlan(Protocol):
    """Something that belongs to a plan."""

    @property
    def plan_id(self) -> int: ...


OfPlanT = TypeVar("OfPlanT", bound=OfPlan)


def cited(plan: Plan) -> str:
    """Return a plan as a document cites it: "Kế hoạch số 77/KH-UBND ngày 15/6/2022 của UBND huyện Bảo Thắng"."""
    number = f" số {plan.number}" if plan.number else ""
    day = f" ngày {in_prose(plan.issued_on)}" if plan.issued_on else ""
    return f"Kế hoạch{number}{day}{f' của {plan.issuer}' if plan.issuer else ''}"


def purpose(plan: Plan) -> str:
    """Return what a plan is for, as its title says: "cải thiện Chỉ số … năm 2022"; empty where it does not."""
    kind, _, about = plan.title.partition("Kế hoạch ")
    return "" if kind else about.strip()


def plan_headings(plans: Iterable[Plan]) -> Mapping[int, str]:
    """Return what stands over the tasks of each plan, by its id; nothing where there is only one."""
    known = list(plans)
    return {plan.id: cited(plan) if plan.number else plan.title for plan in known} if len(known) > 1 else {}


def by_plan(items: Iterable[OfPlanT], headings: Mapping[int, str]) -> Iterator[tuple[str, Iterable[OfPlanT]]]:
    """Yield the items of each plan, which follow each other already, with the heading that stands over them."""
    for plan_id, own in groupby(items, key=lambda item: item.plan_id):
        yield headings.get(plan_id, ""), own
