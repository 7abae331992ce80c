"""The bundled plan as a later file would bring it: a date moved, a task reworded, one gone and one new."""

from dataclasses import replace

from papi_desktop.domain.deadline_reading import read_deadline
from papi_desktop.domain.plans import PlanProposal
from papi_desktop.services.planning import bundled_plan


def changed() -> PlanProposal:
    """Return the changed plan."""
    plan = bundled_plan()
    rows = list(plan.tasks)
    rows[1] = replace(rows[1], deadline=read_deadline("Trước ngày 20/7/2022", 2022))
    rows[3] = replace(rows[3], text="Tổ chức tuyên truyền, phổ biến chính sách pháp luật tại các thôn, tổ dân phố.")
    fresh = "Thí điểm nhận ý kiến của người dân qua trang thông tin điện tử của xã."
    last = replace(rows[-1], ordinal=rows[-1].ordinal + 1, code="7.6", proposed_code="8.6", text=fresh)
    return replace(plan, tasks=(*rows[:7], *rows[8:], last))
