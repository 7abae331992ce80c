"""A printed paper and its workbook, made together and written together, under a name that every disk takes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from papi_desktop.domain.commune import Commune
from papi_desktop.domain.documents import Letter, Workbook
from papi_desktop.domain.text import fold
from papi_desktop.services.stages import Progress, Stage, never, silent

SAMPLE_MARK = "DỮ LIỆU MẪU"


@dataclass(frozen=True)
class Papers:
    """One paper to print, the same figures as a workbook, and the name of both files without ending."""

    stem: str
    letter: Letter
    workbook: Workbook


def papers_stem(kind: str, code: str, commune: Commune) -> str:
    """Return a file name without ending: "PhieuThang_2022-07_XaAnBinh"."""
    words = "".join(letter if letter.isalnum() else " " for letter in fold(commune.full_name)).split()
    return f"{kind}_{code}_{''.join(word.capitalize() for word in words if word.isascii())}"[:100]


def issuer(commune: Commune) -> tuple[str, ...]:
    """Return the lines of the issuing body at the head of a paper."""
    return "ỦY BAN NHÂN DÂN", commune.full_name.upper()


def sample_mark(commune: Commune) -> str:
    """Return what is printed across papers made from sample data, or nothing."""
    return SAMPLE_MARK if commune.is_sample else ""


def write_papers(
    papers: Papers, folder: Path, progress: Progress = silent, cancelled: Callable[[], bool] = never
) -> list[Path]:
    """Write the PDF and the workbook, both or neither, and return them. Raises KnownError or Cancelled."""
    from papi_desktop.exporters.pdf import letter_pdf
    from papi_desktop.exporters.xlsx import workbook_xlsx
    from papi_desktop.files import safe_write_all

    rendered = {
        f"{papers.stem}.pdf": letter_pdf(papers.letter, Stage(0, 3, progress, cancelled)),
        f"{papers.stem}.xlsx": workbook_xlsx(papers.workbook, Stage(1, 3, progress, cancelled)),
    }
    safe_write_all(folder, rendered, Stage(2, 3, progress, cancelled), cancelled)
    progress(100, 100)
    return [folder / name for name in rendered]
