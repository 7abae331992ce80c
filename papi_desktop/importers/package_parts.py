"""Names what a Word or Excel file carries beside its text and is never opened: macros, objects, links to outside."""

import re
import zipfile
from io import BytesIO
from typing import Final

_MACROS: Final = re.compile(r"vbaproject|vbadata|macrosheets/", re.IGNORECASE)
_OBJECTS: Final = re.compile(r"/(?:embeddings|activex)/", re.IGNORECASE)
_LINKED_WORKBOOKS: Final = re.compile(r"/externallinks/", re.IGNORECASE)
_OUTSIDE: Final = re.compile(
    rb"<(?:\w+:)?Relationship\b[^>]*\bTargetMode\s*=\s*[\"']External[\"'][^>]*>", re.IGNORECASE
)
_HARMLESS: Final = re.compile(rb"/(?:hyperlink|attachedTemplate)[\"']", re.IGNORECASE)
"""A link to click, and the name of the template a document was made from; many documents have them."""
_LONGEST_RELATIONS: Final = 1024 * 1024


def passed_over(content: bytes) -> tuple[str, ...]:
    """Return a remark for each kind of thing that is ignored, in sentences."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        names = package.namelist()
        remarks = (
            (any(map(_MACROS.search, names)), "Tệp có macro; macro không được chạy và không được nạp."),
            (any(map(_OBJECTS.search, names)), "Tệp có đối tượng nhúng (OLE); đối tượng không được mở và không nạp."),
            (
                any(map(_LINKED_WORKBOOKS.search, names)) or _links_outside(package),
                "Tệp có liên kết lấy nội dung từ tệp khác hoặc từ mạng; liên kết không được mở.",
            ),
        )
    return tuple(sentence for is_there, sentence in remarks if is_there)


def _links_outside(package: zipfile.ZipFile) -> bool:
    relations = [
        package.read(entry)
        for entry in package.infolist()
        if entry.filename.endswith(".rels") and entry.file_size <= _LONGEST_RELATIONS
    ]
    return any(not _HARMLESS.search(link) for part in relations for link in _OUTSIDE.findall(part))
