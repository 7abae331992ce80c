"""Damaged, dangerous and wrong files: each is refused in one sentence that says what to do."""

import hashlib
import io
import os
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import openpyxl
import pytest

from db.database import Database
from papi_desktop.domain.errors import Cancelled, KnownError
from papi_desktop.importers import file_kind
from papi_desktop.importers.plan_file import read_plan
from papi_desktop.paths import DataFolder
from papi_desktop.services.planning import bundled_plan, save
from tests.importers.annex import HEADINGS, TODAY, active, annex, document, saved, sheet

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
PART = "xl/worksheets/sheet1.xml"
MAIN = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + b"\0" * 600


def package(**parts: bytes | str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return target.getvalue()


def rewritten(content: bytes, part: str, new: bytes | str) -> bytes:
    """Return a package with one part exchanged."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for entry in old.infolist():
            file.writestr(entry.filename, new if entry.filename == part else old.read(entry))
    return target.getvalue()


def workbook() -> bytes:
    return saved(sheet(annex()))


def paper() -> bytes:
    return saved(document([HEADINGS, *annex()]))


def other_workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in (("STT", "Họ và tên", "Số tiền"), (1, "Lò Thị Mẩy", 500_000)):
        active(book).append(row)
    return saved(book)


def long_cell() -> bytes:
    content = paper()
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        xml = file.read("word/document.xml").decode()
    return rewritten(content, "word/document.xml", xml.replace("Sở Nội vụ<", "A" * 40_000 + "<"))


def locked_entries() -> bytes:
    """Return a package whose entries claim to be encrypted."""
    content = bytearray(workbook())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        position = content.find(mark)
        while position >= 0:
            content[position + offset] |= 1
            position = content.find(mark, position + 4)
    return bytes(content)


def entities() -> bytes:
    bomb = f'<!DOCTYPE x [<!ENTITY a "{"A" * 50_000}">]>{MAIN}<sheetData><row><c t="inlineStr"><is><t>'
    return rewritten(workbook(), PART, bomb + "&a;" * 20_000 + "</t></is></c></row></sheetData></worksheet>")


def nested_entities() -> bytes:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    xml = f'<!DOCTYPE x [<!ENTITY l0 "lol">{levels}]><w:document xmlns:w="w"><w:body>&l9;</w:body></w:document>'
    return rewritten(paper(), "word/document.xml", xml)


def many_rows() -> bytes:
    row = f'<row><c t="inlineStr"><is><t>{"A" * 2_000}</t></is></c></row>'
    return rewritten(workbook(), PART, f"{MAIN}<sheetData>{row * 60_000}</sheetData></worksheet>")


def far_cell() -> bytes:
    cell = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>A</t></is></c></row>'
    xml = f'{MAIN}<dimension ref="A1:XFD1048576"/><sheetData>{cell}</sheetData></worksheet>'
    return rewritten(workbook(), PART, xml)


def deep_xml() -> bytes:
    deep = "<w:sdt>" * 50_000 + "</w:sdt>" * 50_000
    return rewritten(paper(), "word/document.xml", f'<w:document xmlns:w="w"><w:body>{deep}</w:body></w:document>')


def many_entries() -> bytes:
    return package(**{f"part{n}.xml": "" for n in range(2_100)}, **{"xl/workbook.xml": ""})


def many_table_rows() -> bytes:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = "".join(f"<w:tr>{cell.format(n * 7919)}</w:tr>" for n in range(20_500))
    xml = f'<w:document xmlns:w="w"><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>'
    return rewritten(paper(), "word/document.xml", xml)


def half_document() -> bytes:
    with zipfile.ZipFile(io.BytesIO(paper())) as file:
        xml = file.read("word/document.xml")
    return xml[: len(xml) // 2]


def people() -> bytes:
    return saved(document([("STT", "Họ và tên", "Chức vụ"), ("1", "Lò Thị Mẩy", "Trưởng thôn")]))


def hidden_sheets() -> bytes:
    book = sheet(annex())
    active(book).sheet_state = "hidden"
    book.create_sheet("Trống")
    book.active = 1
    return saved(book)


def outside_entity() -> bytes:
    kind = '<!DOCTYPE x [<!ENTITY a SYSTEM "ten-may.txt">]>'
    xml = f'{kind}<w:document xmlns:w="w"><w:body>&a;</w:body></w:document>'
    return rewritten(paper(), "word/document.xml", xml)


STRANGE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "Tệp trống"),
    "old Word": (lambda: ole("WordDocument"), "Word đời cũ (.doc)"),
    "old Excel": (lambda: ole("Workbook"), "Excel đời cũ (.xls)"),
    "older Excel": (lambda: ole("Book"), "Excel đời cũ (.xls)"),
    "old PowerPoint": (lambda: ole("PowerPoint Document"), "PowerPoint"),
    "encrypted": (lambda: ole("EncryptedPackage"), "có mật khẩu"),
    "other OLE": (lambda: ole("Thumbs"), "không phải tệp Word hoặc Excel"),
    "pdf": (lambda: b"%PDF-1.7\n...", "tệp PDF"),
    "rtf": (lambda: b"{\\rtf1\\ansi}", "RTF"),
    "html": (lambda: b"\xef\xbb\xbf <!DOCTYPE html><table>", "trang web"),
    "mhtml": (lambda: b"MIME-Version: 1.0\nContent-Type: multipart", "trang web"),
    "xml of 2003": (lambda: b'<?xml version="1.0"?><Workbook/>', "XML đời cũ"),
    "plain text": (lambda: bytes("TT;Nhiệm vụ;Chủ trì", "utf-8"), "không phải tệp Word hoặc Excel"),
    "picture": (lambda: b"\xff\xd8\xff\xe0 JFIF", "tệp ảnh"),
    "png": (lambda: b"\x89PNG\r\n\x1a\n", "tệp ảnh"),
    "rar": (lambda: b"Rar!\x1a\x07\x00", "tệp nén"),
    "7z": (lambda: b"7z\xbc\xaf\x27\x1c", "tệp nén"),
    "zip of a document": (lambda: package(**{"ke-hoach.docx": paper()}), "tệp nén"),
    "binary workbook": (lambda: package(**{"xl/workbook.bin": b"", "[Content_Types].xml": ""}), ".xlsb"),
    "presentation": (lambda: package(**{"ppt/presentation.xml": "", "[Content_Types].xml": ""}), "PowerPoint"),
    "LibreOffice": (lambda: package(mimetype="application/vnd.oasis", **{"content.xml": ""}), "LibreOffice"),
    "zeros": (lambda: b"\0" * 5_000, "bị hỏng"),
    "noise": (lambda: bytes(range(128, 256)) * 40, "không phải tệp Word hoặc Excel"),
    "cut-off workbook": (lambda: workbook()[:3_000], "bị hỏng"),
    "cut-off document": (lambda: paper()[:-100], "bị hỏng"),
    "package with nothing in it": (lambda: package(**{"[Content_Types].xml": ""}), "bị hỏng"),
    "locked entries": (locked_entries, "có mật khẩu"),
    "a flipped byte": (lambda: flipped(workbook()), "Hãy mở tệp bằng Word hoặc Excel, lưu thành một tệp mới"),
    "a sheet that is no XML": (lambda: rewritten(workbook(), PART, "<<<"), "lưu thành một tệp mới"),
    "a document that is no XML": (lambda: rewritten(paper(), "word/document.xml", "xin chào"), "lưu thành một tệp mới"),
    "a workbook of another kind": (other_workbook, "Không tìm thấy bảng nhiệm vụ"),
    "an empty workbook": (lambda: saved(openpyxl.Workbook()), "Không tìm thấy bảng nhiệm vụ"),
    "an empty document": (lambda: saved(docx.Document()), "Không tìm thấy bảng nhiệm vụ"),
    "a header without tasks": (lambda: saved(sheet([])), "Không tìm thấy bảng nhiệm vụ"),
    "a cell that is too long": (long_cell, "dài hơn 32.767 chữ"),
    "entities": (entities, "lưu thành một tệp mới"),
    "nested entities": (nested_entities, "lưu thành một tệp mới"),
    "many rows": (many_rows, "lớn bất thường"),
    "a far cell": (far_cell, "Không tìm thấy bảng nhiệm vụ"),
    "deep XML": (deep_xml, "lưu thành một tệp mới"),
    "many entries": (many_entries, "lớn bất thường"),
    "many table rows": (many_table_rows, "hơn 20.000 dòng"),
    "a cut-off start": (lambda: workbook()[500:], "không phải tệp Word hoặc Excel"),
    "only the sign of a package": (lambda: b"PK\x03\x04", "bị hỏng"),
    "two files glued together": (lambda: paper()[:2_000] + workbook()[2_000:], "bị hỏng"),
    "a gzip": (lambda: b"\x1f\x8b\x08\x00" + bytes(100), "tệp nén"),
    "gif": (lambda: b"GIF89a" + bytes(100), "tệp ảnh"),
    "bmp": (lambda: b"BM" + bytes(100), "tệp ảnh"),
    "a web page called Excel": (lambda: b"<html xmlns:x='urn:schemas-microsoft-com:office:excel'>", "trang web"),
    "a table called Excel": (lambda: b"<table><tr><td>TT</td></tr></table>", "trang web"),
    "comma-separated values": ("\ufeffTT,Nhiệm vụ".encode, "không phải tệp Word hoặc Excel"),
    "text in UTF-16": (lambda: "TT\tNhiệm vụ\tChủ trì".encode("utf-16"), "không phải tệp Word hoặc Excel"),
    "a program": (lambda: b"MZ\x90\x00" + bytes(300), "không phải tệp Word hoặc Excel"),
    "a word and a workbook in one": (
        lambda: package(**{"word/document.xml": "<a/>", "xl/workbook.xml": "<a/>", "[Content_Types].xml": ""}),
        "bị hỏng",
    ),
    "a workbook without sheets": (
        lambda: rewritten(workbook(), "xl/workbook.xml", "<workbook/>"),
        "Không tìm thấy bảng",
    ),
    "a workbook that is no XML": (lambda: rewritten(workbook(), "xl/workbook.xml", "<<<"), "lưu thành một tệp mới"),
    "no list of parts": (lambda: rewritten(workbook(), "[Content_Types].xml", ""), "lưu thành một tệp mới"),
    "a document without a body": (lambda: rewritten(paper(), "word/document.xml", "<w/>"), "Không tìm thấy bảng"),
    "styles that are no XML": (lambda: rewritten(paper(), "word/styles.xml", "&"), "lưu thành một tệp mới"),
    "an empty document part": (lambda: rewritten(paper(), "word/document.xml", ""), "lưu thành một tệp mới"),
    "a document in half": (lambda: rewritten(paper(), "word/document.xml", half_document()), "lưu thành một tệp mới"),
    "only text": (lambda: saved(document(title=["Kế hoạch cải thiện Chỉ số PAPI"])), "Không tìm thấy bảng"),
    "a table without a header": (lambda: saved(document(annex())), "Không tìm thấy bảng"),
    "only a list of people": (people, "Không tìm thấy bảng"),
    "only hidden sheets": (hidden_sheets, "Không tìm thấy bảng"),
    "a header with empty rows": (lambda: saved(sheet([("",) * 5] * 30)), "Không tìm thấy bảng"),
    "an entity from outside": (outside_entity, "lưu thành một tệp mới"),
    "a swollen picture": (lambda: package(**{"xl/workbook.xml": "", "xl/media/a.bmp": bytes(9_000_000)}), "lớn bất"),
    "too large": (lambda: b"PK" + b"\0" * file_kind.MAX_FILE_BYTES, "lớn hơn 20 MB"),
}


def flipped(content: bytes) -> bytes:
    """Return a workbook with one byte of its sheet's packed content changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        start = file.getinfo(PART).header_offset + 30 + len(PART) + 40
    return content[:start] + bytes([content[start] ^ 0xFF]) + content[start + 1 :]


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Give a database that holds the annex."""
    database = Database(DataFolder(tmp_path_factory.mktemp("Dữ liệu")))
    database.open()
    with database.work() as work:
        save(work, bundled_plan())
    yield database
    database.close()


def content_hash(database: Database) -> str:
    """Return one hash over every row of every table."""
    found = hashlib.sha256()
    with database.engine.connect() as connection:
        tables = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name")
        for name, sql in tables.all():
            found.update(f"{name} {sql}".encode())
            for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"'):  # noqa: S608
                found.update(repr(tuple(row)).encode())
    return found.hexdigest()


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_file_is_refused_in_one_sentence_and_changes_nothing(
    name: str, planned: Database, tmp_path: Path
) -> None:
    build, expected = STRANGE[name]
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(build())
    before, started = content_hash(planned), time.monotonic()
    with pytest.raises(KnownError) as refusal, planned.work() as work:
        save(work, read_plan(path, TODAY))
    assert content_hash(planned) == before
    sentence = str(refusal.value)
    assert expected in sentence
    assert sentence.endswith(".")
    assert "Hãy" in sentence or "hãy" in sentence
    assert time.monotonic() - started < 15


def test_there_are_at_least_60_strange_files() -> None:
    assert len(STRANGE) >= 60


def with_parts(content: bytes, **parts: bytes) -> bytes:
    """Return a package with more parts in it."""
    target = io.BytesIO(content)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return target.getvalue()


LINK = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" TargetMode="External" '
    b'Target="so-lieu.xlsx"/></Relationships>'
)


@pytest.mark.parametrize(
    ("parts", "remark"),
    [
        ({"xl/vbaProject.bin": b"x"}, "Tệp có macro; macro không được chạy và không được nạp."),
        (
            {"xl/embeddings/oleObject1.bin": b"x"},
            "Tệp có đối tượng nhúng (OLE); đối tượng không được mở và không nạp.",
        ),
        (
            {"xl/activeX/activeX1.bin": b"x"},
            "Tệp có đối tượng nhúng (OLE); đối tượng không được mở và không nạp.",
        ),
        (
            {"xl/externalLinks/_rels/externalLink1.xml.rels": LINK % b"externalLinkPath"},
            "Tệp có liên kết lấy nội dung từ tệp khác hoặc từ mạng; liên kết không được mở.",
        ),
        (
            {"xl/media/_rels/picture.xml.rels": LINK % b"image"},
            "Tệp có liên kết lấy nội dung từ tệp khác hoặc từ mạng; liên kết không được mở.",
        ),
    ],
)
def test_what_is_never_opened_is_reported(parts: dict[str, bytes], remark: str, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.xlsm"
    path.write_bytes(with_parts(workbook(), **parts))
    proposal = read_plan(path, TODAY)
    assert len(proposal.tasks) == 39
    assert remark in proposal.remarks


def test_a_link_to_click_is_nothing_to_report(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.xlsx"
    path.write_bytes(with_parts(workbook(), **{"xl/worksheets/_rels/sheet9.xml.rels": LINK % b"hyperlink"}))
    assert not any("liên kết" in remark for remark in read_plan(path, TODAY).remarks)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Không tìm thấy tệp"):
        read_plan(tmp_path / "khong-co.docx", TODAY)


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="là một thư mục"):
        read_plan(tmp_path, TODAY)


def test_the_temporary_file_of_an_open_document_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="tệp tạm"):
        read_plan(tmp_path / "~$ke-hoach.docx", TODAY)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="everything may be read here")
def test_a_file_that_may_not_be_opened_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(paper())
    path.chmod(0)
    with pytest.raises(KnownError, match="Không mở được tệp"):
        read_plan(path, TODAY)


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.xlsx"
    path.write_bytes(workbook())
    with pytest.raises(Cancelled):
        read_plan(path, TODAY, cancelled=lambda: True)


def test_a_kind_is_told_by_content_and_not_by_the_ending(tmp_path: Path) -> None:
    for name, content in (("ke-hoach.xlsx", paper()), ("ke-hoach.docx", workbook()), ("ke-hoach", workbook())):
        path = tmp_path / name
        path.write_bytes(content)
        assert len(read_plan(path, TODAY).tasks) == 39


def test_a_large_honest_workbook_is_read_in_time(tmp_path: Path) -> None:
    rows = [
        [f"{n % 8 + 1}.{n}", f"Nhiệm vụ thứ {n}", "UBND cấp xã", "Sở Nội vụ", "Thường xuyên"] for n in range(19_000)
    ]
    path = tmp_path / "ke-hoach.xlsx"
    path.write_bytes(saved(sheet(rows)))
    started = time.monotonic()
    assert len(read_plan(path, TODAY).tasks) == 19_000
    assert time.monotonic() - started < 20
