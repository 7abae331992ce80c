"""Where a TOML text is wrong, in words for whoever wrote it."""

import re
import tomllib


def toml_line(error: tomllib.TOMLDecodeError) -> str:
    """Return "dòng 3", or nothing where the text only ends too early."""
    found = re.search(r"at line (\d+)", str(error))
    return f"dòng {found[1]}" if found else ""
