"""Photographs as evidence: small, upright, without the place where they were taken, and with the day if it is known."""

import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from papi_desktop.domain.attachments import Attachment, Owner
from papi_desktop.domain.errors import KnownError
from papi_desktop.paths import DataFolder
from papi_desktop.services.evidence import add_bytes, read_source
from papi_desktop.services.work import Work

if TYPE_CHECKING:
    from PIL.Image import Image

SMALL: Final = 400 * 1024
"""What a photo takes at most after it was reduced, in bytes."""
MOST_PIXELS: Final = 60_000_000
_EDGES: Final = (2000, 1600, 1280, 1024, 800, 640)
_QUALITIES: Final = (85, 75, 65)
_WHOLE: Final = 95
MOST_PAGES: Final = 100
_KINDS: Final = ("JPEG", "PNG", "WEBP", "BMP", "GIF", "TIFF")
_STARTS: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"BM", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*")
_ENDS: Final = {"JPEG": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82"}
_HEIC: Final = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")
_ORIENTATION, _TAKEN, _CHANGED, _DETAILS = 0x0112, 0x9003, 0x0132, 0x8769
_HARMLESS: Final = frozenset({"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "gamma", "srgb", "loop"})
"""What a file may tell of a picture without telling of the person or the place."""


@dataclass(frozen=True)
class Prepared:
    """A file ready to be kept: its name and bytes, and for a photo the day on which it was taken, if that is known."""

    name: str
    data: bytes
    taken_on: date | None = None


def prepare(name: str, data: bytes, reduce: bool = True) -> Prepared:
    """Return a photo of at most 400 KB without hidden details; other files, and with `reduce` False the size, stay.

    Raises KnownError for a photo that is damaged, too large to open, or of a kind that cannot be opened.
    """
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise KnownError(
            f"Ảnh “{name}” ở dạng HEIC của điện thoại, chương trình chưa mở được. "
            "Hãy gửi lại ảnh ở dạng JPG, hoặc đặt máy ảnh của điện thoại ở chế độ “Tương thích nhất”."
        )
    return _photo(name, data, reduce) if is_photo(data) else Prepared(name, data)


def prepare_file(path: Path, reduce: bool = True) -> Prepared:
    """Read and prepare one file. Raises KnownError when it cannot be read, is too large or no photo that opens."""
    return prepare(path.name, read_source(path), reduce)


def is_photo(data: bytes) -> bool:
    """Tell by its first bytes whether a file is a photo that can be reduced: JPG, PNG, WebP, BMP, GIF or TIFF."""
    return data.startswith(_STARTS) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def add_prepared(
    work: Work, folder: DataFolder, owner: Owner, owner_id: int, prepared: Prepared, today: date
) -> Attachment:
    """Keep a prepared file as evidence; the same content is stored once."""
    return add_bytes(work, folder, owner, owner_id, prepared.name, prepared.data, today, prepared.taken_on)


def pasted(data: bytes, today: date, number: int = 1) -> Prepared:
    """Return a picture taken from the clipboard, under a name of its own. Raises KnownError when it is none."""
    if not is_photo(data):
        raise KnownError("Trong bộ nhớ tạm không có ảnh. Hãy sao chép ảnh rồi dán lại.")
    ending = "png" if data.startswith(b"\x89PNG") else "jpg"
    return prepare(f"Ảnh dán {today:%d-%m-%Y} ({number}).{ending}", data)


def _photo(name: str, data: bytes, reduce: bool) -> Prepared:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a damaged file Pillow warns first, and then cannot read it
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=_KINDS) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise KnownError(_too_large(name))
                return _prepared(name, data, image, reduce)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        raise KnownError(_too_large(name)) from None
    except (OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, struct.error):
        raise KnownError(f"Ảnh “{name}” bị hỏng, không mở được. Hãy chụp lại hoặc sao chép lại ảnh.") from None


def _too_large(name: str) -> str:
    return (
        f"Ảnh “{name}” có kích thước lớn bất thường (hơn {MOST_PIXELS // 1_000_000} triệu điểm ảnh) nên không nhận. "
        "Hãy chụp lại với kích thước nhỏ hơn."
    )


def _prepared(name: str, data: bytes, image: "Image", reduce: bool) -> Prepared:
    taken_on = _taken_on(image)
    # A telephone's JPEG that holds a second picture behind the first is called MPO.
    pages, kind = getattr(image, "n_frames", 1), "JPEG" if image.format == "MPO" else str(image.format)
    if pages > 1 and kind in _PAGED:
        if pages > MOST_PAGES:
            raise KnownError(f"Bản quét “{name}” có hơn {MOST_PAGES} trang nên không nhận. Hãy tách thành nhiều tệp.")
        return Prepared(name, _PAGED[kind](image), taken_on)
    image.load()
    if (len(data) <= SMALL or not reduce) and _tells_nothing(image, data):
        return Prepared(name, data, taken_on)
    upright = _upright(image)
    if kind not in _KEPT:
        kind, name = "PNG", _with_ending(name, "png")
    if not reduce or (kind == "PNG" and len(data) <= SMALL):
        return Prepared(name, _encoded(upright, kind, _WHOLE), taken_on)
    return Prepared(_with_ending(name, "jpg"), _small(upright), taken_on)


def _tells_nothing(image: "Image", data: bytes) -> bool:
    """Tell whether a file is the picture alone: no details about it, and nothing hung on behind it."""
    if image.getexif() or not {str(key) for key in image.info} <= _HARMLESS:
        return False
    end = _ENDS.get(str(image.format))
    if end is None:
        return image.format == "WEBP" and len(data) == 8 + int.from_bytes(data[4:8], "little")
    return data.endswith(end) and data.count(_STARTS[0]) == (image.format == "JPEG")


def _pages_of_scan(image: "Image") -> bytes:
    """Return a scan of several pages as it is, page by page, without what the file tells beside them."""
    from PIL import ImageSequence, TiffImagePlugin

    out = BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(out, new=True) as pages:
        for page in ImageSequence.Iterator(image):
            if page.width * page.height > MOST_PIXELS:
                raise MemoryError
            bare = page.copy()
            bare.info.clear()
            if bare.mode == "1":
                bare.save(pages, "TIFF", compression="group4")
            else:
                bare.convert("RGB").save(pages, "TIFF", compression="jpeg", quality=_QUALITIES[0])
            pages.newFrame()
    return out.getvalue()


def _moving_picture(image: "Image") -> bytes:
    """Return a moving picture as it is, without what the file tells beside it."""
    out = BytesIO()
    image.save(out, "GIF", save_all=True, comment=b"")
    return out.getvalue()


_PAGED: Final = {"TIFF": _pages_of_scan, "GIF": _moving_picture}
_KEPT: Final = ("JPEG", "PNG", "WEBP")
"""The kinds that stay what they are; others become PNG or JPG."""


def _upright(image: "Image") -> "Image":
    """Return the bare picture, turned as the camera was held; transparent parts become white."""
    from PIL import Image as images
    from PIL import ImageOps

    turned = ImageOps.exif_transpose(image)
    if not turned.has_transparency_data:
        return turned.convert("RGB")
    clear = turned.convert("RGBA")
    ground = images.new("RGB", clear.size, "white")
    ground.paste(clear, mask=clear.getchannel("A"))
    return ground


def _small(image: "Image") -> bytes:
    """Return the picture as a JPEG of at most 400 KB, as large and as fine as that allows."""
    data = b""
    for edge in _EDGES:
        sized = image.copy()
        sized.thumbnail((edge, edge))
        for quality in _QUALITIES:
            data = _encoded(sized, "JPEG", quality)
            if len(data) <= SMALL:
                return data
    return data


def _encoded(image: "Image", kind: str, quality: int) -> bytes:
    out = BytesIO()
    bare = image.copy()
    bare.info.clear()
    bare.save(out, kind, quality=quality, optimize=True)
    return out.getvalue()


def _taken_on(image: "Image") -> date | None:
    """Return the day on which the camera says it took the picture, or None."""
    return next(_days(image), None)


def _days(image: "Image") -> Iterator[date]:
    details = image.getexif()
    for text in (details.get_ifd(_DETAILS).get(_TAKEN), details.get(_CHANGED)):
        try:
            yield date.fromisoformat(str(text)[:10].replace(":", "-"))
        except ValueError:
            continue


def _with_ending(name: str, ending: str) -> str:
    path = Path(name)
    return name if path.suffix.lower() in (f".{ending}", ".jpeg") else f"{path.stem}.{ending}"
