"""The pictures that go along with a lesson; the app's own drawings are everywhere already."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import undefer

from quizapp.authoring.exchange.packed_pictures import credits_file
from quizapp.db import db
from quizapp.lessons.document import Structure
from quizapp.lessons.models import Media


def media_of(structure: Structure) -> Mapping[str, bytes]:
    """Files below media/: each uploaded picture, and who made them."""
    used = {structure.cover, *(one for step in structure.steps for one in step.pictures().values())}
    rows = db.session.scalars(select(Media).where(Media.id.in_(used)).options(undefer(Media.data))).all()
    if not rows:
        return {}
    credits = {row.id: {"title": row.title, "made_by": row.made_by, "licence": row.licence} for row in rows}
    return {"credits.toml": credits_file(credits)} | {f"{row.id}.webp": row.data for row in rows}
