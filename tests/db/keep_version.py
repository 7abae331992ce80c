"""Keeps a small database of the present version for ever: `PYTHONPATH=. python tests/db/keep_version.py`."""

from pathlib import Path

from db.database import Database
from db.migrations import VERSIONS
from papi_desktop.domain.commune import Commune, Officer, Unit, Village
from papi_desktop.domain.reports import ExportedFile, Report
from papi_desktop.paths import DataFolder
from tests.db.values import saved_tree

COMMUNE = Commune(
    Unit.COMMUNE, "Bản Lếch", "Lào Cai", "Giàng Seo Chứ", "UBND huyện Bắc Hà (qua Phòng Nội vụ)", "Bắc Hà"
)
REPORT = Report(
    "2022-Q1", texts=(("I", "Kết quả"),), figures=(("tasks", "1"),), files=(ExportedFile("a.pdf", "ef" * 32),)
)


def keep(root: Path) -> None:
    """Make the folder of the present version, which must not exist."""
    folder = DataFolder(root / f"v{len(VERSIONS)}")
    folder.root.mkdir()
    database = Database(folder, who="Vàng Thị Mai")
    database.open()
    with database.work() as work:
        work.commune.put(COMMUNE)
        work.villages.put(Village("Nậm Lúc"))
        work.officers.put(Officer("Lý A Páo"))
        saved_tree(work)
        work.reports.put(REPORT)
    database.close()
    folder.database.with_name("papi.db-journal").unlink(missing_ok=True)


if __name__ == "__main__":
    keep(Path(__file__).parents[1] / "databases")
