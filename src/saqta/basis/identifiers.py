"""The individual and the business identification number (ИИН, БИН) as the decree of 11 June 2003 No 565 forms them.

A valid number proves nothing about who holds it; it only cannot be a slip of the pen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from operator import mul
from typing import Literal

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text

Sex = Literal["male", "female"]

_FIRST_WEIGHTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
_SECOND_WEIGHTS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
_CENTURIES: dict[str, tuple[int, Sex]] = {
    "1": (1800, "male"),
    "2": (1800, "female"),
    "3": (1900, "male"),
    "4": (1900, "female"),
    "5": (2000, "male"),
    "6": (2000, "female"),
}
_PERSON_DIGITS = "0123"  # the fifth digit of an IIN is the first digit of a day
_COMPANY_DIGITS = "456"  # resident, non-resident, joint enterprise of entrepreneurs
_ATTRIBUTE_DIGITS = "0123"  # head unit, branch, representation, peasant farm of joint enterprise

FAULTS: dict[str, Text] = {
    "empty": Text(
        ru="Номер не введён. Введите 12 цифр ИИН или БИН либо счёт, начинающийся с KZ.",
        kk="Нөмір енгізілмеген. ЖСН немесе БСН-нің 12 цифрын не KZ-дан басталатын шотты енгізіңіз.",
        en="No number was given. Type the 12 digits of an IIN or BIN, or an account that starts with KZ.",
    ),
    "not-digits": Text(
        ru="В номере есть знак, который не является цифрой. ИИН и БИН состоят только из цифр.",
        kk="Нөмірде цифр емес таңба бар. ЖСН мен БСН тек цифрлардан тұрады.",
        en="The number contains a character that is not a digit. An IIN or BIN consists of digits only.",
    ),
    "not-ascii-digits": Text(
        ru="Номер набран цифрами другой письменности. Наберите его обычными цифрами 0–9.",
        kk="Нөмір басқа жазудың цифрларымен терілген. Оны кәдімгі 0–9 цифрларымен теріңіз.",
        en="The number is typed in digits of another script. Type it with the ordinary digits 0-9.",
    ),
    "length": Text(
        ru="Число цифр не то: в ИИН и БИН ровно 12 цифр.",
        kk="Цифрлар саны дұрыс емес: ЖСН мен БСН-де тура 12 цифр болады.",
        en="The count of digits is wrong: an IIN or BIN has exactly 12.",
    ),
    "kind-digit": Text(
        ru="Пятая цифра не бывает 7, 8 или 9: это ни ИИН, ни БИН.",
        kk="Бесінші цифр 7, 8 немесе 9 болмайды: бұл ЖСН де, БСН де емес.",
        en="The fifth digit is never 7, 8 or 9: this is neither an IIN nor a BIN.",
    ),
    "century-digit": Text(
        ru="Седьмая цифра ИИН должна быть от 1 до 6: она означает век рождения и пол.",
        kk="ЖСН-нің жетінші цифры 1-ден 6-ға дейін болуға тиіс: ол туған ғасыр мен жынысты білдіреді.",
        en="The seventh digit of an IIN must be 1 to 6: it tells the century of birth and the sex.",
    ),
    "date": Text(
        ru="Первые шесть цифр ИИН не образуют существующей даты рождения.",
        kk="ЖСН-нің алғашқы алты цифры бар туған күнді құрамайды.",
        en="The first six digits of the IIN do not form a day that exists.",
    ),
    "registration-month": Text(
        ru="Третья и четвёртая цифры БИН должны быть месяцем регистрации, от 01 до 12.",
        kk="БСН-нің үшінші және төртінші цифрлары тіркелген ай болуға тиіс, 01-ден 12-ге дейін.",
        en="The third and fourth digits of a BIN must be the month of registration, 01 to 12.",
    ),
    "attribute-digit": Text(
        ru="Шестая цифра БИН должна быть от 0 до 3: головное подразделение, филиал, представительство, хозяйство.",
        kk="БСН-нің алтыншы цифры 0-ден 3-ке дейін болуға тиіс: бас бөлімше, филиал, өкілдік, шаруашылық.",
        en="The sixth digit of a BIN must be 0 to 3: head unit, branch, representation, farm.",
    ),
    "never-issued": Text(
        ru="Номер с такими первыми одиннадцатью цифрами не выдаётся: для него нет контрольной цифры.",
        kk="Алғашқы он бір цифры мұндай нөмір берілмейді: оның бақылау цифры жоқ.",
        en="A number with these first eleven digits is never issued: no check digit exists for it.",
    ),
    "check-digit": Text(
        ru="Последняя, контрольная цифра не сходится. Проверьте, нет ли опечатки.",
        kk="Соңғы, бақылау цифры сәйкес келмейді. Қате терілмегенін тексеріңіз.",
        en="The last digit, the check digit, does not fit. Look for a slip in typing.",
    ),
}


def fault(code: str, where: str | None = None) -> Fault:
    """The named fault of a number, never with the number itself."""
    return Fault(code, FAULTS[code], where)


def check_digit(first_eleven: str) -> int | None:
    """The twelfth digit that belongs to eleven digits, or None when such a number is never issued."""
    for weights in (_FIRST_WEIGHTS, _SECOND_WEIGHTS):
        remainder = _weighed(first_eleven, weights) % 11
        if remainder != 10:
            return remainder
    return None


@dataclass(frozen=True, slots=True)
class Birth:
    """What a number tells of a birth; ``digits`` is the day as documents write it: ``19900412``."""

    day: date
    sex: Sex
    digits: str
    weights: tuple[int, int]
    """What the seven digits before the serial add to the two sums of the check digit."""


class _Births(dict[str, Birth | None]):
    """The birth that the first seven digits of an IIN tell, None when they tell none; kept once worked out.

    Files bring millions of numbers, and there are few days on which people are born. What was kept is forgotten when
    there is much of it: a cache that knows what was used last takes longer than the work it saves.
    """

    _MOST = 1 << 15

    def __missing__(self, first_seven: str) -> Birth | None:
        if len(self) >= self._MOST:
            self.clear()
        self[first_seven] = birth = _birth(first_seven)
        return birth


class _SerialWeights(dict[str, tuple[int, int]]):
    """What the four digits of the serial add to the two sums of the check digit."""

    def __missing__(self, serial: str) -> tuple[int, int]:
        self[serial] = weights = _weights(serial, 7)
        return weights


def _birth(first_seven: str) -> Birth | None:
    if first_seven[4] not in _PERSON_DIGITS or first_seven[6] not in _CENTURIES:
        return None
    century, sex = _CENTURIES[first_seven[6]]
    born = _date(century + int(first_seven[:2]), int(first_seven[2:4]), int(first_seven[4:6]))
    return None if born is None else Birth(born, sex, f"{born:%Y%m%d}", _weights(first_seven, 0))


def _weights(digits: str, place: int) -> tuple[int, int]:
    """What these digits, of which the first stands at ``place``, add to each of the sums."""
    return _weighed(digits, _FIRST_WEIGHTS[place:]), _weighed(digits, _SECOND_WEIGHTS[place:])


def _weighed(digits: str, weights: tuple[int, ...]) -> int:
    # Files bring millions of numbers: map multiplies in C, at half the cost of a comprehension.
    return sum(map(mul, map(int, digits), weights))


_BIRTHS = _Births()
_SERIAL_WEIGHTS = _SerialWeights()


def birth_of_valid(twelve: str) -> Birth | None:
    """The birth that an IIN tells, None if these twelve ASCII digits are no IIN; ``Iin.parse`` says why not.

    The sums of the check digit are put together from two parts that are looked up, which is less work than adding.
    """
    birth = _BIRTHS[twelve[:7]]
    if birth is None:
        return None
    first, second = birth.weights
    first_of_serial, second_of_serial = _SERIAL_WEIGHTS[twelve[7:11]]
    digit = (first + first_of_serial) % 11
    if digit == 10:
        digit = (second + second_of_serial) % 11
    return birth if twelve[11] == "0123456789-"[digit] else None


@dataclass(frozen=True, slots=True)
class Iin:
    """A person's number. Prints masked; ``digits`` is for look-ups and for the person's own eyes only."""

    digits: str
    birth_date: date
    sex: Sex

    @classmethod
    def parse(cls, text: str) -> Iin:
        """Reads twelve digits; raises ``Refused`` with the one fault that was met first."""
        found = _shape_fault(text)
        if found is None and (birth := birth_of_valid(text)) is not None:
            return cls(text, birth.day, birth.sex)
        raise Refused(fault(found or _person_fault(text)))

    def __repr__(self) -> str:
        return "Iin(************)"

    __str__ = __repr__


@dataclass(frozen=True, slots=True)
class OrganisationBin:
    """The number of a legal entity, a branch or a joint enterprise; public information."""

    digits: str

    @classmethod
    def parse(cls, text: str) -> OrganisationBin:
        """Reads twelve digits; raises ``Refused`` with the one fault that was met first."""
        found = _shape_fault(text)
        if found is None and text[4] not in _COMPANY_DIGITS:
            found = "kind-digit"
        if found is None and not 1 <= int(text[2:4]) <= 12:
            found = "registration-month"
        if found is None and text[5] not in _ATTRIBUTE_DIGITS:
            found = "attribute-digit"
        found = found or _check_fault(text)
        if found is not None:
            raise Refused(fault(found))
        return cls(text)


def looks_like_organisation(text: str) -> bool:
    """Whether twelve digits claim to be a BIN rather than an IIN: their fifth digit says so."""
    return len(text) == 12 and text[4] in _COMPANY_DIGITS


def _shape_fault(text: str) -> str | None:
    if not text:
        return "empty"
    if not text.isascii() and text.isdigit():
        return "not-ascii-digits"
    if not (text.isascii() and text.isdigit()):
        return "not-digits"
    return None if len(text) == 12 else "length"


def _person_fault(twelve: str) -> str:
    """Why twelve digits are no IIN."""
    if twelve[4] in _COMPANY_DIGITS:
        return "date"
    if twelve[4] not in _PERSON_DIGITS:
        return "kind-digit"
    if twelve[6] not in _CENTURIES:
        return "century-digit"
    if _BIRTHS[twelve[:7]] is None:
        return "date"
    return "never-issued" if check_digit(twelve[:11]) is None else "check-digit"


def _check_fault(text: str) -> str | None:
    expected = check_digit(text[:11])
    if expected is None:
        return "never-issued"
    return None if int(text[11]) == expected else "check-digit"


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
