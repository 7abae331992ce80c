"""The steps from each version of the tables to the next, oldest first; the file's user_version counts those done."""

from typing import Final

VERSIONS: Final = (
    "v0001_first_tables",
    "v0002_notices",
    "v0003_households",
    "v0004_report_duties",
    "v0005_name_keys",
    "v0006_report_days",
    "v0007_household_order",
)
