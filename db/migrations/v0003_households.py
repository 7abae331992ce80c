"""The yearly lists of poor and near-poor households, and the budget forms."""

from typing import Any

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Add the tables; nothing that was there is touched."""
    _households()
    _budget()


def _households() -> None:
    _register(
        "household_list",
        _column("year", sa.Integer),
        _column("decision_number", sa.Text),
        _column("decided_on", sa.Date, nullable=True),
        _column("done_steps", sa.Text),
        _column("note", sa.Text),
    )
    _one_live("ux_household_list_year", "household_list", "year")
    _register(
        "household",
        _link("household", "list_id", "household_list.id"),
        _column("head", sa.Text),
        _column("head_order", sa.LargeBinary),
        _link("household", "village_id", "village.id", nullable=True),
        _column("standing", sa.Text),
        _column("arrival", sa.Text),
        _column("persons", sa.Integer, nullable=True),
        _column("birth_year", sa.Integer, nullable=True),
        _column("sex", sa.Text),
        _column("ethnicity", sa.Text),
        _column("identity", sa.Text),
        _column("income_points", sa.Integer, nullable=True),
        _column("lack_points", sa.Integer, nullable=True),
        _column("deprivations", sa.Text),
        _column("note", sa.Text),
    )
    op.create_index("ix_household_list_id", "household", ["list_id"])


def _budget() -> None:
    _register(
        "budget_form",
        _column("form", sa.Text),
        _column("period", sa.Text),
        _column("period_order", sa.Integer),
        _column("cells", sa.Text),
        _column("decision_number", sa.Text),
        _column("decided_on", sa.Date, nullable=True),
        _column("explanation", sa.Text),
        _column("source_name", sa.Text),
    )
    _one_live("ux_budget_form_key", "budget_form", "form", "period")


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
