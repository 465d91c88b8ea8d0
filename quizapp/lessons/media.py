"""Uploaded pictures at rest: a row each, called by the hash of its bytes, with who made it."""

import re
from collections.abc import Collection, Sequence
from hashlib import sha256

from sqlalchemy import select

from quizapp import clock, trail
from quizapp.db import db
from quizapp.lessons.models import Media, Revision
from quizapp.lessons.pictures import drawing
from quizapp.lessons.rebuilding import Rebuilt

# What is kept of a licence; wording.py says it in words.
LICENCES = ("own", "cc_by", "cc_by_sa", "cc0", "permission")
UPLOADED = re.compile(r"u-[0-9a-f]{24}")


def media_id(data: bytes) -> str:
    """What a picture is called: the same picture has one name."""
    return f"u-{sha256(data).hexdigest()[:24]}"


def keep_picture(person_id: int, picture: Rebuilt, title: str, made_by: str, licence: str) -> Media:
    """Keep a picture with its credit; one that is here already keeps the credit it has."""
    name = media_id(picture.data)
    known = db.session.get(Media, name)
    if known:
        return known
    media = Media(
        id=name,
        mime=picture.mime,
        data=picture.data,
        width=picture.width,
        height=picture.height,
        title=title,
        made_by=made_by,
        licence=licence,
        uploaded_by=person_id,
        uploaded_at=clock.now(),
    )
    db.session.add(media)
    trail.record(person_id, "picture_added", f"picture:{name}", title=title, licence=licence)
    db.session.flush()
    return media


def is_uploaded(picture_id: str) -> bool:
    """Whether an id is one of an uploaded picture, by its look."""
    return UPLOADED.fullmatch(picture_id) is not None


def picture_bytes(picture_id: str) -> bytes | None:
    """The picture as a file."""
    if not is_uploaded(picture_id):
        return None
    return db.session.scalar(select(Media.data).where(Media.id == picture_id))


def known_pictures(ids: Collection[str]) -> set[str]:
    """Those of some ids that are pictures: the app's drawings, or uploaded."""
    uploaded = [one for one in ids if is_uploaded(one)]
    drawn = {one for one in ids if drawing(one)}
    return (
        drawn | set(db.session.scalars(select(Media.id).where(Media.id.in_(uploaded)))) if uploaded else drawn
    )


def all_uploaded() -> Sequence[Media]:
    """Every uploaded picture, the latest first."""
    return db.session.scalars(select(Media).order_by(Media.uploaded_at.desc(), Media.id)).all()


def published_pictures() -> Sequence[Media]:
    """The uploaded pictures that some published revision shows, by title."""
    documents = db.session.scalars(select(Revision.document).where(Revision.document.like('%"u-%')))
    shown = {found for document in documents for found in UPLOADED.findall(document)}
    if not shown:
        return []
    return db.session.scalars(select(Media).where(Media.id.in_(shown)).order_by(Media.title, Media.id)).all()
