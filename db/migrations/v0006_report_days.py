"""The last day for the report on a task's result, where the plan gives it a day of its own."""

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Add the column; the plans read so far gave one day to the work and the report."""
    op.add_column("task", sa.Column("deadline_report_due", sa.Date(), nullable=True))
