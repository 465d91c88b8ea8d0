"""What the tests of reviewing do again and again."""

from collections.abc import Mapping, Sequence

from quizapp.accounts.models import Person
from quizapp.authoring import drafts, handing_over, history, reviewing, writing
from quizapp.authoring.checking import advice_on
from quizapp.authoring.models import Draft, Submission


def change(draft: Draft, person: Person, language: str, key: str, text: str) -> None:
    """One text in one language."""
    present = drafts.texts_of(draft)[language].get(key)
    writing.write(draft, person, language, key, text, present.version if present else 0)
    history.keep(draft, person)


def rewrite(draft: Draft, person: Person, key: str, mk: str, sq: str) -> None:
    """One text in both languages, in step afterwards."""
    change(draft, person, "mk", key, mk)
    change(draft, person, "sq", key, sq)


def reasons(draft: Draft) -> dict[str, str]:
    """A reason for every warning."""
    return {one.identity: "така треба" for one in advice_on(draft)}


def hand_over(draft: Draft, person: Person, note: str = "ново") -> Submission:
    return handing_over.submit(draft, person, note, reasons(draft))


def approved_by(draft: Draft) -> Mapping[str, Sequence[int]]:
    return {
        language: [person.id for person in people] for language, people in reviewing.approvers(draft).items()
    }
