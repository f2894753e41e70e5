"""What a report says, before it is a page or a picture: lines with their shares, sentences and articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from saqta.basis.days import day_text
from saqta.basis.money import Money
from saqta.basis.numerals import count_text, share_text, sum_text
from saqta.basis.text import Text, listed, same
from saqta.law.book import Law
from saqta.population import report_wording as say
from saqta.population.regions import BY_CODE
from saqta.population.summary import CountryStatus, Deciding, Slice
from saqta.population.wording import DENIALS, GROUNDS, NOT_STATED, SEXES, VERDICTS, clause_name
from saqta.rules.answer import Quotation

Tone = Literal["yes", "no", "open"]


CATEGORY = "category"
"""The ground of those for whom the State pays."""


class Measure(NamedTuple):
    """One line: what it is of, its share of the whole width, what is said of it, and what rests on which articles."""

    label: Text
    share: float
    said: Text
    small: Text
    tone: Tone = "yes"
    cites: tuple[str, ...] = ()


class Content:
    """The lines and sentences of a report about one summary."""

    def __init__(self, summary: CountryStatus, law: Law) -> None:
        self.summary, self.law = summary, law
        self.on = day_text(summary.on)

    @property
    def title(self) -> Text:
        return say.TITLE.fill(on=self.on)

    @property
    def share(self) -> Text:
        return share_text(self.summary.share)

    @property
    def sentences(self) -> tuple[Text, ...]:
        summary = self.summary
        first = say.SENTENCE.fill(
            on=self.on,
            insured=count_text(summary.insured),
            people=count_text(summary.people),
            not_insured=count_text(summary.not_insured),
        )
        unknown = summary.depends + summary.undetermined
        return (first, say.UNKNOWN.fill(unknown=count_text(unknown))) if unknown else (first,)

    @property
    def verdicts(self) -> tuple[Measure, ...]:
        summary = self.summary
        counts: tuple[tuple[Tone, str, int], ...] = (
            ("yes", "yes", summary.insured),
            ("no", "no", summary.not_insured),
            ("open", "unknown", summary.depends + summary.undetermined),
        )
        return tuple(self._of_all(VERDICTS[name], people, tone) for tone, name, people in counts)

    @property
    def grounds(self) -> tuple[Measure, ...]:
        return tuple(
            self._of_all(GROUNDS[found.ground] if found.ground else NOT_STATED, found.people, "yes")
            for found in self.summary.by_ground
        )

    @property
    def clauses(self) -> tuple[Measure, ...]:
        """The clauses by which people are insured, each with its articles."""
        return tuple(self._clause(found, "yes") for found in self.summary.by_clause if found.ground is not None)

    @property
    def categories_headline(self) -> Text:
        people = sum(found.people for found in self.summary.by_ground if found.ground == CATEGORY)
        return say.CATEGORIES_HEADLINE.fill(share=share_text(people / max(self.summary.people, 1)))

    @property
    def categories(self) -> tuple[Measure, ...]:
        """The categories by which people are insured; the largest fills the width."""
        found = [self._clause(one, "yes") for one in self.summary.by_clause if one.ground == CATEGORY]
        return tuple(one._replace(share=one.share / found[0].share) for one in found)

    @property
    def denials(self) -> tuple[Measure, ...]:
        return tuple(self._clause(found, "no") for found in self.summary.by_clause if found.ground is None)

    @property
    def regions(self) -> tuple[Measure, ...]:
        """Regions by their share, the highest first."""
        ordered = sorted(self.summary.by_region, key=lambda slice_: -slice_.share)
        return tuple(self._slice(region_name(found.key), found) for found in ordered)

    @property
    def ages(self) -> tuple[Measure, ...]:
        return tuple(self._slice(band_name(found.key), found) for found in self.summary.by_age)

    @property
    def sexes(self) -> tuple[Measure, ...]:
        return tuple(self._slice(SEXES.get(found.key or "", NOT_STATED), found) for found in self.summary.by_sex)

    @property
    def owed_headline(self) -> Text:
        return say.OWED_HEADLINE.fill(amount=sum_text(Money.tenge(self.summary.owed.amount)))

    @property
    def owed_sentence(self) -> Text:
        owed = self.summary.owed
        return say.OWED_SENTENCE.fill(
            people=count_text(owed.people),
            months=count_text(owed.months),
            amount=sum_text(Money.tenge(owed.amount)),
        )

    @property
    def debts(self) -> tuple[Measure, ...]:
        """People by how many months they owe; the largest group fills the width."""
        counts = self.summary.owed.by_months
        most = max((*counts, 1))
        return tuple(
            Measure(
                say.MONTHS_OWED.fill(count=str(months), all=str(len(counts))),
                people / most,
                say.PEOPLE.fill(count=count_text(people)),
                share_text(people / max(self.summary.owed.people, 1)),
                "no",
            )
            for months, people in enumerate(counts, 1)
        )

    @property
    def debts_of_regions(self) -> tuple[Measure, ...]:
        """Regions by the money owed in them, the largest sum first, which fills the width."""
        owed = [(found, Money.tenge(found.amount)) for found in self.summary.owed.by_region]
        most = max((amount.tiyn for _, amount in owed), default=1)
        return tuple(
            Measure(
                region_name(found.key),
                amount.tiyn / most,
                sum_text(amount),
                say.PEOPLE.fill(count=count_text(found.people)),
                "no",
            )
            for found, amount in owed
        )

    def _of_all(self, label: Text, people: int, tone: Tone, cites: tuple[str, ...] = ()) -> Measure:
        share = people / max(self.summary.people, 1)
        return Measure(label, share, share_text(share), say.PEOPLE.fill(count=count_text(people)), tone, cites)

    def _clause(self, found: Deciding, tone: Tone) -> Measure:
        label = clause_name(self.law, found.clause) if tone == "yes" else DENIALS.get(found.clause, same(found.clause))
        return self._of_all(label, found.people, tone, found.cites)

    def _slice(self, label: Text, found: Slice) -> Measure:
        small = say.OF_PEOPLE.fill(count=count_text(found.people))
        return Measure(label, found.share, share_text(found.share), small)


def article_text(quoted: Quotation) -> Text:
    """A provision as people cite it: ``Закон об ОСМС ст. 5 п. 3``."""
    return listed([quoted.short_title, *([quoted.label] if quoted.provision else [])], separator=" ")


def articles(citations: Iterable[Quotation]) -> Mapping[str, Text]:
    """How to name the provisions behind the keys of a document."""
    return {f"{quoted.act} {quoted.provision}".strip(): article_text(quoted) for quoted in citations}


def region_name(key: str | None) -> Text:
    return BY_CODE[key].name if key in BY_CODE else NOT_STATED


def band_name(key: str | None) -> Text:
    """A band of ages in words: ``0–17 лет``, ``70 лет и старше``."""
    if key is None:
        return NOT_STATED
    if key.endswith("+"):
        return say.AND_OLDER.fill(age=key.removesuffix("+"))
    return say.YEARS.fill(band=key.replace("-", "–"))
