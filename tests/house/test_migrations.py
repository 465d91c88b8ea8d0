"""Migrations alone make the schema: head equals the models, every step goes up and down, with data."""

import shutil
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask import Flask
from sqlalchemy import func, inspect, select

from quizapp.config import resource_folder
from quizapp.db import Base, db
from quizapp.operations import schema
from tests.databases import Postgresql, Sqlite, app_over, config_for
from tests.house.rows import fill_every_table

WIDER = """
def upgrade() -> None:
    with op.batch_alter_table("school_class") as batch:
        batch.alter_column("name", existing_type=sa.String(40), type_=sa.String(60), existing_nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("school_class") as batch:
        batch.alter_column("name", existing_type=sa.String(60), type_=sa.String(40), existing_nullable=False)
"""
ORPHANS = """
def upgrade() -> None:
    op.execute("DELETE FROM school")


def downgrade() -> None:
    pass
"""


def test_head_equals_the_models(app: Flask) -> None:
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
        assert schema.version_of(connection) == schema.newest_version()


def test_every_constraint_has_a_name() -> None:
    for table in Base.metadata.sorted_tables:
        assert all(constraint.name for constraint in table.constraints), table.name


def test_up_down_up_with_data(app: Flask) -> None:
    fill_every_table()
    command.downgrade(schema.configuration(), "base")
    assert inspect(db.engine).get_table_names() == ["alembic_version"]
    schema.migrate()
    fill_every_table()


def test_migrating_again_changes_nothing(app: Flask) -> None:
    fill_every_table()
    schema.migrate()
    assert rows() == dict.fromkeys(Base.metadata.tables, 1)


def test_altering_a_parent_keeps_its_children(app: Flask, tmp_path: Path) -> None:
    fill_every_table()
    one_more = schema.configuration(migrations_with(WIDER, tmp_path))
    command.upgrade(one_more, "head")
    assert rows() == dict.fromkeys(Base.metadata.tables, 1)
    command.downgrade(one_more, "-1")
    assert rows() == dict.fromkeys(Base.metadata.tables, 1)


def test_a_migration_that_leaves_orphans_is_undone(app: Flask, tmp_path: Path) -> None:
    fill_every_table()
    with pytest.raises(Exception, match=r"parent|foreign key"):
        command.upgrade(schema.configuration(migrations_with(ORPHANS, tmp_path)), "head")
    assert rows() == dict.fromkeys(Base.metadata.tables, 1)
    with db.engine.connect() as connection:
        assert schema.version_of(connection) == schema.newest_version()


def test_the_guard_of_foreign_keys_is_back_after_a_migration(app: Flask) -> None:
    schema.migrate()
    if db.engine.dialect.name == "sqlite":
        with db.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_an_empty_database_has_no_version(database: Sqlite | Postgresql, tmp_path: Path) -> None:
    with (
        database.empty(tmp_path) as url,
        app_over(config_for(tmp_path, url)),
        db.engine.connect() as connection,
    ):
        assert schema.version_of(connection) is None
    assert not schema.knows(None)
    assert not schema.knows("of a later release")


def rows() -> dict[str, int]:
    """How many rows each table has."""
    with db.engine.connect() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(table)) or 0
            for name, table in Base.metadata.tables.items()
        }


def migrations_with(steps: str, tmp_path: Path) -> Path:
    """Our migrations and one more."""
    folder = tmp_path / "migrations"
    shutil.copytree(resource_folder("migrations"), folder)
    head = schema.newest_version()
    preamble = f"import sqlalchemy as sa\nfrom alembic import op\nrevision = 'x'\ndown_revision = {head!r}\n"
    (folder / "versions" / "next_step.py").write_text(preamble + steps)
    return folder
