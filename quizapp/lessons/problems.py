"""What may be wrong with a package, as data; wording.py turns it into sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

# What may be right all the same: it asks for a reason. Everything else keeps a lesson from being published.
WARNINGS = frozenset(
    {
        "asks_own_story", "be_brave", "blames_child", "blames_strangers", "crowded_screen", "does_not_dare",
        "double_negative", "ends_without_message", "false_promise", "frightening_image", "gendered_form",
        "good_children", "guest_or_in_law", "hard_to_read", "long_on_average", "long_sentence", "many_commas",
        "many_long_words", "many_terms", "not_standard", "other_word", "passive", "says_wrong",
        "teasing_animal", "term_for_older", "unknown_word",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Problem:
    """file is relative to the package; key is dotted, with the ids of steps instead of numbers."""

    code: str
    file: str
    key: str = ""
    parameters: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_warning(self) -> bool:
        return self.code in WARNINGS

    @property
    def identity(self) -> str:
        """What a reason is kept for: the same as long as the same is said of the same place."""
        said = (self.code, self.file, self.key, str(self.parameters.get("detail", "")))
        return sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class PackageProblems(Exception):
    """Everything that is wrong with a package, at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = list(problems)
