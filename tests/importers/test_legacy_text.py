"""Text in the old TCVN3 and VNI fonts reads as its author saw it on paper."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_desktop.importers.legacy_text import LegacyEncoding, encoding_of, to_unicode

# TCVN 5712:1993 VN3, letter by letter: each vowel plain (0: ASCII), then with `, ?, ~, ´ and the dot below.
TCVN3_SMALL = {
    "a": (0x61, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9),
    "ă": (0xA8, 0xBB, 0xBC, 0xBD, 0xBE, 0xC6),
    "â": (0xA9, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB),
    "e": (0x65, 0xCC, 0xCE, 0xCF, 0xD0, 0xD1),
    "ê": (0xAA, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6),
    "i": (0x69, 0xD7, 0xD8, 0xDC, 0xDD, 0xDE),
    "o": (0x6F, 0xDF, 0xE1, 0xE2, 0xE3, 0xE4),
    "ô": (0xAB, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9),
    "ơ": (0xAC, 0xEA, 0xEB, 0xEC, 0xED, 0xEE),
    "u": (0x75, 0xEF, 0xF1, 0xF2, 0xF3, 0xF4),
    "ư": (0xAD, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9),
    "y": (0x79, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE),
}
TCVN3_CAPITALS = {"Ă": 0xA1, "Â": 0xA2, "Ê": 0xA3, "Ô": 0xA4, "Ơ": 0xA5, "Ư": 0xA6, "Đ": 0xA7}

# VNI for Windows, as bytes in hexadecimal: the same order of tones.
VNI_SMALL = {
    "a": "61 61F8 61FB 61F5 61F9 61EF",
    "ă": "61EA 61E8 61FA 61FC 61E9 61EB",
    "â": "61E2 61E0 61E5 61E3 61E1 61E4",
    "e": "65 65F8 65FB 65F5 65F9 65EF",
    "ê": "65E2 65E0 65E5 65E3 65E1 65E4",
    "i": "69 EC E6 F3 ED F2",
    "o": "6F 6FF8 6FFB 6FF5 6FF9 6FEF",
    "ô": "6FE2 6FE0 6FE5 6FE3 6FE1 6FE4",
    "ơ": "F4 F4F8 F4FB F4F5 F4F9 F4EF",
    "u": "75 75F8 75FB 75F5 75F9 75EF",
    "ư": "F6 F6F8 F6FB F6F5 F6F9 F6EF",
    "y": "79 79F8 79FB 79F5 79F9 EE",
    "đ": "F1",
}
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
SMALL = [unicodedata.normalize("NFC", vowel + tone) for vowel in TCVN3_SMALL for tone in TONES] + ["đ"]
ALPHABET = SMALL + [letter.upper() for letter in SMALL]
PLAIN = "bcdghklmnpqrstvx 0123456789,.;:()-/"


def tcvn3() -> dict[str, str]:
    """Return each letter of the small font as Windows shows its code."""
    codes = {
        SMALL[6 * row + tone]: code for row, line in enumerate(TCVN3_SMALL.values()) for tone, code in enumerate(line)
    }
    return {letter: chr(code) for letter, code in (codes | TCVN3_CAPITALS | {"đ": 0xAE}).items()}


def vni() -> dict[str, str]:
    """Return each letter as Windows shows its one or two bytes; capitals have capital marks."""
    codes = [bytes.fromhex(code).decode("cp1252") for line in VNI_SMALL.values() for code in line.split()]
    small = dict(zip(SMALL, codes, strict=True))
    return small | {letter.upper(): code.upper() for letter, code in small.items()}


TCVN3 = tcvn3()
VNI = vni()


def written(text: str, code: dict[str, str]) -> str:
    return "".join(code.get(letter, letter) for letter in text)


def test_the_alphabet_of_the_tests_is_whole() -> None:
    assert len(set(ALPHABET)) == 146
    assert set(VNI) == set(ALPHABET)
    assert set(TCVN3) == set(SMALL) | set("ĂÂÊÔƠƯĐ")


@pytest.mark.parametrize("letter", sorted(TCVN3))
def test_every_tcvn3_letter_reads_back(letter: str) -> None:
    assert to_unicode(TCVN3[letter], ".VnTime") == letter


@pytest.mark.parametrize("letter", SMALL)
def test_every_tcvn3_letter_of_a_capital_font_reads_as_a_capital(letter: str) -> None:
    assert to_unicode(TCVN3[letter], ".VnTimeH") == letter.upper()


@pytest.mark.parametrize("letter", ALPHABET)
def test_every_vni_letter_reads_back(letter: str) -> None:
    assert to_unicode(VNI[letter], "VNI-Times") == letter


@given(st.text(alphabet="".join(TCVN3) + PLAIN))
def test_any_text_in_tcvn3_reads_back(text: str) -> None:
    assert to_unicode(written(text, TCVN3), ".VnArial") == text


@given(st.text(alphabet="".join(SMALL) + PLAIN))
def test_any_text_in_a_capital_font_reads_back_in_capitals(text: str) -> None:
    assert to_unicode(written(text, TCVN3), ".VnArialH") == text.upper()


@given(st.text(alphabet="".join(ALPHABET) + PLAIN))
def test_any_text_in_vni_reads_back(text: str) -> None:
    assert to_unicode(written(text, VNI), "VNI-Helve") == text


@given(st.text(alphabet="".join(ALPHABET) + PLAIN), st.sampled_from([".VnTime", ".VnTimeH", "VNI-Times"]))
def test_unicode_text_with_letters_unknown_to_the_old_font_stays(text: str, font: str) -> None:
    assert to_unicode("Kế hoạch: " + text, font) == "Kế hoạch: " + text


@given(st.text(), st.sampled_from([None, "", "Times New Roman", "Arial", "Vntime"]))
def test_a_unicode_font_only_brings_text_into_nfc(text: str, font: str | None) -> None:
    assert to_unicode(text, font) == unicodedata.normalize("NFC", text)


@given(st.text(), st.sampled_from([".VnTime", ".VnTimeH", "VNI-Times"]))
def test_any_text_at_all_comes_out_in_nfc(text: str, font: str) -> None:
    assert unicodedata.is_normalized("NFC", to_unicode(text, font))


@pytest.mark.parametrize(
    ("text", "font", "read"),
    [
        ("C«ng khai danh s¸ch hé nghÌo", ".VnTime", "Công khai danh sách hộ nghèo"),
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", ".VnTime", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("céng hßa x· héi chñ nghÜa viÖt nam", ".VnTimeH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Th\u00adêng xuyªn", ".VnArial", "Thường xuyên"),
        (
            "B¸o c¸o kÕt qu¶ vÒ Së Néi vô tr\u00adíc ngµy 30/7/2022",
            ".VnTime",
            "Báo cáo kết quả về Sở Nội vụ trước ngày 30/7/2022",
        ),
        ("§éc lËp - Tù do - H¹nh phóc", ".VnTime", "Độc lập - Tự do - Hạnh phúc"),
        ("Coâng khai danh saùch hoä ngheøo", "VNI-Times", "Công khai danh sách hộ nghèo"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "VNI-Times", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "VNI-Helve", "Độc lập - Tự do - Hạnh phúc"),
        ("Thöôøng xuyeân, ñònh kyø haøng quyù", "VNI Times", "Thường xuyên, định kỳ hàng quý"),
        (
            "Baùo caùo keát quaû veà Sôû Noäi vuï tröôùc ngaøy 30/7/2022",
            "VNI-Times",
            "Báo cáo kết quả về Sở Nội vụ trước ngày 30/7/2022",
        ),
    ],
)
def test_real_sentences_read_as_printed(text: str, font: str, read: str) -> None:
    assert to_unicode(text, font) == read


@pytest.mark.parametrize("text", ["Báo cáo", "Cà phê", "Đoàn thể", "quá trình", "gia đình"])
def test_unicode_words_in_a_vni_font_stay_as_they_are(text: str) -> None:
    assert to_unicode(text, "VNI-Times") == text


def test_decomposed_unicode_in_an_old_font_is_only_composed() -> None:
    assert to_unicode(unicodedata.normalize("NFD", "đá"), ".VnTime") == "đá"


def test_small_marks_after_a_capital_make_a_capital() -> None:
    assert to_unicode("Aâm thanh, Aám", "VNI-Times") == "Âm thanh, Ấm"


def test_punctuation_of_windows_stays_in_old_text() -> None:
    assert to_unicode("“C«ng khai” – Nº 5…", ".VnTime") == "“Công khai” – Nº 5…"


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", LegacyEncoding.TCVN3),
        (".VnTimeH", LegacyEncoding.TCVN3_CAPITALS),
        (".VNTIMEH", LegacyEncoding.TCVN3_CAPITALS),
        (".VnArial Narrow", LegacyEncoding.TCVN3),
        (".VnArial NarrowH", LegacyEncoding.TCVN3_CAPITALS),
        (".VnTimeH Bold Italic", LegacyEncoding.TCVN3_CAPITALS),
        ("VNI-Times", LegacyEncoding.VNI),
        ("VNI Times", LegacyEncoding.VNI),
        ("@.VnTime", LegacyEncoding.TCVN3),
        ("Times New Roman", None),
        ("Vnitimes", None),
        ("", None),
        (None, None),
    ],
)
def test_the_font_decides_the_encoding(font: str | None, encoding: LegacyEncoding | None) -> None:
    assert encoding_of(font) is encoding


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("C«ng khai, minh b¹ch thủ tôc", "Công khai, minh bạch thủ tục"),
        ("UBND x· tổ chøc ®èi tho¹i", "UBND xã tổ chức đối thoại"),
        ("Th«n, tổ d©n phè", "Thôn, tổ dân phố"),
        ("C«ng khai thủ tôc", "Công khai thủ tục"),
        ("Công khai thủ tục hành chính", "Công khai thủ tục hành chính"),
        ("có và bà của tổ", "có và bà của tổ"),
    ],
)
def test_unicode_letters_typed_later_leave_the_other_words_of_an_old_font_readable(typed: str, read: str) -> None:
    assert to_unicode(typed, ".VnTime") == read
    assert to_unicode(typed, ".VnTimeH") in (read.upper(), read)
