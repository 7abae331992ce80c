"""The engine itself writes nothing anywhere: its messages name pages and paths of private data."""

import os
import subprocess
import sys
from pathlib import Path

_OPEN_WITH_WRONG_KEY = """
import sys
from pathlib import Path
from db.connection import connect
try:
    connection = connect(Path(sys.argv[1]), "00" * 32)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
except Exception as error:
    print(type(error).__name__)
"""


def test_a_wrong_key_leaves_no_log_file_and_no_line_on_the_error_stream(tmp_path: Path) -> None:
    database, here = tmp_path / "papi.db", tmp_path / "here"
    here.mkdir()
    database.write_bytes(os.urandom(8192))
    root = Path(__file__).resolve().parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", _OPEN_WITH_WRONG_KEY, str(database)],
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (ran.stdout.strip(), ran.stderr) == ("DatabaseError", "")
    assert list(here.iterdir()) == []
