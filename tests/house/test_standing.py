"""Every test finds the standing app as if it were new, whatever the test before has left."""

import pytest
from flask import Flask
from sqlalchemy import func, inspect, select

from quizapp.accounts.models import School
from quizapp.config import Config
from quizapp.db import Base, db
from quizapp.lessons import catalogue
from tests.databases import Postgresql, Sqlite
from tests.house.rows import fill_every_table
from tests.lessons.sample_lesson import sample_lesson

PAGE = "/mk/l/sample/1"


def renew(database: Sqlite | Postgresql) -> None:
    db.session.remove()
    db.engine.dispose()
    database.renew()


def test_no_row_is_left_and_numbers_begin_anew(app: Flask, database: Sqlite | Postgresql) -> None:
    school = School(name="1", municipality="1")
    db.session.add(school)
    db.session.flush()
    db.session.delete(school)
    fill_every_table()
    renew(database)
    for name, table in Base.metadata.tables.items():
        assert db.session.scalar(select(func.count()).select_from(table)) == 0, name
    school = School(name="1", municipality="1")
    db.session.add(school)
    db.session.flush()
    assert school.id == 1


def test_no_page_is_kept_and_no_file(app: Flask, config: Config, database: Sqlite | Postgresql) -> None:
    catalogue.publish(sample_lesson())
    db.session.commit()
    assert app.test_client().get(PAGE).status_code == 200
    (config.data_folder / "left").touch()
    renew(database)
    assert app.test_client().get(PAGE).status_code == 404
    assert not (config.data_folder / "left").exists()


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE school RENAME TO school_away",
        "ALTER TABLE school ADD COLUMN more INTEGER",
        "DROP TABLE alembic_version",
        "UPDATE alembic_version SET version_num = 'later'",
    ],
)
def test_a_changed_schema_is_put_right(app: Flask, database: Sqlite | Postgresql, change: str) -> None:
    columns = [column["name"] for column in inspect(db.engine).get_columns("school")]
    with db.engine.begin() as connection:
        connection.exec_driver_sql(change)
    renew(database)
    assert [column["name"] for column in inspect(db.engine).get_columns("school")] == columns
    with db.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() != "later"
