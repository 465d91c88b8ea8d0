"""Changing a question about cards and buckets."""

from quizapp.lessons.questions.editing import (
    Editing,
    Fields,
    Raw,
    take_mode,
    take_picture_table,
    tidy_picture_table,
)


def card(new_id: str) -> Raw:
    return {"id": new_id, "bucket": "b1"}


def start() -> Raw:
    cards = [card("c1"), card("c2"), card("c3")]
    return {"kind": "buckets", "mode": "practice", "buckets": ["b1", "b2"], "cards": cards}


def take(raw: Raw, fields: Fields) -> None:
    take_mode(raw, fields)
    take_picture_table(raw, fields, "buckets", "bucket_pictures")
    for one in raw["cards"]:
        one["bucket"] = fields.get(f"cards.{one['id']}.bucket") or one["bucket"]
        one["picture"] = fields.get(f"cards.{one['id']}.picture") or None


def tidy(raw: Raw) -> None:
    tidy_picture_table(raw, "buckets", "bucket_pictures")
    for one in raw["cards"]:
        # A card whose bucket was taken out lies in the first one that is left.
        if one["bucket"] not in raw["buckets"] and raw["buckets"]:
            one["bucket"] = raw["buckets"][0]


EDITING = Editing(start, {"buckets": str, "cards": card}, take, tidy)
