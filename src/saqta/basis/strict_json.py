"""Strict reading of a JSON document into a frozen type, with every fault named by its path.

Nothing is repaired and nothing is dropped: an unknown field, a key given twice, a number where a text belongs, are
refused with the path and with what was expected, never with the value itself.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, TypeVar

import msgspec

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text, same

T = TypeVar("T")

LARGEST_DOCUMENT = 5_000_000
"""Bytes; the facts of one person with a lifetime of monthly payments take less than a tenth of this."""

LONGEST_NUMBER = 40
"""Characters; more than any fact needs."""

_AT = re.compile(r"^(?P<what>.*?)(?: - at `(?P<where>[^`]*)`)?$", re.DOTALL)
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<name>.*)`", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(?P<name>.*)`")
_TYPE = re.compile(r"Expected `(?P<expected>[^`]*)`, got `(?P<got>[^`]*)`")
_HARMLESS_NAME = re.compile(r"[A-Za-z_]{1,40}", re.ASCII)

_TEXTS: dict[str, Text] = {
    "too-large": Text(
        ru="Документ больше 5 МБ. Передайте факты только об одном человеке.",
        kk="Құжат 5 МБ-тан үлкен. Тек бір адам туралы деректерді беріңіз.",
        en="The document is larger than 5 MB. Give the facts of one person only.",
    ),
    "encoding": Text(
        ru="Документ не в кодировке UTF-8. Сохраните его в UTF-8.",
        kk="Құжат UTF-8 кодтамасында емес. Оны UTF-8 түрінде сақтаңыз.",
        en="The document is not in UTF-8. Save it as UTF-8.",
    ),
    "not-json": Text(
        ru="Это не документ JSON: ошибка в строке {line}, знак {column}.",
        kk="Бұл JSON құжаты емес: {line}-жол, {column}-таңбада қате бар.",
        en="This is not a JSON document: there is a fault in line {line}, character {column}.",
    ),
    "too-deep": Text(
        ru="В документе слишком много вложенных уровней.",
        kk="Құжатта қабаттасқан деңгейлер тым көп.",
        en="The document is nested too deeply.",
    ),
    "key-twice": Text(
        ru="Одно и то же поле указано в объекте дважды. Оставьте одно.",
        kk="Бір объектіде бір өріс екі рет көрсетілген. Біреуін қалдырыңыз.",
        en="One field is given twice in the same object. Keep one of them.",
    ),
    "not-a-number": Text(
        ru="NaN и Infinity не бывают значениями. Уберите поле, если значение неизвестно.",
        kk="NaN мен Infinity мән бола алмайды. Мән белгісіз болса, өрісті алып тастаңыз.",
        en="NaN and Infinity are not values. Leave the field out if the value is unknown.",
    ),
    "number-too-long": Text(
        ru="Число записано слишком длинно или с показателем степени. Запишите его обычными цифрами.",
        kk="Сан тым ұзын не дәреже көрсеткішімен жазылған. Оны кәдімгі цифрлармен жазыңыз.",
        en="The number is too long or has an exponent. Write it in plain digits.",
    ),
    "unknown-field": Text(
        ru="Такого поля нет{name}.{hint}",
        kk="Мұндай өріс жоқ{name}.{hint}",
        en="There is no such field{name}.{hint}",
    ),
    "missing-field": Text(
        ru="Не хватает обязательного поля «{name}».",
        kk="Міндетті «{name}» өрісі жоқ.",
        en="The required field {name} is missing.",
    ),
    "wrong-type": Text(
        ru="Значение не того вида: ожидается {expected}.",
        kk="Мәннің түрі дұрыс емес: {expected} күтіледі.",
        en="The value is of the wrong kind: {expected} is expected.",
    ),
    "unknown-value": Text(
        ru="Такого значения в списке нет. Допустимы: {expected}.",
        kk="Мұндай мән тізімде жоқ. Рұқсат етілгені: {expected}.",
        en="The value is not in the list. Allowed are: {expected}.",
    ),
    "date": Text(
        ru="Это не существующая дата вида ГГГГ-ММ-ДД.",
        kk="Бұл ЖЖЖЖ-АА-КК түріндегі бар күн емес.",
        en="This is not an existing date written as YYYY-MM-DD.",
    ),
    "month": Text(
        ru="Ожидается месяц вида ГГГГ-ММ, от 01 до 12.",
        kk="ЖЖЖЖ-АА түріндегі ай күтіледі, 01-ден 12-ге дейін.",
        en="A month written as YYYY-MM is expected, 01 to 12.",
    ),
    "amount": Text(
        ru='Ожидается неотрицательная сумма в тенге, например "4250.00": цифры и не больше двух знаков после точки.',
        kk='Теріс емес теңге сомасы күтіледі, мысалы "4250.00": цифрлар, нүкте және одан кейін екі таңбадан аспайды.',
        en='A non-negative sum in tenge is expected, such as "4250.00": digits, a point and at most two decimals.',
    ),
    "country": Text(
        ru="Ожидается код страны из двух заглавных букв, например KZ, или stateless.",
        kk="Екі бас әріптен тұратын ел коды күтіледі, мысалы KZ, немесе stateless.",
        en="A country code of two capital letters is expected, such as KZ, or stateless.",
    ),
    "out-of-range": Text(
        ru="Значение вне допустимых границ: {expected}.",
        kk="Мән рұқсат етілген шектен тыс: {expected}.",
        en="The value is outside the allowed range: {expected}.",
    ),
}

_NAMES: dict[str, Text] = {
    "str": Text(ru="текст", kk="мәтін", en="text"),
    "int": Text(ru="целое число", kk="бүтін сан", en="a whole number"),
    "decimal": Text(ru="число", kk="сан", en="a number"),
    "bool": Text(ru="true или false", kk="true немесе false", en="true or false"),
    "date": Text(ru="дата ГГГГ-ММ-ДД", kk="ЖЖЖЖ-АА-КК күні", en="a date YYYY-MM-DD"),
    "array": Text(ru="список", kk="тізім", en="a list"),
    "object": Text(ru="объект", kk="объект", en="an object"),
    "null": Text(ru="null (неизвестно)", kk="null (белгісіз)", en="null (unknown)"),
}
_PATTERNS = {"(0[1-9]|1[0-2])": "month", "{1,10}": "amount", "stateless": "country"}


def decode(document: bytes, shape: type[T]) -> T:
    """The document as ``shape``; raises ``Refused`` with the first fault that the type shows."""
    return converted(_parse(document), shape)


def converted(tree: object, shape: type[T]) -> T:
    """A document that was parsed already, from whatever notation, as ``shape``; refused in the same words."""
    try:
        # Decimals arrive as such; naming them as native keeps text from being taken for a number.
        return msgspec.convert(tree, shape, strict=True, builtin_types=(Decimal,))
    except msgspec.ValidationError as error:
        raise Refused(_fault(str(error), shape)) from None


def with_plain_numbers(schema: Any) -> Any:
    """A JSON Schema in which decimals are numbers, as documents write them, and not the text that msgspec makes of
    them."""
    match schema:
        case {"type": "string", "format": "decimal", **more}:
            return {**more, "type": "number"}
        case dict():
            return {name: with_plain_numbers(part) for name, part in schema.items()}
        case list():
            return [with_plain_numbers(part) for part in schema]
        case _:
            return schema


def _parse(document: bytes) -> object:
    if len(document) > LARGEST_DOCUMENT:
        raise Refused(Fault("too-large", _TEXTS["too-large"], "$"))
    try:
        written = document.decode("utf-8-sig")
        return json.loads(written, object_pairs_hook=_object, parse_constant=_no_number, parse_float=_decimal)
    except UnicodeDecodeError:
        raise Refused(Fault("encoding", _TEXTS["encoding"], "$")) from None
    except json.JSONDecodeError as error:
        text = _TEXTS["not-json"].fill(line=str(error.lineno), column=str(error.colno))
        raise Refused(Fault("not-json", text, "$")) from None
    except (RecursionError, ValueError) as error:
        if isinstance(error, RecursionError):
            raise Refused(Fault("too-deep", _TEXTS["too-deep"], "$")) from None
        raise Refused(Fault("not-json", _TEXTS["not-json"].fill(line="1", column="1"), "$")) from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Refused(Fault("key-twice", _TEXTS["key-twice"], "$"))
    return found


def _decimal(written: str) -> Decimal:
    """A number with decimals, exactly as written; no float stands between the document and the law. Without an
    exponent, no short text can grow into a number that fills the memory."""
    if len(written) > LONGEST_NUMBER or "e" in written.lower():
        raise Refused(Fault("number-too-long", _TEXTS["number-too-long"], "$"))
    return Decimal(written)


def _no_number(_: str) -> object:
    raise Refused(Fault("not-a-number", _TEXTS["not-a-number"], "$"))


def _fault(message: str, shape: Any) -> Fault:
    match = _AT.match(message)
    what, where = (match["what"], match["where"] or "$") if match else (message, "$")
    if unknown := _UNKNOWN.match(what):
        return Fault("unknown-field", _unknown_field(unknown["name"], shape, where), where)
    if missing := _MISSING.match(what):
        return Fault("missing-field", _TEXTS["missing-field"].fill(name=missing["name"]), where)
    if "Invalid enum value" in what:
        allowed = ", ".join(_allowed(shape, where)) or "…"
        return Fault("unknown-value", _TEXTS["unknown-value"].fill(expected=allowed), where)
    if "date" in what and "Invalid" in what:
        return Fault("date", _TEXTS["date"], where)
    if "matching regex" in what:
        code = next((code for part, code in _PATTERNS.items() if part in what), "wrong-type")
        return Fault(code, _TEXTS[code], where)
    if wrong := _TYPE.match(what):
        return Fault("wrong-type", _TEXTS["wrong-type"].fill(expected=_expected(wrong["expected"])), where)
    return Fault("out-of-range", _TEXTS["out-of-range"].fill(expected=what.removeprefix("Expected ")), where)


def _unknown_field(name: str, shape: Any, where: str) -> Text:
    """Names the field only when the name is plainly a word; anything else might be somebody's data."""
    fields = [field.encode_name for field in getattr(_type_at(shape, where), "fields", ())]
    near = get_close_matches(name, fields, n=1)
    shown = f": {name}" if _HARMLESS_NAME.fullmatch(name) else ""
    known = ", ".join(fields)
    hint = (
        Text(
            ru=f" Вероятно, имелось в виду {near[0]}.",
            kk=f" {near[0]} өрісі болуы мүмкін.",
            en=f" Perhaps {near[0]} was meant.",
        )
        if near
        else Text(ru=f" Есть поля: {known}.", kk=f" Бар өрістер: {known}.", en=f" The fields are: {known}.")
    )
    return _TEXTS["unknown-field"].fill(name=same(shown) if shown else "", hint=hint)


