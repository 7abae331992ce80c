"""Turns text typed in the old TCVN3 (.VnTime) and VNI fonts into Unicode, as the reader of the paper sees it."""

import re
import unicodedata
from collections.abc import Callable, Container
from enum import StrEnum
from typing import Final

from papi_desktop.domain.text import nfc


class LegacyEncoding(StrEnum):
    """The encodings that older province files are written in; the font decides which."""

    TCVN3 = "TCVN3"
    TCVN3_CAPITALS = "TCVN3, chữ hoa"
    VNI = "VNI"


def encoding_of(font_name: str | None) -> LegacyEncoding | None:
    """Return the encoding that a font stands for, or None for a Unicode font."""
    name = (font_name or "").strip().lstrip("@").casefold()
    if name.startswith(("vni-", "vni ")):
        return LegacyEncoding.VNI
    if not name.startswith(".vn"):
        return None
    return LegacyEncoding.TCVN3_CAPITALS if _STYLE.sub("", name).endswith("h") else LegacyEncoding.TCVN3


def to_unicode(text: str, font_name: str | None) -> str:
    """Return the text that `font_name` shows, in NFC; text that is Unicode already keeps its letters."""
    encoding = encoding_of(font_name)
    return nfc(text) if encoding is None else _READERS[encoding](text)


def _from_tcvn3(text: str) -> str:
    """Read TCVN3, word by word where Unicode letters were typed into it later."""
    if not _is_unicode(text, _TCVN3):
        return nfc(text.translate(_TCVN3))
    if not _has_tcvn3(text):
        return nfc(text)
    return nfc("".join(word if _is_unicode_word(word) else word.translate(_TCVN3) for word in _WORD.split(text)))


def _is_unicode_word(word: str) -> bool:
    return _is_unicode(word, _TCVN3) and not _has_tcvn3(word)


def _has_tcvn3(text: str) -> bool:
    """Tell whether a text has a sign that can only be a TCVN3 letter, as no Vietnamese word in Unicode has it."""
    return bool(_INSIDE.search(text)) or any(ord(sign) in _TCVN3 and sign.casefold() not in _LATIN_1 for sign in text)


def _from_tcvn3_capitals(text: str) -> str:
    """Read a font that draws every letter as a capital."""
    all_unicode = _is_unicode(text, _TCVN3) and not _has_tcvn3(text)
    return nfc(text) if all_unicode else _from_tcvn3(text).upper()


def _from_vni(text: str) -> str:
    """Read VNI unless its marks mostly stand where VNI has none, as the "á" of a Unicode "báo" does."""
    pairs = sum(1 for match in _VNI_MARKED.finditer(text) if match[0].casefold() in _VNI_PAIRS)
    stray = sum(letter in _VNI_MARKS for letter in text.casefold()) - pairs
    if _is_unicode(text, _VNI_LETTERS) or stray > pairs:
        return nfc(text)
    return nfc(_VNI_MARKED.sub(_vni_letter, text))


def _vni_letter(match: re.Match[str]) -> str:
    """Return the one letter that a base and its mark make, with the case of the base."""
    plain = match[0].casefold()
    base = match[0][0]
    if plain in _VNI_PAIRS:
        letter = _VNI_PAIRS[plain]
        return letter.upper() if base.isupper() else letter
    return "".join(_vni_single(sign) for sign in match[0])


def _vni_single(sign: str) -> str:
    letter = _VNI_SINGLES.get(sign.casefold(), "")
    return (letter.upper() if sign.isupper() else letter) or sign


def _is_unicode(text: str, repertoire: Container[int]) -> bool:
    """Tell whether `text` has a letter or a combining mark that the old encoding cannot have written."""
    return any(
        sign > "\x7f"
        and ord(sign) not in repertoire
        and sign not in _ORDINALS
        and unicodedata.category(sign)[0] in "LM"
        for sign in text
    )


def _composed(base: str, *marks: str) -> str:
    return unicodedata.normalize("NFC", base + "".join(marks))


def _tcvn3() -> dict[int, str]:
    """Return TCVN 5712:1993 VN3 by code; Windows shows each code as the Latin-1 sign of the same number."""
    return {start + place: letter for start, letters in _TCVN3_ROWS for place, letter in enumerate(letters)}


def _vni_pairs() -> dict[str, str]:
    """Return the letters that VNI writes as a base and a mark, in small letters."""
    pairs = {base + sign: _composed(letter, tone) for base, letter in _VNI_BASES for sign, tone in _VNI_TONES}
    for signs, shape, bases in _VNI_SHAPES:
        pairs |= {
            base + sign: _composed(base, shape, tone)
            for base in bases
            for sign, tone in zip(signs, _SHAPE_TONES, strict=True)
        }
    return pairs


_STYLE: Final = re.compile(r"(?: (?:bold|italic|regular|đậm|nghiêng))+$")
_ORDINALS: Final = "ªº"
"""Signs that Unicode calls letters but that stand in numbers ("Nº") in any text."""

_TCVN3_ROWS: Final = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)
_TCVN3: Final = _tcvn3()
_LATIN_1: Final = frozenset("àáâãèéêìíòóôõùúý«»§°")
"""Letters of Vietnamese, and signs, that Unicode writes with codes that TCVN3 uses for others."""
_INSIDE: Final = re.compile(r"[^\W\d_][«»][^\W\d_]|§[^\W\d_]")
_WORD: Final = re.compile(r"(\s+)")

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT, _HAT, _BREVE = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323", "\u0302", "\u0306"
_VNI_TONES: Final = (("ù", _ACUTE), ("ø", _GRAVE), ("û", _HOOK), ("õ", _TILDE), ("ï", _DOT))
_VNI_BASES: Final = (("a", "a"), ("e", "e"), ("o", "o"), ("u", "u"), ("y", "y"), ("ô", "ơ"), ("ö", "ư"))
_SHAPE_TONES: Final = ("", _ACUTE, _GRAVE, _HOOK, _TILDE, _DOT)
_VNI_SHAPES: Final = (("âáàåãä", _HAT, "aeo"), ("êéèúüë", _BREVE, "a"))
_VNI_PAIRS: Final = _vni_pairs()
_VNI_SINGLES: Final = dict(zip("íìæóòîôöñ", "íìỉĩịỵơưđ", strict=True))
_VNI_MARKS: Final = frozenset("ùøûõïâáàåãäêéèúüë")
_VNI_MARKED: Final = re.compile(f"[aeouyôö][{''.join(sorted(_VNI_MARKS))}]|[{''.join(_VNI_SINGLES)}]", re.IGNORECASE)
_VNI_LETTERS: Final = frozenset(ord(case) for sign in [*_VNI_MARKS, *_VNI_SINGLES] for case in (sign, sign.upper()))

_READERS: Final[dict[LegacyEncoding, Callable[[str], str]]] = {
    LegacyEncoding.TCVN3: _from_tcvn3,
    LegacyEncoding.TCVN3_CAPITALS: _from_tcvn3_capitals,
    LegacyEncoding.VNI: _from_vni,
}
