"""Plain values, lines, columns and pages: what all writers stand on."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papi_desktop.domain.documents import CellKind, Column, Row, Table, Value
from papi_desktop.exporters import fonts
from papi_desktop.exporters.columns import fitted
from papi_desktop.exporters.flow import Slab, pages
from papi_desktop.exporters.fonts import Face
from papi_desktop.exporters.plain import clean, long_date, shown
from papi_desktop.exporters.titles import wrap_balanced, wrap_bound
from papi_desktop.exporters.wording import issuer_in_words
from papi_desktop.exporters.wrap import width, wrap
from tests.exporters.samples import letter, tasks

SENTENCE = "Niêm yết công khai danh sách hộ nghèo, hộ cận nghèo tại trụ sở Ủy ban nhân dân xã và nhà văn hóa thôn"


@pytest.mark.parametrize(
    ("value", "kind", "wanted"),
    [
        (None, CellKind.TEXT, ""),
        (1_234_567, CellKind.MONEY, "1.234.567"),
        (-5, CellKind.NUMBER, "-5"),
        (Decimal("0.00"), CellKind.NUMBER, "0"),
        (Decimal("67.90"), CellKind.PERCENT, "67,9%"),
        (100, CellKind.PERCENT, "100%"),
        (date(2026, 9, 5), CellKind.DATE, "05/09/2026"),
    ],
)
def test_values_are_written_the_vietnamese_way(value: Value, kind: CellKind, wanted: str) -> None:
    assert shown(value, kind) == wanted


def test_a_long_date_has_zeros_where_the_decree_wants_them() -> None:
    assert long_date(date(2026, 9, 9)) == "ngày 09 tháng 9 năm 2026"
    assert long_date(date(2026, 1, 15)) == "ngày 15 tháng 01 năm 2026"


@given(st.text())
def test_clean_text_stays_clean(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert not any(ord(letter) < 32 and letter != "\n" for letter in clean(text))


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"), "Ủy ban nhân dân xã An Bình"),
        (("ỦY BAN NHÂN DÂN", "THỊ TRẤN SA PA"), "Ủy ban nhân dân thị trấn Sa Pa"),
        (("ỦY BAN NHÂN DÂN", "ĐẶC KHU PHÚ QUỐC"), "Ủy ban nhân dân đặc khu Phú Quốc"),
    ],
)
def test_the_issuer_is_named_in_a_sentence(lines: tuple[str, ...], words: str) -> None:
    assert issuer_in_words(letter(issuer=lines)) == words


@given(st.text(alphabet="aăâ đêơừw\n", max_size=300), st.floats(20, 400))
def test_lines_never_exceed_their_room_and_lose_nothing(text: str, room: float) -> None:
    lines = wrap(text, Face.REGULAR, 12, room)
    assert all(width(line, Face.REGULAR, 12) <= room + 0.01 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_room_to_write_on_begins_in_its_line_and_reaches_the_margin() -> None:
    name = "1. Đại diện Ủy ban nhân dân xã: "
    for text in (f"{name}{'…' * 15}.", f"{name}{'…' * 24}.", f"{name}{'…' * 60}."):
        lines = wrap_bound(text, Face.REGULAR, 14, 468, 36)
        assert lines[0].startswith(name)
        assert lines[-1].endswith("….")
        for number, line in enumerate(lines):
            assert 468 - 14 < width(line, Face.REGULAR, 14) + (0 if number else 36) <= 468


def test_a_short_rest_of_the_room_to_write_on_takes_no_line_of_its_own() -> None:
    assert len(wrap_bound(f"1. Đại diện Ủy ban nhân dân xã: {'…' * 20}.", Face.REGULAR, 14, 468, 36)) == 1


def test_room_to_write_on_inside_a_sentence_keeps_its_length() -> None:
    text = f"Người đứng đầu: {'…' * 15}, điện thoại {'…' * 8}; trong giờ hành chính."
    lines = wrap_bound(text, Face.REGULAR, 14, 300)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_long_address_breaks_behind_its_sign_or_a_dot() -> None:
    assert wrap("dia.chinh.xay.dung@anbinh.example", Face.REGULAR, 12, 70) == [
        "dia.chinh.xay.",
        "dung@",
        "anbinh.",
        "example",
    ]


def test_balanced_lines_are_nearly_equal() -> None:
    lines = wrap_balanced(SENTENCE, Face.BOLD, 14, 420)
    long = [width(line, Face.BOLD, 14) for line in lines]
    assert len(lines) == len(wrap(SENTENCE, Face.BOLD, 14, 420))
    assert max(long) - min(long) < 60


def test_columns_fill_the_room_and_break_no_number() -> None:
    columns = fitted(tasks(28), 700)
    assert sum(columns.widths) == pytest.approx(700)
    assert columns.widths[4] >= width("30/09/2026", Face.REGULAR, columns.size) + 7


def test_width_moves_to_the_columns_that_make_rows_tall() -> None:
    columns = (Column("Dài", 1), Column("Ngắn", 1), Column("Trống", 1))
    wide, narrow, empty = fitted(Table(columns, (Row((SENTENCE, "Đạt", "")),) * 9), 400).widths
    assert wide > 180
    assert min(narrow, empty) >= 0.7 * 400 / 3 - 0.1
    assert wide + narrow + empty == pytest.approx(400)


def test_too_many_columns_get_smaller_type() -> None:
    table = Table(tuple(Column("Số tiền", 1, CellKind.MONEY) for _ in range(14)), (Row((186_400_000,) * 14),))
    assert fitted(table, 467).size < fitted(table, 714).size


def test_what_stays_together_goes_to_the_next_page_together() -> None:
    slabs = [Slab(40, _nothing), Slab(40, _nothing, stays=True), Slab(40, _nothing)]
    assert [len(page.placed) for page in pages(slabs, 100)] == [1, 2]


def test_of_what_fills_more_than_a_page_the_end_stays_together() -> None:
    slabs = [Slab(40, _nothing, stays=True) for _ in range(7)]
    assert [len(page.placed) for page in pages(slabs, 100)] == [2, 2, 1, 2]


def test_a_gap_at_the_top_of_a_page_is_dropped() -> None:
    found = list(pages([Slab(90, _nothing), Slab(90, _nothing, gap=20)], 100))
    assert [page.placed[0][0] for page in found] == [0, 0]


def test_a_row_that_begins_a_page_gets_the_header() -> None:
    header = Slab(20, _nothing)
    found = list(pages([Slab(60, _nothing, header=header), Slab(60, _nothing, header=header)], 100))
    assert [[slab is header for _, slab in page.placed] for page in found] == [[True, False], [True, False]]


def test_times_new_roman_is_used_where_windows_has_all_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    (tmp_path / "Fonts").mkdir()
    for name in ("times.ttf", "timesbd.ttf", "timesi.ttf"):
        (tmp_path / "Fonts" / name).touch()
    assert fonts.font_files() == fonts.BUNDLED
    (tmp_path / "Fonts" / "timesbi.ttf").touch()
    assert fonts.font_files().folder == tmp_path / "Fonts"


def _nothing(_canvas: object, _left: float, _top: float) -> None:
    return