def _expected(kinds: str) -> Text:
    texts = [_NAMES.get(kind, same(kind)) for kind in kinds.split(" | ")]
    return Text(
        ru=" или ".join(text.ru for text in texts),
        kk=" не ".join(text.kk for text in texts),
        en=" or ".join(text.en for text in texts),
    )


def _type_at(shape: Any, where: str) -> Any:
    """What type stands at a path such as ``$.payments[...].as``; None when the path leaves the type."""
    current: Any = msgspec.inspect.type_info(shape)
    for step in re.findall(r"\.(\w+)|\[(?:\.\.\.|\d+)\]", where):
        current = _plain(current)
        if step and isinstance(current, msgspec.inspect.StructType):
            current = next((field.type for field in current.fields if field.encode_name == step), None)
        elif isinstance(current, msgspec.inspect.VarTupleType | msgspec.inspect.ListType):
            current = current.item_type
        else:
            return None
    return _plain(current)


def _plain(info: Any) -> Any:
    """The one type in a union with null that is worth naming."""
    if isinstance(info, msgspec.inspect.UnionType):
        return next((kind for kind in info.types if not isinstance(kind, msgspec.inspect.NoneType)), info)
    return info


def _allowed(shape: Any, where: str) -> list[str]:
    return [str(value) for value in getattr(_type_at(shape, where), "values", ())]
