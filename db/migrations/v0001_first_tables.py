"""Version 1: all tables of the first release, and the full-text index."""

from typing import Any

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make everything, and the first change number."""
    _changes()
    _commune()
    _plans()
    _tasks()
    _progress()
    _publications()
    _dialogues()
    _reports()
    _attachments()
    _scores()
    _settings()
    op.execute("INSERT INTO change(id, number) VALUES (1, 0)")
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(folded, exact, hit UNINDEXED, content='', contentless_delete=1, "
        'contentless_unindexed=1, tokenize="unicode61 remove_diacritics 0")'
    )


def _changes() -> None:
    _table(
        "change",
        _column("number", sa.Integer),
    )
    _table(
        "past_change",
        _column("at", sa.DateTime),
        _column("by", sa.Text),
        _column("label", sa.Text),
    )
    _table(
        "past_row",
        _column("change_number", sa.Integer),
        _column("table", sa.Text),
        _column("row", sa.Integer),
        _column("before", sa.Text, nullable=True),
    )
    op.create_index("ix_past_row_change_number", "past_row", ["change_number"])


def _commune() -> None:
    _table(
        "commune",
        _column("unit", sa.Text),
        _column("name", sa.Text),
        _column("province", sa.Text),
        _column("chairman", sa.Text),
        _column("recipient", sa.Text),
        _column("district", sa.Text),
        _column("seat", sa.Text),
        _column("is_sample", sa.Boolean),
        _column("sample_day", sa.Date, nullable=True),
    )
    _register(
        "village",
        _column("name", sa.Text),
        _column("name_order", sa.LargeBinary),
        _column("head", sa.Text),
        _column("phone", sa.Text),
        _column("households", sa.Integer, nullable=True),
        _column("ordinal", sa.Integer),
    )
    _register(
        "officer",
        _column("name", sa.Text),
        _column("name_order", sa.LargeBinary),
        _column("title", sa.Text),
        _column("phone", sa.Text),
        _column("is_leader", sa.Boolean),
    )


def _plans() -> None:
    _register(
        "plan",
        _column("year", sa.Integer),
        _column("title", sa.Text),
        _column("number", sa.Text),
        _column("issued_on", sa.Date, nullable=True),
        _column("issuer", sa.Text),
        _column("source_name", sa.Text),
        _column("source_sha256", sa.Text),
    )


def _tasks() -> None:
    _register(
        "task",
        _link("task", "plan_id", "plan.id"),
        _column("dimension", sa.Integer),
        _column("ordinal", sa.Integer),
        _column("code", sa.Text),
        _column("own_code", sa.Text),
        _column("text", sa.Text),
        _column("lead_text", sa.Text),
        _column("coordinating_text", sa.Text),
        _column("part", sa.Text),
        _column("deadline_text", sa.Text),
        _column("deadline_kind", sa.Text),
        _column("deadline_due", sa.Date, nullable=True),
        _column("deadline_starts", sa.Date, nullable=True),
        _column("deadline_every", sa.Text, nullable=True),
        _column("deadline_day", sa.Integer, nullable=True),
        _column("deadline_report_to", sa.Text, nullable=True),
        _link("task", "officer_id", "officer.id", nullable=True),
        _link("task", "leader_id", "officer.id", nullable=True),
        _column("note", sa.Text),
        _column("area", sa.Text),
        _column("steps", sa.Text),
        _column("planned_from", sa.Date, nullable=True),
        _column("planned_to", sa.Date, nullable=True),
        _column("sub_dimension", sa.Text),
        _column("carried_from", sa.Text),
    )
    op.create_index("ix_task_plan_id", "task", ["plan_id"])
    _one_live("ux_task_key", "task", "plan_id", "dimension", "ordinal")
    _table(
        "task_village",
        _link("task_village", "task_id", "task.id"),
        _link("task_village", "village_id", "village.id"),
        _column("ordinal", sa.Integer),
    )
    op.create_index("ix_task_village_task_id", "task_village", ["task_id"])


def _progress() -> None:
    _register(
        "progress",
        _link("progress", "task_id", "task.id"),
        _column("period", sa.Text),
        _column("period_order", sa.Integer),
        _column("status", sa.Text),
        _column("percent", sa.Integer),
        _column("result", sa.Text),
        _column("cause", sa.Text),
        _column("done_on", sa.Date, nullable=True),
    )
    op.create_index("ix_progress_period", "progress", ["period"])
    op.create_index("ix_progress_task_id", "progress", ["task_id"])
    _one_live("ux_progress_key", "progress", "task_id", "period")
    _table(
        "figure",
        _link("figure", "progress_id", "progress.id"),
        _column("ordinal", sa.Integer),
        _column("label", sa.Text),
        _column("value", sa.Text, nullable=True),
        _column("unit", sa.Text),
    )
    op.create_index("ix_figure_progress_id", "figure", ["progress_id"])


def _publications() -> None:
    _register(
        "place",
        _column("kind", sa.Text),
        _column("name", sa.Text),
        _column("name_order", sa.LargeBinary),
        _link("place", "village_id", "village.id", nullable=True),
        _column("ordinal", sa.Integer),
    )
    _register(
        "publication",
        _column("title", sa.Text),
        _column("kind", sa.Text),
        _column("dimension", sa.Integer),
        _column("basis", sa.Text),
        _column("trigger_on", sa.Date, nullable=True),
        _column("latest_on", sa.Date, nullable=True),
        _column("min_days", sa.Integer),
        _column("day_kind", sa.Text),
        _column("loudspeaker_days", sa.Integer),
        _link("publication", "task_id", "task.id", nullable=True),
        _column("note", sa.Text),
    )
    _table(
        "required_place",
        _link("required_place", "publication_id", "publication.id"),
        _link("required_place", "place_id", "place.id"),
        _column("ordinal", sa.Integer),
    )
    op.create_index("ix_required_place_publication_id", "required_place", ["publication_id"])
    _register(
        "posting",
        _link("posting", "publication_id", "publication.id"),
        _link("posting", "place_id", "place.id"),
        _column("since", sa.Date),
        _column("until", sa.Date, nullable=True),
        _column("posted_by", sa.Text),
        _column("witnesses", sa.Text),
        _column("note", sa.Text),
    )
    op.create_index("ix_posting_publication_id", "posting", ["publication_id"])


def _dialogues() -> None:
    _register(
        "dialogue",
        _column("held_on", sa.Date),
        _column("topic", sa.Text),
        _column("place", sa.Text),
        _column("chair", sa.Text),
        _column("attendance", sa.Integer),
        _column("women", sa.Integer, nullable=True),
        _column("announced_on", sa.Date, nullable=True),
        _column("result_on", sa.Date, nullable=True),
        _column("note", sa.Text),
    )
    _register(
        "opinion",
        _link("opinion", "dialogue_id", "dialogue.id"),
        _column("content", sa.Text),
        _column("dimension", sa.Integer),
        _column("group", sa.Text),
        _column("answerer", sa.Text),
        _column("due_on", sa.Date, nullable=True),
        _column("answer", sa.Text),
        _column("answered_on", sa.Date, nullable=True),
        _column("ordinal", sa.Integer),
    )
    op.create_index("ix_opinion_dialogue_id", "opinion", ["dialogue_id"])


def _reports() -> None:
    _register(
        "report",
        _column("period", sa.Text),
        _column("period_order", sa.Integer),
        _column("status", sa.Text),
        _column("number", sa.Text),
        _column("dated", sa.Date, nullable=True),
        _column("signer", sa.Text),
        _column("signer_title", sa.Text),
        _column("exported_on", sa.Date, nullable=True),
        _column("sent_on", sa.Date, nullable=True),
    )
    _one_live("ux_report_period", "report", "period")
    _table(
        "report_line",
        _link("report_line", "report_id", "report.id"),
        _column("kind", sa.Text),
        _column("ordinal", sa.Integer),
        _column("key", sa.Text),
        _column("content", sa.Text),
    )
    op.create_index("ix_report_line_report_id", "report_line", ["report_id"])


def _attachments() -> None:
    _register(
        "attachment",
        _column("owner", sa.Text),
        _link("attachment", "progress_id", "progress.id", nullable=True),
        _link("attachment", "posting_id", "posting.id", nullable=True),
        _link("attachment", "dialogue_id", "dialogue.id", nullable=True),
        _column("name", sa.Text),
        _column("sha256", sa.Text),
        _column("size", sa.Integer),
        _column("added_on", sa.Date),
        _column("taken_on", sa.Date, nullable=True),
    )
    op.create_index("ix_attachment_dialogue_id", "attachment", ["dialogue_id"])
    op.create_index("ix_attachment_posting_id", "attachment", ["posting_id"])
    op.create_index("ix_attachment_progress_id", "attachment", ["progress_id"])


def _scores() -> None:
    _register(
        "year_score",
        _column("province", sa.Text),
        _column("province_order", sa.LargeBinary),
        _column("year", sa.Integer),
        _column("total", sa.Text, nullable=True),
        _column("group", sa.Text, nullable=True),
        _column("rank", sa.Integer, nullable=True),
        _column("of", sa.Integer, nullable=True),
        _column("basis", sa.Text),
        _column("is_inferred", sa.Boolean),
        _column("is_sample", sa.Boolean),
    )
    _one_live("ux_year_score_key", "year_score", "province", "year")
    _table(
        "content_score",
        _link("content_score", "year_score_id", "year_score.id"),
        _column("dimension", sa.Integer),
        _column("points", sa.Text, nullable=True),
        _column("group", sa.Text, nullable=True),
    )
    op.create_index("ix_content_score_year_score_id", "content_score", ["year_score_id"])


def _settings() -> None:
    _register(
        "list_view",
        _column("register", sa.Text),
        _column("name", sa.Text),
        _column("name_order", sa.LargeBinary),
        _column("filters", sa.Text),
        _column("words", sa.Text),
    )
    _one_live("ux_list_view_key", "list_view", "register", "name")
    _register(
        "column_mapping",
        _column("source_key", sa.Text),
        _column("columns", sa.Text),
    )
    _one_live("ux_column_mapping_key", "column_mapping", "source_key")


def _register(name: str, *columns: "sa.Column[Any]") -> None:
    _table(
        name,
        _column("uuid", sa.Text),
        *columns,
        _column("created_at", sa.DateTime),
        _column("changed_at", sa.DateTime),
        _column("changed_by", sa.Text),
        _column("deleted_at", sa.DateTime, nullable=True),
        _column("deleted_with", sa.Text, nullable=True),
        sa.UniqueConstraint("uuid", name=f"uq_{name}_uuid"),
    )


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(name, _column("id", sa.Integer), *parts, sa.PrimaryKeyConstraint("id", name=f"pk_{name}"))


def _column(name: str, kind: type[sa.types.TypeEngine[Any]], nullable: bool = False) -> "sa.Column[Any]":
    return sa.Column(name, kind(), nullable=nullable)


def _link(table: str, name: str, target: str, nullable: bool = False) -> "sa.Column[Any]":
    return sa.Column(name, sa.Integer(), sa.ForeignKey(target, name=f"fk_{table}_{name}"), nullable=nullable)


def _one_live(name: str, table: str, *columns: str) -> None:
    live = sa.text("deleted_at IS NULL")
    op.create_index(name, table, list(columns), unique=True, sqlite_where=live, postgresql_where=live)
