"""Pages of a PDF as pictures, for the preview."""

from dataclasses import dataclass
from threading import Lock
from typing import Any

_one_at_a_time = Lock()
"""The library that draws the pages may not be used by two threads at once."""


@dataclass(frozen=True)
class PageImage:
    """One page as rows of red, green and blue bytes; `stride` is the length of a row in bytes."""

    width: int
    height: int
    stride: int
    rgb: bytes

    def png(self) -> bytes:
        """Return the picture as a PNG file."""
        from io import BytesIO

        from PIL import Image

        out = BytesIO()
        Image.frombytes("RGB", (self.width, self.height), self.rgb, "raw", "RGB", self.stride).save(out, "PNG")
        return out.getvalue()


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    from pypdfium2 import PdfDocument

    with _one_at_a_time, PdfDocument(pdf) as document:
        return len(document)


def page_image(pdf: bytes, index: int, dpi: float = 96) -> PageImage:
    """Return one page, counted from 0, at `dpi` dots an inch."""
    from pypdfium2 import PdfDocument

    with _one_at_a_time, PdfDocument(pdf) as document:
        return _image(document[index], dpi)


def page_images(pdf: bytes, dpi: float = 96) -> list[PageImage]:
    """Return all pages at `dpi` dots an inch."""
    return [page_image(pdf, index, dpi) for index in range(page_count(pdf))]


def _image(page: Any, dpi: float) -> PageImage:
    bitmap = page.render(scale=dpi / 72, rev_byteorder=True)
    return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
