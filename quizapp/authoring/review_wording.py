"""What keeps somebody from approving, and a lesson from being published, in sentences."""

from flask_babel import gettext as _

from quizapp.authoring.reviewing import Bar


def bar_sentence(bar: Bar) -> str:
    """Why a person may not approve a language."""
    return {
        "not_a_trainer": _("Only trainers approve lessons."),
        "other_language": _(
            "Your account doesn't say that you read this language well. You can say so there."
        ),
        "own_text": _(
            "You have written in this language since the last version, so somebody else approves it."
        ),
    }[bar]


def missing_sentence(missing: str) -> str:
    """What a lesson lacks to be published."""
    return {
        "mk": _("Nobody has approved the Macedonian yet."),
        "sq": _("Nobody has approved the Albanian yet."),
        "structure": _(
            "The same person approved everything and changed the steps: somebody else must approve, too."
        ),
    }[missing]
