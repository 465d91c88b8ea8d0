"""How a class answered a question: rows to draw, and the commonest misunderstanding."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizapp.lessons.questions.question import Choice


@dataclass(frozen=True)
class Row:
    """One thing that could be chosen; right is None where nothing is right or wrong."""

    id: str
    label: str
    count: int
    right: bool | None


@dataclass(frozen=True)
class KindSummary:
    """total: answers counted; right: how many of them were right as a whole."""

    total: int
    right: int
    rows: tuple[Row, ...]
    misunderstanding: str | None


def summed(rows: Sequence[Row], choices: Sequence[Choice], key: Choice | None) -> KindSummary:
    """The summary of rows already counted."""
    wrong = [row for row in rows if row.right is False and row.count]
    worst = max(wrong, key=lambda row: row.count, default=None)
    return KindSummary(
        total=len(choices),
        right=sum(choice == key for choice in choices) if key is not None else 0,
        rows=tuple(rows),
        misunderstanding=worst.label if worst else None,
    )


def choice_rows(labels: Mapping[str, str], right: Iterable[str] | None, chosen: Iterable[str]) -> list[Row]:
    """A row for every id that could be chosen, chosen or not."""
    counts = Counter(chosen)
    keys = None if right is None else set(right)
    return [
        Row(one, label, counts[one], None if keys is None else one in keys) for one, label in labels.items()
    ]


def placed_rows(
    labels: Mapping[tuple[str, str], str],
    right: Mapping[str, str],
    placed: Iterable[Mapping[str, str]],
) -> list[Row]:
    """A row for every thing at every place; a wrong place nobody chose is left out."""
    counts = Counter(pair for one in placed for pair in one.items())
    rows = [
        Row(f"{thing}.{place}", label, counts[thing, place], right[thing] == place)
        for (thing, place), label in labels.items()
    ]
    return [row for row in rows if row.count or row.right]
