"""Tables are made and changed whole or not at all, and a file of another program or version is left alone."""

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest
from alembic import op

import db.migrations
import db.upgrade
from db.connection import APPLICATION_ID, connect, setting
from db.database import Database
from db.draft import differences
from db.schema import sort_text
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.households import public_name
from papi_desktop.domain.text import name_sort_key
from papi_desktop.keys import database_key
from papi_desktop.paths import DataFolder
from tests.db.values import saved_tree

GOLDEN = sorted((Path(__file__).parents[1] / "databases").iterdir())


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Add a migration to the list; what it does is set by the test."""
    module = ModuleType("db.migrations.v9999_trial")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(db.upgrade, "VERSIONS", (*db.migrations.VERSIONS, "v9999_trial"))
    return module


def fill(folder: DataFolder) -> dict[str, int]:
    """Make a database with something in it."""
    database = Database(folder)
    database.open()
    with database.work() as work:
        ids = saved_tree(work)
    database.close()
    return ids


def pragma(folder: DataFolder, statement: str) -> object:
    """Run one PRAGMA on the file."""
    with closing(connect(folder.database, database_key(folder))) as connection:
        return setting(connection, statement)


def add_a_column() -> None:
    op.execute("ALTER TABLE village ADD COLUMN remark TEXT")


def test_the_tables_in_the_code_are_those_that_the_migrations_make(database: Database) -> None:
    with database.engine.connect() as connection:
        assert differences(connection).as_diffs() == []


def test_a_new_file_carries_the_name_and_the_version_of_its_tables(database: Database, folder: DataFolder) -> None:
    assert pragma(folder, "application_id") == APPLICATION_ID
    assert pragma(folder, "user_version") == len(db.migrations.VERSIONS)


def test_a_folder_has_a_database_only_after_the_first_run(folder: DataFolder) -> None:
    assert not Database(folder).exists()
    fill(folder)
    assert Database(folder).exists()


def test_an_empty_file_left_by_a_broken_first_run_is_filled(folder: DataFolder) -> None:
    folder.database.touch()
    assert fill(folder)["tasks"] == 1


def test_starts_at_the_same_moment_share_one_database(tmp_path: Path) -> None:
    for number in range(5):
        databases = [Database(DataFolder(tmp_path / str(number))) for _ in range(3)]
        with ThreadPoolExecutor(3) as starts:
            list(starts.map(Database.open, databases))
        with databases[0].work() as work:
            saved_tree(work)
        with databases[2].work() as work:
            assert len(work.tasks.all()) == 1
        for database in databases:
            database.close()


def test_opening_an_up_to_date_file_does_not_load_alembic(folder: DataFolder, tmp_path: Path) -> None:
    fill(folder)
    code = (
        "import sys; from pathlib import Path; from db.database import Database; "
        "from papi_desktop.paths import DataFolder; "
        "Database(DataFolder(Path(sys.argv[1]))).open(); sys.exit('alembic' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code, str(folder.root)], cwd=root, check=False).returncode == 0


def test_a_file_of_a_newer_version_is_refused_and_left_as_it_was(folder: DataFolder) -> None:
    fill(folder)
    pragma(folder, f"user_version={len(db.migrations.VERSIONS) + 1}")
    before = folder.database.read_bytes()
    with pytest.raises(KnownError, match="phiên bản mới hơn"):
        Database(folder).open()
    assert folder.database.read_bytes() == before


def test_a_file_of_another_program_is_refused_and_left_as_it_was(folder: DataFolder) -> None:
    with closing(connect(folder.database, database_key(folder))) as connection:
        connection.execute("CREATE TABLE foreign_table(a)")
    before = folder.database.read_bytes()
    with pytest.raises(KnownError, match="của một chương trình khác"):
        Database(folder).open()
    assert folder.database.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(folder: DataFolder) -> None:
    database_key(folder)
    folder.database.write_bytes("Không phải dữ liệu. ".encode() * 500)
    before = folder.database.read_bytes()
    with pytest.raises(KnownError, match="bị hỏng, hoặc không phải của chương trình này"):
        Database(folder).open()
    assert folder.database.read_bytes() == before


def test_an_upgrade_keeps_the_data_and_a_verified_copy_of_the_old_file(
    folder: DataFolder, next_version: ModuleType
) -> None:
    ids = fill_at_version_1(folder)
    next_version.upgrade = add_a_column  # type: ignore[attr-defined]
    database = Database(folder)
    database.open()
    with database.work() as work:
        assert work.tasks.get(ids["tasks"]).id == ids["tasks"]
    database.close()
    assert pragma(folder, "user_version") == len(db.migrations.VERSIONS) + 1
    (kept,) = folder.backups.iterdir()
    with closing(connect(kept, database_key(folder))) as connection:
        assert setting(connection, "user_version") == len(db.migrations.VERSIONS)
        assert connection.execute("SELECT count(*) FROM task").fetchone() == (1,)


def fill_at_version_1(folder: DataFolder) -> dict[str, int]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(db.upgrade, "VERSIONS", db.migrations.VERSIONS)
        return fill(folder)


def test_an_upgrade_that_fails_leaves_the_old_version(folder: DataFolder, next_version: ModuleType) -> None:
    fill_at_version_1(folder)

    def half() -> None:
        add_a_column()
        op.execute("INSERT INTO figure SELECT 99, 99, 1, '', NULL, ''")

    next_version.upgrade = half  # type: ignore[attr-defined]
    with pytest.raises(KnownError, match="khôi phục"):
        Database(folder).open()
    assert pragma(folder, "user_version") == len(db.migrations.VERSIONS)
    with closing(connect(folder.database, database_key(folder))) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(village)")]
    assert "remark" not in columns


def test_a_table_can_be_rebuilt_although_others_point_at_it(folder: DataFolder, next_version: ModuleType) -> None:
    ids = fill_at_version_1(folder)

    def rebuild() -> None:
        with op.batch_alter_table("task", recreate="always") as batch:
            batch.drop_column("note")

    next_version.upgrade = rebuild  # type: ignore[attr-defined]
    database = Database(folder)
    database.open()
    with database.work() as work:
        assert work.progress.get(ids["progress"]).task_id == ids["tasks"]
    database.close()


def test_a_database_of_every_version_is_kept() -> None:
    assert [path.name for path in GOLDEN] == [f"v{number}" for number, _ in enumerate(db.migrations.VERSIONS, 1)]


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.name)
def test_a_database_of_each_released_version_opens_with_all_it_held(golden: Path, folder: DataFolder) -> None:
    for file in golden.iterdir():
        shutil.copy(file, folder.root)
    database = Database(folder)
    database.open()
    with database.work() as work:
        assert [each.text for each in work.tasks.all()] == ["Rà soát hộ nghèo, hộ cận nghèo"]
        assert [len(each.figures) for each in work.progress.all()] == [2]
        assert [each.place_ids for each in work.publications.all()] == [(1,)]
        assert len(work.postings.all()) == len(work.opinions.all()) == len(work.attachments.all()) == 1
        assert len(work.search.find("ho ngheo")) == 2
        assert [(len(each.texts), len(each.figures), len(each.files)) for each in work.reports.all()] == [(1, 1, 1)]
        assert len(work.villages.all()) == len(work.officers.all()) == 1
        assert work.commune.get() is not None
    with database.engine.connect() as connection:
        assert differences(connection).as_diffs() == []
    database.close()


@pytest.mark.parametrize("kept", GOLDEN, ids=lambda path: path.name)
def test_names_of_every_kept_version_are_stored_with_the_sort_key_of_today(kept: Path, tmp_path: Path) -> None:
    database = Database(DataFolder(Path(shutil.copytree(kept, tmp_path / "Dữ liệu"))))
    database.open()
    with database.engine.connect() as connection:
        for text, stored in connection.exec_driver_sql("SELECT name, name_order FROM officer"):
            assert stored == sort_text(name_sort_key(text))
        for head, ethnicity, stored in connection.exec_driver_sql("SELECT head, ethnicity, head_order FROM household"):
            assert stored == sort_text(name_sort_key(public_name(head, ethnicity)))
    database.close()


def test_a_household_with_a_remark_after_its_name_is_listed_by_the_name_after_an_upgrade(tmp_path: Path) -> None:
    folder = DataFolder(Path(shutil.copytree(GOLDEN[0].with_name("v6"), tmp_path / "Dữ liệu")))
    with closing(connect(folder.database, database_key(folder))) as connection, connection:
        head = "Vàng Seo Lử (dân tộc Mông)"
        connection.execute("UPDATE household SET head = ?, head_order = ?", (head, sort_text(name_sort_key(head))))
    database = Database(folder)
    database.open()
    with database.engine.connect() as connection:
        stored = connection.exec_driver_sql("SELECT head_order FROM household").scalar_one()
    assert stored == sort_text(name_sort_key("Vàng Seo Lử"))
    database.close()
