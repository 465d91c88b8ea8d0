"""Publishing makes revisions that nothing changes afterwards."""

from pathlib import Path

from flask import Flask
from sqlalchemy import func, select

from quizapp.db import db
from quizapp.lessons import catalogue
from quizapp.lessons.document import BANDS
from quizapp.lessons.models import Revision
from quizapp.lessons.package import read_package
from tests.lessons.sample_lesson import copy_to, rewrite, sample_lesson


def changed(tmp_path: Path) -> Path:
    package = copy_to(tmp_path)
    rewrite(package, "mk.toml", "Заедно играме", "Играме заедно")
    return package


def test_publishing_the_same_again_changes_nothing(app: Flask) -> None:
    first = catalogue.publish(sample_lesson())
    db.session.commit()
    assert catalogue.publish(sample_lesson()) is first
    db.session.commit()
    assert db.session.scalar(select(func.count()).select_from(Revision)) == 1


def test_a_changed_lesson_is_a_new_revision_beside_the_old(app: Flask, tmp_path: Path) -> None:
    first = catalogue.publish(sample_lesson())
    document = first.document
    second = catalogue.publish(read_package(changed(tmp_path)))
    db.session.commit()
    db.session.expire_all()
    assert (first.number, second.number) == (1, 2)
    assert first.document == document
    assert catalogue.lesson_of(first) == sample_lesson()
    assert catalogue.lesson_of(second).words["mk"].title == "Играме заедно"
    assert catalogue.newest("sample") is second
    assert catalogue.find_revision("sample", 1) is first
    assert list(catalogue.published()) == [second]


def test_going_back_to_an_old_text_is_a_third_revision(app: Flask, tmp_path: Path) -> None:
    for lesson in (sample_lesson(), read_package(changed(tmp_path)), sample_lesson()):
        catalogue.publish(lesson)
    assert [catalogue.newest("sample").number] == [3]


def test_what_is_not_there_is_not_found(app: Flask) -> None:
    assert catalogue.newest("nothing") is None
    assert catalogue.find_revision("sample", 1) is None
    assert list(catalogue.published()) == []


def test_bundled_lessons_are_published_once_and_in_order(app: Flask) -> None:
    first = catalogue.import_bundled()
    db.session.commit()
    assert catalogue.import_bundled() == first
    bands = [revision.row.band for revision in catalogue.published()]
    assert bands == sorted(bands, key=BANDS.index)
    assert len(bands) == len(catalogue.bundled_folders())
