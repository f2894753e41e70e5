"""What can go wrong with a question over HTTP, as RFC 9457 describes problems. None repeats what was given."""

from __future__ import annotations

from typing import Literal

import msgspec

from saqta.basis.refusal import Fault
from saqta.basis.text import Language, Text

ProblemCode = Literal[
    "refused",
    "not-found",
    "wrong-method",
    "too-large",
    "wrong-media-type",
    "not-proven",
    "too-often",
    "unavailable",
    "accident",
]
PATH = "/api/v1/problems"
MEDIA_TYPE = "application/problem+json"

STATUSES: dict[ProblemCode, str] = {
    "refused": "422 Unprocessable Content",
    "not-found": "404 Not Found",
    "wrong-method": "405 Method Not Allowed",
    "too-large": "413 Content Too Large",
    "wrong-media-type": "415 Unsupported Media Type",
    "not-proven": "401 Unauthorized",
    "too-often": "429 Too Many Requests",
    "unavailable": "503 Service Unavailable",
    "accident": "500 Internal Server Error",
}
TITLES: dict[ProblemCode, Text] = {
    "refused": Text(
        ru="Запрос нельзя принять. Что исправить, сказано в errors.",
        kk="Сұрауды қабылдау мүмкін емес. Нені түзету керегі errors ішінде айтылған.",
        en="The question cannot be accepted. What to mend is said in errors.",
    ),
    "not-found": Text(
        ru="Такого адреса здесь нет. Что есть: /api/v1/openapi.json",
        kk="Мұнда мұндай мекенжай жоқ. Барлары: /api/v1/openapi.json",
        en="There is no such address here. What there is: /api/v1/openapi.json",
    ),
    "wrong-method": Text(
        ru="По этому адресу спрашивают другим методом; он назван в заголовке Allow.",
        kk="Бұл мекенжайдан басқа әдіспен сұралады; ол Allow тақырыбында аталған.",
        en="This address is asked with another method; the Allow header names it.",
    ),
    "too-large": Text(
        ru="Документ больше 5 МБ. Передайте факты только об одном человеке.",
        kk="Құжат 5 МБ-тан үлкен. Тек бір адам туралы деректерді беріңіз.",
        en="The document is larger than 5 MB. Give the facts of one person only.",
    ),
    "wrong-media-type": Text(
        ru="Ожидается документ JSON: Content-Type: application/json",
        kk="JSON құжаты күтіледі: Content-Type: application/json",
        en="A JSON document is expected: Content-Type: application/json",
    ),
    "not-proven": Text(
        ru="Это рассказывают только самому человеку. Передайте подтверждение личности: Authorization: Bearer …",
        kk="Бұл адамның өзіне ғана айтылады. Жеке басын растауды беріңіз: Authorization: Bearer …",
        en="This is told to the person alone. Send the proof of identity: Authorization: Bearer …",
    ),
    "too-often": Text(
        ru="Вопросов слишком много. Спросите снова через столько секунд, сколько названо в retry_after; срочно: 1414.",
        kk="Сұрақ тым көп. retry_after ішінде айтылған секундтан кейін қайта сұраңыз; шұғыл болса: 1414.",
        en="There were too many questions. Ask again after the seconds named in retry_after; if it is urgent: 1414.",
    ),
    "unavailable": Text(
        ru="Реестр сейчас не отвечает. Это не значит, что человек не застрахован: спросите позже или по номеру 1414.",
        kk="Тізілім қазір жауап бермейді. Бұл адам сақтандырылмаған дегенді білдірмейді: "
        "кейінірек немесе 1414 нөмірінен сұраңыз.",
        en="The register does not answer now. This does not mean that the person is not insured: "
        "ask later, or ring 1414.",
    ),
    "accident": Text(
        ru="Непредвиденная ошибка на нашей стороне; ответа нет.",
        kk="Біздің тараптан күтпеген қате; жауап жоқ.",
        en="An unexpected error on our side; there is no answer.",
    ),
}


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """A question that got no answer, and why. ``title`` is in the language of the asker, the texts of ``errors`` are in
    all three; ``retry_after`` counts seconds."""

    type: str
    title: str
    status: int
    errors: tuple[Fault, ...] = ()
    retry_after: int | None = None


class ProblemKind(msgspec.Struct, frozen=True):
    """One kind of problem, as its own page lists it."""

    type: str
    status: int
    title: Text


class WentWrong(Exception):
    """A question cannot be answered; becomes a problem document."""

    def __init__(self, code: ProblemCode, *faults: Fault, retry_after: int | None = None, allow: str = "") -> None:
        super().__init__(code)
        self.code, self.faults, self.retry_after, self.allow = code, faults, retry_after, allow

    def problem(self, language: Language) -> Problem:
        return Problem(
            type=f"{PATH}#{self.code}",
            title=TITLES[self.code].in_language(language),
            status=status_number(self.code),
            errors=self.faults,
            retry_after=self.retry_after,
        )

    def headers(self) -> list[tuple[str, str]]:
        found = []
        if self.retry_after is not None:
            found.append(("Retry-After", str(self.retry_after)))
        if self.code == "not-proven":
            found.append(("WWW-Authenticate", "Bearer"))
        if self.allow:
            found.append(("Allow", self.allow))
        return found


def status_number(code: ProblemCode) -> int:
    return int(STATUSES[code][:3])


def kinds() -> tuple[ProblemKind, ...]:
    """Every kind of problem there is."""
    return tuple(ProblemKind(f"{PATH}#{code}", status_number(code), title) for code, title in TITLES.items())
