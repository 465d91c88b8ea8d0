"""Where a pupil stands with a lesson, in words."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

STANDINGS: Mapping[str, object] = {
    # Translators: where a pupil (of any gender) stands with a lesson; in a table for the teacher.
    "not_started": _l("Not started"),
    # Translators: where a pupil (of any gender) stands with a lesson; in a table for the teacher.
    "taking_part": _l("Taking part"),
    # Translators: where a pupil (of any gender) stands with a lesson; in a table for the teacher.
    "finished": _l("Finished"),
}
