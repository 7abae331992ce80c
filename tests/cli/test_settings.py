"""What the window remembers."""

from pathlib import Path

import pytest

from papi_desktop.paths import DataFolder
from papi_desktop.settings import Settings, read_settings, write_settings


def test_what_was_written_is_read_back(data_dir: Path) -> None:
    chosen = Settings(font_percent=125, period="2022-Q3", export_folder="E:/Báo cáo")
    write_settings(DataFolder(data_dir), chosen)
    assert read_settings(DataFolder(data_dir)) == chosen


@pytest.mark.parametrize("damaged", ["", "{", "[]", "null", '{"font_percent": "to"}', '{"period": 5, "la": 1}'])
def test_a_damaged_file_means_the_defaults(data_dir: Path, damaged: str) -> None:
    (data_dir / "tuy-chon.json").write_text(damaged, encoding="utf-8")
    assert read_settings(DataFolder(data_dir)) == Settings()


def test_the_size_of_letters_stays_readable(data_dir: Path) -> None:
    write_settings(DataFolder(data_dir), Settings(font_percent=900))
    assert read_settings(DataFolder(data_dir)).font_percent == 140
