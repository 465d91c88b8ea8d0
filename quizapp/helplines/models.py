"""Phone numbers as data that grow old."""

from datetime import date, datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Base, Instant


class Helpline(Base):
    """A number that may be shown to a child only while somebody has confirmed it."""

    __tablename__ = "helpline"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    position: Mapped[int]
    number: Mapped[str] = mapped_column(String(60))
    dial: Mapped[str] = mapped_column(String(20))
    words: Mapped[str] = mapped_column(Text)  # JSON: language -> {name, free_from, hours, audience, …}
    source: Mapped[str] = mapped_column(String(200))
    last_confirmed_on: Mapped[date | None]
    confirmed_by: Mapped[str | None] = mapped_column(String(80))  # of numbers that came with the app
    proposed_by: Mapped[int | None]  # people's numbers without a foreign key: who made sure, and who agreed
    seconded_by: Mapped[int | None]
    expires_on: Mapped[date | None]
    always_visible: Mapped[bool] = mapped_column(default=False)
    visible_to_pupils: Mapped[bool] = mapped_column(default=False)


class HelplineChange(Base):
    """What one person found out about a number; it holds once a second person has confirmed it."""

    __tablename__ = "helpline_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    helpline_id: Mapped[str] = mapped_column(String(40), index=True)  # perhaps of one that is still to come
    number: Mapped[str] = mapped_column(String(60))
    dial: Mapped[str] = mapped_column(String(20))
    words: Mapped[str] = mapped_column(Text)  # as in Helpline
    source: Mapped[str] = mapped_column(String(200))
    visible_to_pupils: Mapped[bool]
    checked_on: Mapped[date]
    proposed_by: Mapped[int]  # a person's number without a foreign key
    proposed_at: Mapped[datetime] = mapped_column(Instant)
