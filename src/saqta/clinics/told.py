"""What feeds tell of clinics, in the words of the law: an activity, a specialty and a kind of care become codes. Raises
``Refused`` for a name that the law, as known here, does not have."""

from __future__ import annotations

from dataclasses import replace

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.law.book import Book
from saqta.registry.clinic_records import ToldCertificate, ToldContract, ToldLicence


def licence_in_codes(told: ToldLicence, book: Book) -> ToldLicence:
    if told.annex is None:
        return told
    return replace(told, annex=replace(told.annex, activity=_activity(told.annex.activity, "activity", book)))


def certificate_in_codes(told: ToldCertificate, book: Book) -> ToldCertificate:
    return replace(told, specialty=_activity(told.specialty, "specialty", book))


def contract_in_codes(told: ToldContract, book: Book) -> ToldContract:
    """The kind of care must be one that some package holds: the Fund buys no other."""
    care = book.care.get(told.care)
    if care is None or care.way == "paid":
        raise Refused(Fault("no-such-care", _NO_SUCH_CARE, "care"))
    return told


def _activity(text: str, field: str, book: Book) -> str:
    found = next((code for code, activity in book.activities.items() if activity.is_named(text)), None)
    if found is None:
        raise Refused(Fault("no-such-activity", _NO_SUCH_ACTIVITY, field))
    return found


_NO_SUCH_ACTIVITY = Text(
    ru="Такой вид деятельности здесь не известен. Коды и названия перечислены в docs/book/activities.md.",
    kk="Мұндай қызмет түрі мұнда белгісіз. Кодтары мен атаулары docs/book/activities.md тізімінде.",
    en="Such an activity is not known here. The codes and names are listed in docs/book/activities.md.",
)
_NO_SUCH_CARE = Text(
    ru="Такой вид помощи Фонд не покупает. Виды перечислены в docs/book/services.md, в столбце kind of care.",
    kk="Қор мұндай көмек түрін сатып алмайды. Түрлері docs/book/services.md ішінде, kind of care бағанында.",
    en="The Fund buys no such kind of care. They are listed in docs/book/services.md, in the column kind of care.",
)
