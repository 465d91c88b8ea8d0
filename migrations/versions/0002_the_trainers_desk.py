"""The trainer's desk."""

from typing import Literal

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


# What is on the trail stays as it was written, whoever writes to the database.
APPEND_ONLY = {
    "sqlite": [
        f"""CREATE TRIGGER trail_no_{deed.lower()} BEFORE {deed} ON trail
            BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END"""
        for deed in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        """CREATE FUNCTION trail_is_append_only() RETURNS trigger LANGUAGE plpgsql
            AS $$ BEGIN RAISE EXCEPTION 'the trail is append-only'; END $$""",
        """CREATE TRIGGER trail_is_append_only BEFORE UPDATE OR DELETE ON trail
            FOR EACH ROW EXECUTE FUNCTION trail_is_append_only()""",
    ],
}


def upgrade() -> None:
    op.create_table(
        "draft",
        sa.Column("lesson_id", sa.String(length=20), nullable=False),
        sa.Column("band", sa.String(length=3), nullable=False),
        sa.Column("structure", sa.Text(), nullable=False),
        sa.Column("removed", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("adapted_from", sa.String(length=40), nullable=True),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("state IN ('draft', 'in_review', 'published')", name=op.f("ck_draft_state")),
        sa.PrimaryKeyConstraint("lesson_id", name=op.f("pk_draft")),
    )
    op.create_table(
        "helpline_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("helpline_id", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("dial", sa.String(length=20), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("visible_to_pupils", sa.Boolean(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("proposed_by", sa.Integer(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_helpline_change")),
    )
    op.create_index(op.f("ix_helpline_change_helpline_id"), "helpline_change", ["helpline_id"])

    op.create_table(
        "media",
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("mime", sa.String(length=20), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("made_by", sa.String(length=120), nullable=False),
        sa.Column("licence", sa.String(length=40), nullable=False),
        sa.Column("uploaded_by", sa.Integer(), nullable=True),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media")),
    )
    op.create_table(
        "trail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("deed", sa.String(length=30), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trail")),
    )
    op.create_index(op.f("ix_trail_deed"), "trail", ["deed"])
    op.create_index(op.f("ix_trail_subject"), "trail", ["subject"])

    op.create_table(
        "upload",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("lesson_id", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_upload_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_upload")),
    )
    op.create_table(
        "comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lesson_id", sa.String(length=20), nullable=False),
        sa.Column("step_id", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["lesson_id"], ["draft.lesson_id"], name=op.f("fk_comment_lesson_id_draft"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
    )
    op.create_index(op.f("ix_comment_lesson_id"), "comment", ["lesson_id"])

    op.create_table(
        "draft_text",
        sa.Column("lesson_id", sa.String(length=20), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("checked_against", sa.Integer(), nullable=False),
        sa.Column("translates", sa.Boolean(), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["lesson_id"], ["draft.lesson_id"], name=op.f("fk_draft_text_lesson_id_draft"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("lesson_id", "key", "language", name=op.f("pk_draft_text")),
    )
    op.create_table(
        "draft_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lesson_id", sa.String(length=20), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("occasion", sa.String(length=12), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("structure", sa.Text(), nullable=False),
        sa.Column("texts", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["lesson_id"],
            ["draft.lesson_id"],
            name=op.f("fk_draft_version_lesson_id_draft"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_version")),
    )
    op.create_index(op.f("ix_draft_version_lesson_id"), "draft_version", ["lesson_id"])

    op.create_table(
        "draft_standing",
        sa.Column("lesson_id", sa.String(length=20), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("pictures_missing", sa.Integer(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["lesson_id"],
            ["draft.lesson_id"],
            name=op.f("fk_draft_standing_lesson_id_draft"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("lesson_id", name=op.f("pk_draft_standing")),
    )
    op.create_table(
        "searchable",
        sa.Column("source", sa.String(length=10), nullable=False),
        sa.Column("lesson_id", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("source", "lesson_id", "language", name=op.f("pk_searchable")),
    )
    op.create_table(
        "known_word",
        sa.Column("lesson_id", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("word", sa.String(length=60), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["lesson_id"], ["draft.lesson_id"], name=op.f("fk_known_word_lesson_id_draft"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("lesson_id", "language", "word", name=op.f("pk_known_word")),
    )
    op.create_table(
        "reason",
        sa.Column("lesson_id", sa.String(length=20), nullable=False),
        sa.Column("warning", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["lesson_id"], ["draft.lesson_id"], name=op.f("fk_reason_lesson_id_draft"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("lesson_id", "warning", name=op.f("pk_reason")),
    )
    op.create_table(
        "draft_author",
        sa.Column("lesson_id", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["lesson_id"],
            ["draft.lesson_id"],
            name=op.f("fk_draft_author_lesson_id_draft"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_draft_author_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("lesson_id", "language", "person_id", name=op.f("pk_draft_author")),
    )
    op.create_table(
        "person_language",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_language_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "language", name=op.f("pk_person_language")),
    )
    op.create_table(
        "recovery_code",
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_recovery_code_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_recovery_code")),
    )
    op.create_index(op.f("ix_recovery_code_person_id"), "recovery_code", ["person_id"])

    op.create_table(
        "second_step",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("nonce", sa.String(length=64), nullable=False),
        sa.Column("enrolled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_timecode", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_second_step_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_second_step")),
    )
    op.create_table(
        "submission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lesson_id", sa.String(length=20), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["lesson_id"], ["draft.lesson_id"], name=op.f("fk_submission_lesson_id_draft"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["draft_version.id"],
            name=op.f("fk_submission_version_id_draft_version"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
    )
    op.create_index(op.f("ix_submission_lesson_id"), "submission", ["lesson_id"])
    op.create_table(
        "approval",
        sa.Column("lesson_id", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["lesson_id"], ["draft.lesson_id"], name=op.f("fk_approval_lesson_id_draft"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submission.id"],
            name=op.f("fk_approval_submission_id_submission"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("lesson_id", "language", "person_id", name=op.f("pk_approval")),
    )

    with op.batch_alter_table("lesson") as batch:
        batch.add_column(sa.Column("adapted_from", sa.String(length=40), nullable=True))
        batch.add_column(sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("withdrawn_because", sa.Text(), nullable=True))

    with op.batch_alter_table("helpline") as batch:
        batch.add_column(sa.Column("proposed_by", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("seconded_by", sa.Integer(), nullable=True))

    # Made anew, so that SQLite gives the number of an erased person to nobody else: the trail keeps it.
    anew: Literal["always", "never"] = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    with op.batch_alter_table("person", recreate=anew, table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("locked_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("last_seen_on", sa.Date(), nullable=True))

    with op.batch_alter_table("invitation") as batch:
        batch.add_column(sa.Column("invited_by", sa.Integer(), nullable=True))

    with op.batch_alter_table("revision") as batch:
        batch.add_column(sa.Column("note", sa.Text(), nullable=True))

    for statement in APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    with op.batch_alter_table("revision") as batch:
        batch.drop_column("note")

    with op.batch_alter_table("invitation") as batch:
        batch.drop_column("invited_by")

    with op.batch_alter_table("helpline") as batch:
        batch.drop_column("seconded_by")
        batch.drop_column("proposed_by")

    with op.batch_alter_table("person") as batch:
        batch.drop_column("last_seen_on")
        batch.drop_column("locked_at")

    with op.batch_alter_table("lesson") as batch:
        batch.drop_column("withdrawn_because")
        batch.drop_column("withdrawn_at")
        batch.drop_column("adapted_from")

    op.drop_table("approval")
    op.drop_index(op.f("ix_submission_lesson_id"), "submission")
    op.drop_table("submission")
    op.drop_table("second_step")
    op.drop_index(op.f("ix_recovery_code_person_id"), "recovery_code")
    op.drop_table("recovery_code")
    op.drop_table("person_language")
    op.drop_table("draft_author")
    op.drop_table("reason")
    op.drop_table("known_word")
    op.drop_table("searchable")
    op.drop_table("draft_standing")
    op.drop_index(op.f("ix_draft_version_lesson_id"), "draft_version")
    op.drop_table("draft_version")
    op.drop_table("draft_text")
    op.drop_index(op.f("ix_comment_lesson_id"), "comment")
    op.drop_table("comment")
    op.drop_index(op.f("ix_trail_subject"), "trail")
    op.drop_index(op.f("ix_trail_deed"), "trail")
    op.drop_table("trail")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION trail_is_append_only")
    op.drop_table("upload")
    op.drop_table("media")
    op.drop_index(op.f("ix_helpline_change_helpline_id"), "helpline_change")
    op.drop_table("helpline_change")
    op.drop_table("draft")
