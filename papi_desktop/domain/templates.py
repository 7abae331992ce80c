"""Printable papers as editable texts with {{placeholders}}, and how a text is filled or left blank for the clerk."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.stores import Store
from papi_desktop.domain.text import sort_key

_PLACEHOLDER: Final = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_LINE: Final = 410
"""The room of a line in pt, a little less than the page has; the sign of three dots is as wide as the text is high."""
_STRAY: Final = re.compile(r"\{\{|\}\}")
DOTS: Final = "…" * 15
"""Room to write a value by hand; it goes on in the next line, and at the end of a text up to the margin."""


def dotted_lines(number: int, size: float) -> str:
    """Return dots to write on by hand that fill so many lines of a text set in `size` pt."""
    return "…" * (int(_LINE / size) * number)


@dataclass(frozen=True)
class ChangedTemplate:
    """The commune's own wording of one printable paper."""

    kind: str
    text: str
    id: int = 0
    uuid: str = ""


class ChangedTemplateStore(Store[ChangedTemplate], Protocol):
    """The changed wordings, at most one for each kind of paper."""

    def of_kind(self, kind: str) -> ChangedTemplate | None:
        """Return the commune's own wording of one kind of paper, or None."""
        ...


def placeholders(text: str) -> tuple[str, ...]:
    """Return the names that stand in braces, in order and once each."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(text)))


def filled(text: str, values: Mapping[str, str], blank: bool = False) -> str:
    """Return `text` with its placeholders filled; what has no value, or everything when `blank`, becomes dots.

    Raises KnownError for a placeholder that is not among `values`.
    """
    check(text, values)
    return _PLACEHOLDER.sub(lambda found: ("" if blank else values[found[1]]) or DOTS, text)


def check(text: str, known: Mapping[str, str]) -> None:
    """Raise KnownError when `text` has a placeholder that is not among `known`, or braces that do not match."""
    unknown = [name for name in placeholders(text) if name not in known]
    if unknown:
        raise KnownError(
            f"Mẫu có chỗ điền “{{{{{unknown[0]}}}}}” mà chương trình không biết. "
            f"Hãy dùng một trong các chỗ điền: {', '.join(sorted(known, key=sort_key))}."
        )
    if _STRAY.search(_PLACEHOLDER.sub("", text)):
        raise KnownError("Mẫu có dấu ngoặc {{ hoặc }} chưa đóng đủ. Hãy sửa lại thành dạng {{tên chỗ điền}}.")
