"""Evidence: photographs, scans and documents, kept once by their content beside what they prove."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from papi_desktop.domain.stores import Store


class Owner(StrEnum):
    """What a piece of evidence can belong to."""

    PROGRESS = "progress"
    POSTING = "posting"
    DIALOGUE = "dialogue"


@dataclass(frozen=True)
class Attachment:
    """One file as evidence; its bytes lie in the attachment folder under `sha256`."""

    owner: Owner
    owner_id: int
    name: str
    sha256: str
    size: int
    added_on: date
    taken_on: date | None = None
    """The day on which a camera says it took the photo, if it says."""
    id: int = 0
    uuid: str = ""


class AttachmentStore(Store[Attachment], Protocol):
    """The evidence, oldest first."""

    def of(self, owner: Owner, owner_id: int) -> list[Attachment]:
        """Return the evidence of one thing."""
        ...

    def counts(self, owner: Owner) -> dict[int, int]:
        """Return how many pieces of evidence each owner id has, for one kind of owner."""
        ...
