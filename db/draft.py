"""For developers: how the tables in the code differ from what the migrations make; `python -m db.draft` prints it."""

import sys
import tempfile
from pathlib import Path

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.operations.ops import UpgradeOps
from sqlalchemy import Connection

from db.database import Database
from db.schema import Base
from papi_desktop.paths import DataFolder


def differences(connection: Connection) -> UpgradeOps:
    """Return the operations that lead from the tables behind `connection` to those in the code."""
    options = {"include_name": _is_ours, "compare_type": True, "render_as_batch": True}
    found = produce_migrations(MigrationContext.configure(connection, opts=options), Base.metadata).upgrade_ops
    assert found is not None
    return found


def draft() -> str:
    """Return the next migration as Alembic would write it, to be read and edited."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(DataFolder(Path(folder)))
        database.open()
        try:
            with database.engine.connect() as connection:
                return render_python_code(differences(connection), render_as_batch=True)
        finally:
            database.close()


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return not (kind == "table" and (name or "").partition("_")[0] == "search")


if __name__ == "__main__":
    sys.stdout.write(draft() + "\n")
