"""The OpenAPI 3.1 description, written from the table of operations and the types of the contract."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec

from saqta import __version__
from saqta.basis.strict_json import with_plain_numbers
from saqta.basis.text import Language, Text
from saqta.channels.api.operation import Operation, Word
from saqta.channels.api.operations import OPERATIONS
from saqta.channels.api.problems import MEDIA_TYPE, TITLES, Problem, ProblemCode, status_number

PATH = "/api/v1/openapi.json"

_ABOUT = Text(
    ru="Обязательное социальное медицинское страхование Казахстана: статус, взносы, закон за каждым ответом. "
    "Чего нет в документе фактов, то неизвестно; ответ называет, чего не хватает. "
    "ИИН передаётся только в теле запроса.",
    kk="Қазақстанның міндетті әлеуметтік медициналық сақтандыруы: мәртебе, жарналар, әр жауаптың заңы. Деректер "
    "құжатында жоқ нәрсе белгісіз; жауапта не жетіспейтіні аталады. ЖСН тек сұраудың денесінде беріледі.",
    en="Compulsory social health insurance of Kazakhstan: status, contributions, the law behind each answer. "
    "What a facts document leaves out is unknown; the answer names what is missing. "
    "An IIN travels in the body of a request only.",
)
_KEY = Text(
    ru="Ваш ключ заказа, любая неповторимая строка: повтор с тем же ключом — тот же заказ.",
    kk="Тапсырысқа берген кілтіңіз, кез келген қайталанбас жол: сол кілтпен қайталау — сол тапсырыс.",
    en="Your own key of the order, any text you never used before: repeated with the same key, it is the same order.",
)
_ANSWERED = Text(ru="Ответ", kk="Жауап", en="The answer")


@lru_cache(maxsize=3)
def description(language: Language) -> bytes:
    """The description as JSON, its sentences in one language."""
    shapes = [operation.gives for operation in OPERATIONS]
    shapes += [operation.takes for operation in OPERATIONS if operation.takes is not None]
    schemas, components = msgspec.json.schema_components([*shapes, Problem], ref_template="#/components/schemas/{name}")
    by_shape: dict[Any, Any] = dict(zip([*shapes, Problem], schemas, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation, by_shape, language)
    document = {
        "openapi": "3.1.0",
        "info": {
            "title": "Saqta",
            "version": __version__,
            "description": _ABOUT.in_language(language),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "schemas": with_plain_numbers(components),
            "securitySchemes": {"identity": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}},
        },
    }
    return msgspec.json.encode(document)


def _operation(operation: Operation, by_shape: dict[Any, Any], language: Language) -> dict[str, Any]:
    content = {} if operation.media == "application/pdf" else {"schema": by_shape[operation.gives]}
    answers: dict[str, Any] = {
        str(operation.status): {
            "description": _ANSWERED.in_language(language),
            "content": {operation.media: content},
        }
    }
    if operation.status == 202:
        answers["202"]["headers"] = {"Location": {"required": True, "schema": {"type": "string"}}}
    for code in operation.problems:
        answers[str(status_number(code))] = _problem(code, by_shape, language)
    described: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.says.in_language(language),
        "responses": answers,
    }
    parameters = [_parameter(word, language) for word in operation.words]
    if operation.part is not None:
        parameters.append({**_parameter(operation.part, language), "in": "path", "required": True})
    if operation.keyed:
        said, schema = _KEY.in_language(language), {"type": "string", "pattern": "^.{8,100}$"}
        parameters.append(
            {"name": "Idempotency-Key", "in": "header", "required": True, "description": said, "schema": schema}
        )
    if parameters:
        described["parameters"] = parameters
    if operation.proven:
        described["security"] = [{"identity": []}]
    if operation.takes is not None:
        content = {"application/json": {"schema": by_shape[operation.takes]}}
        described["requestBody"] = {"required": True, "content": content}
    return described


def _problem(code: ProblemCode, by_shape: dict[Any, Any], language: Language) -> dict[str, Any]:
    found: dict[str, Any] = {
        "description": TITLES[code].in_language(language),
        "content": {MEDIA_TYPE: {"schema": by_shape[Problem]}},
    }
    if code == "too-often":
        found["headers"] = {"Retry-After": {"schema": {"type": "integer", "minimum": 0}}}
    return found


def _parameter(word: Word, language: Language) -> dict[str, Any]:
    one: dict[str, Any] = {"type": "string", "pattern": word.pattern}
    return {
        "name": word.name,
        "in": "query",
        "required": word.required,
        "description": word.says.in_language(language),
        "schema": {"type": "array", "items": one} if word.several else one,
        "example": [word.example] if word.several else word.example,
    }
