"""Photographs become small, upright and silent about where they were taken; missing evidence is listed."""

import struct
import zlib
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from db.database import Database
from papi_desktop.domain.attachments import Owner
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.periods import read_period
from papi_desktop.services import evidence
from papi_desktop.services.missing_evidence import missing_evidence
from papi_desktop.services.photos import SMALL, add_prepared, pasted, prepare, prepare_file
from papi_desktop.services.work import Work

TODAY = date(2022, 12, 6)
ORIENTATION, TAKEN, DETAILS, PLACE = 0x0112, 0x9003, 0x8769, 0x8825


def picture(size: tuple[int, int], noise: int = 0) -> Image.Image:
    image = Image.effect_noise(size, noise).convert("RGB") if noise else Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 4, size[1] // 4), fill="red")
    return image


def photo(kind: str = "JPEG", size: tuple[int, int] = (400, 300), noise: int = 0, turned: int = 1) -> bytes:
    """Return a photo as a telephone takes it: with the day, the place, and how it was held."""
    image = picture(size, noise)
    details = image.getexif()
    details[ORIENTATION] = turned
    details.get_ifd(DETAILS)[TAKEN] = "2022:07:12 08:30:00"
    details.get_ifd(PLACE).update({1: "N", 2: (22.0, 20.0, 30.5)})
    out = BytesIO()
    image.save(out, kind, exif=details, quality=95)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_loses_its_place_and_keeps_its_day(kind: str) -> None:
    prepared = prepare("ảnh.jpg", photo(kind))
    assert prepared.taken_on == date(2022, 7, 12)
    assert not opened(prepared.data).getexif()
    assert b"2022:07:12" not in prepared.data


def test_a_large_photo_is_reduced_to_four_hundred_kilobytes() -> None:
    large = photo(size=(4000, 3000), noise=80)
    assert len(large) > 5 * SMALL
    prepared = prepare("IMG_1.JPG", large)
    assert len(prepared.data) <= SMALL
    assert prepared.name == "IMG_1.JPG"
    assert max(opened(prepared.data).size) >= 800


def test_a_photo_keeps_its_size_when_told_so_but_not_its_place() -> None:
    prepared = prepare("bản gốc.jpg", photo(size=(3000, 2000), noise=60), reduce=False)
    assert opened(prepared.data).size == (3000, 2000)
    assert len(prepared.data) > SMALL
    assert not opened(prepared.data).getexif()


def test_a_photo_stands_upright_as_the_camera_was_held() -> None:
    turned = opened(prepare("ảnh.jpg", photo(turned=6)).data)
    assert turned.size == (300, 400)
    corner = turned.convert("RGB").getpixel((290, 10))
    assert isinstance(corner, tuple)
    assert corner[0] > 200 > 60 > corner[1]


def test_a_small_picture_that_tells_nothing_is_kept_byte_for_byte() -> None:
    out = BytesIO()
    picture((60, 40)).save(out, "PNG")
    assert prepare("hình.png", out.getvalue()).data == out.getvalue()


def test_a_large_picture_with_clear_parts_becomes_a_photo_on_white() -> None:
    image = Image.effect_noise((1500, 1200), 90).convert("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 100, 100))
    out = BytesIO()
    image.save(out, "PNG")
    prepared = prepare("màn hình.png", out.getvalue())
    assert prepared.name == "màn hình.jpg"
    corner = opened(prepared.data).convert("RGB").getpixel((5, 5))
    assert isinstance(corner, tuple)
    assert min(corner) > 240


@pytest.mark.parametrize("kind", ["BMP", "GIF", "TIFF"])
def test_other_kinds_of_pictures_are_reduced_too(kind: str) -> None:
    out = BytesIO()
    picture((1700, 1300), noise=80).save(out, kind)
    assert len(out.getvalue()) > SMALL
    prepared = prepare(f"ảnh.{kind.lower()}", out.getvalue())
    assert prepared.name == "ảnh.jpg"
    assert len(prepared.data) <= SMALL
    whole = prepare(f"ảnh.{kind.lower()}", out.getvalue(), reduce=False)
    assert whole.name == "ảnh.png"
    assert opened(whole.data).size == (1700, 1300)


def scan(mode: str, pages: int = 3) -> bytes:
    """Return a scan of several pages, each with the place where it was made."""
    images = [picture((600, 800), noise=40 + number).convert(mode) for number in range(pages)]
    details = images[0].getexif()
    details[TAKEN] = "2022:07:12 08:30:00"
    details.get_ifd(PLACE).update({1: "N", 2: (22.0, 20.0, 30.5)})
    out = BytesIO()
    images[0].save(out, "TIFF", save_all=True, append_images=images[1:], exif=details, description="Nhà ông A")
    return out.getvalue()


@pytest.mark.parametrize("mode", ["1", "RGB"])
def test_a_scan_keeps_its_pages_but_not_its_place(mode: str) -> None:
    prepared = prepare("bản quét.tif", scan(mode))
    assert prepared.name == "bản quét.tif"
    pages = opened(prepared.data)
    assert pages.n_frames == 3  # type: ignore[attr-defined]
    for number in range(3):
        pages.seek(number)
        pages.load()
        assert pages.size == (600, 800)
        assert not pages.getexif().get_ifd(PLACE)
    assert "Nhà ông A".encode() not in prepared.data


def test_a_scan_of_very_many_pages_is_refused() -> None:
    out = BytesIO()
    blank = Image.new("1", (20, 20))
    blank.save(out, "TIFF", save_all=True, append_images=[blank] * 100)
    with pytest.raises(KnownError, match="hơn 100 trang"):
        prepare("bản quét.tif", out.getvalue())


def test_a_moving_picture_keeps_moving_and_loses_its_comment() -> None:
    out, frames = BytesIO(), [picture((80, 60), noise=number + 1) for number in range(3)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], comment=b"Nha ong A")
    prepared = prepare("ảnh.gif", out.getvalue())
    assert opened(prepared.data).n_frames == 3  # type: ignore[attr-defined]
    assert b"Nha ong A" not in prepared.data


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photo_hung_on_behind_another_is_taken_off(kind: str) -> None:
    out = BytesIO()
    picture((60, 40)).save(out, kind)
    prepared = prepare("ảnh.jpg", out.getvalue() + photo())
    assert prepared.data.count(b"\xff\xd8\xff") == (kind == "JPEG")
    assert b"2022:07:12" not in prepared.data


