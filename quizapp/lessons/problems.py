"""What may be wrong with a package, as data; wording.py turns it into sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """file is relative to the package; key is dotted, with the ids of steps instead of numbers."""

    code: str
    file: str
    key: str = ""
    parameters: Mapping[str, object] = field(default_factory=dict)


class PackageProblems(Exception):
    """Everything that is wrong with a package, at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = list(problems)
