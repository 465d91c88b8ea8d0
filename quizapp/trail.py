"""The trail: who did what that matters, written once and never changed (the database refuses it)."""

import json
from datetime import datetime
from typing import Literal

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp import clock
from quizapp.db import Base, Instant, db

Deed = Literal[
    "invited", "invitation_revoked", "joined", "forgotten", "role_given", "role_taken", "languages_set",
    "locked_out", "let_in_again",
    "reset_link_made", "second_step_set", "second_step_removed", "recovery_codes_made",
    "draft_begun", "draft_changed", "draft_imported", "draft_brought_back", "submitted", "commented",
    "changes_asked", "approved", "published", "withdrawn", "given_back",
    "picture_added", "helpline_proposed", "helpline_confirmed", "helpline_dropped",
]  # fmt: skip


class TrailEntry(Base):
    """One deed. Nobody's name stands here: the number of an erased person leads nowhere."""

    __tablename__ = "trail"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    actor_id: Mapped[int | None]  # a person's number without a foreign key; none for the command line
    deed: Mapped[str] = mapped_column(String(30), index=True)
    subject: Mapped[str] = mapped_column(String(80), index=True)  # "lesson:a4", "person:7", "school:3" …
    detail: Mapped[str] = mapped_column(Text, default="{}")  # JSON: text -> text or number


def record(actor_id: int | None, deed: Deed, subject: str, **detail: str | int | None) -> None:
    """Add a deed to the trail, in the transaction of the deed itself."""
    written = json.dumps(detail, ensure_ascii=False, sort_keys=True)
    db.session.add(TrailEntry(at=clock.now(), actor_id=actor_id, deed=deed, subject=subject, detail=written))
