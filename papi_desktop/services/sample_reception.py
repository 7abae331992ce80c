"""The sample commune's schedule of reception for the last quarter of its year."""

from dataclasses import replace
from datetime import date

from papi_desktop.domain.commune import Commune
from papi_desktop.domain.reception import Pattern, Reception
from papi_desktop.services import reception_schedule
from papi_desktop.services.work import Work


def fill_reception(work: Work, commune: Commune) -> None:
    """Write one schedule that the chairman keeps every Thursday, joined to its publication if there is one."""
    chairman = Reception(
        person=commune.chairman,
        position="Chủ tịch UBND xã",
        phone="0900 000 200",
        room=f"Phòng tiếp công dân, trụ sở {commune.committee}",
        attendees="Công chức tư pháp - hộ tịch, địa chính, văn phòng",
    )
    made = reception_schedule.draft(work, [Pattern(chairman, weekdays=(3,))], 3, date(2022, 10, 3), date(2022, 9, 23))
    own = [each for each in work.publications.all() if each.kind == reception_schedule.SCHEDULE_KIND]
    published = next((each.id for each in own), 0)
    reception_schedule.save(work, replace(made, schedule=replace(made.schedule, publication_id=published)))
