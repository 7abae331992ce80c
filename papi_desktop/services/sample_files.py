"""Small evidence files for the sample data: a picture or a page that opens, with nobody's data in it."""

import hashlib
import struct
import zlib

_WIDTH, _HEIGHT = 160, 120


def made_up_file(name: str) -> bytes:
    """Return a small file of the kind that `name` ends in, different for each name."""
    return _page(name) if name.endswith(".pdf") else _picture(name)


def _picture(name: str) -> bytes:
    """Return a PNG of a notice board: a wall, a board and sheets of paper, in colours that the name decides."""
    seed = hashlib.sha256(name.encode("utf-8")).digest()
    wall, board = (200, 190 + seed[0] % 40, 170), (90 + seed[1] % 60, 60, 40)
    lines = b"".join(
        b"\x00" + b"".join(_colour(x, y, seed, wall, board) for x in range(_WIDTH)) for y in range(_HEIGHT)
    )
    header = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(lines, 9)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _colour(x: int, y: int, seed: bytes, wall: tuple[int, int, int], board: tuple[int, int, int]) -> bytes:
    if not (15 <= x < _WIDTH - 15 and 15 <= y < _HEIGHT - 25):
        return bytes(wall)
    column, row = (x - 20) // 32, (y - 20) // 38
    is_sheet = (x - 20) % 32 < 26 and (y - 20) % 38 < 32 and x >= 20 and y >= 20
    if not is_sheet or seed[2 + column * 2 + row] % 4 == 0:
        return bytes(board)
    is_text = (y - 20) % 38 % 4 == 2 and 3 < (x - 20) % 32 < 22
    return b"\x60\x60\x60" if is_text else b"\xfa\xfa\xf5"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _page(name: str) -> bytes:
    """Return a PDF of one page that says it is a sample, with the name's mark so that each file differs."""
    mark = hashlib.sha256(name.encode("utf-8")).hexdigest()[:12]
    text = f"BT /F1 18 Tf 90 760 Td (TAI LIEU MAU) Tj 0 -30 Td /F1 11 Tf (Ma: {mark}) Tj ET".encode("ascii")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        table,
        size,
        len(out),
    )
