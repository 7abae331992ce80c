"""The keys by which people are listed, made again: those of before mixed the tones of the names' parts."""

from typing import Final

from alembic import op

from papi_desktop.domain.text import name_sort_key

_NAMES: Final = (("officer", "name", "name_order"), ("household", "head", "head_order"))


def upgrade() -> None:
    """Write every key anew; they follow from the names, so nothing is lost."""
    connection = op.get_bind()
    for table, name, key in _NAMES:
        for row_id, text in connection.exec_driver_sql(f"SELECT id, {name} FROM {table}").all():
            values = (name_sort_key(text).encode(), row_id)
            connection.exec_driver_sql(f"UPDATE {table} SET {key} = ? WHERE id = ?", values)
