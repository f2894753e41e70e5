"""The one loader of law data: ``load().on(day)`` gives the law in force on that day, as then known."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import msgspec

from saqta.basis.money import Money
from saqta.basis.span import covers
from saqta.basis.text import Text
from saqta.law.activities import Activity
from saqta.law.control import ChecklistItem, ControlGround
from saqta.law.packages import CareKind, DentalCategory, DiseaseGroup, PackageItem
from saqta.law.payments import Payments
from saqta.law.services import Service
from saqta.law.shape import (
    Act,
    Category,
    CategoryWording,
    Edition,
    Parameter,
    Period,
    Provision,
    ReadingFile,
    Value,
    Wording,
    in_force_on,
    provision_label,
)

DATA = Path(__file__).parent / "data"

KNOWN_FROM = "known_law"
"""The period for which the insurance law is encoded; a day outside it has no answer."""

T = TypeVar("T")


class BrokenLaw(Exception):
    """A law file does not have the shape it must have; names the file and what is wrong in it."""


class OutsideKnownLaw(Exception):
    """The law as encoded says nothing about this day. Nothing falls back to an earlier or later value."""

    def __init__(self, what: str, day: date) -> None:
        self.what, self.day = what, day
        super().__init__(f"the law as encoded has no {what} for {day}")


class NoSuchEntry(KeyError):
    """The book has no entry under this name."""

    def __str__(self) -> str:
        return f"the book of law has no {self.args[0]}"


class Citation(msgspec.Struct, frozen=True):
    """A provision of an act in the edition in force on the day asked about.

    ``verified`` is False where the edition's day or the provision's content was not seen in an official text.
    """

    act: str
    title: Text
    short_title: Text
    provision: str
    label: Text
    edition: date
    url: str
    says: Text | None = None
    verified: bool = True

    @property
    def key(self) -> str:
        return f"{self.act}/{self.provision}" if self.provision else self.act


class Book:
    """All law data of one folder. Files are read when first asked for, so that a question pays only for its own law."""

    def __init__(self, folder: Path = DATA) -> None:
        self.folder = folder
        self._acts: dict[str, Act] = {}
        self._fields: dict[str, Mapping[str, Service]] = {}
        self._packages: dict[str, Mapping[str, PackageItem]] = {}

    @cached_property
    def act_ids(self) -> tuple[str, ...]:
        return tuple(sorted(path.stem for path in (self.folder / "acts").glob("*.yaml")))

    def act(self, act_id: str) -> Act:
        if act_id not in self._acts:
            if act_id not in self.act_ids:
                raise NoSuchEntry(f"act {act_id}")
            self._acts[act_id] = _decode(self.folder / "acts" / f"{act_id}.yaml", Act)
        return self._acts[act_id]

    def provision(self, reference: str) -> tuple[Act, Provision | None]:
        """The act and provision behind ``Z1500000405/art_5__para_2``; a bare act identifier has no provision."""
        act_id, _, path = reference.partition("/")
        act = self.act(act_id)
        if not path:
            return act, None
        for provision in act.provisions:
            if provision.path == path:
                return act, provision
        raise NoSuchEntry(f"provision {reference}")

    @cached_property
    def parameters(self) -> Mapping[str, Parameter]:
        return self._table("parameters", Parameter, "name")

    @cached_property
    def periods(self) -> Mapping[str, Period]:
        return self._named(_decode(self.folder / "periods.yaml", tuple[Period, ...]), "name")

    @cached_property
    def spans(self) -> Mapping[str, tuple[date, date | None]]:
        """Every named span: the periods, and for each category and ground (``registered_unemployed:local_budget``) the
        days on which its wordings give that ground."""
        spans = {period.name: (period.start, period.end) for period in self.periods.values()}
        for category in self.categories.values():
            for wording in category.wordings:
                name = f"{category.code}:{wording.ground}"
                spans[name] = (spans.get(name, (wording.start, None))[0], wording.end)
        return MappingProxyType(spans)

    @cached_property
    def categories(self) -> Mapping[str, Category]:
        return self._named(_decode(self.folder / "categories.yaml", tuple[Category, ...]), "code")

    @cached_property
    def readings(self) -> Mapping[str, ReadingFile]:
        files = sorted((self.folder / "readings").glob("*.yaml"))
        return self._named(tuple(_decode(path, ReadingFile) for path in files), "id")

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The fields of care: the first words of all service codes, and the names of the files that hold them."""
        return tuple(sorted(path.stem for path in (self.folder / "services").glob("*.yaml")))

    def service(self, code: str) -> Service:
        """The care service under its code; reads its own field alone. Raises ``NoSuchEntry``."""
        field = code.partition(".")[0]
        if field not in self.fields or code not in self.services_of(field):
            raise NoSuchEntry(f"service {code}")
        return self.services_of(field)[code]

    def services_of(self, field: str) -> Mapping[str, Service]:
        """The services of one field, by code, in the order of its file."""
        if field not in self._fields:
            path = self.folder / "services" / f"{field}.yaml"
            self._fields[field] = self._named(_decode(path, tuple[Service, ...]), "code")
        return self._fields[field]

    @cached_property
    def services(self) -> Mapping[str, Service]:
        """The whole catalogue of care services, by code. A question about one service asks for that one alone."""
        return MappingProxyType(
            {code: service for field in self.fields for code, service in self.services_of(field).items()}
        )

    @cached_property
    def activities(self) -> Mapping[str, Activity]:
        """The sub-types of medical activity, by code."""
        return self._named(_decode(self.folder / "activities.yaml", tuple[Activity, ...]), "code")

    def package(self, name: str) -> Mapping[str, PackageItem]:
        """The items of the ``guaranteed`` or the ``insurance`` package, in the order of the law."""
        if name not in self._packages:
            path = self.folder / "packages" / f"{name}.yaml"
            self._packages[name] = self._named(_decode(path, tuple[PackageItem, ...]), "code")
        return self._packages[name]

    @cached_property
    def care(self) -> Mapping[str, CareKind]:
        """The kinds of care that services and items of packages are of."""
        return self._named(_decode(self.folder / "packages" / "care.yaml", tuple[CareKind, ...]), "code")

    @cached_property
    def dental_categories(self) -> Mapping[str, DentalCategory]:
        return self._named(_decode(self.folder / "packages" / "dental.yaml", tuple[DentalCategory, ...]), "code")

    @cached_property
    def diseases(self) -> Mapping[str, DiseaseGroup]:
        """The groups of socially significant diseases, through the editions of their list."""
        return self._named(_decode(self.folder / "packages" / "diseases.yaml", tuple[DiseaseGroup, ...]), "code")

    @cached_property
    def grounds(self) -> Mapping[str, ControlGround]:
        """The grounds on which an unscheduled inspection of a clinic may be appointed."""
        return self._named(_decode(self.folder / "inspections" / "grounds.yaml", tuple[ControlGround, ...]), "code")

    @cached_property
    def dental_checklist(self) -> Mapping[str, ChecklistItem]:
        """What a dental clinic is asked at an inspection, in the order of the list."""
        path = self.folder / "inspections" / "dental_checklist.yaml"
        return self._named(_decode(path, tuple[ChecklistItem, ...]), "code")

    @cached_property
    def payments(self) -> Payments:
        """Whose account contributions go to, and what the codes of payments mean."""
        return _decode(self.folder / "payments.yaml", Payments)

    @cached_property
    def package_spans(self) -> Mapping[str, tuple[date, date | None]]:
        """The span of each wording of an item or a dental category, as ``insurance/dental/2020-01-01``. They stand
        apart from the other spans, so that a question about insured status reads no packages."""
        tables: dict[str, Mapping[str, PackageItem] | Mapping[str, DentalCategory]] = {
            "guaranteed": self.package("guaranteed"),
            "insurance": self.package("insurance"),
            "dental": self.dental_categories,
        }
        return MappingProxyType(
            {
                f"{table}/{code}/{wording.start}": (wording.start, wording.end)
                for table, entries in tables.items()
                for code, entry in entries.items()
                for wording in entry.wordings
            }
        )

    def list_text(self, edition: Edition) -> str:
        """The official list of an edition, word for word; raises ``BrokenLaw`` if its checksum has changed."""
        if edition.text is None:
            raise NoSuchEntry("official text for this edition")
        content = (self.folder / "lists" / edition.text.file).read_bytes()
        if hashlib.sha256(content).hexdigest() != edition.text.sha256:
            raise BrokenLaw(f"{edition.text.file}: the text differs from the one whose checksum was recorded")
        return content.decode("utf-8")

    @cached_property
    def fingerprint(self) -> str:
        """One digest over every byte of law data: two answers with the same one rest on the same law."""
        digest = hashlib.sha256()
        for path in sorted(self.folder.rglob("*")):
            if path.is_file():
                digest.update(path.relative_to(self.folder).as_posix().encode() + b"\0")
                digest.update(path.read_bytes() + b"\0")
        return digest.hexdigest()

    def on(self, day: date, known_at: date | None = None, follow: Mapping[str, str] | None = None) -> Law:
        """The law in force on ``day``.

        ``known_at`` leaves out what the law changed back in time after that day. ``follow`` takes other options of
        open readings than the ones recorded; an unknown reading or option raises ``NoSuchEntry``.
        """
        for reading_id, option in (follow or {}).items():
            reading = self.readings.get(reading_id)
            if reading is None:
                raise NoSuchEntry(f"reading {reading_id}")
            if option not in {known.id for known in reading.options if known.encoded}:
                raise NoSuchEntry(f"encoded option {option} of reading {reading_id}")
        return Law(self, day, known_at, MappingProxyType(dict(follow or {})))

    def quoted_on(self, day: date) -> date:
        """The day whose editions are quoted when the law of a day is cited: that day itself, in a book of the law."""
        return day

    def _table(self, folder: str, shape: type[T], key: str) -> Mapping[str, T]:
        entries: list[T] = []
        for path in sorted((self.folder / folder).glob("*.yaml")):
            entries.extend(_decode(path, tuple[shape, ...]))  # type: ignore[valid-type]  # the shape is a value here
        return self._named(tuple(entries), key)

    @staticmethod
    def _named(entries: tuple[T, ...], key: str) -> Mapping[str, T]:
        table = {str(getattr(entry, key)): entry for entry in entries}
        if len(table) != len(entries):
            raise BrokenLaw(f"two entries share one {key}")
        return MappingProxyType(table)


