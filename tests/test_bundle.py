"""The bundle for users, built from build.spec: it does the whole job without Python beside it."""

import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from PyInstaller.archive.readers import CArchiveReader

from papi_desktop.catalog import rows

ROOT = Path(__file__).parents[1]
HEADINGS = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành")
PROFILE = """
unit = "xã"
name = "Nậm Thử"
district = "Bảo Yên"
province = "Lào Cai"
chairman = "Nguyễn Văn Thử"
recipient = "UBND huyện Bảo Yên (qua Phòng Nội vụ)"
villages = ["Thôn Một", "Thôn Hai"]
"""

pytestmark = [pytest.mark.timeout(900), pytest.mark.skipif(os.name == "nt", reason="strip and objdump are Linux's")]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the bundle and return its program."""
    folder = tmp_path_factory.mktemp("bundle")
    options = ["--noconfirm", "--log-level=ERROR", f"--distpath={folder / 'dist'}", f"--workpath={folder / 'build'}"]
    build = [sys.executable, "-m", "PyInstaller", *options, str(ROOT / "build.spec")]
    done = subprocess.run(build, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return folder / "dist" / "PAPI Desktop" / "PAPI Desktop"


@pytest.fixture(scope="module")
def commune(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with a commune and the province's plan, both made by the bundled program."""
    folder = tmp_path_factory.mktemp("xã")
    (folder / "xã.toml").write_text(PROFILE, encoding="utf-8")
    _write_plan(folder / "kế hoạch.docx")
    _do(program, folder, "init", "--profile", str(folder / "xã.toml"))
    _do(program, folder, "import-plan", str(folder / "kế hoạch.docx"))
    return folder


def test_the_bundle_holds_no_second_sqlite(program: Path) -> None:
    assert not list(program.parent.rglob("*libsqlite3*"))


def test_the_bundle_loads_a_plan_from_a_word_file(program: Path, commune: Path) -> None:
    heading, *tasks = _do(program, commune, "list", "tasks").splitlines()
    assert heading.startswith("Mã")
    assert len(tasks) == 28, "15 tasks that the commune leads and 13 that it coordinates"


def test_the_bundle_writes_the_report_in_every_form(program: Path, commune: Path) -> None:
    out = commune / "báo cáo"
    _do(program, commune, "report", "--period", "2022-Q3", "--out", str(out), "--xlsx", "--pdf", "--docx")
    assert sorted(path.suffix for path in out.iterdir()) == [".docx", ".pdf", ".xlsx"]


@pytest.fixture(scope="module")
def sample(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sample commune, made by the bundled program."""
    folder = tmp_path_factory.mktemp("mẫu")
    _do(program, folder, "init", "--demo")
    return folder


def test_the_bundle_makes_sample_data(program: Path, sample: Path) -> None:
    assert "nguyên vẹn" in _do(program, sample, "check")


def test_the_bundle_knows_the_public_holidays_by_their_names(program: Path, sample: Path) -> None:
    shown = _do(program, sample, "list", "holidays", "--period", "2026-Y")
    assert "17/02/2026 | Thứ Ba | Tết Nguyên Đán | Nghỉ" in shown
    assert "22/08/2026 | Thứ Bảy | Làm bù ngày nghỉ hoán đổi | Làm việc" in shown


def test_the_bundle_holds_the_holidays_of_vietnam_only(program: Path) -> None:
    languages = {path.name for path in (program.parent / "_internal" / "holidays" / "locale").iterdir()}
    assert languages == {"vi"}
    countries = {name for name in modules_in(program) if name.startswith("holidays.countries.")}
    assert countries == {"holidays.countries.vietnam"}


def test_the_bundle_begins_a_day(program: Path, sample: Path) -> None:
    assert "việc niêm yết cần làm" in _do(program, sample, "begin-day")


@pytest.mark.parametrize(
    ("command", "endings"),
    [
        (("notice", "directory"), {".pdf", ".docx"}),
        (("notice", "posting", "1"), {".pdf", ".docx"}),
        (("notice", "reception", "1", "--large"), {".pdf", ".docx"}),
        (("households", "--year", "2022"), {".pdf", ".xlsx"}),
        (("households", "--year", "2022", "--internal"), {".pdf", ".xlsx"}),
        (("budget", "--form", "114", "--period", "2022-Q3"), {".pdf", ".docx", ".xlsx"}),
    ],
)
def test_the_bundle_prints_the_papers_of_postings(
    program: Path, sample: Path, tmp_path: Path, command: tuple[str, ...], endings: set[str]
) -> None:
    _do(program, sample, *command, "--out", str(tmp_path))
    assert {path.suffix for path in tmp_path.iterdir()} == endings


def test_the_window_of_the_bundle_stays_open(program: Path, commune: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([program, "--data", commune / "dữ liệu"], env=environment, stderr=subprocess.PIPE) as window:
        with pytest.raises(subprocess.TimeoutExpired):
            window.wait(timeout=8)
        window.terminate()
        assert window.stderr is not None
        assert b"Traceback" not in window.stderr.read()


def modules_in(program: Path) -> list[str]:
    """Return the names of the Python modules inside a bundled program."""
    archive = CArchiveReader(str(program))
    return list(archive.open_embedded_archive("PYZ.pyz").toc)


def _do(program: Path, folder: Path, *arguments: str) -> str:
    """Run a command of the bundle on the folder's data and return what it says."""
    command = [str(program), "--data", str(folder / "dữ liệu"), *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _write_plan(path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=len(HEADINGS))
    for cell, heading in zip(table.rows[0].cells, HEADINGS, strict=True):
        cell.text = heading
    for row in rows("plan_laocai_2022"):
        for cell, key in zip(table.add_row().cells, ("code", "task", "lead", "coordinating", "deadline"), strict=True):
            cell.text = row[key]
    document.save(str(path))
