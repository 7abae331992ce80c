"""Reading exported files back: words with their places, letters with their fonts, rules, and LibreOffice's view."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2

from papi_desktop.catalog import resource

MM = 72 / 25.4
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<match target="pattern"><test name="family"><string>Times New Roman</string></test>
<edit name="family" mode="assign" binding="same"><string>Tinos</string></edit></match></fontconfig>"""


@dataclass(frozen=True)
class Word:
    """One word on a page; distances in pt from the left and the top."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class PageWords:
    """A page's size and its words."""

    width: float
    height: float
    words: list[Word]

    def line(self, *texts: str) -> list[Word]:
        """Return the words of the first run of `texts` on the page."""
        for start in range(len(self.words) - len(texts) + 1):
            run = self.words[start : start + len(texts)]
            if [word.text for word in run] == list(texts):
                return run
        raise AssertionError(f"{texts} is not on the page: {' '.join(word.text for word in self.words)[:400]}")


def text(pdf: bytes, *options: str) -> str:
    """Return what pdftotext reads."""
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def flat(pdf: bytes) -> str:
    """Return what pdftotext reads, on one line."""
    return " ".join(text(pdf).split())


def page_texts(pdf: bytes) -> list[str]:
    """Return what pdftotext reads, page by page."""
    return text(pdf, "-layout").split("\f")[:-1]


def pages(pdf: bytes) -> list[PageWords]:
    """Return the words of every page with their places."""
    found = []
    for page in text(pdf, "-bbox").split("<page ")[1:]:
        width, height = (float(number) for number in re.findall(r'(?:width|height)="([\d.]+)"', page)[:2])
        words = re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page)
        found.append(PageWords(width, height, [_word(*parts) for parts in words]))
    return found


def fonts(pdf: bytes, page: int = 0) -> dict[str, tuple[str, float]]:
    """Return the font's name and size in pt of every piece of text on a page."""
    found: dict[str, tuple[str, float]] = {}

    def visit(piece: str, _matrix: object, _text_matrix: object, font: dict[str, str] | None, size: float) -> None:
        if piece.strip() and font:
            found[piece.strip()] = (font["/BaseFont"].partition("+")[2], size)

    pypdf.PdfReader(BytesIO(pdf)).pages[page].extract_text(visitor_text=visit)
    return found


def rules(pdf: bytes, page: int = 0) -> list[tuple[float, float, float]]:
    """Return the horizontal rules of a page: left, right, and distance from the top."""
    with pypdfium2.PdfDocument(pdf) as document:
        height = document[page].get_height()
        boxes = [item.get_bounds() for item in document[page].get_objects() if item.type == 2]
    return [(left, right, height - (top + bottom) / 2) for left, bottom, right, top in boxes if top - bottom < 3]


def libre_office(source: Path, folder: Path) -> bytes:
    """Return the PDF that LibreOffice makes of a file, with the bundled type in the place of Times New Roman."""
    (folder / "fonts.conf").write_text(FONTS.format(fonts=resource("fonts"), cache=folder / "cache"), encoding="utf-8")
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing; dev.py test installs it"
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    environment = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    subprocess.run([*command, "--outdir", str(folder), str(source)], env=environment, check=True, capture_output=True)
    return (folder / source.name).with_suffix(".pdf").read_bytes()


def _word(left: str, top: str, right: str, bottom: str, content: str) -> Word:
    return Word(unescape(content), float(left), float(top), float(right), float(bottom))
