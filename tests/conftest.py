"""What every test stands on: an offscreen screen and a home of its own."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

HOME_VARIABLES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
XDG_VARIABLES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR")


@pytest.fixture(scope="session", autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the whole run an empty home folder, so that no test reads or writes the person's own."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in (*HOME_VARIABLES, *XDG_VARIABLES):
            patch.setenv(name, str(home))
        patch.delenv("PAPI_DATA", raising=False)
        yield home


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """Give a test an empty data folder whose name has a space and Vietnamese letters, as on a user's machine."""
    folder = tmp_path / "Dữ liệu PAPI"
    folder.mkdir()
    return folder
