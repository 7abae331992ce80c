"""Vietnamese text: one normal form, folding for search, and the order of names."""

import re
import unicodedata
from decimal import Decimal
from typing import Final

_TONES: Final = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_ORDER: Final = {letter: chr(0x100 + order) for order, letter in enumerate(_ALPHABET)}
_SPACES: Final = re.compile(r"[\s\u00a0\u200b\ufeff]+")
_WORD: Final = re.compile(r"[^\W_]+")


def nfc(text: str) -> str:
    """Return `text` in the one normal form (NFC) that is stored, printed and compared."""
    return unicodedata.normalize("NFC", text)


def squeeze(text: str) -> str:
    """Return `text` in NFC on one line, with single spaces and none at the ends."""
    return _SPACES.sub(" ", nfc(text)).strip()


def fold(text: str) -> str:
    """Return `text` in lower case without marks and with đ (also typed as the Icelandic ð) as d, for searching."""
    plain = unicodedata.normalize("NFD", text.lower()).translate(_FOLDING)
    return _SPACES.sub(" ", plain).strip()


def has_words(words: str, *texts: str) -> bool:
    """Tell whether every one of `words` is found in `texts`, with or without accents; no words are always found."""
    folded = fold(" ".join(texts))
    return all(word in folded for word in fold(words).split())


def searchable(*texts: str) -> str:
    """Return texts as folded words between single spaces, in which every part of `sought` can be looked for."""
    return f" {' '.join(_WORD.findall(fold(' '.join(texts))))} "


def sought(words: str) -> tuple[str, ...]:
    """Return what must stand in a `searchable` text: each of `words` whole ("2.3" as one), the last as a beginning."""
    parts = [part for each in words.split() if (part := searchable(each)).strip()]
    return (*parts[:-1], parts[-1].removesuffix(" ")) if parts else ()


def sort_key(text: str) -> str:
    """Return a key that orders by the Vietnamese alphabet first and by tone second."""
    letters, tones = [], []
    for letter in unicodedata.normalize("NFC", text.lower()):
        bare, tone = _without_tone(letter)
        letters.append(_LETTER_ORDER.get(bare, bare))
        tones.append(str(tone))
    return "".join(letters) + "\x00" + "".join(tones)


def name_sort_key(name: str) -> str:
    """Return a key that orders people by given name (the last word) with its tone, then family and middle names."""
    rest, _, given = squeeze(name).rpartition(" ")
    return f"{sort_key(given)}\x01{sort_key(rest)}"


def count(number: int) -> str:
    """Return a whole number as officials write it in prose: two digits below ten ("05"), dots for thousands."""
    return f"{number:02d}" if 0 < number < 10 else thousands(number)


def figure_words(number: int | Decimal) -> str:
    """Return a figure as people write it: 1.234.567, 40,151, -2,8."""
    sign = "-" if number < 0 else ""
    whole, _, places = f"{abs(Decimal(number)).normalize():f}".partition(".")
    return sign + thousands(int(whole)) + (f",{places}" if places else "")


def thousands(number: int) -> str:
    """Return a whole number with dots between thousands: 1.234.567."""
    return f"{number:,}".replace(",", ".")


def percent(part: int, whole: int) -> str:
    """Return `part` of `whole` as "67,9%", or "0%" of nothing."""
    if not whole:
        return "0%"
    return f"{100 * part / whole:.1f}".rstrip("0").rstrip(".").replace(".", ",") + "%"


def _without_tone(letter: str) -> tuple[str, int]:
    parts = unicodedata.normalize("NFD", letter)
    tone = next((_TONES[mark] for mark in parts if mark in _TONES), 0)
    bare = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES))
    return bare, tone


def _folding() -> dict[int, str | None]:
    marks: dict[int, str | None] = dict.fromkeys(range(0x300, 0x370))
    return marks | {ord("đ"): "d", ord("ð"): "d"}


_FOLDING: Final = _folding()
