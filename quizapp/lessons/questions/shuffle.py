"""An order of showing that gives the answer away to nobody, yet is the same for everybody."""

from collections.abc import Sequence
from hashlib import sha256


def shuffled(ids: Sequence[str]) -> tuple[str, ...]:
    """The ids in an order that depends on them alone and is never the given one."""
    seed = ",".join(sorted(ids))
    mixed = sorted(ids, key=lambda one: sha256(f"{seed}/{one}".encode()).digest())
    if mixed == list(ids):
        mixed = mixed[1:] + mixed[:1]
    return tuple(mixed)
