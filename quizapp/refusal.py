"""A view's "no": a status and a sentence already in the reader's language."""


class Refusal(Exception):
    """Raised by views only; the error page or the JSON answer carries the message."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
