"""The office in words: roles, states, and a sentence for every deed on the trail."""

from collections.abc import Mapping

from flask_babel import gettext as _

from quizapp.forms import lazy_text as _l
from quizapp.languages import NAMES
from quizapp.office.deeds import detail_of
from quizapp.trail import TrailEntry

ROLE_NAMES: Mapping[str, str] = {
    # Translators: what somebody is on this site; in lists and beside boxes to tick.
    "teacher": _l("Teacher"),
    "trainer": _l("Trainer"),
    "administrator": _l("Administrator"),
}
STATES: Mapping[str, str] = {
    # Translators: how somebody's account stands.
    "open": _l("Can sign in"),
    "without_second_step": _l("Second step of signing in not set up yet"),
    "locked_out": _l("Locked out"),
}
SUBJECTS: Mapping[str, str] = {
    # Translators: what a deed on the trail was about.
    "person": _l("Person"),
    "school": _l("School or organisation"),
    "lesson": _l("Lesson"),
    "picture": _l("Picture"),
    "helpline": _l("Number for help"),
}
# Translators: from here on deeds on the trail, after the name of who did them: "Ana Petrovska | published".
DEEDS: Mapping[str, str] = {
    "invited": _l("invited somebody"),
    "invitation_revoked": _l("revoked an invitation"),
    "joined": _l("became staff by an invitation"),
    "forgotten": _l("erased an account"),
    "role_given": _l("gave a role"),
    "role_taken": _l("took a role away"),
    "languages_set": _l("noted the languages read well"),
    "locked_out": _l("locked somebody out"),
    "let_in_again": _l("let somebody in again"),
    "reset_link_made": _l("made a link to choose a new password"),
    "second_step_set": _l("set up the second step of signing in"),
    "second_step_removed": _l("removed the second step of signing in"),
    "recovery_codes_made": _l("made new recovery codes"),
    "draft_begun": _l("began a draft"),
    "draft_changed": _l("changed a draft"),
    "draft_imported": _l("brought a file into a draft"),
    "draft_brought_back": _l("brought an earlier version back"),
    "submitted": _l("submitted a draft for review"),
    "commented": _l("commented on a draft"),
    "changes_asked": _l("asked for changes"),
    "approved": _l("approved a language"),
    "published": _l("published a lesson"),
    "withdrawn": _l("withdrew a lesson"),
    "given_back": _l("gave a withdrawn lesson back"),
    "picture_added": _l("added a picture"),
    "helpline_proposed": _l("proposed a number for help"),
    "helpline_confirmed": _l("confirmed a number for help"),
    "helpline_dropped": _l("dropped a proposed number for help"),
}


def who(entry: TrailEntry, names: Mapping[str, str]) -> str:
    """Who did it."""
    if entry.actor_id is None:
        # Translators: who did something: whoever runs the server, by a command.
        return _("the server's command line")
    return names.get(f"person:{entry.actor_id}") or _("somebody who is not here any more")


def about(entry: TrailEntry, names: Mapping[str, str]) -> str:
    """What it was about: a name, or the neutral id of a lesson, a picture or a number."""
    kind, _colon, key = entry.subject.partition(":")
    if kind == "person":
        return names.get(entry.subject) or _("somebody who is not here any more")
    if kind == "lesson":
        return key.upper()
    return names.get(entry.subject) or key


def details(entry: TrailEntry) -> str:
    """What else was written down, in the reader's words where there are any."""
    return " · ".join(
        _value(key, value) for key, value in detail_of(entry).items() if value not in (None, "")
    )


def _value(key: str, value: str | int | None) -> str:
    text = str(value)
    if key == "role":
        return str(ROLE_NAMES.get(text, text))
    if key in ("language", "languages"):
        return ", ".join(NAMES.get(one, one) for one in text.split())
    return text
