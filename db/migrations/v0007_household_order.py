"""The keys by which households are listed, made again: those of before took a remark after the name for part of it."""

from alembic import op

from papi_desktop.domain.households import public_name
from papi_desktop.domain.text import name_sort_key


def upgrade() -> None:
    """Write every key anew, as rows are written today: a file that skips versions gets the keys of now."""
    connection = op.get_bind()
    rows = connection.exec_driver_sql("SELECT id, head, ethnicity FROM household").all()
    for row_id, head, ethnicity in rows:
        values = (name_sort_key(public_name(head, ethnicity)).encode(), row_id)
        connection.exec_driver_sql("UPDATE household SET head_order = ? WHERE id = ?", values)
