"""How plans are shown at a terminal. Nothing here names the child."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from saqta.basis.text import Text
from saqta.care import queries
from saqta.care.judging import LAW_OF_THE_DAY, Judgement
from saqta.care.phrases import phrases
from saqta.care.records import ConsentRecord, IncidentRecord, PlanRecord, PlanSummary
from saqta.channels.cli import plans_documents as documents
from saqta.channels.cli.anaesthesia import print_answer
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json, print_json_list
from saqta.channels.clock import moment_text

_PLAN = Text(
    ru="План № {number}, редакция {version}: {state}.",
    kk="№ {number} жоспар, {version}-нұсқа: {state}.",
    en="Plan No. {number}, version {version}: {state}.",
)
_LINK = Text(
    ru="Ссылка для родителей (показывается один раз): {link}",
    kk="Ата-анаға арналған сілтеме (бір рет көрсетіледі): {link}",
    en="The link for the parents (shown this once): {link}",
)
_INCIDENTS = Text(
    ru="Записано. Открыт инцидент № {numbers}: о нём узнает государственный контроль.",
    kk="Жазылды. № {numbers} инцидент ашылды: ол туралы мемлекеттік бақылау біледі.",
    en="Written down. Incident No. {numbers} is open: state control learns of it.",
)
_WRITTEN = Text(ru="Записано.", kk="Жазылды.", en="Written down.")
_MAY = Text(ru="Закон начало допускает.", kk="Заң бастауға жол береді.", en="The law lets it go ahead.")
_ANSWERED = Text(
    ru="Невыполненное: {names}. За это отвечает названный врач.",
    kk="Орындалмағаны: {names}. Бұған аталған дәрігер жауап береді.",
    en="Not met: {names}. A named physician answers for it.",
)
_BLOCKING = Text(
    ru="Начинать нельзя, мешает: {names}.",
    kk="Бастауға болмайды, кедергі: {names}.",
    en="It must not go ahead. In the way: {names}.",
)
_AGREED = Text(ru="согласие", kk="келісім", en="consent")
_REFUSED = Text(ru="отказ", kk="бас тарту", en="refusal")
_STANDS = Text(
    ru="План № {plan}, {decision}, {moment}: действует.",
    kk="№ {plan} жоспар, {decision}, {moment}: күшінде.",
    en="Plan No. {plan}, {decision}, {moment}: it stands.",
)
_STANDS_NO_MORE = Text(
    ru="План № {plan}, {decision}, {moment}: подписано здесь и не изменено, но больше не действует.",
    kk="№ {plan} жоспар, {decision}, {moment}: осында қол қойылған, өзгертілмеген, бірақ енді күшінде емес.",
    en="Plan No. {plan}, {decision}, {moment}: signed here and unaltered, but it stands no more.",
)
_STEPS = Text(ru="Что было сделано", kk="Не істелді", en="What was done")


def say_state(arguments: Arguments, found: PlanRecord) -> None:
    """The plan in one line; or, for programs, whole."""
    if arguments.as_json:
        print_json(_document(found))
        return
    Page(arguments.language).say(_state(found))


def print_plan(arguments: Arguments, found: PlanRecord) -> None:
    shown = _document(found)
    if arguments.as_json:
        print_json(shown)
        return
    page = Page(arguments.language)
    page.say(_state(found))
    for consent in queries.consents(found.number):
        page.say(_consent(consent), indent=2)
    page.heading(_STEPS)
    words = phrases("refusals")
    rows = [(moment_text(step.at), words[f"state-{step.state}"], step.verb, step.by) for step in shown.steps]
    page.table([(*(text.in_language(page.language) for text in (at, state)), verb, by) for at, state, verb, by in rows])


def print_check(arguments: Arguments, number: int, judgement: Judgement) -> None:
    if arguments.as_json:
        blocking = judgement.blocking
        print_json(documents.PlanCheck(number, not blocking, judgement.unmet, blocking, judgement.answer))
        return
    page = Page(arguments.language)
    if judgement.blocking:
        page.say(_BLOCKING.fill(names=_named(judgement.blocking)))
    else:
        page.say(_ANSWERED.fill(names=_named(judgement.unmet)) if judgement.unmet else _MAY)
    print_answer(judgement.answer, page)


def print_list(arguments: Arguments, lines: Iterable[PlanSummary]) -> None:
    if arguments.as_json:
        print_json_list(documents.PlanLine(line.number, line.state, line.planned_on, line.kind) for line in lines)
        return
    page = Page(arguments.language)
    for line in lines:
        state = phrases("refusals")[f"state-{line.state}"].in_language(page.language)
        page.line(f"  {line.number:>6}  {line.planned_on}  {state}")


def print_incidents(arguments: Arguments, found: Iterable[IncidentRecord]) -> None:
    if arguments.as_json:
        print_json_list(_incidents(found))
        return
    page = Page(arguments.language)
    for incident in found:
        moment = moment_text(incident.happened_at).in_language(page.language)
        page.line(f"  {incident.number:>6}  {moment}  {incident.code}  {incident.plan}")


def say_incidents(arguments: Arguments, opened: tuple[int, ...]) -> None:
    if arguments.as_json:
        print_json({"incidents": opened})
        return
    numbers = ", ".join(map(str, opened))
    Page(arguments.language).say(_INCIDENTS.fill(numbers=numbers) if opened else _WRITTEN)


def say_link(arguments: Arguments, number: int, link: str) -> None:
    if arguments.as_json:
        print_json(documents.PlanLink(number, link))
        return
    # Not wrapped: a link that is broken in two leads nowhere.
    Page(arguments.language).line(_LINK.fill(link=link).in_language(arguments.language))


def say_consent(arguments: Arguments, found: ConsentRecord) -> None:
    if arguments.as_json:
        print_json(documents.CheckedDocument(found.plan, found.decision, found.version, found.at, found.stands))
        return
    Page(arguments.language).say(_consent(found))


def _state(found: PlanRecord) -> Text:
    state = phrases("refusals")[f"state-{found.state}"]
    return _PLAN.fill(number=str(found.number), version=str(found.version), state=state)


def _consent(found: ConsentRecord) -> Text:
    decision = _AGREED if found.decision == "agree" else _REFUSED
    text = _STANDS if found.stands else _STANDS_NO_MORE
    return text.fill(plan=str(found.plan), decision=decision, moment=moment_text(found.at))


def _named(codes: Iterable[str]) -> Text | str:
    listed = list(codes)
    return phrases("refusals")["law-of-the-day"] if listed == [LAW_OF_THE_DAY] else ", ".join(listed)


def _incidents(found: Iterable[IncidentRecord]) -> Iterator[documents.Incident]:
    for incident in found:
        yield documents.Incident(
            incident.number,
            incident.plan,
            incident.facility,
            incident.code,
            incident.happened_at,
            incident.opened_at,
        )


def _document(found: PlanRecord) -> documents.ShownPlan:
    done = queries.session(found.number)
    return documents.ShownPlan(
        number=found.number,
        clinic=found.facility,
        state=found.state,
        version=found.version,
        plan=found.plan,
        findings=found.findings,
        overrides=tuple(
            documents.PlanOverride(override.demands, override.physician, override.reason, override.at)
            for override in found.overrides
        ),
        consents=tuple(
            documents.PlanConsent(
                consent.version,
                consent.decision,
                consent.relation,
                consent.signature,
                consent.language,
                consent.at,
                consent.digest,
                consent.stands,
            )
            for consent in queries.consents(found.number)
        ),
        session=None if done is None else documents.PlanSession(done.started_at, done.report, done.complications),
        steps=tuple(
            documents.PlanStep(step.verb, step.state, step.by, step.at, step.entry)
            for step in queries.steps(found.number)
        ),
    )
