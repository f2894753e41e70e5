"""The one action behind each step that a clinic takes with a plan."""

from __future__ import annotations

from saqta.care import actions, sessions
from saqta.care.checks import refused
from saqta.care.consenting import note_withdrawal
from saqta.care.phrases import phrases
from saqta.care.records import PlanRecord
from saqta.channels.desk.fields import read_version
from saqta.channels.desk.pages import Work
from saqta.channels.desk.plan_forms import read_complication, read_findings, read_plan, read_report
from saqta.channels.desk.wording.plans import PLANS


def take(verb: str, found: PlanRecord, work: Work) -> dict[str, object] | None:
    """Takes the step, by whoever is signed in; gives what the page is to show once, if anything. Raises ``Refused``."""
    number, by, at, book = found.number, work.member.by, work.at, work.book
    match verb:
        case "note":
            actions.note_findings(number, read_findings(work), by=by, at=at)
        case "change":
            version = read_version(work, "version")
            actions.change_plan(number, read_plan(work), version=version, book=book, by=by, at=at)
        case "link":
            secret = actions.make_link(number, by=by, at=at)
            path = f"/{work.language}/consent/{secret}/"
            return {"link": work.request.build_absolute_uri(path)}
        case "override":
            demands = work.request.POST.getlist("demands")
            physician, reason = work.typed("physician"), work.typed("reason")
            actions.answer_for_demands(number, demands, physician=physician, reason=reason, book=book, by=by, at=at)
        case "go_ahead":
            actions.clear_plan(number, book=book, by=by, at=at)
        case "start":
            sessions.start_session(number, book=book, by=by, at=at)
        case "report":
            opened = sessions.report_complication(number, read_complication(work), by=by, at=at)
            if opened is not None:
                return {"done": work.say(PLANS["incident"].fill(number=str(opened)))}
        case "finish":
            sessions.finish_session(number, read_report(work), by=by, at=at)
        case "withdraw_consent":
            note_withdrawal(number, by=by, at=at)
        case "withdraw_plan":
            actions.withdraw_plan(number, reason=work.typed("reason"), by=by, at=at)
        case _:
            raise refused("step-not-possible", state=phrases("refusals")[f"state-{found.state}"])
    return None