def test_of_a_telephone_s_two_pictures_in_one_file_the_first_is_kept() -> None:
    out = BytesIO()
    picture((60, 40)).save(out, "MPO", save_all=True, append_images=[picture((60, 40), noise=5)])
    prepared = prepare("IMG_2.jpg", out.getvalue(), reduce=False)
    assert (prepared.name, opened(prepared.data).format) == ("IMG_2.jpg", "JPEG")


def test_what_a_png_tells_behind_its_picture_is_taken_off() -> None:
    out = BytesIO()
    picture((60, 40)).save(out, "PNG")
    body = b"tEXtComment\0Nha ong A"
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    data = out.getvalue()
    prepared = prepare("hình.png", data[:-12] + chunk + data[-12:])
    assert b"Nha ong A" not in prepared.data


def test_documents_are_left_as_they_are() -> None:
    assert prepare("biên bản.pdf", b"%PDF-1.7 ...").data == b"%PDF-1.7 ..."


def test_the_same_photo_twice_is_stored_once(sample: Database, tmp_path: Path) -> None:
    taken = photo(noise=30)
    for name in ("một.jpg", "hai.jpg"):
        (tmp_path / name).write_bytes(taken)
    with sample.work() as work:
        first = add_prepared(work, sample.folder, Owner.DIALOGUE, 1, prepare_file(tmp_path / "một.jpg"), TODAY)
        second = add_prepared(work, sample.folder, Owner.DIALOGUE, 2, prepare_file(tmp_path / "hai.jpg"), TODAY)
    assert evidence.stored_path(sample.folder, first) == evidence.stored_path(sample.folder, second)


def test_a_pasted_picture_gets_a_name_with_the_day() -> None:
    assert pasted(photo(), TODAY).name == "Ảnh dán 06-12-2022 (1).jpg"
    with pytest.raises(KnownError, match="không có ảnh"):
        pasted(b"abc", TODAY)


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of a few hundred bytes that says it is enormous."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(8000, 8000), (10_000, 9_500), (60_000, 60_000)])
def test_a_picture_that_would_fill_the_memory_is_refused_without_opening_it(size: tuple[int, int]) -> None:
    with pytest.raises(KnownError, match="lớn bất thường"):
        prepare("ảnh.png", bomb(*size))


@pytest.mark.parametrize(
    "data",
    [
        b"BM" + bytes(60),
        b"II*\0\x08\0\0\0\xff\xff",
        b"GIF89a\x01",
        photo()[:900],
        b"\xff\xd8\xff\xe0 khong phai anh",
        b"\x89PNG\r\n\x1a\n",
        bomb(100, 100),
    ],
)
def test_a_damaged_photo_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(KnownError, match="bị hỏng"):
        prepare("ảnh.jpg", data)


def test_a_telephone_s_own_kind_of_photo_is_refused_with_what_to_do() -> None:
    with pytest.raises(KnownError, match="Tương thích nhất"):
        prepare("IMG.HEIC", b"\0\0\0\x18ftypheic" + b"\0" * 40)


def test_what_nothing_proves_is_listed_before_the_report(sample_work: Work) -> None:
    found = missing_evidence(sample_work, read_period("2022-Q3"), date(2022, 9, 10))
    assert {each.owner for each in found} == {Owner.PROGRESS, Owner.POSTING, Owner.DIALOGUE}
    first = next(each for each in found if each.owner is Owner.DIALOGUE)
    dialogue = sample_work.dialogues.get(first.id)
    assert dialogue.topic in first.text


def test_what_has_evidence_is_no_longer_listed(sample: Database, tmp_path: Path) -> None:
    period, day = read_period("2022-Q3"), date(2022, 9, 10)
    (tmp_path / "ảnh.jpg").write_bytes(photo())
    with sample.work() as work:
        before = missing_evidence(work, period, day)
        add_prepared(work, sample.folder, before[0].owner, before[0].owner_id, prepare_file(tmp_path / "ảnh.jpg"), day)
        assert missing_evidence(work, period, day) == before[1:]
