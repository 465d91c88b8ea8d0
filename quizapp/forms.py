"""The base of every staff form: own messages in the reader's language, and its token checked in the form.

A stale token is an error on the form like any other, so the page comes back with everything that was entered.
"""

from typing import Any

from flask_babel import gettext as _
from flask_wtf import FlaskForm


class _Catalog:
    """WTForms' own sentences from our catalogs: it brings none in Macedonian or Albanian."""

    def gettext(self, string: str) -> str:
        return _(string)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return _(singular if n == 1 else plural)


class StaffForm(FlaskForm):  # type: ignore[misc]
    """A form with a token."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        def get_translations(self, form: Any) -> _Catalog:
            return _Catalog()


class ActionForm(StaffForm):
    """A single button: nothing but the token."""
