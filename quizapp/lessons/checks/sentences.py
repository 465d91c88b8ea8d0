"""A text as sentences and words, the way readability counts them."""

import re

# A sentence ends with its mark and closing quotes before a capital letter, at a colon (as LIX has it), and
# at a new line.
END = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][“”)]))\s+(?=[„“(]*[^\W\d_a-zа-шѓќљњџѕјçë])|\n+|(?<=:)\s+")
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def sentences(text: str) -> list[str]:
    """The sentences with at least one word."""
    return [one.strip() for one in END.split(text) if WORD.search(one)]


def is_sentence(part: str) -> bool:
    """Whether it ends as sentences do; labels and headings don't, and would make every mean look short."""
    return part.rstrip("“”) ")[-1:] in tuple(".!?…:")


def words(text: str) -> list[str]:
    """What stands between spaces and marks; “t’i” and „СОС-телефон“ are one word each."""
    return WORD.findall(text)


def letters(word: str) -> int:
    return sum(letter.isalnum() for letter in word)
