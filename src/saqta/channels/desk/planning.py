"""The page from which inspections are planned: clinics by what is known to speak for a visit, every point explained."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpResponse

from saqta.access.permissions import Permission
from saqta.basis.days import day_text
from saqta.channels.desk.pages import Work, working_page
from saqta.channels.desk.wording.inspections import INSPECTIONS
from saqta.figures import planning_wording as say
from saqta.figures.next_clinics import next_clinics
from saqta.figures.planning import NoWeights, ScoredClinic, weights_on
from saqta.registry.clinic_queries import descriptions_of

_SHOWN = 50


@working_page(Permission.READ_INSPECTIONS)
def next_to_inspect(work: Work) -> HttpResponse:
    """The clinics with the most points in the region of whoever looks."""
    told: dict[str, object] = {"said": work.words(INSPECTIONS)}
    try:
        weights = weights_on(work.today)
        found = next_clinics(work.today, most=_SHOWN, region=work.member.scope.region or "")
    except NoWeights:
        return work.page("desk/planning.html", {**told, "nobody": work.say(INSPECTIONS["no_weights"])})
    source = say.WEIGHTS.fill(source=weights.source, day=day_text(weights.start))
    told |= {
        "title": work.say(say.TITLE.fill(day=day_text(work.today))),
        "caution": work.say(say.NOT_A_VERDICT),
        "source": work.say(source),
        "nobody": work.say(say.NOBODY),
        "clinics": list(_clinics(found, work)),
    }
    return work.page("desk/planning.html", told)


def _clinics(found: tuple[ScoredClinic, ...], work: Work) -> Iterator[dict[str, object]]:
    places = descriptions_of(one.clinic for one in found)
    may_appoint = work.member.may(Permission.APPOINT_INSPECTIONS)
    for one in found:
        query = f"?bin={one.bin}&place={places[one.clinic].place}"
        yield {
            "name": one.name,
            "address": one.address,
            "points": one.score.points,
            "lines": [(work.say(line.says), line.points, line.known) for line in one.score.lines],
            "appoint": f"/desk/{work.language}/inspections/appoint/{query}" if may_appoint else "",
        }
