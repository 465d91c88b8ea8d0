"""An app for tests that only render."""

from tests.lessons.conftest import rendering

__all__ = ["rendering"]
