"""The shelf of all lessons, and how a new one gets onto it."""

from itertools import groupby

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from wtforms import RadioField, StringField
from wtforms.validators import InputRequired, Length, ValidationError

from quizapp.accounts.access import signed_in, trainer_only
from quizapp.authoring import drafts, naming
from quizapp.authoring.blueprint import Page, authoring
from quizapp.authoring.search import search
from quizapp.authoring.shelf import Entry, shelf
from quizapp.db import db
from quizapp.forms import ActionForm, StaffForm, tidy
from quizapp.forms import lazy_text as _l
from quizapp.languages import PUPIL_LANGUAGES, current_language
from quizapp.lessons import catalogue
from quizapp.lessons.document import BANDS
from quizapp.lessons.topics import TOPIC_NAMES

STATE_NAMES = {
    # Translators: states of a lesson, for trainers.
    "draft": _l("Draft"),
    "in_review": _l("In review"),
    "published": _l("Published"),
    "newer_draft": _l("Published, with a newer draft"),
    "withdrawn": _l("Withdrawn"),
}
MOST_LETTERS = 120
LINE = Length(max=MOST_LETTERS, message=_l("This is too long."))


class NewLessonForm(StaffForm):
    """A lesson to begin: for whom, and what it is called for now, in either language."""

    band = RadioField(
        _l("For which grades?"),
        choices=lambda: [(band, band.replace("-", "–")) for band in BANDS],
        validators=[InputRequired(_l("Please choose the grades."))],
    )
    title_mk = StringField(_l("Macedonian"), filters=[tidy], validators=[LINE])
    title_sq = StringField(_l("Albanian"), filters=[tidy], validators=[LINE])

    def titles(self) -> dict[str, str]:
        """Those that were given."""
        given = {"mk": self.title_mk.data, "sq": self.title_sq.data}
        return {language: title for language, title in given.items() if title}

    def validate_title_sq(self, _field: StringField) -> None:
        """One title is enough, in whichever language somebody thinks."""
        if not self.titles():
            raise ValidationError(_("Please give the lesson a title, in one of the languages."))


@authoring.get("", endpoint="shelf")
@trainer_only
def shelf_page() -> str:
    """Everything, or what is asked for: by band, topic, state, or words in it."""
    asked = {name: request.args.get(name, "") for name in ("q", "band", "topic", "state")}
    hits = search(asked["q"][:MOST_LETTERS]) if asked["q"].strip() else None
    entries = [one for one in shelf() if _fits(one, asked) and (not hits or one.lesson_id in hits.lesson_ids)]
    return render_template(
        "authoring/shelf.html",
        bands=[(band, list(group)) for band, group in groupby(entries, key=lambda one: one.band)],
        count=len(entries),
        asked=asked,
        hits=hits,
        states=STATE_NAMES,
        topics=TOPIC_NAMES,
        all_bands=BANDS,
        place_name=naming.place_name,
        title_language=_title_language,
        action=ActionForm(),
    )


@authoring.route("/new", methods=["GET", "POST"])
@trainer_only
def new() -> Page:
    form = NewLessonForm()
    if not form.validate_on_submit():
        return render_template("authoring/new.html", form=form), 400 if form.is_submitted() else 200
    draft = drafts.begin(signed_in(), form.band.data, form.titles())
    db.session.commit()
    return redirect(url_for("authoring.editor", lesson_id=draft.lesson_id))


@authoring.post("/adapt/<lesson_id>")
@trainer_only
def adapt(lesson_id: str) -> Page:
    """Begin a draft as a copy of what is published."""
    revision = catalogue.newest(lesson_id) or abort(404)
    if not ActionForm().validate_on_submit():
        return render_template(
            "authoring/adapt.html", revision=revision, action=ActionForm(formdata=None)
        ), 400
    draft = drafts.adapt(signed_in(), revision)
    db.session.commit()
    flash(_("This is your copy. The lesson it was made from stays as it is."))
    return redirect(url_for("authoring.editor", lesson_id=draft.lesson_id))


def _fits(entry: Entry, asked: dict[str, str]) -> bool:
    return (
        asked["band"] in ("", entry.band)
        and asked["state"] in ("", entry.state)
        and (not asked["topic"] or asked["topic"] in entry.topics)
    )


def _title_language(entry: Entry) -> str:
    """The reader's language if the lesson has a title in it, else one in which it has."""
    wanted = [current_language(), *PUPIL_LANGUAGES]
    return next((one for one in wanted if entry.titles.get(one)), PUPIL_LANGUAGES[0])
