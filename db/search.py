"""Finding by words: a full-text index over folded text, written together with each row."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import TextClause, select, text
from sqlalchemy.orm import Session

from db.schema import Row
from papi_desktop.domain.text import fold, nfc
from papi_desktop.services.work import Hit

# Positions are stored in the index (id * 32 + position): only append.
SOURCES: Final = ("", "tasks", "progress", "publications", "dialogues", "opinions")
_SHIFT: Final = 32
_AT_ONCE: Final = 500
_HAS_LETTER: Final = re.compile(r"[^\W_]")

_WRITE: Final = text("INSERT OR REPLACE INTO search(rowid, folded, exact, hit) VALUES (:number, :folded, :exact, :hit)")
_FORGET: Final = text("DELETE FROM search WHERE rowid = :number")
_FIND: Final = text(
    "SELECT DISTINCT hit FROM search WHERE search MATCH :query AND (:source = 0 OR hit % 32 = :source) "
    "ORDER BY hit / 32 DESC, hit LIMIT :limit"
)


class SearchIndex:
    """Search over the full-text index of one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, words: str, register: str = "", limit: int = 200) -> list[Hit]:
        """Return what matches every word (the last one as a beginning): exact accents first, then the newest."""
        hits: dict[int, None] = {}
        for column, wanted in (("exact", nfc(words).lower()), ("folded", fold(words))):
            query = _query(wanted)
            if query:
                asked = {"query": f"{column} : ({query})", "source": SOURCES.index(register), "limit": limit}
                hits.update(dict.fromkeys(self._session.scalars(_FIND, asked)))
        return [Hit(SOURCES[hit % _SHIFT], hit // _SHIFT) for hit in list(hits)[:limit]]


def write(session: Session, rows: Iterable[Row]) -> None:
    """Put the words of rows into the index, instead of what was there."""
    entries = [_entry(row) for row in rows if row.source]
    if entries:
        session.execute(_WRITE, entries)


def forget(session: Session, row: Row) -> None:
    """Take a row out of the index."""
    if row.source:
        session.execute(_FORGET, {"number": _number(row.source, row.id)})


def forget_parts(session: Session, kind: type[Row], uuid: str) -> None:
    """Take out of the index all rows of one kind that were removed together with the row `uuid`."""
    if kind.source:
        session.execute(_forget_removed(kind), {"uuid": uuid})


def write_again(session: Session, kind: type[Row], ids: Sequence[int]) -> None:
    """Bring the index in line with the rows of one kind that have these ids now, or no longer."""
    if kind.source and ids:
        session.execute(_FORGET, [{"number": _number(kind.source, id)} for id in ids])
        for start in range(0, len(ids), _AT_ONCE):
            some = kind.id.in_(ids[start : start + _AT_ONCE])
            write(session, session.scalars(select(kind).where(kind.deleted_at.is_(None), some)))


def _forget_removed(kind: type[Row]) -> TextClause:
    removed = f"SELECT id * 32 + {SOURCES.index(kind.source)} FROM {kind.__tablename__} WHERE deleted_with = :uuid"
    return text(f"DELETE FROM search WHERE rowid IN ({removed})")


def _entry(row: Row) -> dict[str, object]:
    words = "\n".join(row.searched())
    number, hit = _number(row.source, row.id), _number(*row.found_as())
    return {"number": number, "folded": fold(words), "exact": nfc(words).lower(), "hit": hit}


def _number(register: str, id: int) -> int:
    return id * _SHIFT + SOURCES.index(register)


def _query(words: str) -> str:
    """Quote each word, so that nothing a user types is read as a search command."""
    quoted = [
        '"' + word.replace('"', '""') + '"' for word in words.replace("\x00", " ").split() if _HAS_LETTER.search(word)
    ]
    return " AND ".join(quoted) + "*" if quoted else ""