class Law:
    """The law on one day: values, periods, categories and citations, all looked up for that day."""

    def __init__(self, book: Book, day: date, known_at: date | None, follow: Mapping[str, str]) -> None:
        self.book, self.day, self.known_at, self.follow = book, day, known_at, follow

    def value(self, name: str) -> Value:
        """The dated value itself, with its source; raises ``OutsideKnownLaw``."""
        found = None
        for value in self.parameter(name).values:
            in_force = covers(value.start, value.end, self.day)
            if not in_force or (value.known_from and self.known_at and self.known_at < value.known_from):
                continue
            found = value if found is None or value.known_from else found
        if found is None:
            raise OutsideKnownLaw(name, self.day)
        return found

    def parameter(self, name: str) -> Parameter:
        try:
            return self.book.parameters[name]
        except KeyError:
            raise NoSuchEntry(f"parameter {name}") from None

    def read(self, name: str) -> Money | Fraction | int | tuple[str, ...]:
        return self.parameter(name).read(self.value(name))

    def money(self, name: str) -> Money:
        return self._read_as(name, Money)

    def rate(self, name: str) -> Fraction:
        return self._read_as(name, Fraction)

    def number(self, name: str) -> int:
        return self._read_as(name, int)

    def words(self, name: str) -> tuple[str, ...]:
        return self._read_as(name, tuple)

    def _read_as(self, name: str, kind: type[T]) -> T:
        found = self.read(name)
        if not isinstance(found, kind):
            raise TypeError(f"parameter {name} is a {self.parameter(name).kind}")
        return found

    def holds(self, period: str, day: date | None = None) -> bool:
        """Whether a named period contains the day (by default the day of this law)."""
        try:
            start, end = self.book.package_spans[period] if "/" in period else self.book.spans[period]
        except KeyError:
            raise NoSuchEntry(f"period {period}") from None
        return covers(start, end, self.day if day is None else day)

    @property
    def is_known(self) -> bool:
        return self.holds(KNOWN_FROM)

    def wording(self, code: str) -> CategoryWording | None:
        """Who belongs to the category on this day; None when the category is not in force."""
        return in_force_on(self.book.categories[code].wordings, self.day)

    def option(self, reading_id: str) -> str:
        """The option of an open reading that is followed."""
        if reading_id in self.follow:
            return self.follow[reading_id]
        try:
            return self.book.readings[reading_id].followed
        except KeyError:
            raise NoSuchEntry(f"reading {reading_id}") from None

    def cite(self, reference: str) -> Citation:
        """The citation of ``Z1500000405/art_5__para_2`` in the edition in force on this day."""
        act, provision = self.book.provision(reference)
        day = self.book.quoted_on(self.day)
        edition = edition_on(act, day)
        wording = wording_on(provision, day) if provision else None
        label = provision_label(provision.path) if provision else act.short_title
        return Citation(
            act=act.id,
            title=act.title,
            short_title=act.short_title,
            provision=label.en if provision else "",
            label=label,
            edition=edition.entry.day,
            url=act.url,
            says=wording.summary if wording else None,
            verified="low" not in (edition.confidence, wording.confidence if wording else None),
        )


def edition_on(act: Act, day: date) -> Edition:
    """The latest edition in force on the day; raises ``OutsideKnownLaw`` before the first one."""
    for edition in reversed(act.editions):
        if edition.entry.day <= day:
            return edition
    raise OutsideKnownLaw(f"edition of {act.id}", day)


def wording_on(provision: Provision, day: date) -> Wording | None:
    """What the provision says on the day; None when it is not in force."""
    return in_force_on(provision.wordings, day)


@lru_cache(maxsize=1)
def load() -> Book:
    """The book that ships with the product."""
    return Book()


def _decode(path: Path, shape: type[T]) -> T:
    try:
        return msgspec.yaml.decode(path.read_bytes(), type=shape)
    except (msgspec.DecodeError, ValueError) as error:
        raise BrokenLaw(f"{path.name}: {error}") from error
    except FileNotFoundError as error:
        raise BrokenLaw(f"{path.name} is missing") from error
