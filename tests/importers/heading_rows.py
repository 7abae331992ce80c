"""The rows that offices put above each group of tasks."""

from papi_desktop.domain.dimensions import DIMENSIONS
from tests.importers.annex import Cells

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
BLANK = ("",) * 5
PIPES = ("|", "|", "|", "||", "")


def blank(_number: int) -> Cells:
    return BLANK


def pipes(_number: int) -> Cells:
    return PIPES


def named(number: int) -> Cells:
    return ("", DIMENSIONS[number - 1].name, "", "", "")


def roman(number: int) -> Cells:
    return (ROMAN[number - 1], DIMENSIONS[number - 1].name.upper(), "", "", "")


def roman_alone(number: int) -> Cells:
    return (f"{ROMAN[number - 1]}.", "", "", "", "")


def digit(number: int) -> Cells:
    return (str(number), f"Chỉ số nội dung “{DIMENSIONS[number - 1].name}”", "", "", "")


HEADING_ROWS = {
    "blank": blank,
    "pipes": pipes,
    "named": named,
    "roman": roman,
    "roman_alone": roman_alone,
    "digit": digit,
}
