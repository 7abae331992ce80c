"""What posting on paper needs: rules and days by the commune, opinions while it hangs, reception, own wordings."""

from typing import Any

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Add the tables and the columns; nothing that was there is touched."""
    _posting()
    _rules()
    _reception()


def _posting() -> None:
    _added("publication", "document", sa.Text, "")
    _added("publication", "sheets", sa.Integer, "0")
    _added("publication", "occurrence", sa.Text, "")
    _added("posting", "condition", sa.Text, "")
    _added("officer", "duty", sa.Text, "")
    _added("officer", "email", sa.Text, "")
    _added("posting", "taken_by", sa.Text, "")
    _register(
        "posting_opinion",
        _link("posting_opinion", "posting_id", "posting.id"),
        _column("received_on", sa.Date),
        _column("content", sa.Text),
        _column("handled_by", sa.Text),
        _column("answer", sa.Text),
    )
    op.create_index("ix_posting_opinion_posting_id", "posting_opinion", ["posting_id"])


def _rules() -> None:
    _register(
        "rule_change",
        _column("key", sa.Text),
        _column("value", sa.Text),
        _column("unit", sa.Text),
        _column("starts", sa.Date, nullable=True),
        _column("ends", sa.Date, nullable=True),
        _column("basis", sa.Text),
        _column("name", sa.Text),
        _column("note", sa.Text),
        _column("is_own", sa.Boolean),
        _column("confidence", sa.Text),
    )
    op.create_index("ix_rule_change_key", "rule_change", ["key"])
    _register("special_day", _column("on", sa.Date), _column("is_open", sa.Boolean), _column("name", sa.Text))
    _one_live("ux_special_day_on", "special_day", "on")
    _register("changed_template", _column("kind", sa.Text), _column("text", sa.Text))
    _one_live("ux_changed_template_kind", "changed_template", "kind")


def _reception() -> None:
    _register(
        "reception_schedule",
        _column("title", sa.Text),
        _column("first", sa.Date),
        _column("last", sa.Date),
        _link("reception_schedule", "publication_id", "publication.id", nullable=True),
        _column("room", sa.Text),
        _column("note", sa.Text),
    )
    texts = ("hours", "person", "position", "phone", "room", "content", "attendees", "mode")
    _register(
        "reception_session",
        _link("reception_session", "schedule_id", "reception_schedule.id"),
        _column("on", sa.Date),
        *(_column(name, sa.Text) for name in texts),
        _column("is_chairman", sa.Boolean),
        _column("planned_on", sa.Date, nullable=True),
    )
    op.create_index("ix_reception_session_schedule_id", "reception_session", ["schedule_id"])
    _register(
        "session_change",
        _link("session_change", "session_id", "reception_session.id"),
        _column("changed_on", sa.Date),
        _column("before", sa.Text),
        _column("after", sa.Text),
        _column("reason", sa.Text),
        _link("session_change", "publication_id", "publication.id", nullable=True),
    )
    op.create_index("ix_session_change_session_id", "session_change", ["session_id"])


def _added(table: str, name: str, kind: type[sa.types.TypeEngine[Any]], value: str) -> None:
    op.add_column(table, sa.Column(name, kind(), nullable=False, server_default=value))


def _register(name: str, *columns: "sa.Column[Any]") -> None:
    op.create_table(
        name,
        _column("id", sa.Integer),
        _column("uuid", sa.Text),
        *columns,
        _column("created_at", sa.DateTime),
        _column("changed_at", sa.DateTime),
        _column("changed_by", sa.Text),
        _column("deleted_at", sa.DateTime, nullable=True),
        _column("deleted_with", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("uuid", name=f"uq_{name}_uuid"),
    )


def _column(name: str, kind: type[sa.types.TypeEngine[Any]], nullable: bool = False) -> "sa.Column[Any]":
    return sa.Column(name, kind(), nullable=nullable)


def _link(table: str, name: str, target: str, nullable: bool = False) -> "sa.Column[Any]":
    return sa.Column(name, sa.Integer(), sa.ForeignKey(target, name=f"fk_{table}_{name}"), nullable=nullable)


def _one_live(name: str, table: str, *columns: str) -> None:
    live = sa.text("deleted_at IS NULL")
    op.create_index(name, table, list(columns), unique=True, sqlite_where=live, postgresql_where=live)
