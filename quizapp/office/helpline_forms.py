"""What an administrator enters about a number: shape only."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from wtforms import BooleanField, DateField, Field, StringField, ValidationError
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from quizapp import clock
from quizapp.forms import StaffForm, tidy
from quizapp.forms import lazy_text as _l
from quizapp.helplines.changing import FACTS, MADE_SURE_WITHIN, Found, NotANumber, dial_of
from quizapp.helplines.models import Helpline
from quizapp.languages import NAMES, PUPIL_LANGUAGES, STAFF_LANGUAGES

# What WTForms may say by itself here; named so that the catalogs know it.
SAID_BY_WTFORMS = (_l("Not a valid date value."),)
LONG = Length(max=200, message=_l("This is too long."))
SHORT = Length(max=40, message=_l("This is too long."))


def _dialled(_form: StaffForm, field: Field) -> None:
    try:
        dial_of(field.data)
    except NotANumber as error:
        raise ValidationError(_("Only digits and spaces, with a + in front if need be.")) from error


class HelplineForm(StaffForm):
    """A number: new, changed, or only confirmed. Below stands a field for every fact and language."""

    number = StringField(
        _l("Number, as it is shown"),
        filters=[tidy],
        validators=[DataRequired(_l("Please enter the number.")), SHORT, _dialled],
    )
    dial = StringField(_l("Number, as it is dialled"), filters=[tidy], validators=[Optional(), _dialled])
    source = StringField(
        _l("Where you know it from"),
        filters=[tidy],
        validators=[DataRequired(_l("Please say where the number is from.")), LONG],
    )
    checked_on = DateField(
        _l("I checked the number on"), validators=[InputRequired(_l("Please say when you checked it."))]
    )
    visible_to_pupils = BooleanField(_l("Show it to pupils"))

    def validate_checked_on(self, field: Field) -> None:
        """What was found out long ago has to be made sure of again."""
        if field.data is None:
            return
        if field.data > clock.today():
            raise ValidationError(_("This day is still to come."))
        if field.data < clock.today() - MADE_SURE_WITHIN:
            raise ValidationError(_("This was too long ago. Please check the number once more."))

    def validate(self, *args: Any, **values: Any) -> bool:
        """Also: no pupil may know less than another because of the language."""
        fine: bool = super().validate(*args, **values)
        for fact in FACTS:
            fields = {code: self.fact(fact, code) for code in PUPIL_LANGUAGES}
            if any(field.data for field in fields.values()) or fact == "name":
                for field in fields.values():
                    if not field.data:
                        field.errors = [*field.errors, _("Pupils of this language need it too.")]
                        fine = False
        return fine

    def fact(self, fact: str, language: str) -> Field:
        """The field for what is known, in one language."""
        field: Field = self[f"{fact}_{language}"]
        return field

    def found(self) -> Found:
        """What was entered."""
        words = {code: {fact: self.fact(fact, code).data or "" for fact in FACTS} for code in STAFF_LANGUAGES}
        assert isinstance(self.checked_on.data, date)
        return Found(
            number=self.number.data or "",
            dial=self.dial.data or "",
            words=words,
            source=self.source.data or "",
            visible_to_pupils=self.visible_to_pupils.data,
            checked_on=self.checked_on.data,
        )


for _fact in FACTS:
    for _code in STAFF_LANGUAGES:
        _field = StringField(NAMES[_code], filters=[tidy], validators=[LONG])
        setattr(HelplineForm, f"{_fact}_{_code}", _field)


def form_for(row: Helpline | None, words: dict[str, dict[str, str]]) -> HelplineForm:
    """The form with what holds now; only the day has to be entered."""
    if row is None:
        return HelplineForm()
    facts = {f"{fact}_{code}": words[code].get(fact, "") for fact in FACTS for code in STAFF_LANGUAGES}
    form = HelplineForm(obj=row, data=facts)
    if not form.is_submitted():
        form.checked_on.data = None
        if row.dial == "".join(row.number.split()):
            form.dial.data = None  # else it would stay behind when the number changes
    return form
