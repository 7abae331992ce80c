"""The eight contents of the PAPI index (papi.org.vn, hỏi đáp)."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Dimension:
    """One of the eight contents, with its full name and the short one that plans use."""

    number: int
    name: str
    full_name: str


DIMENSIONS: Final = (
    Dimension(1, "Tham gia của người dân ở cấp cơ sở", "Tham gia của người dân ở cấp cơ sở"),
    Dimension(2, "Công khai, minh bạch", "Công khai, minh bạch trong việc ra quyết định ở địa phương"),
    Dimension(3, "Trách nhiệm giải trình với người dân", "Trách nhiệm giải trình với người dân"),
    Dimension(4, "Kiểm soát tham nhũng trong khu vực công", "Kiểm soát tham nhũng trong khu vực công"),
    Dimension(5, "Thủ tục hành chính công", "Thủ tục hành chính công"),
    Dimension(6, "Cung ứng dịch vụ công", "Cung ứng dịch vụ công"),
    Dimension(7, "Quản trị môi trường", "Quản trị môi trường"),
    Dimension(8, "Quản trị điện tử", "Quản trị điện tử"),
)


def dimension(number: int) -> Dimension:
    """Return the content with this number, 1 to 8."""
    return DIMENSIONS[number - 1]
