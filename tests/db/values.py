"""Made-up values to store, shared by the tests of the storage and by the scripts that cut its power."""

from datetime import date
from decimal import Decimal

from papi_desktop.domain.attachments import Attachment, Owner
from papi_desktop.domain.budget import BudgetForm
from papi_desktop.domain.deadlines import Deadline, DeadlineKind
from papi_desktop.domain.dialogues import Dialogue, Opinion
from papi_desktop.domain.households import Household, HouseholdList
from papi_desktop.domain.plans import Plan
from papi_desktop.domain.publications import Place, PlaceKind, Posting, Publication
from papi_desktop.domain.tasks import Figure, Part, Progress, Status, Task
from papi_desktop.services.work import Work

DAY = date(2022, 9, 5)
BEFORE = Deadline("Trước ngày 05/9/2022", DeadlineKind.BEFORE, due=date(2022, 9, 4))


def plan() -> Plan:
    return Plan(2022, "Kế hoạch cải thiện Chỉ số PAPI", "239/KH-UBND", date(2022, 7, 1), "UBND tỉnh Lào Cai")


def task(plan_id: int, ordinal: int = 1, text: str = "Rà soát hộ nghèo, hộ cận nghèo", dimension: int = 1) -> Task:
    return Task(plan_id, dimension, ordinal, f"{dimension}.{ordinal}", "", text, "UBND cấp xã", "", Part.LEAD, BEFORE)


def progress(task_id: int, period: str = "2022-Q1", result: str = "Đã lập sổ theo dõi") -> Progress:
    figures = (Figure("thôn đã lập sổ", Decimal("9"), "thôn"), Figure("tỷ lệ", Decimal("67.90"), "%"))
    return Progress(task_id, period, Status.DOING, 60, figures, result, "Chậm do mưa lũ", None, date(2022, 3, 12))


def saved_task(work: Work, text: str = "Rà soát hộ nghèo, hộ cận nghèo", ordinal: int = 1) -> Task:
    """Store a plan of its own with one task and return the task."""
    return work.tasks.put(task(work.plans.put(plan()).after.id, ordinal, text)).after


def saved_tree(work: Work) -> dict[str, int]:
    """Store one of everything that has parts, and return the ids by store."""
    first = saved_task(work)
    entry = work.progress.put(progress(first.id)).after
    place = work.places.put(Place(PlaceKind.OFFICE, "Trụ sở UBND xã")).after
    publication = work.publications.put(Publication("Danh sách hộ nghèo", place_ids=(place.id,))).after
    posting = work.postings.put(Posting(publication.id, place.id, DAY)).after
    dialogue = work.dialogues.put(Dialogue(DAY, "Đối thoại với người dân về vệ sinh môi trường")).after
    opinion = work.opinions.put(Opinion(dialogue.id, "Đề nghị thu gom rác thải hằng tuần")).after
    evidence = work.attachments.put(Attachment(Owner.PROGRESS, entry.id, "ảnh.jpg", "ab" * 32, 10, DAY)).after
    yearly = work.household_lists.put(HouseholdList(2022, "215/QĐ-UBND", DAY, (("list", "2022-09-05"),))).after
    household = work.households.put(Household(yearly.id, "Vàng Seo Lử", identity="010000000001")).after
    form = work.budget_forms.put(BudgetForm("113", "2022-Q3", (("income/estimate", "4800000000"),))).after
    return {
        "plans": first.plan_id,
        "tasks": first.id,
        "progress": entry.id,
        "places": place.id,
        "publications": publication.id,
        "postings": posting.id,
        "dialogues": dialogue.id,
        "opinions": opinion.id,
        "attachments": evidence.id,
        "household_lists": yearly.id,
        "households": household.id,
        "budget_forms": form.id,
    }
