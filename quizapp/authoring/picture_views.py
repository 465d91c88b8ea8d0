"""Pictures for lessons: look through them, choose one for a step, bring one."""

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from quizapp.accounts.access import signed_in, trainer_only
from quizapp.accounts.forms import text_of
from quizapp.authoring.blueprint import Page, authoring
from quizapp.authoring.larger import takes_files
from quizapp.authoring.picture_form import PictureForm
from quizapp.authoring.pictures import Shelves, matching, picture_shelves
from quizapp.db import db
from quizapp.lessons.media import keep_picture
from quizapp.lessons.rebuilding import MOST_BYTES
from quizapp.lessons.wording import LICENCE_NAMES

GROUPS = {
    # Translators: groups of pictures that trainers choose from.
    "uploaded": _l("Uploaded pictures"),
    "scenes": _l("Scenes"),
    "cast": _l("People of the stories"),
    "things": _l("Things"),
    "animals": _l("Animals"),
}


@authoring.app_template_global()
def all_pictures() -> Shelves:
    """Every picture by group, read once for a page."""
    if "pictures" not in g:
        g.pictures = picture_shelves()
    shelves: Shelves = g.pictures
    return shelves


@authoring.app_template_global()
def picture_name(picture_id: str, language: str) -> str:
    """What a picture is called; its id if there is no such picture."""
    choices = (one for group in all_pictures().values() for one in group)
    return next((one.names[language] for one in choices if one.id == picture_id), picture_id)


@authoring.get("/pictures")
@trainer_only
def pictures() -> str:
    question = request.args.get("q", "")
    shelves = matching(all_pictures(), question)
    return render_template(
        "authoring/pictures.html", shelves=shelves, groups=GROUPS, q=question, licences=LICENCE_NAMES
    )


@authoring.get("/pictures/choose")
@trainer_only
def choose_picture() -> str:
    """The inside of the dialog in which one is chosen."""
    return render_template("authoring/pictures_grid.html", shelves=all_pictures(), groups=GROUPS)


@authoring.route("/pictures/new", methods=["GET", "POST"])
@takes_files(MOST_BYTES)
@trainer_only
def new_picture() -> Page:
    form = PictureForm()
    if not form.validate_on_submit():
        return render_template("authoring/picture_new.html", form=form), 400 if form.is_submitted() else 200
    media = keep_picture(
        signed_in().id, form.picture, text_of(form.title), text_of(form.made_by), form.licence.data
    )
    db.session.commit()
    flash(_("The picture is here: it can be chosen in every lesson now."))
    return redirect(url_for("authoring.pictures", _anchor=media.id))
