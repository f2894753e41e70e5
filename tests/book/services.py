"""The catalogue of care services as a page to be read."""

from __future__ import annotations

from saqta.basis.text import LANGUAGES
from saqta.law.book import Book
from saqta.law.services import Service


def services_page(book: Book, head: str) -> str:
    lines = [
        head + "# Care services\n",
        f"The {len(book.services)} services that people ask about, each of one kind of care. Which package that kind",
        "belongs to stands in the law; a service says only what it is. Tariff codes with a question mark were not seen",
        "in a list in force.",
    ]
    for field in book.fields:
        lines += [
            "",
            f"## {field}",
            "",
            "| code | name | people say | kind of care | confidence |",
            "|---|---|---|---|---|",
        ]
        lines += [_row(service) for service in book.services_of(field).values()]
        noted = [service for service in book.services_of(field).values() if service.note]
        lines += [""] if noted else []
        lines += [f"* `{service.code}`: {service.note.en}" for service in noted if service.note]
    return "\n".join(lines) + "\n"


def _row(service: Service) -> str:
    name = "<br>".join(service.name.in_language(language) for language in LANGUAGES)
    also = "<br>".join(", ".join(service.also.in_language(language)) for language in LANGUAGES)
    care = service.care + (f", {service.form}" if service.form else "")
    if service.tariff:
        mark = "" if service.tariff.verified else "?"
        care += "<br>" + " ".join(f"{code}{mark}" for code in service.tariff.codes)
    return f"| `{service.code}` | {name} | {also} | {care} | {service.confidence} |"
