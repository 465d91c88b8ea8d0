"""Helplines in the words of the people who keep them."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

# Translators: what is known of a telephone number for help; for administrators.
FACT_NAMES: Mapping[str, object] = {
    "name": _l("Name"),
    "audience": _l("Whom it is for"),
    "hours": _l("Hours"),
    # Translators: which languages are spoken at a telephone number.
    "languages": _l("Languages spoken"),
    # Translators: from which telephones or networks a number can be called for free.
    "free_from": _l("Free of charge from"),
    "cost": _l("Cost"),
    # Translators: whether a call is left in the telephone's list of calls or on the bill.
    "call_trace": _l("What a call leaves behind"),
}
STANDING_NAMES: Mapping[str, object] = {
    # Translators: of a telephone number for help; for administrators.
    "shown": _l("Shown to pupils"),
    # Translators: of a telephone number for help; for administrators.
    "hidden": _l("Hidden from pupils"),
    # Translators: of a telephone number for help, whose confirmation has ended; for administrators.
    "expired": _l("Expired, so hidden from pupils"),
}
