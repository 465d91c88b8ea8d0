"""What colleagues write while the page is open: so that whoever translates sees the other language grow."""

from datetime import UTC, datetime, timedelta

from flask import abort, jsonify, request
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from quizapp import clock
from quizapp.accounts.access import polled, trainer_only
from quizapp.authoring import drafts, posted
from quizapp.authoring.blueprint import authoring
from quizapp.authoring.models import DraftText
from quizapp.authoring.scripts import in_json_to_scripts
from quizapp.db import db

# What was being written while the page last asked was not there yet.
OVERLAP = timedelta(seconds=10)


@authoring.get("/<lesson:lesson_id>/news")
@in_json_to_scripts
@trainer_only
@polled
def news(lesson_id: str) -> ResponseReturnValue:
    """Texts changed since the moment that the page names, and now, for the next time; both in seconds."""
    draft, now = drafts.draft_for(lesson_id), clock.now().timestamp()
    changed = select(DraftText).where(
        DraftText.lesson_id == draft.lesson_id, DraftText.changed_at >= _since()
    )
    texts = {
        posted.text_field(row.language, row.key): {"text": row.text, "base": posted.token(row)}
        for row in db.session.scalars(changed)
    }
    return jsonify(now=now, texts=texts)


def _since() -> datetime:
    try:
        return datetime.fromtimestamp(float(request.args.get("since", "")), UTC) - OVERLAP
    except (ValueError, OverflowError, OSError):
        abort(400)
