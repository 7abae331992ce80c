"""The "Căn cứ" of a printed notice: each law or decree that is cited in short, written out as it stands on a day."""

from datetime import date
from typing import Final

from papi_desktop.catalog import cited, law

_PARTS: Final = (" Điều ", " khoản ")


def written_bases(basis: str, day: date) -> str:
    """Return the bases of a publication, one a line: with number, day and issuer where the table of laws knows them.

    What is not in force on `day` and the law on democracy, which every notice cites, are left out.
    """
    found = [_written(part.strip(" .;"), day) for part in basis.split(";")]
    return "\n".join(each for each in dict.fromkeys(found) if each and each != law("democracy", day).text)


def _written(short: str, day: date) -> str:
    name = short
    for part in _PARTS:
        name = name.partition(part)[0]
    known = cited(name, day)
    return short if known is None else known
