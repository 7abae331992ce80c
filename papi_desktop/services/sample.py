"""The made-up commune An Bình with a full year of work; everything in it is invented and marked as sample data."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from papi_desktop.catalog import rows
from papi_desktop.domain.attachments import Owner
from papi_desktop.domain.commune import Commune, Officer, Unit, Village
from papi_desktop.domain.dialogues import Dialogue, Opinion
from papi_desktop.domain.periods import read_period
from papi_desktop.domain.publications import Place, PlaceKind, Posting
from papi_desktop.domain.reports import Report, ReportStatus
from papi_desktop.domain.tasks import Figure, Progress, Status, Task
from papi_desktop.paths import DataFolder
from papi_desktop.services.evidence import add_bytes
from papi_desktop.services.planning import bundled_plan, save
from papi_desktop.services.publishing import new_publication
from papi_desktop.services.report_export import FileKind, keep, record, render
from papi_desktop.services.report_findings import gather
from papi_desktop.services.report_sending import mark_sent
from papi_desktop.services.results import sample_scores
from papi_desktop.services.sample_disclosure import fill_disclosure
from papi_desktop.services.sample_files import made_up_file
from papi_desktop.services.sample_reception import fill_reception
from papi_desktop.services.setup import set_up
from papi_desktop.services.work import Work

SAMPLE_DAY = date(2022, 12, 6)
SAMPLE_COMMUNE = Commune(
    unit=Unit.COMMUNE,
    name="An Bình",
    district="Bản Thượng",
    province="Lào Cai",
    chairman="Lý Văn Thịnh",
    recipient="UBND huyện Bản Thượng (qua Phòng Nội vụ)",
    is_sample=True,
    sample_day=SAMPLE_DAY,
)
Row = Mapping[str, str]
Codes = dict[tuple[str, str], int]


def fill_sample(work: Work, folder: DataFolder) -> Commune:
    """Fill an empty database with the sample commune. Raises KnownError when a commune is set up already."""
    villages = rows("sample/villages")
    commune = set_up(work, SAMPLE_COMMUNE, [row["name"] for row in villages])
    for village, row in zip(work.villages.all(), villages, strict=True):
        work.villages.put(_village(village, row))
    tasks = _tasks(work)
    progress = _progress(work, tasks)
    postings = _publications(work, tasks)
    fill_reception(work, commune)
    fill_disclosure(work)
    dialogues = _dialogues(work)
    _evidence(work, folder, progress, postings, dialogues)
    _reports(work, folder)
    sample_scores(work, commune.province)
    return commune


def _village(village: Village, row: Row) -> Village:
    return replace(village, head=row["head"], phone=row["phone"], households=int(row["households"]))


def _tasks(work: Work) -> Codes:
    officers = {row["key"]: work.officers.put(_officer(row)).after for row in rows("sample/officers")}
    leader = officers["pct"]
    plan = save(work, bundled_plan()).plan
    tasks = {(str(task.dimension), str(task.ordinal)): task for task in work.tasks.of_plan(plan.id)}
    for row in rows("sample/assignments"):
        task = tasks[row["dimension"], row["ordinal"]]
        work.tasks.put(_assigned(task, row, officers[row["officer"]].id, leader.id))
    return {key: task.id for key, task in tasks.items()}


def _officer(row: Row) -> Officer:
    return Officer(
        row["name"], row["title"], row["phone"], bool(row["is_leader"]), email=row["email"], duty=row["duty"]
    )


def _assigned(task: Task, row: Row, officer_id: int, leader_id: int) -> Task:
    return replace(
        task,
        officer_id=officer_id,
        leader_id=leader_id,
        area=row["area"],
        steps="\n".join(f"- {step[:1].upper()}{step[1:]}" for step in row["steps"].split("; ")),
        planned_from=_day(row["planned_from"]),
        planned_to=_day(row["planned_to"]),
    )


def _progress(work: Work, tasks: Codes) -> dict[str, int]:
    found = {}
    for row in rows("sample/progress"):
        entry = Progress(
            task_id=tasks[row["dimension"], row["ordinal"]],
            period=row["period"],
            status=Status[row["status"]],
            percent=int(row["percent"]),
            figures=tuple(_figures(row["figures"])),
            result=row["result"],
            cause=row["cause"],
            done_on=_day(row["done_on"]),
            reported_on=_day(row["reported_on"]),
        )
        found[f"{row['dimension']}.{row['ordinal']} {row['period']}"] = work.progress.put(entry).after.id
    return found


def _figures(text: str) -> Iterator[Figure]:
    for part in filter(None, text.split("|")):
        label, value, unit = part.split("=")
        yield Figure(label, Decimal(value), unit)


def _publications(work: Work, tasks: Codes) -> dict[str, int]:
    places = work.places.all()
    ids = {}
    poor = ("2", "2")
    task_of = {"poor_review": poor, "poor_households": poor, "budget_quarter": ("2", "3"), "land_plan": ("2", "4")}
    for row in rows("sample/publications"):
        trigger = _day(row["trigger_on"])
        draft = new_publication(row["kind"], trigger, SAMPLE_DAY, _chosen(places, row["places"]))
        publication = replace(
            draft,
            title=row["title"],
            basis=row["basis"] or draft.basis,
            document=row["document"],
            place_ids=tuple(place.id for place in _chosen(places, row["places"])),
            task_id=tasks[task_of[row["kind"]]] if row["kind"] in task_of else 0,
        )
        ids[row["key"]] = work.publications.put(publication).after.id
    found: dict[str, int] = {}
    for row in rows("sample/postings"):
        for place in _chosen(places, row["places"]):
            posting = work.postings.put(_posting(row, ids[row["publication"]], place)).after
            found.setdefault(f"{row['publication']} {row['since']}", posting.id)
    return found


def _posting(row: Row, publication_id: int, place: Place) -> Posting:
    since = date.fromisoformat(row["since"])
    return Posting(publication_id, place.id, since, _day(row["until"]), row["posted_by"], row["witnesses"])


def _chosen(places: Sequence[Place], words: str) -> list[Place]:
    houses = [place for place in places if place.kind is PlaceKind.VILLAGE_HOUSE]
    known = {"houses": houses} | {f"house:{number}": [house] for number, house in enumerate(houses, start=1)}
    for word, kind in (
        ("office", PlaceKind.OFFICE),
        ("loudspeaker", PlaceKind.LOUDSPEAKER),
        ("website", PlaceKind.WEBSITE),
    ):
        known[word] = [place for place in places if place.kind is kind]
    return [place for word in words.split() for place in known[word]]


def _dialogues(work: Work) -> dict[str, int]:
    ids = {row["key"]: work.dialogues.put(_dialogue(row)).after.id for row in rows("sample/dialogues")}
    numbers = dict.fromkeys(ids, 0)
    for row in rows("sample/opinions"):
        numbers[row["dialogue"]] += 1
        work.opinions.put(_opinion(row, ids[row["dialogue"]], numbers[row["dialogue"]]))
    return ids


def _dialogue(row: Row) -> Dialogue:
    return Dialogue(
        held_on=date.fromisoformat(row["held_on"]),
        topic=row["topic"],
        place=row["place"],
        chair=row["chair"],
        attendance=int(row["attendance"]),
        women=int(row["women"]),
        announced_on=_day(row["announced_on"]),
        result_on=_day(row["result_on"]),
        note=row["note"],
    )


def _opinion(row: Row, dialogue_id: int, ordinal: int) -> Opinion:
    return Opinion(
        dialogue_id=dialogue_id,
        content=row["content"],
        dimension=int(row["dimension"]),
        group=row["group"],
        answerer=row["answerer"],
        due_on=_day(row["due_on"]),
        answer=row["answer"],
        answered_on=_day(row["answered_on"]),
        ordinal=ordinal,
    )


def _evidence(
    work: Work,
    folder: DataFolder,
    progress: Mapping[str, int],
    postings: Mapping[str, int],
    dialogues: Mapping[str, int],
) -> None:
    known = {Owner.PROGRESS: progress, Owner.POSTING: postings, Owner.DIALOGUE: dialogues}
    for row in rows("sample/evidence"):
        owner = Owner(row["owner"])
        data = made_up_file(row["name"])
        add_bytes(work, folder, owner, known[owner][row["key"]], row["name"], data, SAMPLE_DAY)


def _reports(work: Work, folder: DataFolder) -> None:
    for row in rows("sample/reports"):
        report = Report(
            period=row["period"],
            status=ReportStatus[row["status"]],
            number=row["number"],
            dated=_day(row["dated"]),
            signer=SAMPLE_COMMUNE.chairman,
            texts=((row["section"], row["text"]),),
        )
        kept = work.reports.put(report).after
        if kept.status is ReportStatus.SENT and kept.dated:
            found = gather(work, read_period(kept.period), kept.dated)
            files = keep(folder, render(found, (FileKind.XLSX, FileKind.PDF)))
            record(work, found, files, kept.dated)
            mark_sent(work, found.period, kept.dated)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
