"""What the window remembers between two starts; a damaged file means the defaults."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from papi_desktop.files import safe_write
from papi_desktop.paths import DataFolder


@dataclass(frozen=True)
class Settings:
    """The size of the letters in percent and their contrast, the period last worked on, where the last report went."""

    font_percent: int = 100
    high_contrast: bool = False
    period: str = ""
    export_folder: str = ""
    window: str = ""
    """The window's geometry, as text."""


def read_settings(folder: DataFolder) -> Settings:
    """Return what was remembered in this data folder; defaults for what is missing or damaged."""
    try:
        values = json.loads((folder.root / "tuy-chon.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(values, dict):
        return Settings()
    defaults: dict[str, Any] = asdict(Settings())
    kept = {name: values[name] for name, usual in defaults.items() if type(values.get(name)) is type(usual)}
    return _within(Settings(**kept))


def write_settings(folder: DataFolder, settings: Settings) -> None:
    """Remember `settings` in this data folder. Raises KnownError when the folder cannot be written."""
    text = json.dumps(asdict(_within(settings)), ensure_ascii=False, indent=1)
    safe_write(folder.root / "tuy-chon.json", text.encode("utf-8"))


def _within(settings: Settings) -> Settings:
    return replace(settings, font_percent=min(max(settings.font_percent, 90), 140))
