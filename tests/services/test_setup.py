"""The first run and the profile file."""

from pathlib import Path

import pytest

from db.database import Database
from papi_desktop.domain.commune import Unit
from papi_desktop.domain.errors import KnownError
from papi_desktop.services.setup import read_profile, set_up, village_list

PROFILE = """
unit = "phường"
name = "Bình  Minh"
district = ""
province = "Lào Cai"
chairman = "Trần Văn Tốt"
villages = ["Tổ 1", "Tổ 2"]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "ho-so.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_profile_is_read_and_its_texts_put_in_order(tmp_path: Path) -> None:
    profile = read_profile(written(tmp_path, PROFILE))
    assert (profile.commune.unit, profile.commune.name) == (Unit.WARD, "Bình Minh")
    assert profile.commune.recipient == "Sở Nội vụ tỉnh Lào Cai"
    assert profile.villages == ("Tổ 1", "Tổ 2")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (PROFILE.replace('name = "Bình  Minh"', ""), "thiếu mục “name”"),
        (PROFILE.replace("phường", "quận"), "Loại đơn vị “quận” không có"),
        (PROFILE.replace('"Tổ 2"', "2"), "phải là danh sách tên thôn"),
        (PROFILE.replace('"Tổ 2"', '"Tổ 1"'), "được nhập hai lần"),
        (PROFILE.replace('province = "Lào Cai"', "province = 5"), "Mục “province”"),
        ("unit = xã", "viết chưa đúng mẫu"),
    ],
)
def test_what_is_wrong_in_a_profile_is_said_in_one_sentence(tmp_path: Path, wrong: str, sentence: str) -> None:
    with pytest.raises(KnownError, match=sentence):
        read_profile(written(tmp_path, wrong))


def test_a_missing_or_foreign_profile_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Không đọc được tệp hồ sơ"):
        read_profile(tmp_path / "không có.toml")
    (tmp_path / "cũ.toml").write_bytes(PROFILE.encode("utf-16"))
    with pytest.raises(KnownError, match="UTF-8"):
        read_profile(tmp_path / "cũ.toml")


def test_setting_up_makes_the_villages_and_the_usual_places(empty: Database, tmp_path: Path) -> None:
    profile = read_profile(written(tmp_path, PROFILE))
    with empty.work() as work:
        set_up(work, profile.commune, profile.villages)
        assert [village.ordinal for village in work.villages.all()] == [1, 2]
        assert len(work.places.all()) == 7


def test_a_commune_is_set_up_only_once(sample: Database, tmp_path: Path) -> None:
    profile = read_profile(written(tmp_path, PROFILE))
    with pytest.raises(KnownError, match="đã có thông tin xã"), sample.work() as work:
        set_up(work, profile.commune, profile.villages)


def test_villages_that_differ_only_by_accent_are_two() -> None:
    assert village_list(["Thôn Đông", "", "Thôn Dông"]) == ["Thôn Đông", "Thôn Dông"]


@pytest.mark.parametrize("text", ["\0", "unit = ", "a = " + "[" * 5000])
def test_a_profile_that_is_no_toml_is_refused_in_vietnamese_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / "sai.toml").write_text(text, encoding="utf-8")
    with pytest.raises(KnownError, match=r"viết chưa đúng mẫu( ở dòng 1)?\. Hãy sửa lại tệp\.$"):
        read_profile(tmp_path / "sai.toml")
