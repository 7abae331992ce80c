"""The log of unknown errors."""

import subprocess
import sys
from pathlib import Path

import pytest

from papi_desktop import log
from papi_desktop.paths import DataFolder

ROOT = Path(__file__).resolve().parents[2]


def test_the_log_names_the_place_but_not_what_a_person_wrote() -> None:
    secret = "Nguyễn Văn Bí Mật"
    with pytest.raises(ValueError, match=secret) as caught:
        int(secret)
    described = log.described(caught.value)
    assert described.startswith("ValueError test_log.py:")
    assert secret not in described


def test_a_cause_is_logged_with_its_place() -> None:
    def fail() -> None:
        try:
            {}["khóa"]
        except KeyError as error:
            raise RuntimeError from error

    with pytest.raises(RuntimeError) as caught:
        fail()
    assert log.described(caught.value).count("test_log.py:") == 3


def test_an_unknown_error_anywhere_ends_in_one_sentence_and_a_line_in_the_log(data_dir: Path) -> None:
    script = (
        "import threading\nfrom pathlib import Path\nfrom papi_desktop import log\n"
        "from papi_desktop.paths import DataFolder\n"
        f"log.begin(DataFolder(Path({str(data_dir)!r})))\n"
        "thread = threading.Thread(target=lambda: 1 / 0)\nthread.start()\nthread.join()\n"
        "raise KeyError('bí mật')\n"
    )
    result = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script], capture_output=True, encoding="utf-8", cwd=ROOT, check=False
    )
    lines = (data_dir / "loi" / "loi.log").read_text(encoding="utf-8").splitlines()
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "gửi tệp “loi.log”" in result.stderr
    assert ["ZeroDivisionError" in lines[0], "KeyError" in lines[1]] == [True, True]
    assert "bí mật" not in "".join(lines)


def test_a_folder_that_does_not_exist_gets_no_log(tmp_path: Path) -> None:
    hooks = sys.excepthook
    try:
        log.begin(DataFolder(tmp_path / "chưa có"))
    finally:
        sys.excepthook = hooks
        log.end()
    assert not (tmp_path / "chưa có").exists()
