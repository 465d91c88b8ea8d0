"""Where a text stands in a lesson, in words that a translator understands."""

from flask_babel import gettext as _

from quizapp.authoring.exchange.source import Source

HEAD = {"objectives", "guide"}


def where(source: Source, key: str, language: str) -> str:
    """Such as: step 3, feedback for “Topka”. language: that of texts quoted."""
    parts = key.split(".")
    if parts[0] != "steps":
        return _head(parts)
    number = next(n for n, step in enumerate(source.structure.steps, start=1) if step.id == parts[1])
    # Translators: the place of a text in a lesson, for translators; "part" is one of the sentences below.
    return _("Step %(n)s: %(part)s", n=number, part=_part(source, parts, language))


def _head(parts: list[str]) -> str:
    names = {
        "title": _("the title of the lesson"),
        "summary": _("the lesson in one sentence"),
        "objectives": _("an objective"),
        "goal": _("guide for the teacher: the goal"),
        "before": _("guide for the teacher: before the lesson"),
        "disclosure": _("guide for the teacher: if a child confides"),
        "timing": _("guide for the teacher: a part of the hour"),
        "discuss": _("guide for the teacher: a question to talk about"),
        "avoid": _("guide for the teacher: what not to say"),
    }
    return names[parts[1] if parts[0] == "guide" else parts[0]]


def _part(source: Source, parts: list[str], language: str) -> str:
    step = source.structure.steps[[one.id for one in source.structure.steps].index(parts[1])]
    is_question, last = step.kind == "question", parts[-1]
    if parts[2:] == ["heading"]:
        return _("the question") if is_question else _("heading")
    if parts[2:] == ["text"]:
        return _("a sentence before the question") if is_question else _("text")
    if last == "alt" or "alts" in parts:
        return _("what the picture shows, for those who can't see it")
    if parts[2] == "feedback":
        return (
            _("feedback when all is right")
            if last == "right"
            else _("feedback when something isn't right yet")
        )
    if last == "feedback":
        return _feedback(source, parts, language)
    names = {
        "bubbles": _("somebody speaks"),
        "choices": _("a choice"),
        "items": _("something to put in order"),
        "left": _("something to match, on the left"),
        "right": _("something to match, on the right"),
        "buckets": _("a box to sort into"),
        "cards": _("a card to sort"),
    }
    return names[parts[2]]


def _feedback(source: Source, parts: list[str], language: str) -> str:
    if parts[3] in ("true", "false"):
        return _("feedback for “True”") if parts[3] == "true" else _("feedback for “Not true”")
    chosen = source.text(language, ".".join([*parts[:-1], "text"]))
    return _("feedback for “%(choice)s”", choice=chosen[:60] or parts[3])
