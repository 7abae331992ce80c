"""Finds its way in the XML of a Word document: elements behind wrappers, text as read, the font of each run."""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Final

from papi_desktop.importers.legacy_text import to_unicode

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_STYLES: Final = "word/styles.xml"
_LEFT_OUT: Final = {"del", "moveFrom", "Fallback", "instrText", "delText", "txbxContent", "pPr", "rPr"}
"""What is not part of the text as one reads it: struck out, told twice, fields' codes, floating boxes."""
_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_STORIES: Final = {"p", "tbl", "tr", "tc"}


def tag(element: "Element") -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def within(element: "Element", *tags: str) -> Iterator["Element"]:
    """Return the nearest elements of these kinds, however many wrappers (content controls, changes) are around them."""
    for child in element:
        name = tag(child)
        if name in tags:
            yield child
        elif name not in _LEFT_OUT and name not in _STORIES:
            yield from within(child, *tags)


def child_of(element: "Element", *path: str) -> "Element | None":
    """Return the first element at the end of a path of names."""
    found: Element | None = element
    for name in path:
        found = next((child for child in found if tag(child) == name), None) if found is not None else None
    return found


def value_of(element: "Element | None", name: str = "val") -> str:
    """Return one attribute, or nothing."""
    attributes = element.attrib.items() if element is not None else ()
    return next((value for key, value in attributes if key.rpartition("}")[2] == name), "")


@dataclass(frozen=True)
class Fonts:
    """The font of each style, and of text that names neither; old fonts hide letters behind other codes."""

    default: str = ""
    styles: Mapping[str, str] = field(default_factory=dict)

    def text_of(self, paragraph: "Element") -> str:
        """Return a paragraph's text, what is set in the old TCVN3 and VNI fonts as Unicode."""
        style = value_of(child_of(paragraph, "pPr", "pStyle"))
        pieces = groupby(self._pieces(paragraph, self.styles.get(style) or self.default), lambda piece: piece[0])
        return "".join(to_unicode("".join(text for _font, text in run), font) for font, run in pieces)

    def _pieces(self, element: "Element", font: str) -> Iterator[tuple[str, str]]:
        for child in element:
            name = tag(child)
            if name == "t":
                yield font, child.text or ""
            elif name in _SIGNS:
                yield font, _SIGNS[name]
            elif name not in _LEFT_OUT:
                yield from self._pieces(child, self._font_of(child) or font)

    def _font_of(self, run: "Element") -> str:
        properties = child_of(run, "rPr")
        if properties is None:
            return ""
        return _named_font(properties) or self.styles.get(value_of(child_of(properties, "rStyle")), "")


def read_fonts(package: zipfile.ZipFile) -> Fonts:
    """Return the fonts of a document's styles."""
    from defusedxml.ElementTree import fromstring

    if _STYLES not in package.namelist():
        return Fonts()
    root = fromstring(package.read(_STYLES))
    styles = list(within(root, "style"))
    fonts = {value_of(style, "styleId"): _named_font(child_of(style, "rPr")) for style in styles}
    normal = next((style for style in styles if _is_normal(style)), None)
    default = _named_font(child_of(root, "docDefaults", "rPrDefault", "rPr"))
    return Fonts(fonts.get(value_of(normal, "styleId")) or default, fonts)


def _is_normal(style: "Element") -> bool:
    return value_of(style, "type") == "paragraph" and value_of(style, "default") in ("1", "true")


def _named_font(properties: "Element | None") -> str:
    fonts = child_of(properties, "rFonts") if properties is not None else None
    return value_of(fonts, "ascii") or value_of(fonts, "hAnsi")
