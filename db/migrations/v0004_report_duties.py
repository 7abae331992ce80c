"""The day on which the result of a task was reported to the body that its deadline names."""

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Add the column; nothing was reported yet."""
    op.add_column("progress", sa.Column("reported_on", sa.Date(), nullable=True))
