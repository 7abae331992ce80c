"""What every store of one kind of value can do, so that features and undo need to know no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Saved(Generic[T]):
    """The outcome of a write: the value as it was (None when it is new) and as it is now, with its id."""

    before: T | None
    after: T


@dataclass(frozen=True)
class Removed(Generic[T]):
    """A value in the recycle bin: when it went there (local time) and by whom."""

    value: T
    when: datetime
    by: str


class Store(Protocol[T]):
    """A collection of values with integer ids; 0 is the id of a value not yet saved."""

    def get(self, id: int) -> T:
        """Return one value. Raises KnownError when it is gone."""
        ...

    def all(self) -> list[T]:
        """Return every value that is not in the recycle bin, in its natural order."""
        ...

    def put(self, value: T) -> Saved[T]:
        """Insert a value with id 0, or replace the one with the same id."""
        ...

    def put_many(self, values: Iterable[T]) -> list[Saved[T]]:
        """Put many values at once, in order; much faster than one by one."""
        ...

    def remove(self, id: int) -> T:
        """Move one value to the recycle bin and return it."""
        ...

    def restore(self, id: int) -> T:
        """Take one value back out of the recycle bin and return it."""
        ...

    def removed(self) -> list[Removed[T]]:
        """Return what was moved to the recycle bin itself, not as a part of something else; the newest first."""
        ...
