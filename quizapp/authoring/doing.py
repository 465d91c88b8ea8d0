"""The buttons of the editor: what each does to the draft, and where the page goes on."""

from collections.abc import Callable, Mapping

from quizapp.accounts.models import Person
from quizapp.authoring import arranging, changing, changing_head, drafts, writing
from quizapp.authoring.models import Draft
from quizapp.authoring.posted import HEAD, text_field
from quizapp.lessons.document import Structure
from quizapp.lessons.steps import Step
from quizapp.lessons.texts import head_keys, step_keys


class NoSuchAction(Exception):
    """The button names something that isn't there, or nothing at all."""


def act(draft: Draft, person: Person, do: str, language: str) -> str:
    """Do what a button says; the id of the element to go on at. language: of the text that comes next.

    Raises NoSuchAction, NotYours.
    """
    verb, *values = do.split(":")
    if verb not in VERBS:
        raise NoSuchAction(do)
    try:
        return VERBS[verb](draft, person, language, *values)
    except (KeyError, TypeError, ValueError, writing.UnknownText) as error:
        raise NoSuchAction(do) from error


def _add(draft: Draft, person: Person, language: str, kind: str, question: str, after: str) -> str:
    step_id = arranging.add_step(draft, person, kind, question or None, after or None)
    return text_field(language, f"steps.{step_id}.heading")


def _copy(draft: Draft, person: Person, language: str, step_id: str) -> str:
    return text_field(language, f"steps.{arranging.copy_step(draft, person, step_id)}.heading")


def _move(draft: Draft, person: Person, _language: str, step_id: str, to: str) -> str:
    arranging.move_step(draft, person, step_id, int(to))
    return f"step-{step_id}"


def _move_by(by: int) -> Callable[..., str]:
    def move(draft: Draft, person: Person, _language: str, step_id: str) -> str:
        ids = _ids(draft)
        at = ids.index(step_id)
        arranging.move_step(draft, person, step_id, max(0, at + by))
        return f"{'up' if by < 0 else 'down'}-{step_id}"  # the cursor stays on the button

    return move


def _remove(draft: Draft, person: Person, _language: str, step_id: str) -> str:
    arranging.remove_step(draft, person, step_id)
    return "out"  # where it stood, with the way back


def _put_back(draft: Draft, person: Person, _language: str, step_id: str) -> str:
    arranging.put_back(draft, person, step_id)
    return f"step-{step_id}"


def _confirm(draft: Draft, person: Person, _language: str, language: str, key: str) -> str:
    writing.confirm(draft, person, language, key)
    return text_field(language, key)


def _item_add(draft: Draft, person: Person, language: str, step_id: str, table: str) -> str:
    before, after = _change_things(
        draft,
        person,
        step_id,
        lambda structure: changing_head.with_thing(structure, table),
        lambda step: changing.with_thing(step, table),
    )
    return text_field(language, next(key for key in after if key not in before))


def _item_remove(draft: Draft, person: Person, _language: str, step_id: str, table: str, thing: str) -> str:
    _change_things(
        draft,
        person,
        step_id,
        lambda structure: changing_head.without_thing(structure, table, thing),
        lambda step: changing.without_thing(step, table, thing),
    )
    return f"more-{step_id}-{table}"


def _item_move_by(by: int) -> Callable[..., str]:
    def move(draft: Draft, person: Person, _language: str, step_id: str, table: str, thing: str) -> str:
        _change_things(
            draft,
            person,
            step_id,
            lambda structure: changing_head.with_moved_thing(structure, table, thing, by),
            lambda step: changing.with_moved_thing(step, table, thing, by),
        )
        return f"{'up' if by < 0 else 'down'}-{step_id}-{table}-{thing}"

    return move


def _change_things(
    draft: Draft,
    person: Person,
    step_id: str,
    of_head: Callable[[Structure], Mapping[str, object]],
    of_step: Callable[[Step], Step],
) -> tuple[list[str], list[str]]:
    """Change a list of the head or of a step; the keys of its texts before and after."""
    structure = drafts.structure_of(draft)
    if step_id == HEAD:
        base = arranging.digest(arranging.head_of(structure))
        arranging.change_head(draft, person, of_head(structure), base)
        return head_keys(structure), head_keys(drafts.structure_of(draft))
    step = structure.steps[_ids(draft).index(step_id)]
    changed = of_step(step)
    arranging.change_step(draft, person, changed, arranging.digest(step))
    return step_keys(step), step_keys(changed)


def _ids(draft: Draft) -> list[str]:
    return [step.id for step in drafts.structure_of(draft).steps]


VERBS: Mapping[str, Callable[..., str]] = {
    "save": lambda *_all: "",
    "word": lambda _draft, _person, _language, _of, _key, _word: "",  # only leads to another page
    "add": _add,
    "add_after": lambda _draft, _person, _language, _step_id: "add",  # only opens the menu there
    "copy": _copy,
    "up": _move_by(-1),
    "down": _move_by(1),
    "move": _move,
    "remove": _remove,
    "put_back": _put_back,
    "confirm": _confirm,
    "item_add": _item_add,
    "item_remove": _item_remove,
    "item_up": _item_move_by(-1),
    "item_down": _item_move_by(1),
}
