"""The wordings of printable papers: bundled files that the commune may change, checked before they are kept."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from papi_desktop.catalog import resource
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.templates import ChangedTemplate, check, placeholders
from papi_desktop.services.toml_faults import toml_line
from papi_desktop.services.work import Work

TABLE_LINE: Final = "{{bảng}}"
_LONGEST: Final = 100_000


class NoticeKind(StrEnum):
    """The printable papers; the value is the name on the command line and of the file of the wording."""

    POSTING = "posting"
    POSTING_RECORD = "posting_record"
    POSTING_END = "posting_end"
    RECEPTION = "reception"
    DIRECTORY = "directory"
    BUDGET_DECISION = "budget_decision"
    HOUSEHOLDS = "households"

    @property
    def label(self) -> str:
        """Return what the paper is called on the screen."""
        return {
            NoticeKind.POSTING: "Thông báo niêm yết công khai",
            NoticeKind.POSTING_RECORD: "Biên bản niêm yết công khai",
            NoticeKind.POSTING_END: "Biên bản kết thúc niêm yết công khai",
            NoticeKind.RECEPTION: "Lịch tiếp công dân",
            NoticeKind.DIRECTORY: "Danh bạ cán bộ, công chức",
            NoticeKind.BUDGET_DECISION: "Quyết định công bố công khai ngân sách",
            NoticeKind.HOUSEHOLDS: "Danh sách hộ nghèo, hộ cận nghèo",
        }[self]


@dataclass(frozen=True)
class Template:
    """One wording, with its placeholders still in it."""

    kind: str
    symbol: str
    subject: str
    body: str
    signer: str = ""
    authority: str = ""
    bases: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    parties: tuple[tuple[str, str], ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Return everything that may hold placeholders."""
        parts = (part for party in self.parties for part in party)
        single = (self.kind, self.symbol, self.subject, self.body, self.signer, self.authority)
        return (*single, *self.bases, *self.signature, *self.recipients, *parts)


def notice_kind(name: str) -> NoticeKind:
    """Return a kind of paper by its name. Raises KnownError for a name that is none."""
    if name not in set(NoticeKind):
        raise KnownError(f"Không có mẫu in “{name}”. Hãy chọn một trong các mẫu: {', '.join(NoticeKind)}.")
    return NoticeKind(name)


def bundled_text(kind: NoticeKind) -> str:
    """Return the wording that came with the program, as the text of its file."""
    return resource("templates", f"{kind}.toml").read_text(encoding="utf-8")


def template(work: Work, kind: NoticeKind) -> Template:
    """Return the wording in force; one of the commune's own that cannot be read gives way to the bundled one."""
    own = work.templates.of_kind(kind)
    try:
        return read_template(own.text if own else bundled_text(kind))
    except KnownError:
        return read_template(bundled_text(kind))


def keep_template(work: Work, kind: NoticeKind, text: str, known: Mapping[str, str]) -> None:
    """Keep the commune's own wording. Raises KnownError when it cannot be read or has an unknown placeholder."""
    made = read_template(text)
    for part in made.texts:
        check(part, known)
    if TABLE_LINE in bundled_text(kind) and TABLE_LINE not in made.body.splitlines():
        raise KnownError("Mẫu thiếu dòng {{bảng}}, là chỗ in bảng. Hãy thêm dòng này vào phần body, đứng riêng.")
    own = work.templates.of_kind(kind)
    work.templates.put(ChangedTemplate(kind, text, own.id if own else 0, own.uuid if own else ""))


def restore_template(work: Work, kind: NoticeKind) -> None:
    """Go back to the bundled wording; the commune's own goes to the recycle bin."""
    own = work.templates.of_kind(kind)
    if own:
        work.templates.remove(own.id)


def known_placeholders(work: Work, kind: NoticeKind) -> tuple[str, ...]:
    """Return the placeholders of the wording in force, in the order in which they stand."""
    return placeholders("\n".join(template(work, kind).texts))


def read_template(text: str) -> Template:
    """Read a wording. Raises KnownError when it is not one."""
    if len(text) > _LONGEST:
        raise KnownError("Mẫu quá dài nên không dùng được. Hãy rút gọn mẫu hoặc khôi phục mẫu gốc.")
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = toml_line(error) or "cuối mẫu"
        raise KnownError(
            f"Mẫu viết sai ở chỗ dấu ngoặc kép hoặc dấu phẩy ({where}). Hãy sửa lại hoặc khôi phục mẫu gốc."
        ) from error
    except RecursionError:
        raise KnownError("Mẫu có quá nhiều dấu ngoặc lồng nhau. Hãy sửa lại hoặc khôi phục mẫu gốc.") from None
    made = Template(
        kind=_text(found, "kind"),
        symbol=_text(found, "symbol"),
        subject=_text(found, "subject"),
        body=_text(found, "body"),
        signer=_text(found, "signer"),
        authority=_text(found, "authority"),
        bases=_list(found, "bases"),
        signature=_list(found, "signature"),
        recipients=_list(found, "recipients"),
        parties=_parties(found),
    )
    if not made.kind.strip() or not made.body.strip():
        raise KnownError("Mẫu thiếu tên loại (kind) hoặc nội dung (body). Hãy bổ sung hoặc khôi phục mẫu gốc.")
    return made


def _text(found: Mapping[str, Any], key: str) -> str:
    value = found.get(key, "")
    if not isinstance(value, str):
        raise KnownError(f"Mục {key} của mẫu phải là một câu trong dấu ngoặc kép. Hãy sửa lại hoặc khôi phục mẫu gốc.")
    return value


def _list(found: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = found.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise KnownError(f"Mục {key} của mẫu phải là danh sách các câu trong ngoặc vuông. Hãy sửa lại mẫu.")
    return tuple(value)


def _parties(found: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    value = found.get("parties", [])
    if not isinstance(value, list) or not all(_is_party(each) for each in value):
        raise KnownError("Mục parties của mẫu phải gồm các cặp “bên ký, họ tên”. Hãy sửa lại hoặc khôi phục mẫu gốc.")
    return tuple((each[0], each[1]) for each in value)


def _is_party(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(each, str) for each in value)
