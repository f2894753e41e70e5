"""All my data at once: to read here, and to take along."""

from __future__ import annotations

from django.http import HttpResponse

from saqta.channels.clock import moment_text
from saqta.channels.web.own_pages import category_shown, months_shown, own_standing
from saqta.channels.web.person import Visit, file_of, personal_page
from saqta.channels.web.wording.personal import PERSONAL
from saqta.personal.exporting import everything, written
from saqta.personal.looks import OWN_EXPORT


@personal_page
def shown(visit: Visit) -> HttpResponse:
    """Everything that the register holds about the person, in words."""
    found = own_standing(visit, OWN_EXPORT)
    told = everything(visit.citizen.person, found, on=visit.today, at=visit.at)
    values = {
        "told": told,
        "timeline": [(one.start, one.until, PERSONAL[f"state_{one.verdict}"]) for one in told.timeline],
        "categories": list(map(category_shown, found.categories)),
        "months": months_shown(found.months),
        "total": found.total,
        "orders": [(order.state, moment_text(order.at)) for order in told.orders],
    }
    return visit.page("personal/data.html", values)


@personal_page
def as_document(visit: Visit) -> HttpResponse:
    """The same as JSON."""
    told = everything(visit.citizen.person, own_standing(visit, OWN_EXPORT), on=visit.today, at=visit.at)
    return file_of(written(told), "application/json", "saqta-my-data.json")
