"""The trail: who did what that matters. Read and taken along, never changed."""

from flask import Response, render_template, request
from flask_babel import gettext as _

from quizapp import clock
from quizapp.accounts.access import administrator_only
from quizapp.csv_sheet import csv_sheet
from quizapp.office.blueprint import office
from quizapp.office.deeds import Wanted, all_deeds, deeds, names_in
from quizapp.office.wording import DEEDS, SUBJECTS, about, details, who


@office.get("/trail")
@administrator_only
def trail() -> str:
    wanted = _wanted()
    page = deeds(wanted, request.args.get("before", type=int))
    names = names_in(page.entries)
    return render_template(
        "office/trail.html",
        wanted=wanted,
        lines=[(one, who(one, names), about(one, names), details(one)) for one in page.entries],
        older=page.older,
        deeds=DEEDS,
        subjects=SUBJECTS,
    )


@office.get("/trail.csv")
@administrator_only
def trail_csv() -> Response:
    """All deeds that were asked for, for a spreadsheet."""
    entries = all_deeds(_wanted())
    names = names_in(entries)
    rows = [
        [
            one.at.astimezone(clock.SKOPJE).strftime("%Y-%m-%d %H:%M:%S"),
            who(one, names),
            str(DEEDS.get(one.deed, one.deed)),
            about(one, names),
            details(one),
        ]
        for one in entries
    ]
    head = [_("When"), _("Who"), _("What"), _("About"), _("Details")]
    answer = Response(csv_sheet([head, *rows]), mimetype="text/csv")
    name = f"trail-{clock.today().isoformat()}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _wanted() -> Wanted:
    return Wanted(request.args.get("deed", ""), request.args.get("subject", "")[:80])
