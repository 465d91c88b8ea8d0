"""The texts that a lesson needs in each language: what stands in a words file, key by key."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from quizapp.lessons.document import Structure
from quizapp.lessons.guide import GuideWords
from quizapp.lessons.steps import Step

Texts = Mapping[str, str]


def text_keys(structure: Structure) -> list[str]:
    """Every key in the order in which the lesson says it: "title", …, "steps.hello.heading", …"""
    return [*head_keys(structure), *(key for step in structure.steps for key in step_keys(step))]


def head_keys(structure: Structure) -> list[str]:
    """The texts besides the steps: title, summary, objectives and the teacher's guide."""
    guide = structure.guide
    tables = {
        "timing": [slot.id for slot in guide.timing],
        "discuss": guide.discuss,
        "avoid": guide.avoid,
    }
    objectives = [f"objectives.{one}" for one in structure.objectives]
    return ["title", "summary", *objectives, *(f"guide.{key}" for key in _keys(GuideWords, tables, {}))]


def step_keys(step: Step) -> list[str]:
    """The texts of one step: "steps.<id>.heading" and so on."""
    keys = _keys(step.words_class(), step.word_ids(), step.pictures())
    return [f"steps.{step.id}.{key}" for key in keys]


def nested(texts: Texts) -> dict[str, Any]:
    """The same as tables within tables, as a words file has it."""
    whole: dict[str, Any] = {}
    for key, text in texts.items():
        *path, last = key.split(".")
        part = whole
        for name in path:
            part = part.setdefault(name, {})
        part[last] = text
    return whole


def flat(words: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """Every text of a words file by its key: the other way round."""
    found: dict[str, str] = {}
    for name, value in words.items():
        if isinstance(value, str):
            found[prefix + name] = value
        elif isinstance(value, Mapping):
            found |= flat(value, f"{prefix}{name}.")
    return found


def _keys(
    model: type[BaseModel], ids: Mapping[str, Sequence[str]], pictures: Mapping[str, str], at: str = ""
) -> Iterator[str]:
    """The keys of a model of words; alternative texts only where there is a picture."""
    for name, field in model.model_fields.items():
        place = f"{at}.{name}" if at else name
        kind = field.annotation
        if name == "alt":
            if at in pictures:
                yield place
        elif name == "alts":
            plain = [table for table, inner in _tables(model).items() if inner is str]
            places = [picture.split(".") for picture in pictures if picture]
            yield from (f"alts.{one}" for table, one in places if table in plain)
        elif kind is str:
            yield place
        elif get_origin(kind) is dict:
            inner = get_args(kind)[1]
            for one in ids.get(name, ()):
                if inner is str:
                    yield f"{place}.{one}"
                else:
                    yield from _keys(inner, ids, pictures, f"{place}.{one}")
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from _keys(kind, ids, pictures, place)


def _tables(model: type[BaseModel]) -> dict[str, Any]:
    """What the tables of a model hold for each id."""
    return {
        name: get_args(field.annotation)[1]
        for name, field in model.model_fields.items()
        if get_origin(field.annotation) is dict
    }
