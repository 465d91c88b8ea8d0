"""What a script that saved is told, so that the page can show it without being loaded again."""

from collections.abc import Mapping
from dataclasses import asdict

from flask_babel import ngettext

from quizapp.authoring import posted
from quizapp.authoring.editor_page import EditorPage
from quizapp.authoring.placing import step_of
from quizapp.authoring.posted import HEAD
from quizapp.authoring.saving import PartMet, TextMet

TOLD = ("field", "kind", "place", "text", "lead", "reason", "word")  # of a note, where it has them


def answer_for(page: EditorPage, anew: bool) -> Mapping[str, object]:
    """The page after saving, as far as it can have changed; anew: every step has to be measured again."""
    saved = page.saved
    steps = {step.id: page.digest(step) for step in page.structure.steps}
    return {
        "saved": saved.texts,
        "digests": {**steps, HEAD: page.head_digest},
        "conflicts": [_conflict(page, one) for one in saved.met],
        "homeless": [sent.name for sent in saved.homeless],
        "too_long": [sent.name for sent in saved.too_long],
        "impossible": [f"d.{name}" for name in saved.impossible],
        "marks": page.marks(),
        "problems": len(page.wrong),
        "told": [{name: getattr(one, name) for name in TOLD if getattr(one, name)} for one in page.notes],
        "meters": {
            name: [asdict(one) for one in said]
            for name, said in page.meters.items()
            if anew or name in {HEAD, *map(step_of, saved.texts)}
        },
        "limits": page.limits,
        "counts": {"wrong": wrong_count(len(page.wrong)), "warning": warning_count(len(page.warnings))},
        "tallies": _tallies(page),
    }


def wrong_count(number: int) -> str:
    """How much keeps a lesson back, as a sentence."""
    return ngettext(
        "%(num)s thing keeps this lesson from being published",
        "%(num)s things keep this lesson from being published",
        number,
    )


def warning_count(number: int) -> str:
    """How much asks for a reason, as a sentence."""
    return ngettext("%(num)s thing to think about", "%(num)s things to think about", number)


def _tallies(page: EditorPage) -> Mapping[str, Mapping[str, str]]:
    """What is to be done in each step, in words."""
    tallies: dict[str, dict[str, str]] = {}
    for name in (HEAD, *(step.id for step in page.structure.steps)):
        if number := sum(note.kind != "warning" for note in page.said_in(name)):
            tallies.setdefault(name, {})["open"] = ngettext("%(num)s to do", "%(num)s to do", number)
    for step in page.structure.steps:
        if number := page.to_check(step):
            said = ngettext("%(num)s to check", "%(num)s to check", number)
            tallies.setdefault(step.id, {})["check"] = said
    return tallies


def _conflict(page: EditorPage, one: TextMet | PartMet) -> Mapping[str, object]:
    if isinstance(one, TextMet):
        who = page.who(one.theirs.changed_by)
        version = posted.token(one.theirs)
        return {"field": one.sent.name, "theirs": one.theirs.text, "version": version, "who": who}
    lines = [f"{one.name}: {one.theirs}" for one in page.differences(one.name)]
    return {"field": f"s.{one.name}", "theirs": "\n".join(lines), "version": "", "who": ""}
