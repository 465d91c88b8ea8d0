"""The base of every staff form: own messages in the reader's language, and its token checked in the form.

A stale token is an error on the form like any other, so the page comes back with everything that was entered.
"""

from collections.abc import Callable
from typing import Any, cast

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from flask_wtf.csrf import _FlaskFormCSRF
from wtforms import ValidationError

# WTForms' annotations ask for str; it takes whatever reads as one when the page is made.
lazy_text = cast(Callable[[str], str], lazy_gettext)
_l = lazy_text
# What WTForms may say by itself; named here so that the catalogs know it.
SAID_BY_WTFORMS = (_l("Not a valid choice."), _l("Invalid Choice: could not coerce."))


def tidy(text: str | None) -> str | None:
    """One line without stray spaces or control characters."""
    return text and " ".join("".join(c if c.isprintable() else " " for c in text).split())


class _Catalog:
    """WTForms' own sentences from our catalogs: it brings none in Macedonian or Albanian."""

    def gettext(self, string: str) -> str:
        return _(string)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return _(singular if n == 1 else plural)


class _Token(_FlaskFormCSRF):  # type: ignore[misc]
    """The token with a sentence of our own: Flask-WTF's are English only."""

    def validate_csrf_token(self, form: Any, field: Any) -> None:
        try:
            super().validate_csrf_token(form, field)
        except ValidationError as error:
            raise ValidationError(
                _("This page was open for too long. Nothing is lost: send it once more.")
            ) from error


class StaffForm(FlaskForm):  # type: ignore[misc]
    """A form with a token."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        csrf_class = _Token

        def get_translations(self, form: Any) -> _Catalog:
            return _Catalog()


class ActionForm(StaffForm):
    """A single button: nothing but the token."""
