"""What the topics of lessons are called."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

# Translators: topics of lessons, for teachers and trainers.
TOPIC_NAMES: Mapping[str, object] = {
    "rights": _l("Children's rights"),
    "feelings": _l("Feelings"),
    "trusted_adults": _l("Adults one can trust"),
    "secrets": _l("Secrets"),
    "asking_first": _l("Asking first"),
    "offers": _l("Offers"),
    "work": _l("Children and work"),
    "online": _l("On the internet"),
    "pressure": _l("Pressure"),
    "helpers": _l("People who help"),
    "trafficking": _l("Child trafficking"),
    "relationships": _l("Relationships"),
    "law": _l("The law"),
    "friends": _l("Friendship"),
}
