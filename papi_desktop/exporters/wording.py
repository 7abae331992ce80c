"""The fixed phrases of a letter: its number, its date line, who issued it, and what an annex belongs to."""

from typing import Final

from papi_desktop.domain.documents import Annex, Letter
from papi_desktop.exporters.plain import ROOM, clean, long_date

COUNTRY: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
_UNITS: Final = ("xã", "phường", "thị trấn", "đặc khu", "huyện", "quận", "thị xã", "thành phố", "tỉnh")


def number_line(letter: Letter) -> str:
    """Return "Số: 86/BC-UBND", with room for the number when there is none yet; nothing without a symbol."""
    return f"Số: {_code(letter)}" if letter.symbol else ""


def date_line(letter: Letter) -> str:
    """Return "An Bình, ngày 05 tháng 9 năm 2026", with room for the date when there is none yet; nothing without place.

    Minutes say where and when in their first sentence.
    """
    return f"{clean(letter.place)}, {long_date(letter.dated)}" if letter.place else ""


def issuer_in_words(letter: Letter) -> str:
    """Return the issuer as it is written in a sentence: "Ủy ban nhân dân xã An Bình"."""
    return " ".join(_in_words(clean(line)) for line in letter.issuer)


def belongs_to(letter: Letter) -> str:
    """Return the line under an annex's title that says which document it goes with."""
    kind = clean(letter.kind).capitalize()
    dated = long_date(letter.dated)
    number = f" số {_code(letter)}" if letter.symbol else ""
    return f"(Kèm theo {kind}{number} {dated} của {_signed_by(letter)})"


def _signed_by(letter: Letter) -> str:
    """Return who decided: the committee, or its chairman where he signs by his own power."""
    own = "".join(letter.signature.lines[:1]).upper().startswith("CHỦ TỊCH")
    return f"Chủ tịch {issuer_in_words(letter)}" if own else issuer_in_words(letter)


def annex_belongs(letter: Letter, annex: Annex) -> str:
    """Return the line under an annex's title: its own, or the document that it goes with."""
    return belongs_to(letter) if annex.belongs is None else clean(annex.belongs)


def annex_label(annex: Annex) -> str:
    """Return "Phụ lục I", or the annex's own label."""
    return clean(annex.label) if annex.label else f"Phụ lục {clean(annex.number)}".strip()


def document_title(letter: Letter) -> str:
    """Return the title kept in a file's properties."""
    return " ".join(f"{clean(letter.kind).capitalize()} {clean(letter.subject)}".split())


def bases(letter: Letter) -> list[str]:
    """Return the "Căn cứ" lines, each ending in a semicolon and the last in a full stop."""
    bare = [clean(line).strip().rstrip(";.,") for line in letter.bases]
    return [f"{line};" for line in bare[:-1]] + [f"{line}." for line in bare[-1:]]


def beside_signature(letter: Letter) -> str:
    """Return the heading left of the signature: over room for remarks, or over the recipients if there are any."""
    return f"{clean(letter.remarks)}:" if letter.remarks else "Nơi nhận:" if letter.recipients else ""


def recipients(letter: Letter) -> list[str]:
    """Return the lines under "Nơi nhận:", with their dashes and endings."""
    bare = [clean(line).strip().removeprefix("- ").rstrip(";.,") for line in letter.recipients]
    return [f"- {line};" for line in bare[:-1]] + [f"- {line}." for line in bare[-1:]]


def addressees(letter: Letter) -> list[str]:
    """Return to whom the letter goes: one line, or several that each begin with a dash."""
    lines = [line.strip() for line in clean(letter.addressee).splitlines() if line.strip()]
    bare = [line.removeprefix("- ").rstrip(";.") for line in lines]
    if len(bare) < 2:
        return bare
    return [f"- {line};" for line in bare[:-1]] + [f"- {bare[-1]}."]


def _code(letter: Letter) -> str:
    return clean(letter.code) if letter.number.strip() else f"{ROOM * 2}/{clean(letter.symbol)}"


def _in_words(line: str) -> str:
    lowered = line.lower()
    unit = next((unit for unit in _UNITS if lowered.startswith(f"{unit} ")), "")
    if unit:
        return f"{unit} {lowered[len(unit) + 1 :].title()}"
    return lowered.capitalize()
