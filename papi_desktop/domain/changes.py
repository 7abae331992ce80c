"""A change that can still be taken back, as it is offered to the person who made it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

KEPT_FOR: Final = timedelta(hours=1)
"""How long a change can be taken back."""


@dataclass(frozen=True)
class Change:
    """Everything that one action changed, under its number, with what it was in a few words."""

    number: int
    when: datetime
    """In local time."""
    label: str
    by: str = ""
