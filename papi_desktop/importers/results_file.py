"""Reads published PAPI results from an Excel or Word file as proposals for a person to check; it never writes."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Final

from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.scores import CONTENTS, Group, YearScore, checks, read_group, read_score
from papi_desktop.domain.text import fold, nfc
from papi_desktop.importers.excel_tables import read_workbook
from papi_desktop.importers.file_kind import FileKind, identify
from papi_desktop.importers.isolation import run_apart
from papi_desktop.importers.plan_file import content_of
from papi_desktop.importers.results_table import Figure, Key, ResultRow, result_rows
from papi_desktop.importers.word_tables import read_document

NO_TABLE: Final = (
    "Không tìm thấy bảng kết quả PAPI trong tệp. Bảng cần có dòng tiêu đề với năm hoặc tên tỉnh và tổng điểm hoặc "
    "điểm các nội dung; hãy kiểm tra lại tệp rồi nạp lại."
)
_RANK: Final = re.compile(r"^(?:hạng |thứ )?(\d{1,3})(?:\s*/\s*(\d{1,3}))?\b")


@dataclass(frozen=True)
class ScoreProposal:
    """One year's result as it was understood, with what a person should look at, one sentence each."""

    score: YearScore
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class ResultsProposal:
    """The results found in a file for one province, oldest year first, and remarks on what was passed over."""

    source_name: str
    rows: tuple[ScoreProposal, ...]
    remarks: tuple[str, ...] = ()


def read_results(path: Path, province: str, cancelled: Callable[[], bool] = lambda: False) -> ResultsProposal:
    """Read the results of `province` from a file. Raises KnownError with what to do, or Cancelled."""
    try:
        content = content_of(path)
        identify(content)
        return run_apart(partial(_read, province=province, name=nfc(path.name)), content, cancelled)
    except KnownError as refusal:
        raise KnownError(str(refusal).replace("bảng nhiệm vụ", "bảng kết quả PAPI")) from None


def _read(content: bytes, province: str, name: str) -> ResultsProposal:
    document = read_document(content) if identify(content) is FileKind.WORD else read_workbook(content)
    found = result_rows(document)
    if not found:
        raise KnownError(NO_TABLE)
    ours = [row for row in found if not row.province or _is_ours(row.province, province)]
    if not ours:
        raise KnownError(f"Bảng kết quả trong tệp không có {province}. Hãy kiểm tra lại tệp, hoặc tên tỉnh ở Cài đặt.")
    dated = {row.year: row for row in reversed(ours) if row.year}
    if not dated:
        raise KnownError("Bảng kết quả trong tệp không ghi năm. Hãy thêm cột năm hoặc ghi năm ở tên bảng rồi nạp lại.")
    rows = tuple(_proposal(dated[year], province, name) for year in sorted(dated))
    return ResultsProposal(name, rows, (*document.remarks, *_remarks(ours)))


def _is_ours(text: str, province: str) -> bool:
    names = (re.sub(r"^(?:tinh|thanh pho|tp\.?)\s+", "", fold(name)) for name in (text, province))
    return len(set(names)) == 1


def _remarks(rows: list[ResultRow]) -> Iterator[str]:
    undated = sum(not row.year for row in rows)
    if undated:
        yield f"Có {undated} dòng không ghi năm nên không đọc."
    years = [row.year for row in rows if row.year]
    for year in sorted({year for year in years if years.count(year) > 1}):
        yield f"Năm {year} có nhiều dòng; chỉ lấy dòng đầu tiên."


def _proposal(row: ResultRow, province: str, name: str) -> ScoreProposal:
    doubts: list[str] = []
    contents = range(1, CONTENTS + 1)
    rank, of = _rank(row.texts.get(Figure.RANK, ""), doubts)
    score = YearScore(
        province,
        int(row.year),
        _points(row, Figure.TOTAL, doubts),
        tuple(_points(row, number, doubts) for number in contents),
        _group(row, Figure.GROUP, doubts),
        tuple(_group(row, (Figure.GROUP, number), doubts) for number in contents),
        rank,
        of,
        basis=name,
    )
    return ScoreProposal(score, (*doubts, *checks(score)))


def _points(row: ResultRow, key: Key, doubts: list[str]) -> Decimal | None:
    try:
        return read_score(_number(row.texts.get(key, "")))
    except KnownError as error:
        doubts.append(f"Năm {row.year}: {error}")
        return None


def _number(text: str) -> str:
    """Return a score's text without what stands for none, and without the useless places of a computed number."""
    bare = text.strip(" -–*.")
    whole, sign, places = bare.replace(",", ".").partition(".")
    return f"{whole}.{places[:4]}" if sign and places.isdigit() else bare


def _group(row: ResultRow, key: Key, doubts: list[str]) -> Group | None:
    try:
        return read_group(row.texts.get(key, "").strip(" -–"))
    except KnownError as error:
        doubts.append(f"Năm {row.year}: {error}")
        return None


def _rank(text: str, doubts: list[str]) -> tuple[int | None, int | None]:
    bare = text.strip(" -–")
    match = _RANK.match(bare.lower())
    if bare and not match:
        doubts.append(f"Không hiểu thứ hạng “{bare}”. Hãy nhập dạng 49/60.")
    return (int(match[1]), int(match[2]) if match[2] else None) if match else (None, None)
