"""The first run: the commune, its villages and the usual places, from the wizard or from a profile file."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from papi_desktop.domain.commune import Commune, Unit, Village, bare_name, recipient_presets
from papi_desktop.domain.errors import KnownError
from papi_desktop.domain.text import fold, squeeze
from papi_desktop.services.publishing import add_missing_places
from papi_desktop.services.toml_faults import toml_line
from papi_desktop.services.work import Work

_UNITS = {fold(unit): unit for unit in Unit}


@dataclass(frozen=True)
class Profile:
    """What a profile file says: the commune and the names of its villages."""

    commune: Commune
    villages: tuple[str, ...]


def set_up(work: Work, commune: Commune, village_names: Iterable[str]) -> Commune:
    """Write the commune, its villages and the usual places. Raises KnownError when one is set up already."""
    if work.commune.get() is not None:
        raise KnownError("Thư mục dữ liệu này đã có thông tin xã. Hãy chọn thư mục khác, hoặc sửa trong mục Cài đặt.")
    saved = work.commune.put(checked(commune)).after
    for ordinal, name in enumerate(village_list(village_names), start=1):
        work.villages.put(Village(name, ordinal=ordinal))
    add_missing_places(work)
    return saved


def checked(commune: Commune) -> Commune:
    """Return the commune with its texts in order. Raises KnownError when a needed one is empty."""
    name = bare_name(squeeze(commune.name), commune.unit)
    province = bare_name(squeeze(commune.province), "tỉnh")
    if not name:
        raise KnownError("Chưa có tên đơn vị. Hãy nhập tên xã, phường, thị trấn hoặc đặc khu.")
    if not province:
        raise KnownError("Chưa có tên tỉnh, thành phố. Hãy nhập tên tỉnh, thành phố.")
    district = bare_name(squeeze(commune.district), "huyện")
    return Commune(
        unit=commune.unit,
        name=name,
        province=province,
        chairman=squeeze(commune.chairman),
        recipient=squeeze(commune.recipient) or recipient_presets(district, province)[0],
        district=district,
        seat=squeeze(commune.seat),
        is_sample=commune.is_sample,
        sample_day=commune.sample_day,
    )


def village_list(names: Iterable[str]) -> list[str]:
    """Return the names in order, without empty lines. Raises KnownError when one name stands twice."""
    found: dict[str, str] = {}
    for name in filter(None, map(squeeze, names)):
        if name.lower() in found:
            raise KnownError(f"Thôn, tổ dân phố “{name}” được nhập hai lần. Hãy xóa bớt một dòng.")
        found[name.lower()] = name
    return list(found.values())


def read_profile(path: Path) -> Profile:
    """Read a profile file. Raises KnownError with what is wrong in it."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError:
        raise KnownError(f"Không đọc được tệp hồ sơ “{path.name}”. Hãy kiểm tra đường dẫn rồi chạy lại.") from None
    except UnicodeDecodeError:
        raise KnownError(f"Tệp hồ sơ “{path.name}” không lưu ở dạng UTF-8. Hãy lưu lại tệp ở dạng UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        line = toml_line(error)
        where = f" ở {line}" if line else ""
        raise KnownError(f"Tệp hồ sơ “{path.name}” viết chưa đúng mẫu{where}. Hãy sửa lại tệp.") from None
    except RecursionError:
        raise KnownError(f"Tệp hồ sơ “{path.name}” viết chưa đúng mẫu. Hãy sửa lại tệp.") from None
    return _profile(values)


def _profile(values: Mapping[str, object]) -> Profile:
    villages = values.get("villages", [])
    if not isinstance(villages, list) or not all(isinstance(name, str) for name in villages):
        raise KnownError('Mục “villages” của tệp hồ sơ phải là danh sách tên thôn, ví dụ ["Thôn Đông", "Thôn Đoài"].')
    commune = Commune(
        unit=_unit(_text(values, "unit")),
        name=_text(values, "name"),
        province=_text(values, "province"),
        chairman=_text(values, "chairman", needed=False),
        recipient=_text(values, "recipient", needed=False),
        district=_text(values, "district", needed=False),
        seat=_text(values, "seat", needed=False),
    )
    return Profile(checked(commune), tuple(village_list(villages)))


def _text(values: Mapping[str, object], key: str, needed: bool = True) -> str:
    value = values.get(key, "")
    if not isinstance(value, str):
        raise KnownError(f"Mục “{key}” của tệp hồ sơ phải là chữ đặt trong dấu ngoặc kép.")
    if needed and not value.strip():
        raise KnownError(f'Tệp hồ sơ thiếu mục “{key}”. Hãy thêm dòng {key} = "…" vào tệp.')
    return squeeze(value)


def _unit(text: str) -> Unit:
    unit = _UNITS.get(fold(text))
    if unit is None:
        raise KnownError(f"Loại đơn vị “{text}” không có. Hãy dùng một trong: {', '.join(Unit)}.")
    return unit
