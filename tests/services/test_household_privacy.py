"""The list for the wall leaks nothing: a thousand random lists, in every place that text can hide in a file.

All thousand are rendered to PDF and Excel and read back with their metadata, in parts that run on several cores.
"""

import random
import re
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO

import pypdf
import pytest

from db.database import Database
from papi_desktop.domain.households import Arrival, Household, HouseholdClass, HouseholdList, Sex
from papi_desktop.exporters.pdf import letter_pdf
from papi_desktop.exporters.xlsx import workbook_xlsx
from papi_desktop.services.household_list import list_for
from papi_desktop.services.household_print import wall_papers
from papi_desktop.services.papers import Papers
from papi_desktop.services.sample import SAMPLE_DAY
from papi_desktop.services.work import Work

LISTS, PARTS = 1_000, 8
ETHNICITIES = ("Mông", "Dao", "Tày", "Nùng", "Giáy", "Phù Lá", "Xa Phó", "Bố Y", "La Chí", "Kinh")
FAMILIES = ("Vàng", "Giàng", "Lý", "Sùng", "Hoàng", "Tẩn", "Lù", "Bàn")
_PACKED = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
GIVEN = ("Seo Páo", "A Chô", "Thị Mỷ", "Láo Lử", "Văn Tiến", "Thị Hòa", "Mí Dín")


def secrets_of(chance: random.Random) -> dict[str, str]:
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1930, 2000)
    return {
        "identity": "".join(chance.choices("0123456789", k=chance.choice((9, 12)))),
        "phone": f"0{chance.randint(300_000_000, 999_999_999)}",
        "birth": f"{day:02d}/{month:02d}/{year}",
        "ethnicity": chance.choice(ETHNICITIES),
        "account": "".join(chance.choices("0123456789", k=chance.randint(10, 14))),
    }


def household(chance: random.Random, list_id: int, villages: list[int]) -> tuple[Household, dict[str, str]]:
    """Return a household whose secrets also stand where people write them: in the name, the note, the deprivations."""
    hidden = secrets_of(chance)
    loose = chance.choice(list(hidden.values()))
    name = f"{chance.choice(FAMILIES)} {chance.choice(GIVEN)}"
    ethnic = hidden["ethnicity"]
    after = chance.choice(
        ("", "", f" ({loose})", f", {hidden['phone']}", f" - {hidden['birth']}", f"; {loose}", f" {loose}")
        + (f" - {ethnic}", f" – {ethnic} đỏ", f" —{ethnic}", f" người {ethnic}", f" dân tộc {ethnic}", f" DT {ethnic}")
    )
    value = Household(
        list_id=list_id,
        head=name + after,
        village_id=chance.choice(villages),
        standing=chance.choice(list(HouseholdClass)),
        arrival=chance.choice(list(Arrival)),
        persons=chance.choice((None, 1, 4, 9)),
        birth_year=int(hidden["birth"][-4:]),
        sex=chance.choice(list(Sex)),
        ethnicity=hidden["ethnicity"],
        identity=hidden["identity"],
        income_points=chance.randint(0, 140),
        lack_points=chance.randint(0, 90),
        deprivations=f"Nhà ở; {loose}",
        note=" ".join(hidden.values()),
    )
    return value, hidden


def found_in(text: str, hidden: dict[str, str]) -> list[str]:
    """Return the kinds of secrets that stand in a text; an ethnicity counts only as a whole word."""
    plain = re.sub(r"\s+", " ", text)
    words = {"ethnicity": rf"(?<!\w){re.escape(hidden['ethnicity'])}(?!\w)"}
    return [kind for kind, secret in hidden.items() if re.search(words.get(kind, re.escape(secret)), plain)]


def texts(value: object) -> Iterator[str]:
    """Yield every text inside a document, wherever it stands."""
    if isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif value is not None:
        yield str(value)


def files_text(papers: Papers) -> str:
    """Return the text of both files with all their metadata, and the raw bytes where they are not packed.

    Among packed bytes a short word such as "Dao" comes up by chance; what they hold is read as text.
    """
    pdf, workbook = letter_pdf(papers.letter), workbook_xlsx(papers.workbook)
    reader = pypdf.PdfReader(BytesIO(pdf))
    parts = [page.extract_text() for page in reader.pages]
    parts += [
        str(reader.metadata),
        str(reader.outline),
        str(reader.xmp_metadata),
        _PACKED.sub(b"", pdf).decode("latin-1"),
    ]
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        parts += [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        parts += archive.namelist()
    return "\n".join(parts)


@pytest.mark.timeout(180)
@pytest.mark.parametrize("part", range(PARTS))
def test_a_thousand_random_lists_for_the_wall_show_no_secret(sample_work: Work, part: int) -> None:
    chance, leaks = random.Random(20_221_206 + part), []
    villages = [village.id for village in sample_work.villages.all()]
    for number in range(LISTS // PARTS):
        target = sample_work.household_lists.put(HouseholdList(3_000 + number)).after
        made = [household(chance, target.id, villages) for _ in range(chance.randint(3, 10))]
        sample_work.households.put_many(value for value, _hidden in made)
        papers = wall_papers(sample_work, target.year, SAMPLE_DAY)
        text = "\n".join((*texts((papers.letter, papers.workbook, papers.stem)), files_text(papers)))
        leaks += [(number, kind) for _value, hidden in made for kind in found_in(text, hidden)]
    assert not leaks


def test_the_full_list_would_be_caught_by_the_same_look(sample_work: Work) -> None:
    from papi_desktop.services.household_print import office_papers

    text = files_text(office_papers(sample_work, 2022))
    first = sample_work.households.of_list(list_for(sample_work, 2022).id)[0]
    assert first.identity in text
    assert first.ethnicity in text


def test_the_list_on_the_screen_and_in_json_hides_identity_and_ethnicity(sample: Database) -> None:
    from datetime import date

    from papi_desktop.domain.periods import read_period
    from papi_desktop.services.household_list import HOUSEHOLDS, revealed_identity
    from papi_desktop.services.registers import Query

    with sample.work() as work:
        lines = HOUSEHOLDS.lines(work, Query(read_period("2022-Y"), date(2022, 12, 6)))
        kept = {each.id: each for each in work.households.all()}
        shown = repr(lines)
        assert len(lines) == 104
        assert not [each for each in kept.values() if each.identity in shown]
        assert not [word for word in ETHNICITIES if re.search(rf"(?<!\w){word}(?!\w)", shown)]
        assert revealed_identity(work, lines[0].id) == kept[lines[0].id].identity


def test_a_village_named_like_an_ethnicity_is_still_shown(sample_work: Work) -> None:
    village = sample_work.villages.all()[0]
    sample_work.villages.put(replace(village, name="Thôn Mông Sến"))
    assert "Thôn Mông Sến" in files_text(wall_papers(sample_work, 2022, SAMPLE_DAY))
