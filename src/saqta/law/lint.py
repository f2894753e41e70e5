"""Checks of the law data that its types cannot make: a flat list of same-shaped functions, each named for its rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from saqta.basis.span import covers
from saqta.basis.text import LANGUAGES, Text
from saqta.law.book import KNOWN_FROM, Book, BrokenLaw, NoSuchEntry, OutsideKnownLaw, edition_on, wording_on
from saqta.law.control import ChecklistItem, ControlGround
from saqta.law.lists import list_items
from saqta.law.packages import DentalWording, DiseaseWording, ItemWording
from saqta.law.payments import Beneficiary, PaymentPurpose
from saqta.law.services import CARE, FORMED
from saqta.law.shape import Confidence


class Finding(NamedTuple):
    """Something wrong in the data, and where; or, for ``unverified``, something to be verified by a lawyer."""

    where: str
    text: str


Check = Callable[[Book], Iterator[Finding]]


def acts_are_named_by_their_identifier(book: Book) -> Iterator[Finding]:
    for act_id in book.act_ids:
        act = book.act(act_id)
        if act.id != act_id or (act.identified and not act.url.endswith(f"/{act_id}")):
            yield Finding(act_id, "the file, the identifier and the address do not name the same act")


def editions_follow_one_another(book: Book) -> Iterator[Finding]:
    for act_id in book.act_ids:
        days = [edition.entry.day for edition in book.act(act_id).editions]
        if not days:
            yield Finding(act_id, "an act needs at least one edition")
        if any(later <= earlier for earlier, later in pairwise(days)):
            yield Finding(act_id, "editions must be listed by their first day, each later than the one before")


def wordings_stand_inside_an_edition(book: Book) -> Iterator[Finding]:
    for act_id in book.act_ids:
        act = book.act(act_id)
        for provision in act.provisions:
            for wording in provision.wordings:
                if act.editions and wording.start < act.editions[0].entry.day:
                    yield Finding(
                        f"{act_id}/{provision.path}", f"in force from {wording.start}, before the first edition"
                    )


def provisions_are_listed_once(book: Book) -> Iterator[Finding]:
    for act_id in book.act_ids:
        paths = [provision.path for provision in book.act(act_id).provisions]
        for path in sorted({path for path in paths if paths.count(path) > 1}):
            yield Finding(f"{act_id}/{path}", "listed twice")


def citations_exist_and_are_in_force(book: Book) -> Iterator[Finding]:
    for where, reference, day in citations(book):
        try:
            act, provision = book.provision(reference)
            edition_on(act, day)
        except NoSuchEntry:
            yield Finding(where, f"cites {reference}, which does not exist")
            continue
        except OutsideKnownLaw:
            yield Finding(where, f"cites {reference}, which has no edition on {day}")
            continue
        if provision is not None and wording_on(provision, day) is None:
            yield Finding(where, f"cites {reference}, which is not in force on {day}")


def lists_are_as_recorded(book: Book) -> Iterator[Finding]:
    for act_id in book.act_ids:
        for edition in book.act(act_id).editions:
            if edition.text is None:
                continue
            try:
                items = list_items(book.list_text(edition))
            except (BrokenLaw, FileNotFoundError) as error:
                yield Finding(edition.text.file, str(error))
                continue
            known = {provision.path for provision in book.act(act_id).provisions}
            for item in items:
                if item.path not in known:
                    yield Finding(edition.text.file, f"{item.path} has no provision in {act_id}")


def parameters_reach_to_the_end_of_the_known_law(book: Book) -> Iterator[Finding]:
    """A value that stops inside the known years must be followed by another, or its period must be over as well."""
    _, known_until = book.spans[KNOWN_FROM]
    for parameter in book.parameters.values():
        standing = [value for value in parameter.values if value.known_from is None]
        for earlier, later in pairwise(standing):
            if earlier.end != later.start:
                yield Finding(parameter.name, f"no value from {earlier.end} until {later.start}")
        if not standing:
            if parameter.values:
                yield Finding(parameter.name, "has only values given back in time")
        elif known_until and standing[-1].end and standing[-1].end < known_until and parameter.name not in ENDED:
            yield Finding(parameter.name, f"no value from {standing[-1].end}")


ENDED = frozenset(
    {
        "aggregate_city_in_monthly_indices",
        "aggregate_village_in_monthly_indices",
        "aggregate_osms_share",
        "state_average_wage",
        "state_contribution",
    }
)
"""Parameters that end earlier: the aggregate payment was abolished; state sums for 2026 are not published to us."""


def values_given_back_in_time_replace_an_earlier_one(book: Book) -> Iterator[Finding]:
    for parameter in book.parameters.values():
        spans = {(value.start, value.end) for value in parameter.values if value.known_from is None}
        for value in parameter.values:
            if value.known_from is not None and (value.start, value.end) not in spans:
                yield Finding(parameter.name, f"the value known from {value.known_from} replaces none with its span")


def followed_readings_are_consistent(book: Book) -> Iterator[Finding]:
    for reading in book.readings.values():
        options = [option.id for option in reading.options]
        if len(options) < 2 or len(set(options)) != len(options):
            yield Finding(reading.id, "an open question has at least two different options")
        encoded = {option.id for option in reading.options if option.encoded}
        if encoded and reading.followed not in encoded:
            yield Finding(reading.id, "the option followed is not the encoded one")


def kazakh_is_not_russian(book: Book) -> Iterator[Finding]:
    """A Kazakh text equal to the Russian one was forgotten, unless it is a name or a number alike in both."""
    for where, text in texts(book):
        if text.kk == text.ru and len(text.ru) > LONGEST_COMMON_NAME:
            yield Finding(where, "the Kazakh text is the Russian one")


LONGEST_COMMON_NAME = 12


def services_are_filed_under_their_field(book: Book) -> Iterator[Finding]:
    for field in book.fields:
        for service in book.services_of(field).values():
            if service.field != field:
                yield Finding(f"service {service.code}", f"stands in the file of {field}")


def a_name_means_one_service(book: Book) -> Iterator[Finding]:
    """What a person types must not name two services at once, or the search could only guess."""
    for language in LANGUAGES:
        named: dict[str, str] = {}
        for service in book.services.values():
            for name in {service.name.in_language(language), *service.also.in_language(language)}:
                other = named.setdefault(name.casefold(), service.code)
                if other != service.code:
                    yield Finding(f"service {service.code}", f"{name!r} ({language}) also names {other}")


def dental_help_stands_among_dental_services(book: Book) -> Iterator[Finding]:
    for service in book.services.values():
        if (service.field == "dental") is not (service.care in FORMED or service.care == "dental_not_covered"):
            yield Finding(f"service {service.code}", f"the kind of care {service.care} does not belong to this field")
        if service.teeth is not None and service.field != "dental":
            yield Finding(f"service {service.code}", "only dental services are given on teeth")


def packages_cite_what_is_in_force(book: Book) -> Iterator[Finding]:
    """An item and a dental category quote those of their provisions that speak on the day; there must be one on every
    day of the span, also where one act took the place of another."""
    for where, wording in _of_packages(book):
        days = {wording.start}
        for reference in wording.cites:
            try:
                _, provision = book.provision(reference)
            except NoSuchEntry:
                yield Finding(where, f"cites {reference}, which does not exist")
                continue
            ends = [said.end for said in provision.wordings if said.end] if provision else []
            days |= {day for day in ends if covers(wording.start, wording.end, day)}
        for day in sorted(days):
            if not any(_speaks(book, reference, day) for reference in wording.cites):
                yield Finding(where, f"cites nothing that is in force on {day}")


def every_kind_of_care_is_known_to_the_packages(book: Book) -> Iterator[Finding]:
    for care in CARE:
        if care not in book.care:
            yield Finding(f"care {care}", "the packages do not say how one comes to it")
    items = [wording for name in PACKAGES for item in book.package(name).values() for wording in item.wordings]
    for care in sorted(
        set(CARE) - {care for item in items for care in item.care} - {"not_covered", "dental_not_covered"}
    ):
        yield Finding(f"care {care}", "no item of a package covers it on any day")


CHECKS: tuple[Check, ...] = (
    acts_are_named_by_their_identifier,
    editions_follow_one_another,
    wordings_stand_inside_an_edition,
    provisions_are_listed_once,
    citations_exist_and_are_in_force,
    lists_are_as_recorded,
    parameters_reach_to_the_end_of_the_known_law,
    values_given_back_in_time_replace_an_earlier_one,
    followed_readings_are_consistent,
    kazakh_is_not_russian,
    services_are_filed_under_their_field,
    a_name_means_one_service,
    dental_help_stands_among_dental_services,
    packages_cite_what_is_in_force,
    every_kind_of_care_is_known_to_the_packages,
)

PACKAGES = ("guaranteed", "insurance")


def lint(book: Book) -> list[Finding]:
    """Everything wrong in the book; raises ``BrokenLaw`` when a file cannot even be read."""
    return [finding for check in CHECKS for finding in check(book)]


def unverified(book: Book) -> list[Finding]:
    """Entries of low confidence: they are data, shown as unverified in the answers that cite them."""
    found: list[Finding] = []
    for where, confidence, source in confidences(book):
        if confidence == "low":
            found.append(Finding(where, source))
    return found


def citations(book: Book) -> Iterator[tuple[str, str, date]]:
    """Every citation in the data outside the acts, with the first day on which it must hold."""
    for parameter in book.parameters.values():
        for value in parameter.values:
            for reference in value.cites:
                yield f"parameter {parameter.name}", reference, value.start
    for period in book.periods.values():
        for reference in period.cites:
            yield f"period {period.name}", reference, period.start
    for category in book.categories.values():
        for wording in category.wordings:
            for reference in wording.cites:
                yield f"category {category.code}", reference, wording.start
    for reading in book.readings.values():
        for reference in reading.cites:
            yield f"reading {reading.id}", reference, reading.since
    for where, dated in (*_of_control(book), *_of_payments(book)):
        for reference in dated.cites:
            yield where, reference, dated.start


def confidences(book: Book) -> Iterator[tuple[str, Confidence, str]]:
    for act_id in book.act_ids:
        act = book.act(act_id)
        for edition in act.editions:
            yield f"{act_id} edition {edition.entry.day}", edition.confidence, edition.source
        for provision in act.provisions:
            for wording in provision.wordings:
                yield f"{act_id}/{provision.path}", wording.confidence, wording.source
    for parameter in book.parameters.values():
        for value in parameter.values:
            yield f"parameter {parameter.name} from {value.start}", value.confidence, value.source
    for period in book.periods.values():
        yield f"period {period.name}", period.confidence, period.source
    for category in book.categories.values():
        for category_wording in category.wordings:
            where = f"category {category.code} from {category_wording.start}"
            yield where, category_wording.confidence, category_wording.source
    for where, dated in (*_of_packages(book), *_of_control(book), *_of_payments(book)):
        yield where, dated.confidence, dated.source
    for reading in book.readings.values():
        yield f"reading {reading.id}", reading.confidence, reading.source
    for service in book.services.values():
        yield f"service {service.code}", service.confidence, service.source
        if service.tariff is not None and not service.tariff.verified:
            yield f"service {service.code}: tariff", "low", service.tariff.source
    for activity in book.activities.values():
        yield f"activity {activity.code}", activity.confidence, activity.source


def texts(book: Book) -> Iterator[tuple[str, Text]]:
    for act_id in book.act_ids:
        act = book.act(act_id)
        yield act_id, act.title
        for provision in act.provisions:
            for wording in provision.wordings:
                yield f"{act_id}/{provision.path}", wording.summary
    for parameter in book.parameters.values():
        yield parameter.name, parameter.title
    for period in book.periods.values():
        yield period.name, period.title
    for category in book.categories.values():
        for category_wording in category.wordings:
            yield category.code, category_wording.name
    for where, dated in _of_packages(book):
        if not isinstance(dated, DiseaseWording):
            yield where, dated.name
    for reading in book.readings.values():
        yield reading.id, reading.question
        yield reading.id, reading.because
        for option in reading.options:
            yield f"{reading.id} {option.id}", option.text
    for ground in book.grounds.values():
        yield f"ground {ground.code}", ground.name
    for item in book.dental_checklist.values():
        yield f"check-list: {item.code}", item.question
    for service in book.services.values():
        yield f"service {service.code}", service.name
        if service.note is not None:
            yield f"service {service.code}", service.note
    for activity in book.activities.values():
        yield f"activity {activity.code}", activity.name
    for where, payment in _of_payments(book):
        yield where, payment.name


def _of_packages(book: Book) -> Iterator[tuple[str, ItemWording | DentalWording | DiseaseWording]]:
    """Every dated wording of the packages, the dental categories and the lists of diseases."""
    for name in PACKAGES:
        for item in book.package(name).values():
            for wording in item.wordings:
                yield f"{name} package: {item.code} from {wording.start}", wording
    for category in book.dental_categories.values():
        for dental in category.wordings:
            yield f"dental category {category.code} from {dental.start}", dental
    for group in book.diseases.values():
        for diagnoses in group.wordings:
            yield f"diseases: {group.code} from {diagnoses.start}", diagnoses


def _of_control(book: Book) -> Iterator[tuple[str, ControlGround | ChecklistItem]]:
    for ground in book.grounds.values():
        yield f"ground {ground.code}", ground
    for item in book.dental_checklist.values():
        yield f"check-list: {item.code}", item


def _of_payments(book: Book) -> Iterator[tuple[str, Beneficiary | PaymentPurpose]]:
    for beneficiary in book.payments.beneficiaries:
        yield f"beneficiary {beneficiary.code}", beneficiary
    for purpose in book.payments.purposes:
        yield f"payment code {purpose.code}", purpose


def _speaks(book: Book, reference: str, day: date) -> bool:
    """Whether the provision is in force on the day."""
    act, provision = book.provision(reference)
    try:
        edition_on(act, day)
    except OutsideKnownLaw:
        return False
    return provision is None or wording_on(provision, day) is not None
